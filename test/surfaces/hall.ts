import type { Body, Event, Surface as SurfaceName } from '../../src/bot/event.ts'
import type { Model } from '../../src/bot/model/model.ts'
import { createPipeline, type Pipeline } from '../../src/bot/pipeline.ts'
import { NO_PRACTICE, type Practice } from '../../src/bot/practice.ts'
import { openEngine, openKnowledge, openLexicon, openTemplates } from '../../src/library.ts'
import { throughMask } from '../../src/model/masked.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import { createSkills, type Library } from '../../src/skill-set.ts'
import { openStateLaw } from '../../src/state-law-file.ts'
import { fakeModel, type Scripted } from './fake-model.ts'
import { type FakePorts, fakePorts } from './fake-ports.ts'

/** The real hall with the real rules and every skill, over ports that stand still. */
export function openHall(told: PracticeFacts & { model?: Scripted | Model }): {
  pipeline: Pipeline
  ports: FakePorts
} {
  const ports = fakePorts()
  const { model, ...facts } = told
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const practice: Practice = { ...NO_PRACTICE, ...given, written: Object.keys(given).length > 0 }
  return { ports, pipeline: createPipeline({ ports, practice, skills: skills(model) }) }
}

/** Articles of the tests' own: a transcript is about the way of a question, not about what the house knows today. */
const SHELVES = new URL('../knowledge/fixtures/', import.meta.url)
/** Reading all of that takes a moment, and no transcript changes any of it. */
let shelf: (Omit<Library, 'model'> & { engine: ReturnType<typeof openEngine> }) | undefined
function library() {
  shelf ??= {
    engine: openEngine(),
    lexicon: openLexicon(),
    room: openKnowledge(SHELVES),
    templates: openTemplates(),
    law: openStateLaw(),
  }
  return shelf
}

function skills(model: Scripted | Model | undefined) {
  const all = library()
  const masked = (text: string) => all.engine.masked(text)
  return createSkills({
    ...all,
    ...(model ? { model: throughMask('sees' in model ? model : fakeModel(model), masked) } : {}),
  })
}

export function eventOf(
  surface: SurfaceName,
  person: string,
  body: Body,
  { ids, clock }: FakePorts,
  channel = false,
): Event {
  return {
    id: `${surface}:${ids.next()}`,
    surface,
    at: new Date(clock.now()).toISOString(),
    person: { id: person },
    place: { id: channel ? 'front' : `with-${person}`, private: !channel },
    body,
  }
}
