import type { Draft, Finding, Result } from './verdict.ts'

/** Why a draft, or a part of it, could not be looked at. Such a draft is never clear. */
export type Unreadable = 'long' | 'late' | 'failed' | 'broken' | 'language' | 'spanish' | 'none'

const SAYS: Readonly<Record<Unreadable, readonly [message: string, instead: string]>> = {
  long: [
    'This text is too long to be checked in one piece.',
    'Paste the post by itself, or check it in parts.',
  ],
  late: ['Checking this text took too long, so not all of it was looked at.', 'Check it in shorter parts.'],
  failed: [
    'Part of the check did not work, so not all of this was looked at.',
    'Ask your privacy officer to look at it, and tell whoever takes care of this check.',
  ],
  broken: [
    'Some characters of this text are damaged, so not all of it could be read.',
    'Copy the text again from where it was written, and check it once more.',
  ],
  language: [
    'This is in a language that this check does not know, or has too few plain words to go by.',
    'Ask somebody who reads the language, and your privacy officer, before it is posted.',
  ],
  spanish: [
    'This is in Spanish, and only part of it could be read.',
    'Ask a colleague who reads Spanish, and your privacy officer, before it is posted.',
  ],
  none: [
    'There are no words here that could be checked.',
    'Paste the text of the post. Emoji and pictures need a look from a person.',
  ],
}

export function unreadable(why: Unreadable, text: string): Finding {
  const [message, instead] = SAYS[why]
  return {
    rule: 'engine/unreadable',
    category: 'unreadable',
    severity: 'unchecked',
    start: 0,
    end: text.length,
    quote: text.slice(0, 200),
    message,
    why: 'What was not read may still name or describe a patient.',
    instead,
    citations: [{ article: 'what-chaperone-checks', source: '45 CFR 164.530(c)' }],
  }
}

/** Of a draft that nobody looked at. */
export function notRead(draft: Draft, why: Unreadable): Result {
  return {
    verdict: 'unchecked',
    kind: draft.kind ?? 'caption',
    platform: draft.platform ?? null,
    guessed: { kind: draft.kind === undefined, platform: draft.platform === undefined },
    findings: [unreadable(why, '')],
    notes: [],
    checked: { rules: 0, model: 'off', ms: 0 },
  }
}
