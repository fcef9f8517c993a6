import { FORMS } from '../copy.ts'
import { COPY } from '../report/copy.ts'
import { count, day, isProblem, type Raw, type Read, states, words } from '../report/read.ts'
import { type Facts, SOURCES } from './entries.ts'
import { type Fields, labelsFor, longtext, pick } from './fields.ts'
import { needed, type Written } from './written.ts'

/** The numbers and days that the clocks go by, to be corrected with a reason. */
export function factsFields({ discovered, people, states: residents, holdUntil, source }: Facts): Fields {
  const where = Object.entries(residents).map(([code, number]) =>
    number === null ? code : `${code} ${number}`,
  )
  return [
    { name: 'discovered', label: FORMS.discovered, type: 'date', initial: discovered },
    { name: 'people', label: FORMS.people, type: 'text', initial: people === null ? '' : String(people) },
    { name: 'states', label: FORMS.states, type: 'text', initial: where.join(', ') },
    pick('source', FORMS.source, labelsFor.sources, source),
    { name: 'hold', label: FORMS.hold, type: 'date', ...(holdUntil ? { initial: holdUntil } : {}) },
    longtext('why', FORMS.why, FORMS.noNames),
  ]
}

/** @param today YYYY-MM-DD in the practice's time zone. */
export function readFacts(raw: Raw, today: string, mask: (text: string) => string): Read<Written> {
  const discovered = day(words(raw, 'discovered'))
  if (isProblem(discovered)) return discovered
  if (discovered.value === null) return { problem: COPY.problems.day }
  if (discovered.value > today) return { problem: FORMS.futureDay }
  const people = count(words(raw, 'people'))
  if (isProblem(people)) return people
  const residents = states(words(raw, 'states'))
  if (isProblem(residents)) return residents
  const sum = Object.values(residents.value).reduce<number>((total, number) => total + (number ?? 0), 0)
  if (people.value !== null && sum > people.value) return { problem: COPY.problems.statesSum }
  const hold = day(words(raw, 'hold'))
  if (isProblem(hold)) return hold
  const why = needed(raw, 'why', mask)
  if (isProblem(why)) return why
  const facts: Facts = {
    discovered: discovered.value,
    people: people.value,
    states: residents.value,
    holdUntil: hold.value,
    source: SOURCES.find((one) => one === words(raw, 'source')) ?? 'us',
  }
  return { value: { what: 'facts', details: { facts, why: why.value } } }
}
