import type { Practice } from '../../../bot/practice.ts'
import type { BlockDraft } from '../../../bot/reply.ts'
import {
  END_NAMES,
  EXCEPTION_NAMES,
  FACTOR_NAMES,
  FINDING_NAMES,
  LICENCE_NAMES,
  OUTCOME_NAMES,
  SOURCE_NAMES,
  WEIGHT_NAMES,
} from '../copy.ts'
import { optionsOf } from '../report/lists.ts'

export type Fields = Extract<BlockDraft, { type: 'form' }>['fields']
type Field = Fields[number]
type Labels = Readonly<Record<string, string>>

/** What one list on a form can hold (see reply.ts). */
const MOST_OPTIONS = 100
const MOST_LABEL = 75

export const line = (text: string): BlockDraft => ({ type: 'text', text })

export const pick = (name: string, label: string, labels: Labels, initial?: string): Field => ({
  name,
  label,
  type: 'choice',
  options: optionsOf(labels).slice(0, MOST_OPTIONS),
  ...(initial === undefined ? {} : { initial }),
})

export const longtext = (name: string, label: string, hint: string): Field => ({
  name,
  label,
  hint,
  type: 'longtext',
  required: true,
})

export const labelsFor = {
  weights: WEIGHT_NAMES,
  factors: FACTOR_NAMES,
  exceptions: EXCEPTION_NAMES,
  outcomes: OUTCOME_NAMES,
  findings: FINDING_NAMES,
  sources: SOURCE_NAMES,
  licences: LICENCE_NAMES,
  ends: END_NAMES,
}

/** Everybody whom the practice file knows by an id somewhere. */
export function peopleOf({ roster, people }: Practice): Record<string, string> {
  const known = roster.flatMap(({ name, ids }) => {
    const [first] = Object.entries(ids)
    return first ? [[first.join(':'), name.slice(0, MOST_LABEL)] as const] : []
  })
  const rest = people.map(
    ({ surface, id }) => [`${surface}:${id}`, `${surface}:${id}`.slice(0, MOST_LABEL)] as const,
  )
  const listed = new Set(roster.flatMap(({ ids }) => Object.entries(ids).map((one) => one.join(':'))))
  return Object.fromEntries([...known, ...rest.filter(([ref]) => !listed.has(ref))])
}
