import {
  type Attention,
  type Authorization,
  type Day,
  needsAttention,
  standing,
  stands,
  written,
} from '../../../bot/records/authorization.ts'
import type { BlockDraft, ReplyDraft } from '../../../bot/reply.ts'
import { NOTICE } from '../copy/acts.ts'
import { BUTTONS, SHOW, standingShort } from '../copy/show.ts'
import { expiryWords } from './lines.ts'

/** As many as anybody reads, and as a row of buttons holds. */
const MOST_LISTED = 20

export const ADD_BUTTON = {
  action: 'authorization/start',
  label: BUTTONS.add,
  style: 'primary' as const,
}
const NEEDS_BUTTON = { action: 'authorization/needs', label: BUTTONS.expiring }

export const lineOf = (form: Authorization, today: Day): string =>
  SHOW.line(
    form.code,
    form.number,
    standingShort(standing(form, today)),
    stands(standing(form, today)) ? expiryWords(form.terms.expires) : '',
  )

/** Newest first; those that stand before those that are over. */
export function showList(forms: readonly Authorization[], today: Day): ReplyDraft {
  if (forms.length === 0)
    return {
      blocks: [{ type: 'text', text: SHOW.none }, row([ADD_BUTTON])],
      summary: SHOW.none,
    }
  const rank = (form: Authorization) => (stands(standing(form, today)) ? 0 : 1)
  const sorted = forms.toReversed().toSorted((a, b) => rank(a) - rank(b))
  const shown = sorted.slice(0, MOST_LISTED)
  const left = sorted.length - shown.length
  const title = `${SHOW.list}: ${forms.length}`
  return {
    blocks: [
      { type: 'heading', text: title },
      { type: 'text', text: shown.map((form) => lineOf(form, today)).join('\n') },
      ...(left > 0 ? [{ type: 'note' as const, text: SHOW.more(left) }] : []),
      row(shown.map(openButton)),
      row([ADD_BUTTON, NEEDS_BUTTON]),
    ],
    summary: title,
  }
}

/** What somebody has to see to, the most pressing first. */
export function showNeeds(forms: readonly Authorization[], today: Day): ReplyDraft {
  const needs = needsAttention(forms, today)
  if (needs.length === 0) return { blocks: [{ type: 'text', text: NOTICE.nothing }], summary: NOTICE.nothing }
  const numbers = [...new Set(needs.map(({ number }) => number))].slice(0, MOST_LISTED)
  const known = forms.filter(({ number }) => numbers.includes(number))
  return {
    blocks: [
      { type: 'heading', text: NOTICE.daily },
      { type: 'text', text: needs.slice(0, 100).map(needLine).join('\n') },
      row(known.map(openButton)),
    ],
    summary: `${NOTICE.daily}: ${numbers.length}`,
  }
}

export function needLine({ what, code, on, days = 0, count = 0 }: Attention): string {
  const day = on === undefined ? '' : written(on)
  switch (what) {
    case 'take-down':
      return NOTICE['take-down'](code, count, day)
    case 'expiring':
    case 'comes-of-age':
      return NOTICE[what](code, day, days)
    case 'came-of-age':
      return NOTICE[what](code, day)
    default:
      return NOTICE[what](code)
  }
}

/** Which form covers a draft: those that stand today, for whoever was just told that one is needed. */
export function showPick(forms: readonly Authorization[], check: string, today: Day): ReplyDraft {
  const standingNow = forms.filter((form) => stands(standing(form, today))).toReversed()
  const shown = standingNow.slice(0, MOST_LISTED)
  const says = shown.length === 0 ? SHOW.pickNone : SHOW.pick
  const blocks: BlockDraft[] = [
    { type: 'text', text: says },
    ...(shown.length > 0
      ? [
          { type: 'text' as const, text: shown.map((form) => lineOf(form, today)).join('\n') },
          row(
            shown.map(({ code, number }) => ({
              action: 'check/again',
              label: `${SHOW.use} ${code}`,
              value: `check=${check}&form=${number}`,
            })),
          ),
        ]
      : []),
    // Several people in a post need several forms, and one press names one.
    ...(standingNow.length > 1
      ? [
          {
            type: 'form' as const,
            form: `check/again#${check}`,
            title: SHOW.pick,
            submit: SHOW.pickSubmit,
            fields: [{ name: 'authorization', label: SHOW.pickCode, type: 'text' as const, required: true }],
          },
        ]
      : []),
    row([ADD_BUTTON, { action: 'authorization/list', label: BUTTONS.list }]),
  ]
  return { blocks, summary: says }
}

const openButton = ({ code, number }: Authorization) => ({
  action: 'authorization/show',
  label: BUTTONS.open(code),
  value: number,
})

type ButtonDraft = Extract<BlockDraft, { type: 'buttons' }>['buttons'][number]
const row = (buttons: ButtonDraft[]): BlockDraft => ({ type: 'buttons', buttons })
