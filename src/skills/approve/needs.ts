import type { Content } from '../../bot/records/authorization.ts'
import { CUT_OFF, contentOf, FORM_KINDS, NEVER, showsMinor } from '../../bot/records/signed.ts'
import type { Draft, Result } from '../../rules/verdict.ts'

/** What a signed form would have to cover, as far as the check can tell. */
export interface Needs {
  /** It shows or tells somebody's care: only a signed form lets that out. */
  needsForm: boolean
  content: readonly Content[]
  /** The draft itself says that somebody is under age. */
  minor: boolean
  /** What no form lets out: a reply, somebody's own account, what no patient's signature makes right. */
  beyond: boolean
}

/** @param pictures `unseen`: nobody could take a hash of them. */
export function needsOf(result: Result, draft: Draft, pictures: 'none' | 'seen' | 'unseen'): Needs {
  const needs = result.findings.filter(({ severity }) => severity === 'needs_authorization')
  const platform = draft.platform ?? result.platform
  const content = contentOf(needs, platform, pictures === 'seen')
  const [picture = 'photo' as const] = contentOf([{ category: 'photo', severity: '' }], platform, false)
  return {
    needsForm: needs.length > 0,
    // A picture that nobody looked at is part of it all the same.
    content: pictures === 'unseen' && !content.includes(picture) ? [picture, ...content] : content,
    minor: showsMinor(result.findings),
    beyond:
      needs.length > 0 &&
      (!FORM_KINDS.some((kind) => kind === result.kind) ||
        draft.account === 'personal' ||
        needs.some(({ category }) => NEVER.includes(category)) ||
        result.findings.length >= CUT_OFF),
  }
}
