import type { Body, Event, Surface as SurfaceName } from '../../src/bot/event.ts'
import { createPipeline, type Pipeline } from '../../src/bot/pipeline.ts'
import { NO_PRACTICE, type Practice } from '../../src/bot/practice.ts'
import { openEngine } from '../../src/library.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import { createCheck } from '../../src/skills/check/skill.ts'
import { type FakePorts, fakePorts } from './fake-ports.ts'

/** The real hall with the real rules and every skill, over ports that stand still. */
export function openHall(facts: PracticeFacts): { pipeline: Pipeline; ports: FakePorts } {
  const ports = fakePorts()
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const practice: Practice = { ...NO_PRACTICE, ...given, written: Object.keys(given).length > 0 }
  return { ports, pipeline: createPipeline({ ports, practice, skills: [createCheck(engine())] }) }
}

let opened: ReturnType<typeof openEngine> | undefined
/** Reading the word lists takes a moment, and no transcript changes them. */
function engine() {
  opened ??= openEngine()
  return opened
}

export function eventOf(surface: SurfaceName, person: string, body: Body, { ids, clock }: FakePorts): Event {
  return {
    id: `${surface}:${ids.next()}`,
    surface,
    at: new Date(clock.now()).toISOString(),
    person: { id: person },
    place: { id: `with-${person}`, private: true },
    body,
  }
}
