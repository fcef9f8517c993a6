import { NOT_READ, VERDICT_NAMES } from '../copy.ts'
import type { Report } from '../report/model.ts'
import { leftOutLines, missedLine, monthName, passedOver, platformKey } from '../report/say.ts'
import { type Counts, ORDER } from '../tally.ts'
import { asHtml } from './as-html.ts'

const MOST_MISSED = 200
const VERDICTS = [...ORDER, 'clear' as const]

/** The numbers behind the plots, for whoever cannot see them or wants to copy them. */
export function counts({ tally }: Report): string {
  const rows = [...tally.platformMonths].sort(([a], [b]) => b.localeCompare(a))
  const body = rows.map(([key, each]) => {
    const [platform, month] = key.split('\n') as [string, string]
    return `<tr><th scope="row">${asHtml(platformKey(platform))}</th><td>${asHtml(monthName(month))}</td>${numbers(each)}</tr>`
  })
  const head = VERDICTS.map((verdict) => `<th scope="col" class="n">${VERDICT_NAMES[verdict]}</th>`)
  return `<details><summary>All numbers, by platform and month</summary><div class="scroll" tabindex="0" role="region" aria-label="Numbers by platform and month"><table><thead><tr><th scope="col">Platform</th><th scope="col">Month</th>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div></details>`
}

const numbers = (each: Counts) => VERDICTS.map((verdict) => `<td class="n">${each[verdict]}</td>`).join('')

/** What could not be read, what was passed over, and which files these are. */
export function unread(report: Report): string {
  const { tally, files } = report
  const lines = [
    ...leftOutLines(report),
    ...tally.missed.slice(0, MOST_MISSED).map((each) => missedLine(each, report)),
  ]
  const more = tally.unread - Math.min(tally.missed.length, MOST_MISSED)
  if (more > 0) lines.push(`and ${more} more, which a report in CSV lists (--out audit.csv)`)
  const missed =
    lines.length > 0
      ? `<section id="missed"><h2>${NOT_READ}</h2><p class="lead">Nobody has looked at these. They do not count as posts in which nothing was found.</p>${list(lines)}</section>\n`
      : ''
  const passed = passedOver(report)
  const read = files.map(
    ({ name, format, hash }) =>
      `<tr><td>${asHtml(name)}</td><td>${format}</td><td><code>${hash.slice(0, 16)}</code></td></tr>`,
  )
  return `${missed}<section><h2>What was read</h2>${passed.length > 0 ? `<p class="lead">Passed over:</p>${list(passed)}` : ''}
<div class="scroll" tabindex="0" role="region" aria-label="Files"><table><thead><tr><th scope="col">File</th><th scope="col">Read as</th><th scope="col">SHA-256 begins with</th></tr></thead><tbody>${read.join('')}</tbody></table></div></section>\n`
}

const list = (lines: readonly string[]) =>
  `<ul class="lead">${lines.map((line) => `<li>${asHtml(line)}</li>`).join('')}</ul>`
