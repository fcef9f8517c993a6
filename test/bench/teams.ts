import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columns } from '../quality/print.ts'
import { openDrafts } from './drafts.ts'
import { median, quantile, rotated, short } from './figures.ts'
import { ask, messageOf, openSide, openStub, type Side, type Stub } from './teams/side.ts'

const ROUNDS = 15
/** Messages in a round, and how many people write at once. */
const MESSAGES = 300
const PEOPLE = 24

/** Signed activities a second, each acknowledged and its answer delivered, and milliseconds to the acknowledgement. */
export interface TeamsFigures {
  rounds: number
  messages: number
  sides: { name: string; perSecond: number; ackP50Ms: number; ackP99Ms: number; delivered: number }[]
  /** Chaperone's throughput as a share of the bare echo's: the median of the rounds. */
  share: number
}

export async function measureTeams(): Promise<TeamsFigures> {
  const { drafts } = openDrafts()
  const home = mkdtempSync(join(tmpdir(), 'chaperone-bench-'))
  const stub = await openStub()
  const sides: Side[] = []
  try {
    sides.push(await openSide('bare botbuilder', 'test/bench/teams/bare.ts', {}, stub))
    sides.push(await openSide('chaperone', 'src/main.ts', { PORT: '0', CHAPERONE_HOME: home }, stub))
    const runs = new Map(sides.map(({ name }) => [name, { rates: [] as number[], acks: [] as number[] }]))
    const texts = (n: number) => drafts[n % drafts.length]?.text ?? ''
    // The first round warms both up and does not count.
    for (let round = -1; round < ROUNDS; round++) {
      for (const side of rotated(sides, Math.max(round, 0))) {
        const { rate, acks } = await full(side, texts, stub)
        if (round < 0) continue
        runs.get(side.name)?.rates.push(rate)
        runs.get(side.name)?.acks.push(...acks)
      }
    }
    const [bare, ours] = sides.map(({ name }) => runs.get(name)?.rates ?? [])
    return {
      rounds: ROUNDS,
      messages: MESSAGES,
      sides: [...runs].map(([name, { rates, acks }]) => ({
        name,
        perSecond: median(rates),
        ackP50Ms: median(acks),
        ackP99Ms: quantile(acks, 0.99),
        delivered: acks.length,
      })),
      share: median((ours ?? []).map((rate, round) => rate / (bare?.[round] ?? Number.NaN))),
    }
  } finally {
    for (const side of sides) await side.stop()
    stub.close()
    rmSync(home, { recursive: true, force: true })
  }
}

/** People who each write, wait for the answer and write again, as fast as it goes. */
async function full(side: Side, texts: (n: number) => string, stub: Stub) {
  const messages = Array.from({ length: MESSAGES }, (_, n) => messageOf(texts(n), stub))
  const acks: number[] = []
  const before = performance.now()
  await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      for (let next = messages.pop(); next; next = messages.pop()) acks.push(await ask(side, next, stub))
    }),
  )
  return { rate: (MESSAGES * 1000) / (performance.now() - before), acks }
}

export function teamsText({ rounds, messages, sides, share }: TeamsFigures): string {
  return [
    `Teams: signed activities, ${rounds} rounds of ${messages}, each acknowledged and its answer delivered`,
    columns([
      ['', 'per second', 'ack p50 ms', 'ack p99 ms', 'answers delivered'],
      ...sides.map((side) => [
        side.name,
        short(side.perSecond),
        short(side.ackP50Ms),
        short(side.ackP99Ms),
        `${side.delivered} of ${rounds * messages}`,
      ]),
    ]),
    `chaperone against the bare echo: ${short(share)} with every answer delivered`,
  ].join('\n')
}
