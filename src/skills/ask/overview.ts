import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { AskedReport } from '../../bot/tally/asked.ts'
import { BUTTONS, OVERVIEW } from './copy.ts'

const MOST = 10
/** UTF-16 units of a question that are shown. */
const LONG = 200

/** Managers may ask for it in their own words. */
const WHAT_IS_ASKED =
  /\b(?:asked (?:the )?most|most (?:asked|common)|questions? (?:is|are|were|was)? ?(?:not covered|unanswered|without an answer)|unanswered questions?|what (?:do|did|does|are|have) (?:people|staff|everybody|everyone|they|my team|the team) (?:ask|asking|asked))\b/i

export function asksWhatIsAsked(text: string): boolean {
  return text.length <= LONG && WHAT_IS_ASKED.test(text)
}

/** The way to the overview, for those who may see it. */
export function managersToo(): BlockDraft[] {
  return [{ type: 'buttons', buttons: [{ action: 'ask/asked', label: BUTTONS.asked }] }]
}

/** @param titleOf the title of an article; whatever it gives is shown. */
export function showOverview(report: AskedReport, titleOf: (id: string) => string): ReplyDraft {
  const { answered, unanswered, most, uncovered } = report
  const heading: BlockDraft = { type: 'heading', text: OVERVIEW.title }
  if (answered + unanswered === 0)
    return { blocks: [heading, { type: 'text', text: OVERVIEW.none }], summary: OVERVIEW.title }
  const asked = most
    .slice(0, MOST)
    .map(({ article, times, unhelpful }) => OVERVIEW.line(titleOf(article), times, unhelpful))
  const open = uncovered
    .slice(0, MOST)
    .map(({ question, times }) => OVERVIEW.open(question.slice(0, LONG), times))
  const blocks: BlockDraft[] = [heading, { type: 'text', text: OVERVIEW.counts(answered, unanswered) }]
  if (asked.length > 0)
    blocks.push({ type: 'heading', text: OVERVIEW.most }, { type: 'text', text: asked.join('\n') })
  blocks.push(
    { type: 'heading', text: OVERVIEW.uncovered },
    { type: 'text', text: open.length > 0 ? open.join('\n') : OVERVIEW.covered },
    { type: 'note', text: OVERVIEW.note },
  )
  return { blocks, summary: OVERVIEW.title }
}
