import type { Draft } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, type Kind, PLATFORMS, POSTS } from '../../rules/vocabulary.ts'
import { oneOf } from './draft.ts'

/**
 * What a correction button carries: which check, and what the draft really is. Never the draft: a button's
 * value travels through the platform's servers and stays in its history.
 */
export interface Correction {
  check: string
  kind?: Draft['kind']
  platform?: Draft['platform']
  account?: Draft['account']
}

export function writeCorrection(correction: Correction): string {
  const fields = Object.entries(correction).filter(([, value]) => value !== undefined)
  return new URLSearchParams(fields).toString()
}

export function readCorrection(value: string): Correction {
  const fields = new URLSearchParams(value)
  return {
    check: fields.get('check') ?? '',
    kind: oneOf(KINDS, fields.get('kind')),
    platform: oneOf(PLATFORMS, fields.get('platform')),
    account: oneOf(ACCOUNTS, fields.get('account')),
  }
}

/** The mistakes worth one press: a post is mostly mistaken for a reply and the other way round. */
export function likelyInstead(kind: Kind): readonly Kind[] {
  const replies: readonly Kind[] = ['review_reply', 'comment_reply', 'dm_reply']
  return POSTS.includes(kind) ? replies : (['caption', ...replies] as const).filter((other) => other !== kind)
}
