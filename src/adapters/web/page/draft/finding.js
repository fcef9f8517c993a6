/** @import { Block } from '../../../../bot/reply.ts' */
import { el, TYPED } from '../element.js'
import { icon } from '../icons.js'
import { TONE_WORDS } from '../words.js'
import { clip, shorten } from './cut.js'

/** @typedef {Extract<Block, { type: 'finding' }>} Finding */

/** Longer quotes are the draft itself, which stands above. */
const QUOTE_CHARS = 160
/** Reasons are a few sentences; nothing that is sent here may be able to freeze the page. */
const REASON_CHARS = 3_000
/** A draft can have thousands of findings; nobody reads more than a few at a time. */
const AT_ONCE = 25

/**
 * What it says, why that is a risk, what to write instead, and the source.
 *
 * @param {Finding} finding
 */
function drawBody(finding) {
  /** @param {string} term @param {string} text @param {string} [style] */
  const row = (term, text, style = '') =>
    text &&
    el('div', { class: style }, el('dt', {}, term), el('dd', { dir: 'auto' }, shorten(text, REASON_CHARS)))
  const rows = [
    row('What it says', finding.says),
    row('Why it is a risk', finding.why),
    row('Instead', finding.instead, 'instead'),
    row('Source', finding.law.join(' · '), 'law'),
  ]
  return el('dl', { class: 'reasons' }, ...rows.map((node) => node || null))
}

/** @param {Finding} finding @param {'h2' | 'h3'} level */
const drawTitle = (finding, level) =>
  el(
    level,
    { class: `finding-title tone-${finding.tone}` },
    el('span', { class: 'number' }, String(finding.number)),
    el('span', { class: 'word' }, icon(finding.tone), TONE_WORDS[finding.tone]),
    finding.quote ? el('q', TYPED, clip(finding.quote, QUOTE_CHARS)) : null,
  )

/**
 * Findings that follow one another and say the same of different words say it once, under all of them: the
 * same five lines again and again teach people to read none.
 *
 * @param {readonly Finding[]} findings
 * @param {'h2' | 'h3'} level of their headings
 * @returns {HTMLElement[][]} for each group the headings, and the reasons last
 */
export function drawGroups(findings, level) {
  /** @type {{ key: string, same: [Finding, ...Finding[]] }[]} */
  const groups = []
  for (const finding of findings) {
    const { tone, says, why, instead, law } = finding
    const key = JSON.stringify([tone, says, why, instead, law])
    const last = groups.at(-1)
    if (last?.key === key) last.same.push(finding)
    else groups.push({ key, same: [finding] })
  }
  return groups.map(({ same }) => [...same.map((finding) => drawTitle(finding, level)), drawBody(same[0])])
}

/** @param {readonly Finding[]} findings those that follow one another in a reply */
export function drawFindings(findings) {
  const list = el('ol', { class: 'findings', role: 'list' })
  const more = el('button', { type: 'button', class: 'button plain' })
  let shown = 0
  const showMore = () => {
    const next = findings.slice(shown, shown + AT_ONCE)
    const items = drawGroups(next, 'h3').map((nodes) => el('li', { tabindex: -1 }, ...nodes))
    list.append(...items)
    shown += next.length
    const left = findings.length - shown
    more.hidden = left === 0
    more.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${left}`
    return items[0]
  }
  more.addEventListener('click', () => showMore()?.focus())
  showMore()
  return el('section', { class: 'card', 'aria-label': 'What was found' }, list, more)
}
