import type { Block, Field } from '../../../bot/reply.ts'
import { comma } from '../carried.ts'
import { BOX_BYTES } from './limits.ts'
import { bytesOf, clip, type Part, plain, rich } from './text.ts'

type Form = Extract<Block, { type: 'form' }>

const TOO_LONG =
  'Your words are longer than this box takes, so it is empty. Paste the part that you want to change.'
const FILES = 'Send pictures to me in our chat; a card takes none.'
const MISSING = 'Please fill this in.'

/** How much of a form is left out so that its card fits. */
export interface Room {
  hints: boolean
  options: number
  box: number
}
export const ROOMS: readonly Room[] = [
  { hints: true, options: 100, box: BOX_BYTES },
  { hints: true, options: 100, box: 2000 },
  { hints: false, options: 40, box: 500 },
  { hints: false, options: 12, box: 0 },
]

export function drawFields({ fields }: Form, before: string, room: Room): Part[] {
  return fields.flatMap((field) => drawField(field, before, room))
}

function drawField(field: Field, before: string, room: Room): Part[] {
  if (field.type === 'files') return rich([{ text: `${field.label}\n${FILES}` }])
  const typed = field.type === 'text' || field.type === 'longtext'
  const long = typed && bytesOf(first(field)) > room.box && first(field) !== ''
  const shown = long ? { ...field, initial: undefined } : field
  const input = {
    id: `${before}${field.name}`,
    label: plain(field.label, 150),
    isRequired: field.required,
    ...(field.required ? { errorMessage: MISSING } : {}),
    ...element(shown, room),
  }
  return [
    ...(long ? rich([{ text: TOO_LONG }]) : []),
    input,
    ...(field.hint && room.hints
      ? rich([{ text: clip(field.hint, 300), style: { size: 'small', isSubtle: true } }]).map((part) => ({
          ...part,
          spacing: 'None',
        }))
      : []),
  ]
}

function first({ initial }: Field): string {
  return [initial ?? ''].flat()[0] ?? ''
}

function element(field: Exclude<Field, { type: 'files' }>, room: Room): Part {
  const initial = first(field).toWellFormed()
  const value = initial ? { value: initial } : {}
  switch (field.type) {
    case 'choice':
      return { type: 'Input.ChoiceSet', style: 'compact', ...choices(field, room, (one) => one), ...value }
    case 'choices': {
      const many = [field.initial ?? []].flat().map(comma).join(',')
      const start = many ? { value: many } : {}
      const set = { style: 'expanded', isMultiSelect: true, ...choices(field, room, comma) }
      return { type: 'Input.ChoiceSet', ...set, ...start }
    }
    case 'date':
      return { type: 'Input.Date', ...(/^\d{4}-\d{2}-\d{2}$/.test(initial) ? value : {}) }
    case 'number':
      return {
        type: 'Input.Number',
        ...(/^-?\d{1,15}$/.test(initial) ? { value: Number(initial) } : {}),
      }
    default:
      return { type: 'Input.Text', isMultiline: field.type === 'longtext', ...value }
  }
}

/** A card takes no set without choices, and none without a value. */
function choices({ options = [] }: Field, room: Room, as: (value: string) => string): { choices: object[] } {
  const all = options.slice(0, room.options).map(({ value, label }) => ({
    title: plain(label, 75),
    value: as(value.toWellFormed()) || '-',
  }))
  return { choices: all.length > 0 ? all : [{ title: '–', value: '-' }] }
}
