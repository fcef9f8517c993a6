import { type Button, inSight, MORE } from '../../../bot/reply.ts'
import { type Carried, writeCarried } from '../carried.ts'
import { CARD_BYTES, MENU_BYTES, ROW, ROW_CHARACTERS } from './limits.ts'
import { bytesOf, type Part, plain } from './text.ts'

/** Where a card stands: dialogs of message extensions know no Action.Execute. */
export type Where = 'chat' | 'dialog'

const WINDOW = 'Answer in a window'
/** A value up to here goes out twice, for clients that know no Action.Execute. */
const TWICE = 300

/** Buttons as rows of them; those out of sight stand on a card of their own that opens below. */
export function drawButtons(buttons: readonly Button[], where: Where): Part[] {
  const draw = (some: readonly Button[]) => some.map((button) => drawButton(button, where))
  const { shown, more } = inSight(buttons)
  const { within, beside } = fitting(draw(more))
  return rows([
    ...draw(shown),
    ...beside,
    ...(within.length > 0 ? [menu(within)] : []),
    ...(where === 'chat' ? opener(buttons) : []),
  ])
}

/**
 * Of everything that could hold them this alone says in words what it is, and the oldest clients know it: three dots
 * (mode: secondary) say nothing, and beside two buttons a phone has no room for them.
 */
function menu(actions: readonly Part[]): Part {
  const body = actions.map((action) => ({ type: 'ActionSet', actions: [action] }))
  return { type: 'Action.ShowCard', title: MORE, card: { type: 'AdaptiveCard', body } }
}

/** Small enough to stay where a long reply is cut; what carries most stands beside the menu then. */
function fitting(actions: readonly Part[]): { within: Part[]; beside: Part[] } {
  let room = MENU_BYTES
  const kept = new Set<Part>()
  for (const action of actions.toSorted((a, b) => bytesOf(a) - bytesOf(b))) {
    room -= bytesOf(action) + AROUND
    if (room >= 0) kept.add(action)
  }
  return {
    within: actions.filter((action) => kept.has(action)),
    beside: actions.filter((action) => !kept.has(action)),
  }
}
/** Bytes of the row that an action stands in. */
const AROUND = 40

/**
 * A guided conversation can go on in a dialog. Where a client has none, the question stands on the card above as
 * well, and a press brings it once more as a card.
 */
function opener(buttons: readonly Button[]): Part[] {
  const [skill, name] = buttons.at(-1)?.action.split('/') ?? []
  if (name !== 'pause') return []
  const data = {
    msteams: { type: 'task/fetch' },
    ...writeCarried({ does: 'press', action: `${skill}/resume` }),
  }
  return [{ type: 'Action.Submit', title: WINDOW, data, associatedInputs: 'none' }]
}

function drawButton({ action, label, value, style, does }: Button, where: Where): Part {
  const carried: Carried =
    does === 'copy' ? { does: 'copy', value: value.toWellFormed() } : { does: 'press', action, value }
  return act(label, carried, where, {
    associatedInputs: 'none',
    ...(style === 'plain' ? {} : { style: style === 'primary' ? 'positive' : 'destructive' }),
  })
}

/** An action of a card; the verb says to Teams what `data` says to us. */
export function act(label: string, carried: Carried, where: Where, more: object): Part {
  const whole = { ...carried, value: (carried.value ?? '').toWellFormed() }
  const title = plain(label, 75)
  const submit = { type: 'Action.Submit', title, data: writeCarried(whole), ...more }
  if (where === 'dialog') return submit
  const fallback = bytesOf(whole) <= TWICE ? { fallback: submit } : {}
  return { ...submit, type: 'Action.Execute', verb: carried.does, ...fallback }
}

function rows(actions: readonly Part[]): Part[] {
  const out: Part[] = []
  let row: Part[] = []
  for (const action of actions) {
    const wide = [...row, action].reduce((sum, { title }) => sum + String(title).length, 0) > ROW_CHARACTERS
    if (row.length === ROW || (row.length > 0 && (wide || bytesOf([...row, action]) > CARD_BYTES / 4))) {
      out.push({ type: 'ActionSet', actions: row })
      row = []
    }
    row.push(action)
  }
  if (row.length > 0) out.push({ type: 'ActionSet', actions: row })
  return out
}
