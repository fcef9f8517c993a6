import type { Question } from '../../../bot/flow/copy.ts'
import { PRACTICE_PLATFORMS } from '../../../bot/practice.ts'
import { CHECKLIST, platformName } from '../../../bot/records/authorization.ts'
import { ADD } from '../copy/form.ts'
import type { Raw } from './read.ts'
import { WRONGS } from './words.ts'

export const STEPS = [
  'code',
  'subject',
  'content',
  'platforms',
  'signer',
  'has',
  'dates',
  'rest',
  'review',
] as const
export type StepName = (typeof STEPS)[number]
export type Asked = Exclude<StepName, 'review'>

export type Values = Readonly<Record<string, string | string[]>>
export type Given = string | Readonly<Record<string, string | string[] | boolean>>
export type Fields = NonNullable<Question['form']>['fields']

export const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export const word = (values: Values, name: string): { initial?: string } => {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? { initial: value } : {}
}
export const ticked = (values: Values, name: string): { initial?: string[] } => {
  const value = values[name]
  return Array.isArray(value) ? { initial: value } : {}
}
export const given = (from: Given, name: string): string => {
  const value = typeof from === 'string' ? undefined : from[name]
  return typeof value === 'string' ? value.trim() : ''
}
/** Some surfaces send one ticked box as a string. */
export const boxes = (from: Given, name: string): string[] => {
  const value = typeof from === 'string' ? undefined : from[name]
  return typeof value === 'string' ? [value].filter(Boolean) : Array.isArray(value) ? value : []
}

const ALL = 'all'

export const platformOptions = () => [
  ...PRACTICE_PLATFORMS.map((value) => {
    const label = platformName(value)
    return { value, label: label.charAt(0).toUpperCase() + label.slice(1) }
  }),
  { value: ALL, label: ADD.platforms.all },
]

/** As the reader takes it: day and event are one answer there, and a checklist says what is missing. */
export function rawOf(values: Values): Raw {
  const { ends, event, has, wrong, ...rest } = values
  const day = typeof ends === 'string' ? ends : ''
  return {
    ...rest,
    ...(ends !== undefined || event !== undefined ? { expires: day || event || '' } : {}),
    ...(has !== undefined ? { lacks: lacksFrom(has, wrong) } : {}),
  }
}

/** What was not ticked, and what was ticked among the wrongs, as one list; "none" where there is neither. */
function lacksFrom(has: string | string[], wrong: string | string[] | undefined): string[] {
  const found = [
    ...CHECKLIST.filter((item) => !has.includes(item)),
    ...WRONGS.filter((one) => wrong?.includes(one) === true),
  ]
  return found.length > 0 ? found : ['none']
}
