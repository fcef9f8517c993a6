/** A signed form beside a draft or a picture: looked up by its code, and what it changes about a verdict. */
export * from './signed/copy.ts'
export * from './signed/covered.ts'
export * from './signed/look-up.ts'
