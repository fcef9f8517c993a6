import type { PracticeFacts } from '../../rules/facts.ts'
import type { Result } from '../../rules/verdict.ts'
import type { Category } from '../../rules/vocabulary.ts'
import { OWN_NOTES } from './copy.ts'

/** What the practice would have to say of itself so that its own is not taken for a patient's. */
const LISTS = [
  ['name', 'staff'],
  ['phone', 'phones'],
  ['location', 'addresses'],
  ['email', 'emails'],
  ['url', 'urls'],
] as const satisfies readonly (readonly [Category, keyof PracticeFacts])[]

export type OwnList = (typeof LISTS)[number][1]

/** A note for each finding that may only be there because the practice file does not list it. */
export function ownNotes(result: Result, facts: PracticeFacts | undefined): string[] {
  const found = new Set(result.findings.map((finding) => finding.category))
  return LISTS.filter(([category, list]) => found.has(category) && !facts?.[list]?.length).map(
    ([, list]) => OWN_NOTES[list],
  )
}
