/** @import { Block, Button } from '../../../bot/reply.ts' */
/** @import { Hands } from './draw.js' */
import { copyButton } from './copy.js'
import { el, freshId } from './element.js'

const MORE = 'More…'

/**
 * Few buttons at once; the others open below them. Not a menu in the sense of ARIA: they stay buttons, which Tab
 * reaches and a screen reader names.
 *
 * @param {Extract<Block, { type: 'buttons' }>} block
 * @param {Hands} hands
 */
export function drawButtons({ buttons }, hands) {
  const more = buttons.filter((button) => button.more)
  // Behind a button that hides one other, or all of them, nobody finds anything faster.
  const hidden = more.length > 1 && more.length < buttons.length ? more : []
  const shown = buttons.filter((button) => !hidden.includes(button))
  /** @param {Button} button */
  const draw = (button) => drawButton(button, hands)
  return el(
    'div',
    { class: 'buttons' },
    ...shown.map(draw),
    ...(hidden.length > 0 ? fold(hidden.map(draw)) : []),
  )
}

/** @param {Button} button @param {Hands} hands */
function drawButton(button, hands) {
  if (button.does === 'copy') return copyButton(button.label, button.value, hands.announce, button.style)
  const node = el('button', { type: 'button', class: `button ${button.style}` }, button.label)
  node.addEventListener('click', async () => {
    if (await hands.press(button, node)) node.dispatchEvent(new Event('answered', { bubbles: true }))
  })
  return node
}

/** @param {readonly HTMLElement[]} nodes @returns {[HTMLElement, HTMLElement]} */
function fold(nodes) {
  const list = el('div', { class: 'buttons more', id: freshId(), hidden: true }, ...nodes)
  const toggle = el(
    'button',
    { type: 'button', class: 'button plain fold', 'aria-expanded': 'false', 'aria-controls': list.id },
    MORE,
  )
  /** @param {boolean} open */
  const set = (open) => {
    list.hidden = !open
    toggle.setAttribute('aria-expanded', String(open))
  }
  const isOpen = () => toggle.getAttribute('aria-expanded') === 'true'
  toggle.addEventListener('click', () => {
    set(!isOpen())
    // On a phone it opens below the edge, where nobody sees that anything happened.
    if (isOpen()) list.scrollIntoView({ block: 'nearest' })
  })
  // Whoever chose goes on below; what they come back to is short again.
  list.addEventListener('answered', () => set(false))
  /** @param {KeyboardEvent} pressed */
  const close = ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return
    set(false)
    toggle.focus()
  }
  toggle.addEventListener('keydown', close)
  list.addEventListener('keydown', close)
  return [toggle, list]
}
