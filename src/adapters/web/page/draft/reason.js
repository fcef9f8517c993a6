/** @import { Mark } from '../../../../bot/reply.ts' */
/** @import { Finding } from './finding.js' */
import { el, freshId } from '../element.js'
import { icon } from '../icons.js'
import { drawGroups } from './finding.js'

/** From this width on the reason stands beside its words; below it is a sheet at the foot of the screen. */
const BESIDE = '(min-width: 40rem)'
const SPACE = 8

/**
 * One panel for all marks of the page. It is the browser's own popover: Escape and a tap elsewhere close it, and it
 * lies above everything. Focus goes in, so that the reason is read out, and back to the mark afterwards.
 */
export function createReason() {
  const titleId = freshId()
  const body = el('div')
  const close = el(
    'button',
    { type: 'button', class: 'button plain close', 'aria-label': 'Close' },
    icon('close'),
  )
  const panel = el(
    'div',
    { class: 'reason', popover: 'auto', role: 'dialog', tabindex: -1, 'aria-labelledby': titleId },
    close,
    body,
  )
  document.body.append(panel)
  /** @type {HTMLElement | undefined} */
  let owner
  /** The mark whose reason the finger found open: that tap means "close", which the popover has done already. */
  let pressedOpen = /** @type {HTMLElement | undefined} */ (undefined)

  close.addEventListener('click', () => panel.hidePopover())
  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'closed' || !owner) return
    owner.setAttribute('aria-expanded', 'false')
    if (panel.contains(document.activeElement)) owner.focus({ preventScroll: true })
    owner = undefined
  })
  // The popover closes at pointerdown, before the mark hears its click.
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      pressedOpen = owner && target instanceof Node && owner.contains(target) ? owner : undefined
    },
    true,
  )
  // A press that became no click must not swallow the next key.
  document.addEventListener(
    'keydown',
    () => {
      pressedOpen = undefined
    },
    true,
  )

  /** @param {HTMLElement} mark */
  function place(mark) {
    panel.style.left = ''
    panel.style.top = ''
    const words = mark.getBoundingClientRect()
    if (matchMedia(BESIDE).matches) {
      const first = mark.getClientRects()[0] ?? words
      // As wide as the column at most: a panel that hangs out of it looks like an accident.
      const right = mark.closest('.card')?.getBoundingClientRect().right ?? innerWidth
      const left = Math.min(first.left, right - panel.offsetWidth)
      panel.style.left = `${Math.max(SPACE, left) + scrollX}px`
      panel.style.top = `${words.bottom + SPACE + scrollY}px`
    }
    // Both in sight: the words, and as much of the reason as the screen has room for.
    const sheet = panel.getBoundingClientRect()
    const hidden = matchMedia(BESIDE).matches ? sheet.bottom - innerHeight : words.bottom - sheet.top
    if (hidden + SPACE > 0) scrollBy({ top: Math.min(hidden + SPACE, words.top - SPACE) })
  }

  return {
    /**
     * @param {HTMLElement} mark
     * @param {readonly Mark[]} marks the one meant first
     * @param {ReadonlyMap<number, Finding>} findings
     */
    open(mark, marks, findings) {
      if (pressedOpen === mark) {
        pressedOpen = undefined
        return
      }
      const known = marks.flatMap(({ finding }) => findings.get(finding) ?? [])
      const parts = drawGroups(known, 'h2').flat()
      if (parts.length === 0) parts.push(el('h2', {}, 'Nothing more is said about these words.'))
      parts[0]?.setAttribute('id', titleId)
      body.replaceChildren(...parts)
      owner = mark
      mark.setAttribute('aria-expanded', 'true')
      panel.showPopover()
      place(mark)
      panel.focus({ preventScroll: true })
    },
  }
}
/** @typedef {ReturnType<typeof createReason>} Reason */
