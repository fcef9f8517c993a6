import { type Expiry, written } from '../authorization.ts'

/** What a verdict says about the signed form that came with the draft. Never the code as it was typed. */
export const SIGNED = {
  noRegister:
    'That code is not on file: no signed form has been written down here yet. So the post still needs one.',
  unknown: 'That code is not on file. Look it up among the signed forms, or write the form down first.',
  covered: (form: string, expires: Expiry, count: number) =>
    `${form} is on file ${'on' in expires ? `until ${written(expires.on)}` : `until ${expires.event}`} and covers ` +
    `${count === 1 ? 'the one place' : `the ${count} places`} here that needed a signed form. Nothing changes for anything else.`,
  stands: (form: string) => `${form} is on file and stands today. Nothing here needed it.`,
  onePerson:
    'The form is one person’s. Everybody else who can be recognised in the post needs one of their own.',
  notCovered: (form: string, reasons: string) => `${form} does not cover this post. ${reasons}`,
  reply:
    'A signed form is for a post. A reply in public says to everybody that somebody is a patient, and needs more than that: keep it general.',
  personal: 'The form lets the practice post, not somebody’s own account.',
  have: 'There is a signed form',
} as const
