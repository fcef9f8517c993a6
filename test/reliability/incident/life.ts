import { openStore } from '../../../src/adapters/store/open.ts'
import type { Body } from '../../../src/bot/event.ts'
import { NO_FILES, NO_VISION } from '../../../src/bot/pictures.ts'
import { createPipeline, type Pipeline } from '../../../src/bot/pipeline.ts'
import type { IncidentEntry, Ports } from '../../../src/bot/ports.ts'
import { PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { createIncident } from '../../../src/skills/incident/skill.ts'
import { openStateLaw } from '../../../src/state-law-file.ts'

const KEY = Buffer.alloc(32, 7)
const NUMBER = 'INC-2026-0001'
const MINUTE = 60_000
const law = openStateLaw()
const practice = toPractice(
  PracticeFile.parse({
    name: 'Maple',
    timeZone: 'America/Chicago',
    roles: { 'privacy officer': ['slack:UMIA'] },
  }),
)

export interface Crashing {
  seed: number
  /** How often the process died. */
  deaths: number
  /** What was acknowledged: answers of the report, and what was done to the ticket. */
  said: { answers: Record<string, unknown>; acts: string[] }
  incidents: string[]
  entries: readonly IncidentEntry[]
  told: number
}

class Died extends Error {}

/** mulberry32: the same seed, the same deaths. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The report, question by question: what the form is called by, what is given, and what must be kept of it. */
const REPORT: [field: string, values: Record<string, string | string[]>, kept: Record<string, unknown>][] = [
  ['kept', { kept: ['post', 'link'] }, { evidence: ['post', 'link'] }],
  ['gone', { gone: ['post'] }, { down: ['post'] }],
  [
    'platform',
    { platform: 'yelp', link: 'https://yelp.com/biz/maple?hrid=7' },
    { where: { platform: 'yelp' } },
  ],
  ['postedDay', { postedDay: '2026-11-18' }, { when: { postedDay: '2026-11-18' } }],
  ['kinds', { kinds: ['visit'] }, { kinds: ['visit'] }],
  ['count', { count: '3' }, { people: { count: 3 } }],
  ['audience', { audience: 'everyone' }, { seen: { audience: 'everyone' } }],
  ['steps', { steps: ['down'], words: 'we called' }, { acted: { words: 'we called' } }],
  ['words', { words: 'it was late' }, { more: 'it was late' }],
]
const ACTS: [label: string, what: string, values?: Record<string, string>][] = [
  ['I take it', 'taken'],
  ['Next factor', 'factor', { factor: 'nature', weighs: 'high', fact: 'a face' }],
  ['Conclude and sign', 'concluded', { outcome: 'breach', reason: 'it was public' }],
  ['A task is done', 'task', { task: 'takedown', end: 'done', happened: 'gone everywhere' }],
  ['Add a note', 'note', { words: 'called the agency' }],
]

/**
 * Somebody reports and an officer works on it, in a process that dies before or after any call of a port with the
 * given odds, is started again, and gets the last event again or is asked anew.
 */
export async function crashing({
  seed,
  home,
  databaseUrl,
  odds = 1 / 60,
}: {
  seed: number
  home: string
  databaseUrl?: string
  odds?: number
}): Promise<Crashing> {
  const random = chance(seed)
  let time = Date.parse('2026-11-21T15:00:00Z')
  let [deaths, told, ids] = [0, 0, 0]
  const life: Crashing['said'] = { answers: {}, acts: [] }

  /** A process: its ports die together, and after that nothing of it reaches the world any more. */
  async function born() {
    const opened = await openStore({ home, databaseUrl, key: KEY, clock: { now: () => time } })
    let dead = false
    const door = () => {
      if (!dead && random() < odds) {
        dead = true
        deaths++
      }
      if (dead) throw new Died()
    }
    const mortal = <T extends object>(port: T): T =>
      new Proxy(port, {
        get(target, name) {
          const value = Reflect.get(target, name)
          if (typeof value === 'object' && value !== null) return mortal(value)
          if (typeof value !== 'function') return value
          return async (...given: unknown[]) => {
            door()
            const result = await value.apply(target, given)
            door()
            return result
          }
        },
      })
    const quiet = () => {}
    const ports: Ports = {
      clock: {
        now: () => time,
        sleep: (_ms, signal) => new Promise((end) => signal?.addEventListener('abort', () => end())),
      },
      ids: { next: () => `${seed}-${++ids}` },
      store: mortal(opened.store),
      hasher: opened.hasher,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      tell: mortal({
        tell: async () => {
          told++
          return true
        },
      }).tell,
      vision: NO_VISION,
      files: NO_FILES,
    }
    const skills = [createIncident({ mask: (text) => text }, law)]
    const pipeline: Pipeline = createPipeline({ ports, practice, skills })
    return { pipeline, opened, dead: () => dead, door }
  }

  let now = await born()
  async function buried() {
    await now.opened.store.close()
    // Longer than the lease of an event: what died holds nothing any more.
    time += 4 * MINUTE
    now = await born()
  }

  /** One event until it is answered, over as many deaths as it takes. */
  let count = 0
  async function send(person: string, body: Body): Promise<Reply[]> {
    const id = `slack:${seed}:${++count}`
    for (;;) {
      time += 1_000
      const replies: Reply[] = []
      const event = {
        id,
        surface: 'slack',
        at: new Date(time).toISOString(),
        person: { id: person },
        place: { id: person, private: true },
        body,
      }
      await now.pipeline.handle(event, {
        deliver: async (reply) => {
          now.door()
          replies.push(reply)
        },
      })
      if (!now.dead()) return replies
      const heard = replies.length > 0
      await buried()
      // Whoever got an answer goes on from it; whoever got none sends it again, as Slack does too.
      if (heard) return replies
    }
  }
  const blocksOf = (replies: Reply[]) => replies.flatMap(({ blocks }) => blocks)
  const formOf = (replies: Reply[]) => blocksOf(replies).find((block) => block.type === 'form')
  const buttonOf = (replies: Reply[], label: string) =>
    blocksOf(replies)
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find((button) => button.label === label)
  const textOf = (replies: Reply[]) => JSON.stringify(replies)

  // The report. Where nothing is on the screen any more, "/incident" shows where it stands.
  const command = () => send('UANNA', { type: 'command', name: 'incident', text: '' })
  let screen = await command()
  let at = -1
  for (let turn = 0; !textOf(screen).includes(`report is ${NUMBER}`); turn++) {
    if (turn > 200) throw new Error(`seed ${seed}: the report does not come to its end`)
    const form = formOf(screen)
    const asked = REPORT.findIndex(([field]) => field === form?.fields[0]?.name)
    const first = buttonOf(screen, 'No, it is gone')
    const last = buttonOf(screen, 'Send it')
    if (form && asked >= 0) {
      // Never behind what was acknowledged: an answer is asked for again only if nobody said that it was kept.
      if (asked < at) throw new Error(`seed ${seed}: question ${asked} again, after ${at}`)
      at = asked
      const [, values, kept] = REPORT[asked] as (typeof REPORT)[number]
      screen = await send('UANNA', { type: 'form', form: form.form, values })
      Object.assign(life.answers, kept)
    } else if (first)
      screen = await send('UANNA', { type: 'button', action: first.action, value: first.value })
    else if (last) {
      if (at !== REPORT.length - 1) throw new Error(`seed ${seed}: asked to send at question ${at}`)
      screen = await send('UANNA', { type: 'button', action: last.action, value: last.value })
      if (textOf(screen).includes(`report is ${NUMBER}`)) break
      // Sent, and the word of it was lost: the list says so.
      const listed = await send('UANNA', { type: 'command', name: 'incident', text: 'list' })
      if (textOf(listed).includes(NUMBER)) break
    } else screen = await command()
  }
  life.answers.up = 'no'

  // The officer. What is not acknowledged is looked up, and done again only if it is not there.
  const officer = () => send('UMIA', { type: 'command', name: 'incident', text: NUMBER })
  const stands = async () =>
    (await now.opened.store.incidents.get(NUMBER, 'nobody'))?.entries.map(({ what }) => what) ?? []
  for (const [label, what, values] of ACTS) {
    for (let turn = 0; ; turn++) {
      if (turn > 100) throw new Error(`seed ${seed}: ${label} does not come to its end`)
      const button = buttonOf(await officer(), label)
      if (button) {
        const answer = await send('UMIA', { type: 'button', action: button.action, value: button.value })
        const form = formOf(answer)
        if (values && form) await send('UMIA', { type: 'form', form: form.form, values })
      }
      if ((await stands()).includes(what)) break
    }
    life.acts.push(what)
  }
  // The clock's round, by which whoever could not be told hears of it.
  for (let round = 0; round < 3; round++) {
    time += MINUTE
    const tick = { type: 'tick', job: 'incident/remind' } as const
    await send('chaperone', tick)
  }

  /** Looked at from outside of the process that dies. */
  async function read() {
    const { store } = await openStore({ home, databaseUrl, key: KEY, clock: { now: () => time } })
    const list = await store.incidents.list('nobody')
    await store.close()
    return { incidents: list.map(({ number }) => number), entries: list[0]?.entries ?? [] }
  }
  await now.opened.store.close()
  return { seed, deaths, told, said: life, ...(await read()) }
}
