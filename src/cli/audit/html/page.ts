import { clock, KEEP, LIMITS, NOT_READ, SECTIONS, STEPS, STEPS_TITLE, TITLE, VERDICT_NAMES } from '../copy.ts'
import type { Report } from '../report/model.ts'
import { count, rangeLine } from '../report/say.ts'
import { ORDER } from '../tally.ts'
import { counts, unread } from './appendix.ts'
import { asHtml } from './as-html.ts'
import { categoryPlot, platformPlot } from './bars.ts'
import { TONES } from './figure.ts'
import { itemOf } from './item.ts'
import { monthPlot } from './months.ts'
import { STYLE } from './style.ts'

/** Of one verdict; a longer list is for a spreadsheet. */
const MOST = 500
/** Nothing on the page may act or be fetched, whatever got into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

/** One file, without scripts and without anything from elsewhere. */
export function* htmlReport(report: Report): Generator<string> {
  const { tally } = report
  const name = report.practice === undefined ? '' : `: ${asHtml(report.practice)}`
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex"><title>${TITLE}${name}</title><style>${STYLE}</style></head><body>
<header><h1>${TITLE}${name}</h1><p class="soft">${rangeLine(report)}. Made on ${asHtml(report.made)}.</p>
<p class="keep">${report.quotes ? KEEP.quotes : KEEP.plain}</p></header><main>
${tiles(report)}\n`
  if (tally.verdicts.stop + tally.verdicts.needs_authorization > 0) yield steps(report)
  for (const { verdict, found } of report.sections) {
    if (found.length === 0) continue
    const { title, lead } = SECTIONS[verdict]
    yield `<section id="${TONES[verdict]}"><h2>${title} <span class="soft">(${count(found.length, 'post')})</span></h2><p class="lead">${lead}</p>`
    const folded = verdict === 'caution' || verdict === 'unchecked'
    if (folded)
      yield `<details${found.length <= 5 ? ' open' : ''}><summary>Show ${count(found.length, 'post')}</summary>`
    for (const [i, each] of found.slice(0, MOST).entries()) yield itemOf(each, i + 1, report)
    if (found.length > MOST)
      yield `<p class="lead">And ${count(found.length - MOST, 'more post')}, which a report in CSV lists: <code>--out audit.csv</code></p>`
    yield `${folded ? '</details>' : ''}</section>\n`
  }
  if (tally.posts > 0) yield `<section><h2>Where and when</h2>${plots(report)}${counts(report)}</section>\n`
  yield unread(report)
  yield `<section><h2>What this does not cover</h2><ul class="lead">${LIMITS.map((line) => `<li>${line}</li>`).join('')}</ul></section>
</main></body></html>\n`
}

function tiles(report: Report): string {
  const { tally } = report
  const tile = (number: number, name: string, tone: string, link = number > 0) => {
    const inside = `<b>${number.toLocaleString('en-US')}</b>${name}`
    return `<li>${link ? `<a class="${tone}" href="#${tone}">${inside}</a>` : `<div class="${tone}">${inside}</div>`}</li>`
  }
  const verdicts = ORDER.map((verdict) =>
    tile(tally.verdicts[verdict], VERDICT_NAMES[verdict], TONES[verdict]),
  )
  const missed = tally.unread + report.leftOut.length
  return `<ul class="tiles">${verdicts.join('')}${missed > 0 ? tile(missed, NOT_READ, 'missed') : ''}${tile(tally.verdicts.clear, VERDICT_NAMES.clear, 'clear', false)}</ul>`
}

function steps({ today }: Report): string {
  const items = STEPS.map((step) => `<li><b>${step.do}</b> ${step.how}</li>`)
  return `<div class="box"><h2 style="margin-top:0">${STEPS_TITLE}</h2><ol>${items.join('')}</ol><p class="small">${clock(today)}</p></div>\n`
}

function plots({ tally }: Report): string {
  const categories = tally.categories.size > 0 ? categoryPlot(tally) : ''
  return `<div class="plots">${monthPlot(tally)}${platformPlot(tally)}${categories}</div>`
}
