import type { Draft, Finding, Result } from '../../rules/verdict.ts'
import { type Category, POSTS } from '../../rules/vocabulary.ts'

/** What a signed form would have to cover, as far as the check can tell. */
export interface Needs {
  /** It shows or tells somebody's care: only a signed form lets that out. */
  needsForm: boolean
  content: readonly ('photo' | 'video' | 'words')[]
  /** The draft itself says that somebody is under age. */
  minor: boolean
  /** What no form lets out: a reply, somebody's own account, what no patient's signature makes right. */
  beyond: boolean
}

/** What a picture shows, as against what is told in words. */
const PICTURES: readonly Category[] = ['photo', 'before-after', 'biometric']
const NEVER: readonly Category[] = [
  'contest',
  'ftc-claim',
  'review-gating',
  'personal-account',
  'insecure-channel',
  'medical-advice',
  'metadata',
  'unreadable',
]
/** Platforms of moving pictures. */
const FILMS: readonly (string | null | undefined)[] = ['tiktok', 'youtube']
/** More findings than that are cut off by the engine, and nobody knows what a form would have to cover. */
const CUT_OFF = 200

/** @param pictures `unseen`: nobody could take a hash of them. */
export function needsOf(result: Result, draft: Draft, pictures: 'none' | 'seen' | 'unseen'): Needs {
  const needs = result.findings.filter(({ severity }) => severity === 'needs_authorization')
  const shown = pictures !== 'none' || needs.some(({ category }) => PICTURES.includes(category))
  const told = needs.some(({ category }) => !PICTURES.includes(category) && !NEVER.includes(category))
  const film = FILMS.includes(draft.platform ?? result.platform) && pictures !== 'seen'
  return {
    needsForm: needs.length > 0,
    content: [
      ...(shown ? [film ? ('video' as const) : ('photo' as const)] : []),
      ...(told ? ['words' as const] : []),
    ],
    minor: result.findings.some(saysMinor),
    beyond:
      needs.length > 0 &&
      (!POSTS.includes(result.kind) ||
        draft.account === 'personal' ||
        needs.some(({ category }) => NEVER.includes(category)) ||
        result.findings.length >= CUT_OFF),
  }
}

/** "9 year old", "3-month-old". */
function saysMinor({ category, quote }: Finding): boolean {
  if (category !== 'age') return false
  const [, number = '', unit = ''] =
    /(\d{1,3})[\s-]{0,3}(year|yr|y\/?o|month|mo|week|wk|day)/i.exec(quote) ?? []
  return number !== '' && (/^y/i.test(unit) ? Number(number) < 18 : true)
}
