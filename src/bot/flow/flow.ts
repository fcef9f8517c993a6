import { z } from 'zod'
import type { Ports } from '../ports.ts'
import type { ReplyDraft } from '../reply.ts'
import type { Intent } from '../skill.ts'
import { givenAgain } from './again.ts'
import { asked, begun, changed, gone, later, type Question, stale } from './copy.ts'

/** Where an answer leads. `to: 'done'` ends the dialog. */
export interface Move<State, Name extends string> {
  to: Name | 'done'
  state: State
}

/** One question, how its answer is read, and what follows from it. */
export interface FlowStep<State, Name extends string, Answer = unknown> {
  ask(state: State): Question
  /** Reads a button's choice (a string) or a form's values (an object). */
  answer: z.ZodType<Answer>
  /**
   * What to say when the answer cannot be read; no blame. An issue that `answer` adds itself (code `custom`)
   * says it better: its message is shown instead.
   */
  unclear: string
  next(state: State, answer: Answer): Move<State, Name>
  /** Left out: this question cannot be skipped. */
  skip?(state: State): Move<State, Name>
}

export interface FlowDefinition<State, Name extends string> {
  /** The skill that hands these intents on: see FLOW_INTENTS. */
  skill: string
  /** Raise it whenever steps or state change their meaning: older dialogs go through `upgrade`. */
  version: number
  state: z.ZodType<State>
  first: Name
  begin(): State
  steps: Readonly<Record<Name, FlowStep<State, Name>>>
  /** Runs once, before the dialog is forgotten; if it throws, the last answer can be given again. */
  done(state: State): Promise<readonly ReplyDraft[]>
  /** A state of an older version, and where it stands now; undefined begins again. */
  upgrade?(old: unknown, version: number): { at: Name; state: State } | undefined
  /** How long an unanswered question waits, in milliseconds. */
  keepMs: number
}

export const FLOW_INTENTS = ['start', 'restart', 'answer', 'back', 'skip', 'pause', 'resume'] as const

export interface Flow {
  /** @param key whose dialog it is: a person's id, an incident's. One dialog of a flow for each key. */
  handle(intent: Pick<Intent, 'name' | 'text' | 'values'>, key: string): Promise<readonly ReplyDraft[]>
}

type FlowPorts = Pick<Ports, 'clock' | 'ids'> & {
  store: Pick<Ports['store'], 'dialogs' | 'claim' | 'finish' | 'release'>
}

/** Types a step's answer and forgets it again, so that steps of different answers fit into one table. */
export function step<State, Name extends string, Answer>(
  one: FlowStep<State, Name, Answer>,
): FlowStep<State, Name> {
  return one
}

/** Far above what a change of the dialog takes; after that a racer that died is out of the race. */
const LEASE_MS = 60_000
/** Steps back that are remembered. */
const TRAIL = 50

const Saved = z.object({
  version: z.int(),
  /** Of this dialog; with the turn it makes the token that its buttons carry. */
  id: z.string(),
  turn: z.int().nonnegative(),
  at: z.string(),
  state: z.unknown(),
  trail: z.array(z.object({ at: z.string(), state: z.unknown() })),
})
type Saved = z.infer<typeof Saved>

/**
 * A dialog of questions, one at a time, that survives restarts and the oldest button. Every change of it is
 * tied to the turn that it answers and claimed first, so of two answers to one question the first counts.
 */
