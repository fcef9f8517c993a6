import { SECTIONS } from '../copy.ts'
import type { Excerpt } from '../excerpt.ts'
import type { Report } from '../report/model.ts'
import { count, dayName, kindName, linkOf, placeOf, platformName } from '../report/say.ts'
import type { Found } from '../tally.ts'
import { asHtml } from './as-html.ts'
import { TONES } from './figure.ts'

const MOST_REASONS = 3

/** One post: where it stands, its words, why, and what to tick off. */
export function itemOf(found: Found, rank: number, report: Report): string {
  const { verdict, reasons, excerpt } = found
  const link = linkOf(found)
  const open =
    link === undefined ? '' : `<a href="${asHtml(link)}" rel="noreferrer noopener">Open the post</a>`
  const what = `${platformName(found.platform)} · ${kindName(found)}`
  const why = reasons
    .slice(0, MOST_REASONS)
    // The gravest in full; the others in one sentence, or a page of posts says the same over and over.
    .map(({ reason }, i) => {
      const why = i === 0 ? ` <span class="soft">${asHtml(reason.why)}</span>` : ''
      return `<li>${asHtml(reason.message)}${why}</li>`
    })
  const more = reasons.length - MOST_REASONS
  const instead = reasons[0]?.reason.instead
  const ticks = SECTIONS[verdict].ticks.map((tick) => `<li>${tick}</li>`)
  return `<article class="item ${TONES[verdict]}"><div class="where"><h3>${rank}. ${asHtml(dayName(found.day))} · ${asHtml(what)}</h3>${open}</div>
${excerpt && excerpt.length > 0 ? `<blockquote>${quoteOf(excerpt)}</blockquote>` : ''}<ul class="why">${why.join('')}${more > 0 ? `<li>And ${count(more, 'more reason')}.</li>` : ''}</ul>
<ul class="do">${ticks.join('')}</ul>
<p class="small soft next">${instead === undefined ? '' : `Next time: ${asHtml(instead)} `}<br>${asHtml(placeOf(found, report))}</p></article>\n`
}

function quoteOf(excerpt: Excerpt): string {
  return excerpt
    .map(({ words, marked }) => (marked ? `<mark>${asHtml(words)}</mark>` : asHtml(words)))
    .join('')
}
