/** @import { Block } from '../../../../bot/reply.ts' */
/** @import { Finding } from './finding.js' */
/** @import { MarkPiece } from './pieces.js' */
/** @import { Reason } from './reason.js' */

import { el, TYPED } from '../element.js'
import { TONE_WORDS, worst } from '../words.js'
import { clip } from './cut.js'
import { toPieces } from './pieces.js'

/** @typedef {Extract<Block, { type: 'marked' }>} Marked */

const NAME_CHARS = 120
const count = new Intl.NumberFormat('en-US')

/** @param {MarkPiece} piece */
function nameOf({ marks, text }) {
  const numbers = marks.map(({ finding }) => finding)
  const which = numbers.length === 1 ? `Finding ${numbers[0]}` : `Findings ${numbers.join(', ')}`
  const tones = [...new Set(marks.map(({ tone }) => TONE_WORDS[tone]))].join(', ')
  return `${clip(text, NAME_CHARS)}. ${which}: ${tones}`
}

/**
 * A span with the role of a button, as a real button is one block that cannot wrap with the sentence around it.
 *
 * @param {MarkPiece} piece
 * @param {(mark: HTMLElement, piece: MarkPiece) => void} open
 */
function drawMark(piece, open) {
  const [first] = piece.marks
  const tone = first ? worst([first.tone, ...piece.marks.map((mark) => mark.tone)]) : 'unchecked'
  const role = { role: 'button', tabindex: 0, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }
  const begins = piece.starts.map(({ finding }) => finding).sort((a, b) => a - b)
  const stop = begins.length > 0 ? { ...role, 'aria-label': nameOf(piece) } : {}
  // The number is drawn by the style sheet, so that copying the draft copies the draft.
  const toned = piece.starts[0] && { 'data-number': begins.join('·'), 'data-tone': piece.starts[0].tone }
  const mark = el('span', { class: `mark tone-${tone}`, ...toned, ...stop }, el('span', {}, piece.text))
  mark.addEventListener('click', () => open(mark, piece))
  mark.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open(mark, piece)
  })
  return mark
}

/** Left and right go from mark to mark, for those who would rather not tab. @param {KeyboardEvent} event */
function step(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const { currentTarget, target } = event
  if (!by || !(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return
  const marks = [...currentTarget.querySelectorAll('[role=button]')]
  const next = marks[marks.indexOf(target) + by]
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}

/**
 * The draft with its findings marked in place.
 *
 * @param {Marked} block
 * @param {ReadonlyMap<number, Finding>} findings of the same reply, by number
 * @param {Reason} reason
 */
export function drawMarked(block, findings, reason) {
  const { pieces, unshown } = toPieces(block.text, block.marks)
  /** @param {HTMLElement} mark @param {MarkPiece} piece */
  const open = (mark, piece) => reason.open(mark, piece.marks, findings)
  const draft = el('div', {
    class: 'draft',
    role: 'group',
    'aria-label': 'Your draft',
    ...TYPED,
    onkeydown: step,
  })
  let left = 0
  for (const piece of pieces) {
    if (piece.type === 'text') draft.append(piece.text)
    else if (piece.type === 'mark') draft.append(drawMark(piece, open))
    else {
      left += piece.chars
      const words = `${count.format(piece.chars)} characters not shown`
      draft.append(el('span', { class: 'gap', dir: 'ltr' }, words))
    }
  }
  /** @type {string[]} */
  const notes = []
  if (block.marks.length > 0) notes.push('Choose a mark to see why.')
  if (left > 0)
    notes.push('This draft is long: only the beginning and what stands around the marks is shown.')
  if (unshown > 0) notes.push(`${count.format(unshown)} more marks are not drawn.`)
  const hint = notes.length > 0 ? el('p', { class: 'hint' }, notes.join(' ')) : null
  return el('section', { class: 'card' }, el('h3', { class: 'label' }, 'Your draft'), draft, hint)
}
