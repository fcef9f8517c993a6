import { troubleWith } from '../../../knowledge/clocks/facts.ts'
import { FORMS, TROUBLES } from '../copy.ts'
import { COPY } from '../report/copy.ts'
import { count, day, isProblem, named, type Raw, type Read, states, time, words } from '../report/read.ts'
import { isAfter, moment } from '../report/when.ts'
import { breachOf } from './clocks.ts'
import { type Facts, LICENCES, SOURCES } from './entries.ts'
import { type Fields, labelsFor, longtext, pick } from './fields.ts'
import { needed, type Written } from './written.ts'

type Field = Fields[number]
type DayName = 'startedDay' | 'noticedDay' | 'discovered' | 'associateDiscovered'
type SentName = 'holdUntil' | 'holdStated' | 'lettersSent' | 'hhsTold'

const date = (facts: Facts, name: DayName | SentName): Field => ({
  name,
  label: FORMS[name],
  type: 'date',
  ...(facts[name] ? { initial: facts[name] } : {}),
})
const clock = (facts: Facts, name: 'startedTime' | 'noticedTime'): Field => ({
  name,
  label: FORMS[name],
  hint: COPY.when.timeHint,
  type: 'text',
  ...(facts[name] ? { initial: facts[name] } : {}),
})
const number = (facts: Facts, name: 'people' | 'unreachable'): Field => ({
  name,
  label: FORMS[name],
  type: 'text',
  initial: facts[name] === null ? '' : String(facts[name]),
})

/** The numbers and days that the clocks go by, to be corrected with a reason. */
export function factsFields(facts: Facts): Fields {
  const where = Object.entries(facts.states).map(([code, number]) =>
    number === null ? code : `${code} ${number}`,
  )
  return [
    date(facts, 'startedDay'),
    clock(facts, 'startedTime'),
    date(facts, 'noticedDay'),
    clock(facts, 'noticedTime'),
    date(facts, 'discovered'),
    number(facts, 'people'),
    { name: 'states', label: FORMS.states, type: 'text', initial: where.join(', ') },
    pick('source', FORMS.source, labelsFor.sources, facts.source),
    date(facts, 'associateDiscovered'),
    longtext('why', FORMS.why, FORMS.noNames),
  ]
}

/** What else moves a clock: a hold, a licence, letters that came back, and what went out already. */
export function sentFields(facts: Facts): Fields {
  return [
    date(facts, 'holdUntil'),
    date(facts, 'holdStated'),
    pick('licensed', FORMS.licensed, labelsFor.licences, facts.licensed),
    date(facts, 'lettersSent'),
    date(facts, 'hhsTold'),
    number(facts, 'unreachable'),
    longtext('why', FORMS.why, FORMS.noNames),
  ]
}

export interface FactsNow {
  facts: Facts
  /** Where the practice treats people. */
  practiceStates: readonly string[]
  /** YYYY-MM-DD in the practice's time zone. */
  today: string
  mask: (text: string) => string
}

export function readFacts(raw: Raw, { facts, ...now }: FactsNow): Read<Written> {
  const days = readAll(raw, ['startedDay', 'noticedDay', 'discovered', 'associateDiscovered'], day)
  if (isProblem(days)) return days
  const { discovered } = days.value
  if (!discovered) return named(FORMS.discovered, { problem: COPY.problems.day })
  const times = readAll(raw, ['startedTime', 'noticedTime'], time)
  if (isProblem(times)) return times
  const people = named(FORMS.people, count(words(raw, 'people')))
  if (isProblem(people)) return people
  const residents = named(FORMS.states, states(words(raw, 'states')))
  if (isProblem(residents)) return residents
  const source = SOURCES.find((one) => one === words(raw, 'source')) ?? facts.source
  if (source === 'us' && days.value.associateDiscovered) return { problem: FORMS.associateFirst }
  return settled(raw, now, {
    ...facts,
    ...days.value,
    ...times.value,
    discovered,
    people: people.value,
    states: residents.value,
    source,
  })
}

export function readSent(raw: Raw, { facts, ...now }: FactsNow): Read<Written> {
  const days = readAll(raw, ['holdUntil', 'holdStated', 'lettersSent', 'hhsTold'], day)
  if (isProblem(days)) return days
  const unreachable = named(FORMS.unreachable, count(words(raw, 'unreachable')))
  if (isProblem(unreachable)) return unreachable
  const licensed = LICENCES.find((one) => one === words(raw, 'licensed')) ?? facts.licensed
  return settled(raw, now, { ...facts, ...days.value, unreachable: unreachable.value, licensed })
}

/** Days that cannot lie ahead of us. */
const PAST = ['startedDay', 'noticedDay', 'lettersSent', 'hhsTold'] as const

/** Checked against each other and against the calendar before they are written down. */
function settled(
  raw: Raw,
  { practiceStates, today, mask }: Omit<FactsNow, 'facts'>,
  facts: Facts,
): Read<Written> {
  const ahead = PAST.find((name) => (facts[name] ?? '') > today)
  if (ahead) return named(FORMS[ahead], { problem: COPY.problems.future })
  const began = moment(facts.startedDay, facts.startedTime)
  if (isAfter(began, moment(facts.noticedDay, facts.noticedTime))) return { problem: COPY.problems.order }
  const trouble = troubleWith(breachOf(facts, practiceStates), today)
  if (trouble) return { problem: TROUBLES[trouble] }
  const why = needed(raw, 'why', mask)
  return isProblem(why) ? why : { value: { what: 'facts', details: { facts, why: why.value } } }
}

function readAll<Name extends keyof Facts & keyof typeof FORMS>(
  raw: Raw,
  names: readonly Name[],
  read: (text: string) => Read<string | null>,
): Read<Record<Name, string | null>> {
  const found: Partial<Record<Name, string | null>> = {}
  for (const name of names) {
    const one = named(FORMS[name], read(words(raw, name)))
    if (isProblem(one)) return one
    found[name] = one.value
  }
  return { value: found as Record<Name, string | null> }
}
