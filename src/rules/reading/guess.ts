import type { Draft } from '../verdict.ts'
import type { Kind, Platform } from '../vocabulary.ts'
import { ANSWERS, EVERYBODY } from './answers.ts'
import type { Vocabulary } from './lexicon.ts'
import { compilePhrases } from './pattern.ts'
import type { Reading } from './reading.ts'

const REVIEW_SITES: ReadonlySet<string> = new Set(['google', 'yelp', 'healthgrades', 'realself'])

export interface Guess {
  kind: Kind
  platform: Platform | null
  guessed: { kind: boolean; platform: boolean }
}

export function guesser(vocabulary: Vocabulary): (draft: Draft, reading: Reading) => Guess {
  const answers = compilePhrases(ANSWERS, vocabulary, '')
  const everybody = compilePhrases(EVERYBODY, vocabulary, '')
  return (draft, reading) => {
    const platform = draft.platform ?? null
    const guessed = { kind: draft.kind === undefined, platform: draft.platform === undefined }
    if (draft.kind !== undefined) return { kind: draft.kind, platform, guessed }
    if (draft.context !== undefined && draft.context.trim() !== '')
      return { kind: 'review_reply', platform, guessed }
    if (draft.account === 'personal') return { kind: 'caption', platform, guessed }
    if (platform !== null && REVIEW_SITES.has(platform)) return { kind: 'review_reply', platform, guessed }
    const reply = answers.test(reading.code) && !everybody.test(reading.code)
    return { kind: reply ? 'review_reply' : 'caption', platform, guessed }
  }
}
