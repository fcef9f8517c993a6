/** @import { Block, Button, Reply } from '../../../bot/reply.ts' */
/** @import { Finding } from './draft/finding.js' */
/** @import { Form } from './form/form.js' */
/** @import { Reason } from './draft/reason.js' */
import { drawButtons } from './buttons.js'
import { drawChart } from './chart.js'
import { copyButton } from './copy.js'
import { shorten } from './draft/cut.js'
import { drawFindings } from './draft/finding.js'
import { drawMarked } from './draft/marked.js'
import { WHOLE } from './draft/pieces.js'
import { el, freshId, TYPED } from './element.js'
import { icon } from './icons.js'
import { drawPicture } from './picture.js'
import { TONE_WORDS } from './words.js'

/**
 * Draws any reply. One function for each type of block; none knows what the words are about.
 *
 * @typedef {object} Hands what a drawn reply can do
 * @property {Reason} reason
 * @property {(line: string) => void} announce
 * @property {(form: Form, titled: boolean) => HTMLElement} form
 * @property {(button: Button, node: HTMLButtonElement) => Promise<boolean>} press whether it was answered
 */

/** @param {Extract<Block, { type: 'verdict' }>} block */
function drawVerdict({ tone, title, text }) {
  const word = TONE_WORDS[tone]
  // Said once: a title may begin with the word by itself.
  const said = title.toLowerCase().startsWith(word.toLowerCase())
  const eyebrow = said ? null : el('span', { class: 'eyebrow' }, word)
  const heading = el('h2', { id: freshId(), tabindex: -1 }, eyebrow, title)
  const words = text ? el('p', { class: 'words', dir: 'auto' }, text) : null
  const about = { class: `verdict tone-${tone}`, 'aria-labelledby': heading.id }
  return el('section', about, icon(tone), heading, words)
}

/** @param {Extract<Block, { type: 'suggestion' }>} block @param {Hands} hands */
const drawSuggestion = (block, hands) =>
  el(
    'section',
    { class: 'card suggestion' },
    el('h3', { class: 'label' }, block.label),
    el('p', { class: 'words', ...TYPED }, shorten(block.text, WHOLE)),
    copyButton('Copy', block.text, hands.announce, 'primary'),
  )

/**
 * @typedef {{ findings: ReadonlyMap<number, Finding>, hands: Hands, verdict: boolean, titled: boolean }} Around
 *   `verdict`, `titled`: the same reply holds a verdict, a heading
 */

/** @param {Exclude<Block, Finding>} block @param {Around} around */
function drawBlock(block, { findings, hands, verdict, titled }) {
  switch (block.type) {
    case 'verdict':
      return drawVerdict(block)
    case 'heading':
      return el(verdict ? 'h3' : 'h2', { class: 'heading', dir: 'auto', tabindex: -1 }, block.text)
    case 'text':
      return el('p', { class: 'words', dir: 'auto' }, block.text)
    case 'note':
      return el('p', { class: 'words note', dir: 'auto' }, block.text)
    case 'picture':
      return drawPicture(block)
    case 'marked':
      return drawMarked(block, findings, hands.reason)
    case 'suggestion':
      return drawSuggestion(block, hands)
    case 'buttons':
      return drawButtons(block, hands)
    case 'form':
      return hands.form(block, titled)
    case 'chart':
      return drawChart(block)
    default:
      // A server newer than this page: say that something is missing rather than hide it.
      return el('p', { class: 'note' }, 'Part of this answer cannot be shown here. Please reload the page.')
  }
}

/**
 * A suggestion brings its own copy button here, so that a second one for the same words is left out.
 *
 * @param {readonly Block[]} blocks
 */
function withoutDoubles(blocks) {
  const own = new Set(blocks.flatMap((block) => (block.type === 'suggestion' ? [block.text] : [])))
  /** @param {Block} block @returns {Block[]} */
  const kept = (block) => {
    if (block.type !== 'buttons') return [block]
    const buttons = block.buttons.filter(({ does, value }) => does !== 'copy' || !own.has(value))
    return buttons.length > 0 ? [{ ...block, buttons }] : []
  }
  return blocks.flatMap(kept)
}

/**
 * @param {Reply} reply
 * @param {Hands} hands
 * @returns {HTMLElement[]}
 */
export function drawReply(reply, hands) {
  const findings = reply.blocks.filter((block) => block.type === 'finding')
  /** @param {Block['type']} type */
  const has = (type) => reply.blocks.some((block) => block.type === type)
  const around = {
    findings: new Map(findings.map((finding) => [finding.number, finding])),
    hands,
    verdict: has('verdict'),
    titled: has('heading'),
  }
  /** @type {HTMLElement[]} */
  const nodes = []
  /** @type {Finding[]} */
  let run = []
  const flush = () => {
    if (run.length > 0) nodes.push(drawFindings(run))
    run = []
  }
  for (const block of withoutDoubles(reply.blocks)) {
    if (block.type === 'finding') run.push(block)
    else {
      flush()
      nodes.push(drawBlock(block, around))
    }
  }
  flush()
  return nodes
}
