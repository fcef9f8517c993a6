import { stateOf } from '../../bot/states.ts'
import { type Day, isDay } from '../../knowledge/clocks/day.ts'
import type { BreachFacts } from '../../knowledge/clocks/facts.ts'
import { Refused } from '../io.ts'
import type { DeadlinesOptions } from './deadlines.ts'

/** @throws Refused with one line that names the option; never what was typed. */
export function readFacts(options: DeadlinesOptions): BreachFacts {
  const {
    discovered,
    people,
    state = [],
    agentDiscovered,
    foundByBusinessAssociate,
    holdUntil,
    oralHold,
  } = options
  if (discovered === undefined || people === undefined)
    throw new Refused('deadlines needs --discovered with a day and --people with a number, or "unknown"')
  if (holdUntil !== undefined && oralHold !== undefined)
    throw new Refused('a written hold takes the place of an oral one: give --hold-until alone')
  const agentDay = agentDiscovered === undefined ? undefined : readDay(agentDiscovered, '--agent-discovered')
  return {
    discovered: readDay(discovered, '--discovered'),
    agentDiscovered: agentDay,
    people: people === 'unknown' ? undefined : readCount(people, '--people'),
    residents: readResidents(state),
    ...(foundByBusinessAssociate ? { businessAssociate: { standing: 'unknown' as const } } : {}),
    ...(holdUntil === undefined
      ? {}
      : { hold: { kind: 'written' as const, until: readDay(holdUntil, '--hold-until') } }),
    ...(oralHold === undefined
      ? {}
      : { hold: { kind: 'oral' as const, stated: readDay(oralHold, '--oral-hold') } }),
  }
}

export const readToday = (text: string): Day => readDay(text, '--today')

function readDay(text: string, option: string): Day {
  if (isDay(text)) return text
  throw new Refused(`${option} wants a day that exists, written like 2026-03-10`)
}

function readCount(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Refused(`${option} wants a whole number, like 12, or "unknown"`)
}

function readResidents(given: readonly string[]): Record<string, number | 'unknown'> {
  const residents: Record<string, number | 'unknown'> = {}
  for (const text of given) {
    const [name = '', count, ...more] = text.split('=')
    if (count === undefined || more.length > 0)
      throw new Refused('--state wants a State and a number, like TX=12')
    const state = stateOf(name)
    if (state === undefined)
      throw new Refused(
        '--state names no State or territory that is known; write its two letters, like TX=12',
      )
    if (state in residents) throw new Refused(`--state gives ${state} twice; add the numbers up`)
    residents[state] = count === 'unknown' ? 'unknown' : readCount(count, '--state')
  }
  return residents
}
