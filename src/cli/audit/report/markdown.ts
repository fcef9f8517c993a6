import {
  CATEGORY_NAMES,
  clock,
  KEEP,
  LIMITS,
  NOT_READ,
  SECTIONS,
  STEPS,
  STEPS_TITLE,
  TITLE,
  VERDICT_NAMES,
} from '../copy.ts'
import type { Excerpt } from '../excerpt.ts'
import { type Counts, type Found, ORDER } from '../tally.ts'
import type { Report } from './model.ts'
import {
  count,
  dayName,
  kindName,
  leftOutLines,
  linkOf,
  missedLine,
  monthName,
  oneLine,
  passedOver,
  placeOf,
  platformKey,
  platformName,
  rangeLine,
} from './say.ts'

/** Of one verdict; a longer list is for a spreadsheet. */
const MOST = 500
const MOST_MISSED = 200
const MOST_REASONS = 4

export function* markdownReport(report: Report): Generator<string> {
  const { tally } = report
  yield `# ${TITLE}${report.practice === undefined ? '' : `: ${asMarkdown(report.practice)}`}\n\n`
  yield `> **${report.quotes ? KEEP.quotes : KEEP.plain}**\n\n`
  yield `${rangeLine(report)}. Made on ${report.made} with ${count(report.rules, 'rule')}.\n\n`
  yield table(
    ['', 'posts'],
    [...ORDER, 'clear' as const]
      .map((verdict) => [VERDICT_NAMES[verdict], String(tally.verdicts[verdict])])
      .concat([[NOT_READ, String(tally.unread + report.leftOut.length)]]),
  )
  yield `## ${STEPS_TITLE}\n\n${STEPS.map((step, i) => `${i + 1}. **${step.do}** ${step.how}`).join('\n')}\n\n`
  yield `${clock(report.today)}\n\n`
  for (const { verdict, found } of report.sections)
    if (found.length > 0) yield* section(verdict, found, report)
  yield* counts(report)
  yield* unread(report)
  yield `## What this does not cover\n\n${LIMITS.map((line) => `- ${line}`).join('\n')}\n`
}

function* section(verdict: Found['verdict'], found: readonly Found[], report: Report): Generator<string> {
  const { title, lead, ticks } = SECTIONS[verdict]
  yield `## ${title} (${found.length})\n\n${lead}\n\n`
  for (const [i, each] of found.slice(0, MOST).entries()) {
    const link = linkOf(each)
    const where = `${dayName(each.day)} · ${platformName(each.platform)} · ${kindName(each)} · ${count(each.places, 'place')}`
    yield `### ${i + 1}. ${where}\n\n`
    if (each.excerpt && each.excerpt.length > 0) yield `> ${quoteOf(each.excerpt)}\n\n`
    yield `- Where: ${link === undefined ? '' : `[the post](<${link.replace(/[()[\]<>]/g, percent)}>), `}${asMarkdown(placeOf(each, report))}\n`
    // The gravest in full; the others in one sentence.
    for (const [i, { reason }] of each.reasons.slice(0, MOST_REASONS).entries())
      yield `- Why: ${reason.message}${i === 0 ? ` ${reason.why}` : ''}\n`
    if (each.reasons.length > MOST_REASONS)
      yield `- And ${count(each.reasons.length - MOST_REASONS, 'more reason')}.\n`
    if (each.reasons[0]) yield `- Next time: ${each.reasons[0].reason.instead}\n`
    yield `${ticks.map((tick) => `- [ ] ${tick}`).join('\n')}\n\n`
  }
  if (found.length > MOST)
    yield `And ${found.length - MOST} more, which a report in CSV lists: \`--out audit.csv\`.\n\n`
}

function* counts({ tally }: Report): Generator<string> {
  if (tally.posts === 0) return
  const verdicts = [...ORDER, 'clear' as const]
  const row = (name: string, each: Counts) => [name, ...verdicts.map((verdict) => String(each[verdict]))]
  const header = verdicts.map((verdict) => VERDICT_NAMES[verdict])
  yield '## By platform\n\n'
  yield table(
    ['', ...header],
    [...tally.platforms].map(([key, each]) => row(platformKey(key), each)),
  )
  yield '## By platform and month\n\n'
  const months = [...tally.platformMonths].sort(([a], [b]) => b.localeCompare(a))
  yield table(
    ['', 'month', ...header],
    months.map(([key, each]) => {
      const [platform, month] = key.split('\n') as [string, string]
      return [platformKey(platform), ...row(monthName(month), each)]
    }),
  )
  if (tally.categories.size === 0) return
  yield '## By what they tell\n\n'
  const categories = [...tally.categories].sort(([, a], [, b]) => b - a)
  yield table(
    ['', 'posts'],
    categories.map(([category, number]) => [CATEGORY_NAMES[category], String(number)]),
  )
}

function* unread(report: Report): Generator<string> {
  const { tally } = report
  const lines = [
    ...leftOutLines(report),
    ...tally.missed.slice(0, MOST_MISSED).map((missed) => missedLine(missed, report)),
  ]
  const more = tally.unread - Math.min(tally.missed.length, MOST_MISSED)
  if (lines.length > 0) yield `## ${NOT_READ}\n\n${lines.map((each) => `- ${asMarkdown(each)}`).join('\n')}\n`
  if (more > 0) yield `- And ${more} more, which a report in CSV lists.\n`
  if (lines.length > 0) yield '\n'
  const passed = passedOver(report)
  if (passed.length > 0)
    yield `## Passed over\n\n${passed.map((each) => `- ${asMarkdown(each)}`).join('\n')}\n\n`
  yield '## Files\n\n'
  const files = report.files.map(({ name, format, hash }) => [
    asMarkdown(name),
    format,
    `\`${hash.slice(0, 16)}\``,
  ])
  yield table(['file', 'read as', 'SHA-256 begins with'], files)
}

const quoteOf = (excerpt: Excerpt) =>
  excerpt
    .map(({ words, marked }) => {
      const text = oneLine(words)
      const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(text) ?? []
      return marked && core ? `${before}**${asMarkdown(core)}**${after}` : asMarkdown(text)
    })
    .join('')

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return `${line(header)}${line(header.map(() => '---'))}${rows.map(line).join('')}\n`
}

/** Some readers of Markdown end a link at the first of these, whatever the standard says. */
const percent = (char: string) => `%${char.charCodeAt(0).toString(16)}`

/** Words of a post must not become a link, a picture, a heading or HTML in the report. */
export function asMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>()#+!|~&:@$^=-]/g, (char) =>
    char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
  )
}
