import type { Model } from './bot/model/model.ts'
import type { Skill } from './bot/skill.ts'
import type { ReadingRoom } from './knowledge/reading-room.ts'
import type { StateLaw } from './knowledge/state-law.ts'
import type { Templates } from './knowledge/templates.ts'
import type { Engine } from './rules/verdict.ts'
import { createApprove } from './skills/approve/skill.ts'
import { createAsk } from './skills/ask/skill.ts'
import { createAuthorization } from './skills/authorization/skill.ts'
import { createCheck } from './skills/check/skill.ts'
import { createDigest } from './skills/digest/skill.ts'
import { createIncident } from './skills/incident/skill.ts'
import { createPhoto } from './skills/photo/skill.ts'
import { createRewrite } from './skills/rewrite/skill.ts'

export interface Library {
  engine: Engine
  lexicon: Parameters<typeof createPhoto>[1]
  room: ReadingRoom
  templates: Templates
  law: StateLaw
  /** What looks at pictures that are tied to a form; left out: nobody can. */
  eyes?: Parameters<typeof createAuthorization>[1]
  /** Where tickets are mirrored; left out: nowhere. */
  mirrors?: Parameters<typeof createIncident>[2]
  /** Left out: there is none. */
  model?: Model
  /** Reads drafts elsewhere. */
  read?: Parameters<typeof createCheck>[2]
}

/** What runs by itself, every minute; each decides whether there is anything to do. */
export const JOBS = ['incident/remind', 'authorization/tick', 'approve/tick', 'digest/tick']

/** Everything that Chaperone can do, one line each. */
export function createSkills({
  engine,
  lexicon,
  room,
  templates,
  law,
  mirrors = [],
  eyes,
  model,
  read,
}: Library): Skill[] {
  const skills: Skill[] = [
    createCheck(engine, model, read),
    createAsk(room, engine, model),
    createRewrite(engine, templates, model),
    createIncident(engine, law, mirrors),
    createPhoto(engine, lexicon),
    createApprove(engine),
    createAuthorization(engine, eyes),
    createDigest(() => skills),
  ]
  return skills
}
