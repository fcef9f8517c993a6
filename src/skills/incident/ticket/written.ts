import { FORMS } from '../copy.ts'
import { type Raw, type Read, words } from '../report/read.ts'
import type { Details, What } from './entries.ts'

/** What somebody does to a ticket, before it has its id, its time and its author. */
export type Written = { [W in What]: { what: W; details: Details<W> } }[What]

/** Somebody's own words, masked; a few of them are needed. */
export function needed(raw: Raw, name: string, mask: (text: string) => string): Read<string> {
  const text = words(raw, name)
  return /\p{L}{2}/u.test(text) ? { value: mask(text) } : { problem: FORMS.missing }
}
