import type { Body, Event, Surface } from '../../src/bot/event.ts'
import { createPipeline, type Limits } from '../../src/bot/pipeline.ts'
import type { Clock, Platform, Ports } from '../../src/bot/ports.ts'
import { NO_PRACTICE, type Practice } from '../../src/bot/practice.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../src/bot/skill.ts'
import { type FakePorts, fakePorts } from '../surfaces/fake-ports.ts'

/** Words that a person typed: they may be in a skill's reply, and nowhere else. */
export const TYPED = 'Thank you Sarah Kowalski, your tummy tuck looks great'

let last = 0
export function eventOf(
  body: Body | string,
  over: Partial<Omit<Event, 'body'>> & { by?: string } = {},
): Event {
  const { by = 'anna', ...rest } = over
  return {
    id: `test:${++last}`,
    surface: 'slack' as Surface,
    at: '2026-11-21T15:00:00Z',
    person: { id: by },
    place: { id: 'room', private: true },
    ...rest,
    body: typeof body === 'string' ? { type: 'message', text: body } : body,
  }
}

type Run = (intent: Intent, context: SkillContext) => Promise<readonly unknown[]> | readonly unknown[]

export function skillOf(name: string, run: Run, over: Partial<Skill> = {}): Skill {
  const intents = ['open', 'draft', 'help', 'start', 'question', 'now']
  const running = async (intent: Intent, context: SkillContext) => (await run(intent, context)) as never
  return { name, about: 'A skill for tests.', needs: 'staff', intents, run: running, ...over }
}

export const saying = (text: string) => ({ blocks: [{ type: 'text', text }], summary: 'said' })
/** Answers every draft with "checked: " and the draft. */
export const echo = skillOf('check', ({ text }) => [saying(`checked: ${text}`)])

/** A clock that stands until `pass` moves it, and then wakes whoever has slept long enough. */
export function handClock(start = 0): Clock & { pass(ms: number): Promise<void> } {
  let time = start
  const sleepers = new Set<{ until: number; wake(): void }>()
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const sleeper = { until: time + ms, wake: resolve }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          resolve()
        })
      }),
    async pass(ms) {
      await settled()
      time += ms
      for (const sleeper of [...sleepers].filter(({ until }) => until <= time)) {
        sleepers.delete(sleeper)
        sleeper.wake()
      }
      await settled()
    },
  }
}

/** Lets everything run that can run without time passing. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve))
}

export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

export interface StageOptions {
  skills?: readonly Skill[]
  practice?: Practice
  limits?: Partial<Limits>
  ports?: FakePorts
  change?: (ports: Ports) => Partial<Ports>
}

/** A pipeline over fake ports, with an array in place of a platform. */
export function stage({
  skills = [echo],
  practice = NO_PRACTICE,
  limits = {},
  ports = fakePorts(),
  change,
}: StageOptions = {}) {
  const said: { to: string; reply: Reply; text: string }[] = []
  const platform: Platform = {
    async deliver(reply, to) {
      said.push({ to: to.person.id, reply, text: textOf(reply) })
    },
  }
  const pipeline = createPipeline({ ports: { ...ports, ...change?.(ports) }, practice, skills, limits })
  const send = (event: unknown, through = platform) => pipeline.handle(event, through)
  return { pipeline, platform, ports, said, send, texts: () => said.map(({ text }) => text) }
}

export function textOf(reply: Reply): string {
  return reply.blocks
    .map((block) => ('text' in block ? block.text : ''))
    .join('\n')
    .trim()
}

export function buttonsOf(reply: Reply | undefined): { action: string; label: string; value: string }[] {
  return (reply?.blocks ?? []).flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
}
