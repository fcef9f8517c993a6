import type { Event } from './event.ts'
import type { Ports } from './ports.ts'
import type { Practice } from './practice.ts'
import type { BlockDraft, ReplyDraft } from './reply.ts'
import type { Role } from './roles.ts'

/** What the router made of an event: which skill, what for, with which words. */
export interface Intent {
  skill: string
  name: string
  /** Text to work on, if any. */
  text: string
  values: Readonly<Record<string, string | readonly string[] | boolean>>
}

export interface SkillContext {
  event: Event
  practice: Practice
  roles: ReadonlySet<Role>
  ports: Ports
}

/** One folder, one job. Skills never meet; what they share goes through the store or an event. */
export interface Skill {
  name: string
  /** One sentence for docs/skills.md and for help texts. */
  about: string
  /** Who may use it; `staff` is everybody in the practice file. */
  needs: Role
  intents: readonly string[]
  run(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]>
  /** What it has for the page that somebody sees first; nothing where nothing needs them. */
  home?(context: SkillContext): Promise<BlockDraft[]>
}
