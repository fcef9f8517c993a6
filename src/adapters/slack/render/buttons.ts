import type { ActionsBlockElement, KnownBlock, Overflow, PlainTextOption, StaticSelect } from '@slack/types'
import { type Button, inSight, MORE } from '../../../bot/reply.ts'
import { APART, COPY_ACTION, PICK_ACTION, writePick } from '../actions.ts'
import { LIMITS } from './limits.ts'
import { clean, clip, plain } from './text.ts'

/** Numbers what needs an id of its own within one message. */
export interface Numbering {
  next(): number
}

/** From so many buttons on that do the same, one choice is easier on a thumb. */
const FOLDED = 3
const PICK = 'Is it something else?'
/** Buttons in a row: more than this wraps badly on a phone. */
const ROW = 5
/** So many too many for the menu stand beside it rather than in a list that has to be scrolled. */
const BESIDE = 2

/**
 * Buttons as rows of them, with a menu ("…") for those out of sight. A menu forgets what was chosen in it, so that
 * the same can be chosen again, where a list goes on showing it; a list is for what a draft is, or for very many.
 * @param verdict whether they stand under one: then ways to say the same differently are one list.
 */
export function drawButtons(buttons: readonly Button[], ids: Numbering, verdict = false): KnownBlock[] {
  const { shown, more } = inSight(buttons)
  const draw = (some: readonly Button[]) => some.map((button) => drawButton(button, ids))
  const alike = verdict ? sameAction(more.length > 0 ? more : shown) : []
  const list = alike.length > 0 ? [{ type: 'actions' as const, elements: [select(alike, PICK, ids)] }] : []
  const left = (some: readonly Button[]) => some.filter((button) => !alike.includes(button))
  if (more.length === 0) return [...list, ...rows(draw(left(shown)))]
  const { fitting, others } = optional(left(more))
  if (fitting.length > LIMITS.options.overflow + BESIDE)
    return rows([...draw([...shown, ...others]), select(fitting, MORE, ids)])
  // Those that people need first come out of the menu when it is full.
  const out = fitting.slice(
    0,
    fitting.length === 1 ? 1 : Math.max(0, fitting.length - LIMITS.options.overflow),
  )
  const within = fitting.slice(out.length)
  const menu = within.length > 0 ? [overflow(within, ids)] : []
  return [...rows([...draw([...shown, ...out, ...others]), ...menu]), ...list]
}

export function rows(elements: readonly ActionsBlockElement[]): KnownBlock[] {
  const out: KnownBlock[] = []
  for (let i = 0; i < elements.length; i += ROW)
    out.push({ type: 'actions', elements: elements.slice(i, i + ROW) })
  return out
}

function drawButton({ action, label, value, style, does }: Button, ids: Numbering): ActionsBlockElement {
  const carried = clip(value, LIMITS.button.value)
  return {
    type: 'button',
    text: plain(label, LIMITS.button.text),
    action_id: clip(`${does === 'copy' ? COPY_ACTION : action}${APART}${ids.next()}`, LIMITS.actions.id),
    ...(carried ? { value: carried } : {}),
    ...(style === 'plain' ? {} : { style }),
  }
}

const carriedBy = ({ action, value }: Button) => writePick(action, clean(value), LIMITS.option.value)

/**
 * Which of them an option can carry, and no two the same. Words to copy are mostly too long for one, and are to be
 * found in one place, so that they stay buttons however short they are.
 */
function optional(buttons: readonly Button[]) {
  const values = buttons.map(carriedBy)
  const fits = ({ does }: Button, index: number) =>
    does === 'send' && values[index] !== undefined && values.indexOf(values[index]) === index
  return { fitting: buttons.filter(fits), others: buttons.filter((button, index) => !fits(button, index)) }
}

/** Ways to say the same thing differently ("It is an ad", "It is a story") fill a phone when each is a button. */
function sameAction(buttons: readonly Button[]): readonly Button[] {
  const plainOnes = buttons.filter(({ does, style }) => does === 'send' && style === 'plain')
  const groups = Map.groupBy(plainOnes, ({ action }) => action)
  const alike = [...groups.values()].find(({ length }) => length >= FOLDED) ?? []
  return optional(alike).others.length === 0 ? alike : []
}

function options(buttons: readonly Button[]): PlainTextOption[] {
  return buttons.map((button) => ({
    text: plain(button.label, LIMITS.option.text),
    value: carriedBy(button) as string,
  }))
}

function select(buttons: readonly Button[], placeholder: string, ids: Numbering): StaticSelect {
  return {
    type: 'static_select',
    action_id: `${PICK_ACTION}${APART}${ids.next()}`,
    placeholder: plain(placeholder, LIMITS.placeholder),
    options: options(buttons),
  }
}

function overflow(buttons: readonly Button[], ids: Numbering): Overflow {
  return { type: 'overflow', action_id: `${PICK_ACTION}${APART}${ids.next()}`, options: options(buttons) }
}
