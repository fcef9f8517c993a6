import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Result } from '../../rules/verdict.ts'
import { SHARE, VERDICT_TITLES } from './copy.ts'

/** A channel is no place for a list. */
const MOST_SHARED = 6

/** Nothing found is nothing to learn from. */
export function canShare({ findings }: Result): boolean {
  return findings.some(({ severity }) => severity !== 'unchecked')
}

/**
 * For everybody in the place where somebody asked: the verdict's title and the rules' own sentences, which are the
 * same for every draft. No word of the draft, no name of who asked, no time, no place in the text.
 */
export function sharedAdvice({ verdict, findings }: Result): ReplyDraft {
  const lessons = [
    ...new Map(findings.map(({ rule, message, instead }) => [rule, { message, instead }])).values(),
  ]
  const shown = lessons.slice(0, MOST_SHARED)
  const left = lessons.length - shown.length
  const blocks: BlockDraft[] = [
    { type: 'heading', text: SHARE.title },
    { type: 'text', text: SHARE.text(VERDICT_TITLES[verdict]) },
    ...shown.map(
      ({ message, instead }): BlockDraft => ({ type: 'text', text: SHARE.lesson(message, instead) }),
    ),
    ...(left > 0 ? [{ type: 'note' as const, text: SHARE.more(left) }] : []),
    { type: 'note', text: SHARE.note },
  ]
  return { audience: 'place', blocks, summary: SHARE.summary }
}
