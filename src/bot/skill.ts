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
  /** What the other skills have for this person's home view (see Skill.home). Absent where there is no hall. */
  homeParts?(): Promise<readonly BlockDraft[]>
  /**
   * Shows how the one reply of this run begins, while it is still being made: its first block is a text that begins
   * with all that was shown. Absent where an answer comes whole.
   */
  grow?(words: string): void
}

/** What needs a person, in one line. Never a word that somebody typed, never who is behind a number. */
export interface Attention {
  what:
    | 'untaken'
    | 'clock'
    | 'approval'
    | 'takedown'
    | 'authorization'
    | 'publication'
    | 'delivery'
    | 'unread'
    | 'mirror'
    | 'question'
  /** Of the record, where there is one: INC-2026-0001. */
  number?: string
  says: string
  /** YYYY-MM-DD: the day by which, in the practice's time zone. */
  due?: string
  /** The button that leads to the thing itself: "skill/intent", its value, and its words. */
  opens?: { action: string; value: string; label: string }
}

/** One folder, one job. Skills never meet; what they share goes through the store or an event. */
export interface Skill {
  name: string
  /** One sentence for docs/skills.md and for help texts. */
  about: string
  /** Who may use it; `staff` is everybody in the practice file. */
  needs: Role
  intents: readonly string[]
  /**
   * What needs this person today, for the digest and for wherever they begin. Reads alone, and shows itself in no
   * trail: it names records and opens none.
   */
  attention?(context: Omit<SkillContext, 'event'>): Promise<readonly Attention[]>
  run(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]>
  /**
   * What this skill has for the page that this person sees first: what waits for them today, nothing that they
   * cannot act on, and nothing at all where nothing waits. At most 20 blocks, no form.
   */
  home?(context: SkillContext): Promise<readonly BlockDraft[]>
}
