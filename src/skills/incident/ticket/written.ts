import { FORMS } from '../copy.ts'
import { named, type Raw, type Read, words } from '../report/read.ts'
import type { Details, What } from './entries.ts'

/** What somebody does to a ticket, before it has its id, its time and its author. */
export type Written = { [W in What]: { what: W; details: Details<W> } }[What]

/** Somebody's own words, masked; a few of them are needed. */
export function needed(raw: Raw, name: keyof typeof LABELS, mask: (text: string) => string): Read<string> {
  const text = words(raw, name)
  return /\p{L}{2}/u.test(text) ? { value: mask(text) } : named(LABELS[name], { problem: FORMS.missing })
}

const LABELS = {
  fact: FORMS.fact,
  reason: FORMS.why,
  why: FORMS.why,
  happened: FORMS.happened,
  words: FORMS.words,
}

/** Nothing of the list that stands under this label was chosen. */
export const unchosen = (label: string) => named<never>(label, { problem: FORMS.missingChoice })
