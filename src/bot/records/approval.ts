/** Approvals: what is written down of a second pair of eyes, and what follows from it. All pure. */
export * from './approval/body.ts'
export * from './approval/decide.ts'
export * from './approval/entries.ts'
export * from './approval/model.ts'
export * from './approval/waiting.ts'
