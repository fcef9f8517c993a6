import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import { RULES } from '../../rules/registry.ts'
import { VERDICTS } from '../../rules/vocabulary.ts'
import { COPY, VERDICT_NAMES } from './copy.ts'
import type { Digest, Need } from './digest.ts'

/** Lines and buttons beyond this nobody reads on a phone. */
const MOST_NEEDS = 12

const text = (words: string): BlockDraft => ({ type: 'text', text: words })
const heading = (words: string): BlockDraft => ({ type: 'heading', text: words })
const note = (words: string): BlockDraft => ({ type: 'note', text: words })

const NAMED = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})

/** "Sunday, November 22". */
export const dayName = (day: string) => NAMED.format(Date.parse(`${day}T00:00:00Z`))

/**
 * @param sent how it came to be sent; undefined where somebody asked to see it.
 * @param sent.covers the days that it stands for, its own last.
 */
export function showDigest(digest: Digest, sent?: { covers: readonly string[]; late: boolean }): ReplyDraft {
  const { date, quiet, needs, yesterday, frequent, rolls } = digest
  const day = dayName(date)
  const lateness = !sent
    ? []
    : sent.covers.length > 1
      ? [note(COPY.covers(sent.covers.map(dayName)))]
      : sent.late
        ? [note(COPY.late)]
        : []
  const { overrides, notAProblem, unanswered } = yesterday
  const said = [
    ...(overrides > 0 ? [COPY.overrides(overrides)] : []),
    ...(notAProblem > 0 ? [COPY.notAProblem(notAProblem)] : []),
    ...(unanswered > 0 ? [COPY.unanswered(unanswered)] : []),
  ]
  return {
    audience: 'private',
    blocks: [
      heading(sent ? COPY.title(day) : COPY.titleOf(day)),
      ...lateness,
      ...(quiet ? [text(COPY.quiet)] : [...whatWaits(needs), ...numbers(digest)]),
      ...(said.length > 0 ? [text(said.join('\n'))] : []),
      ...(frequent.length > 0 ? [heading(COPY.frequent), text(often(frequent))] : []),
      ...rolls.flatMap(({ what, now, before }) => [
        heading(COPY.roll[what]),
        text(
          [
            COPY.rollLine(now.checks, before.checks),
            ...VERDICTS.toReversed()
              .filter((verdict) => now.verdicts[verdict] + before.verdicts[verdict] > 0)
              .map(
                (verdict) =>
                  `${VERDICT_NAMES[verdict]}: ${now.verdicts[verdict]} (${before.verdicts[verdict]})`,
              ),
          ].join('\n'),
        ),
      ]),
      note(`${COPY.head(digest.head)}\n${COPY.headNote}`),
    ],
    summary: COPY.summary(needs.length, day),
  }
}

function whatWaits(needs: readonly Need[]): BlockDraft[] {
  if (needs.length === 0) return [text(COPY.nothing)]
  const shown = needs.slice(0, MOST_NEEDS)
  const lines = shown.map(
    ({ what, says, daysLeft }) =>
      // The others say in their own words how long there is.
      `• ${says}${what === 'clock' && daysLeft !== undefined ? ` (${COPY.days(daysLeft)})` : ''}`,
  )
  const rest = needs.length - shown.length
  // Two lines about one thing lead to it by one button.
  const opens = shown.flatMap((need) => need.opens ?? [])
  const buttons = [...new Map(opens.map((one) => [`${one.action} ${one.value}`, one])).values()]
  return [
    heading(COPY.needs),
    text([...lines, ...(rest > 0 ? [COPY.more(rest)] : [])].join('\n')),
    ...(buttons.length > 0
      ? [
          {
            type: 'buttons' as const,
            buttons: buttons.map((one) => ({ ...one, label: one.label.slice(0, 75) })),
          },
        ]
      : []),
  ]
}

function numbers({ yesterday, weekEarlier }: Digest): BlockDraft[] {
  if (yesterday.checks + weekEarlier.checks === 0) return [text(COPY.none)]
  const verdicts = VERDICTS.toReversed()
  return [
    {
      type: 'chart',
      title: COPY.numbers,
      alt: COPY.chart(yesterday.checks, weekEarlier.checks),
      labels: verdicts.map((verdict) => VERDICT_NAMES[verdict]),
      series: [
        { name: COPY.yesterday, values: verdicts.map((verdict) => yesterday.verdicts[verdict]) },
        { name: COPY.weekEarlier, values: verdicts.map((verdict) => weekEarlier.verdicts[verdict]) },
      ],
    },
  ]
}

/** The first with what to tell the team; a rule's own question is what it found. */
function often(frequent: Digest['frequent']): string {
  const lines = frequent.map(({ rule, count }) => `• ${sentenceOf(rule)} (${COPY.times(count)})`)
  const hint = frequent.find((one) => one.hint !== '')?.hint
  return [...lines, ...(hint ? [`${COPY.hint}${hint}`] : [])].join('\n')
}

const sentenceOf = (id: string) => RULES.find((rule) => rule.id === id)?.says.replace(/\.$/, '') ?? id
