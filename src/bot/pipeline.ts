import { codeOf } from './errors.ts'
import { Event } from './event.ts'
import type { Platform, Ports } from './ports.ts'
import type { Practice } from './practice.ts'
import { Reply, type ReplyDraft } from './reply.ts'
import type { Skill } from './skill.ts'
import { createBuckets } from './traffic/bucket.ts'
import { within } from './traffic/deadline.ts'
import { failure, slowDown } from './traffic/orientation.ts'
import type { Hall, Limits, Outcome, Passage, Step } from './traffic/passage.ts'
import { createQueues } from './traffic/queue.ts'
import {
  authorise,
  claim,
  deliver,
  finish,
  limit,
  route,
  runAndRecord,
  speak,
  stillOurs,
  unlessAnswered,
} from './traffic/steps.ts'
import { createToldOnce } from './traffic/told-once.ts'
import { countUndelivered } from './traffic/undelivered.ts'

export type { Limits, Outcome } from './traffic/passage.ts'

/** The way of every event once it is verified. */
const STEPS: readonly Step[] = [
  claim,
  unlessAnswered(authorise),
  unlessAnswered(limit),
  unlessAnswered(route),
  unlessAnswered(runAndRecord),
  stillOurs,
  deliver,
  finish,
]

export const LIMITS: Limits = {
  burst: 60,
  perMinute: 60,
  waiting: 50,
  leaseMs: 150_000,
  workMs: 60_000,
  rememberMs: 3 * 24 * 3_600_000,
}
/** How a job ends that had nothing to do, or that another replica has done. */
const QUIET: readonly Outcome[] = ['silent', 'repeated', 'busy']
const SWEEP_EVERY_MS = 3_600_000

export interface PipelineParts {
  ports: Ports
  practice: Practice
  /** At most one of each name. */
  skills: readonly Skill[]
  limits?: Partial<Limits>
}

export interface Pipeline {
  /**
   * Runs one event to its end and speaks through `platform`. Never rejects. What one person sends in one place
   * runs in the order in which it came, everything else side by side.
   */
  handle(event: unknown, platform: Platform): Promise<Outcome>
  /** Takes nothing new and waits for what is running. */
  stop(): Promise<void>
}

export function createPipeline({ ports, practice, skills, limits: given = {} }: PipelineParts): Pipeline {
  const { clock, ids, log, store } = ports
  const limits = { ...LIMITS, ...given }
  const byName = new Map(skills.map((skill) => [skill.name, skill]))
  const buckets = createBuckets(limits, clock)
  const queues = createQueues()
  const bursts = createToldOnce(clock)
  const hall: Hall = {
    ports,
    practice,
    limits,
    skills,
    skill: (name) => byName.get(name),
    offered: (name, intent) => byName.get(name)?.intents.includes(intent) ?? false,
    allow: (person) => buckets.take(person),
    tellsLimit: (event) => bursts.tells(lineOf(event)),
  }
  let stopping = false
  let swept = clock.now()

  async function pass(passage: Passage): Promise<Outcome> {
    const started = clock.now()
    const { event } = passage
    let outcome: Outcome
    try {
      outcome = (await firstEnd(passage)) ?? passage.answer?.outcome ?? 'silent'
    } catch (error) {
      outcome = await fail(passage, error)
    }
    const { skill, intent } = passage.work ?? {}
    const fields = { event: event.id, surface: event.surface, outcome, ms: clock.now() - started }
    const names = skill && intent ? { skill: skill.name, intent: intent.name } : {}
    // A minute in which there was nothing to do is no news, and there are four jobs a minute.
    const level = event.body.type === 'tick' && QUIET.includes(outcome) ? 'debug' : 'info'
    log[level](outcome === 'repeated' || outcome === 'busy' ? 'event repeated' : 'event handled', {
      ...fields,
      ...names,
    })
    await sweep()
    return outcome
  }

  async function firstEnd(passage: Passage): Promise<Outcome | undefined> {
    for (const step of STEPS) {
      const end = await step(passage, hall)
      if (end !== undefined) return end
    }
    return undefined
  }

  /** One clear, private line for the person, a code for the log, and the event is free for a retry. */
  async function fail(passage: Passage, error: unknown): Promise<Outcome> {
    const { event, holder, leaseUntil, answer, delivered } = passage
    const code = codeOf(error, 'skill_failed')
    log.error('event failed', { event: event.id, surface: event.surface, code })
    // It was said; only the note that it was is missing, and another line would confuse.
    if (delivered && answer) return answer.outcome
    // What is still running may act yet: there the lease decides when a retry runs.
    const running = code === 'skill_slow' || code === 'delivery_slow'
    if (leaseUntil > 0 && !running) await store.release(event.id, holder).catch(() => {})
    if (code === 'delivery_failed' || code === 'delivery_slow') {
      await countUndelivered(ports, practice.timeZone)
      return 'undelivered'
    }
    if (event.body.type !== 'tick') await say(failure(code), passage)
    return 'failed'
  }

  async function say(reply: ReplyDraft, to: Parameters<typeof speak>[1]): Promise<void> {
    const { event } = to
    try {
      await within(limits.workMs, clock, 'delivery_slow', speak(Reply.parse(reply), to))
    } catch (error) {
      const code = codeOf(error, 'delivery_failed')
      log.error('delivery failed', { event: event.id, surface: event.surface, code })
    }
  }

  /** Forgets old events now and then. Failing at it is no reason to fail an event. */
  async function sweep(): Promise<void> {
    const now = clock.now()
    if (now - swept < SWEEP_EVERY_MS) return
    swept = now
    try {
      log.info('claims swept', { count: await store.sweep(now - limits.rememberMs) })
    } catch (error) {
      log.warn('claims swept', { code: codeOf(error, 'store_failed') })
    }
  }

  return {
    async handle(given, platform) {
      if (stopping) return 'stopping'
      const parsed = Event.safeParse(given)
      if (!parsed.success) {
        log.warn('event refused', { code: 'invalid_event' })
        return 'invalid'
      }
      const event = parsed.data
      const line = lineOf(event)
      if (queues.length(line) >= limits.waiting) {
        log.info('event handled', { event: event.id, surface: event.surface, outcome: 'limited', ms: 0 })
        // Nobody asked for an answer to what was only overheard.
        const asked = event.body.type !== 'overheard' && event.body.type !== 'tick'
        if (asked && hall.tellsLimit(event)) await say(slowDown(), { event, platform })
        return 'limited'
      }
      const start = { event, platform, holder: ids.next(), leaseUntil: 0, roles: new Set<never>() }
      const passage: Passage = { ...start, work: undefined, answer: undefined, delivered: false }
      return queues.run(line, () => pass(passage))
    },

    async stop() {
      stopping = true
      await queues.drained()
    },
  }
}

/** What one person sends in one place. */
const lineOf = ({ surface, place, person }: Event) => JSON.stringify([surface, place.id, person.id])
