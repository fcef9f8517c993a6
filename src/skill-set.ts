import type { Model } from './bot/model/model.ts'
import type { Skill } from './bot/skill.ts'
import type { ReadingRoom } from './knowledge/reading-room.ts'
import type { StateLaw } from './knowledge/state-law.ts'
import type { Templates } from './knowledge/templates.ts'
import type { Engine } from './rules/verdict.ts'
import { createAsk } from './skills/ask/skill.ts'
import { createCheck } from './skills/check/skill.ts'
import { createDigest } from './skills/digest/skill.ts'
import { createIncident } from './skills/incident/skill.ts'
import { createRewrite } from './skills/rewrite/skill.ts'

export interface Library {
  engine: Engine
  room: ReadingRoom
  templates: Templates
  law: StateLaw
  /** Left out: there is none. */
  model?: Model
}

/** Everything that Chaperone can do, one line each. */
export function createSkills({ engine, room, templates, law, model }: Library): Skill[] {
  const skills: Skill[] = [
    createCheck(engine, model),
    createAsk(room, engine, model),
    createRewrite(engine, templates, model),
    createIncident(engine, law),
    createDigest(() => skills),
  ]
  return skills
}