export function createFlow<State, Name extends string>(
  flow: FlowDefinition<State, Name>,
  { clock, ids, store }: FlowPorts,
): Flow {
  const rowOf = (key: string) => `flow:${flow.skill}:${key}`
  const tokenOf = ({ id, turn }: Saved) => `${id}.${turn}`
  const stepAt = (name: string) => (Object.hasOwn(flow.steps, name) ? flow.steps[name as Name] : undefined)

  async function load(key: string): Promise<Saved | 'changed' | undefined> {
    const found = Saved.safeParse(await store.dialogs.get(rowOf(key)))
    if (!found.success) return undefined
    const saved = found.data
    if (saved.version === flow.version)
      return flow.state.safeParse(saved.state).success && stepAt(saved.at) ? saved : 'changed'
    const now = flow.upgrade?.(saved.state, saved.version)
    // The way back is of the older version too, and is forgotten.
    return now ? { ...saved, version: flow.version, ...now, trail: [] } : 'changed'
  }

  const save = (key: string, saved: Saved) => store.dialogs.set(rowOf(key), saved, flow.keepMs)

  function show(saved: Saved, refused?: { why: string; raw: unknown }): ReplyDraft {
    const at = stepAt(saved.at) as FlowStep<State, Name>
    const can = { back: saved.trail.length > 0, skip: at.skip !== undefined }
    const question = at.ask(saved.state as State)
    return asked(flow.skill, tokenOf(saved), refused ? onceMore(question, refused) : question, can)
  }

  const fresh = (): Saved => ({
    version: flow.version,
    id: ids.next(),
    turn: 0,
    at: flow.first,
    state: flow.begin(),
    trail: [],
  })

  /** Never loses answers: what was begun goes on. */
  async function start(key: string): Promise<ReplyDraft[]> {
    const saved = await load(key)
    if (typeof saved === 'object') return [begun(flow.skill, tokenOf(saved)), show(saved)]
    const first = fresh()
    await save(key, first)
    return [show(first)]
  }

  async function resume(key: string): Promise<ReplyDraft[]> {
    const saved = await load(key)
    return [typeof saved === 'object' ? show(saved) : noDialog(saved)]
  }

  const noDialog = (saved: 'changed' | undefined) =>
    saved === 'changed' ? changed(flow.skill) : gone(flow.skill)

  /** Makes one change to the dialog if `token` is still its turn, and if nobody else makes one. */
  async function change(
    key: string,
    token: string,
    make: (saved: Saved) => Saved | Move<State, Name> | ReplyDraft[],
  ): Promise<readonly ReplyDraft[]> {
    const saved = await load(key)
    if (typeof saved !== 'object') return [noDialog(saved)]
    if (token !== tokenOf(saved)) return [stale(), show(saved)]
    const made = make(saved)
    if (Array.isArray(made)) return made

    const race = `flow:${tokenOf(saved)}`
    const holder = ids.next()
    const won = await store.claim(race, holder, clock.now(), LEASE_MS)
    const still = await load(key)
    if (won !== 'won' || typeof still !== 'object' || tokenOf(still) !== token) return where(key)
    try {
      const replies = await settle(key, saved, made)
      await store.finish(race, holder, clock.now())
      return replies
    } catch (error) {
      await store.release(race, holder)
      throw error
    }
  }

  async function settle(
    key: string,
    saved: Saved,
    made: Saved | Move<State, Name>,
  ): Promise<readonly ReplyDraft[]> {
    if ('to' in made && made.to === 'done') {
      const replies = await flow.done(made.state)
      await store.dialogs.delete(rowOf(key))
      return replies
    }
    const next: Saved =
      'to' in made
        ? {
            ...saved,
            at: made.to,
            state: made.state,
            trail: [...saved.trail, saved].slice(-TRAIL).map(({ at, state }) => ({ at, state })),
          }
        : made
    const turned = { ...next, turn: saved.turn + 1 }
    await save(key, turned)
    return [show(turned)]
  }

  /** Lost the race: the other answer counts, and this is what it led to. */
  async function where(key: string): Promise<ReplyDraft[]> {
    const saved = await load(key)
    return typeof saved === 'object' ? [stale(), show(saved)] : [stale()]
  }

  function answer(saved: Saved, raw: unknown): Move<State, Name> | ReplyDraft[] {
    const at = stepAt(saved.at) as FlowStep<State, Name>
    const read = at.answer.safeParse(raw)
    if (read.success) return at.next(saved.state as State, read.data)
    const own = read.error.issues.find(({ code }) => code === 'custom')
    return [show(saved, { why: own?.message ?? at.unclear, raw })]
  }

  function back(saved: Saved): Saved | ReplyDraft[] {
    const before = saved.trail.at(-1)
    return before ? { ...saved, ...before, trail: saved.trail.slice(0, -1) } : [show(saved)]
  }

  function skip(saved: Saved): Move<State, Name> | ReplyDraft[] {
    return stepAt(saved.at)?.skip?.(saved.state as State) ?? [show(saved)]
  }

  return {
    async handle({ name, text, values }, key) {
      const { turn, ...fields } = values
      const [token = '', choice] = typeof turn === 'string' ? [turn, undefined] : split(text)
      switch (name) {
        case 'answer':
          return change(key, token, (saved) => answer(saved, choice ?? fields))
        case 'back':
          return change(key, token, back)
        case 'skip':
          return change(key, token, skip)
        case 'restart':
          return change(key, token, fresh)
        case 'pause':
          // Every step was kept when it was taken; there is nothing to save.
          return [later(flow.skill)]
        case 'resume':
          return resume(key)
        default:
          return start(key)
      }
    },
  }
}

/** Why it could not be taken, above the question with everything that was given to it. */
function onceMore({ form, ...question }: Question, { why, raw }: { why: string; raw: unknown }): Question {
  const given = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : undefined
  return {
    ...question,
    summary: why.slice(0, 300),
    blocks: [{ type: 'text', text: why }, ...question.blocks],
    ...(form ? { form: given ? { ...form, fields: givenAgain(form.fields, given) } : form } : {}),
  }
}

/** "token=choice", as the buttons carry it. */
function split(text: string): [token: string, choice: string | undefined] {
  const at = text.indexOf('=')
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
