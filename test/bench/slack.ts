import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { columns } from '../quality/print.ts'
import { openDrafts } from './drafts.ts'
import { median, quantile, rotated, short } from './figures.ts'
import {
  acknowledged,
  answerTo,
  ask,
  commandOf,
  hangUp,
  openSide,
  openStub,
  type Side,
  type Stub,
} from './slack/side.ts'

const ROUNDS = 5
/** Commands in a round. */
const COMMANDS = 1500
/** How many people ask at once: as few as keep both busy, and more than any practice has. */
const LOADS = [24, 128] as const
const [PEOPLE] = LOADS
/** Commands that come faster than they can be answered. */
const BURST = 300
/** As busy as a workspace may be. */
const STEADY_PER_S = 50
const STEADY_S = 4

/**
 * Signed `/check` a second, each acknowledged and its answer delivered, and milliseconds to the acknowledgement:
 * at full speed, and at 50 a second.
 */
export interface SlackFigures {
  rounds: number
  commands: number
  sides: {
    name: string
    /** At each load; the median of the rounds. */
    perSecond: { people: number; rate: number }[]
    /** Acknowledged a second when people ask without waiting for answers; the answers are waited for afterwards. */
    burstPerSecond: number
    /** At the smaller load. */
    ackP50Ms: number
    ackP99Ms: number
    steadyP50Ms: number
    steadyP99Ms: number
    steadyWorstMs: number
    delivered: number
  }[]
  /** Chaperone's rate as a share of the bare app's at the same load, answers included: the median of the rounds. */
  shares: { people: number; share: number }[]
  /** Throughput, which is the most that each can do: Chaperone's best rate as a share of the bare app's best. */
  share: number
  /** The share of acknowledgements in a burst. */
  burstShare: number
}

interface Runs {
  rates: Map<number, number[]>
  bursts: number[]
  acks: number[]
  delivered: number
}

export async function measureSlack(): Promise<SlackFigures> {
  const { drafts } = openDrafts()
  const home = mkdtempSync(join(tmpdir(), 'chaperone-bench-'))
  const stub = await openStub()
  const sides: Side[] = []
  try {
    sides.push(await openSide('bare Bolt', 'test/bench/slack/bare.ts', {}, stub))
    sides.push(await openSide('chaperone', 'src/main.ts', { PORT: '0', CHAPERONE_HOME: home }, stub))
    const runs = new Map(
      sides.map(({ name }): [string, Runs] => [
        name,
        { rates: new Map(LOADS.map((people) => [people, []])), bursts: [], acks: [], delivered: 0 },
      ]),
    )
    const texts = (n: number) => drafts[n % drafts.length]?.text ?? ''
    const steady = new Map<string, number[]>()
    // First of all, as after a start: nothing has been warmed up but what an app warms up by itself.
    for (const side of sides) steady.set(side.name, await paced(side, texts, stub))
    for (let round = -1; round < ROUNDS; round++) {
      for (const side of rotated(sides, Math.max(round, 0))) {
        const run = runs.get(side.name) as Runs
        for (const people of LOADS) {
          const { rate, acks } = await full(side, texts, stub, people)
          if (round < 0) continue
          run.rates.get(people)?.push(rate)
          run.delivered += acks.length
          if (people === PEOPLE) run.acks.push(...acks)
        }
        const burst = await burstOf(side, texts, stub)
        if (round >= 0) run.bursts.push(burst)
        hangUp()
      }
    }
    const [bare, ours] = sides.map(({ name }) => runs.get(name) as Runs) as [Runs, Runs]
    return {
      rounds: ROUNDS,
      commands: COMMANDS,
      sides: [...runs].map(([name, { rates, bursts, acks, delivered }]) => ({
        name,
        perSecond: [...rates].map(([people, rates]) => ({ people, rate: median(rates) })),
        burstPerSecond: median(bursts),
        ackP50Ms: median(acks),
        ackP99Ms: quantile(acks, 0.99),
        steadyP50Ms: median(steady.get(name) ?? []),
        steadyP99Ms: quantile(steady.get(name) ?? [], 0.99),
        steadyWorstMs: Math.max(...(steady.get(name) ?? [])),
        delivered,
      })),
      shares: LOADS.map((people) => ({
        people,
        share: shareOf(ours.rates.get(people), bare.rates.get(people)),
      })),
      share: best(ours) / best(bare),
      burstShare: shareOf(ours.bursts, bare.bursts),
    }
  } finally {
    for (const side of sides) await side.stop()
    stub.close()
    rmSync(home, { recursive: true, force: true })
  }
}

function shareOf(ours: readonly number[] = [], bare: readonly number[] = []): number {
  return median(ours.map((rate, round) => rate / (bare[round] ?? Number.NaN)))
}

function best({ rates }: Runs): number {
  return Math.max(...[...rates.values()].map(median))
}

/** As many at once, each asking again as soon as it is acknowledged. */
async function burstOf(side: Side, texts: (n: number) => string, stub: Stub): Promise<number> {
  const commands = Array.from({ length: BURST }, (_, n) => commandOf(texts(n), stub))
  const answers: Promise<void>[] = []
  const before = performance.now()
  await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      for (let next = commands.pop(); next; next = commands.pop()) {
        answers.push(answerTo(side, next, stub))
        await acknowledged(side, next)
      }
    }),
  )
  const rate = (BURST * 1000) / (performance.now() - before)
  await Promise.all(answers)
  return rate
}

/** People who each ask, wait for the answer and ask again, as fast as it goes. */
async function full(side: Side, texts: (n: number) => string, stub: Stub, people: number) {
  const commands = Array.from({ length: COMMANDS }, (_, n) => commandOf(texts(n), stub))
  const acks: number[] = []
  const before = performance.now()
  await Promise.all(
    Array.from({ length: people }, async () => {
      for (let next = commands.pop(); next; next = commands.pop()) acks.push(await ask(side, next, stub))
    }),
  )
  return { rate: (COMMANDS * 1000) / (performance.now() - before), acks }
}

/** Commands by the clock, whatever becomes of those before. */
async function paced(side: Side, texts: (n: number) => string, stub: Stub): Promise<number[]> {
  const asked: Promise<number>[] = []
  const before = performance.now()
  for (let n = 0; n < STEADY_PER_S * STEADY_S; n++) {
    await pause(Math.max(0, before + (n * 1000) / STEADY_PER_S - performance.now()))
    asked.push(ask(side, commandOf(texts(n), stub), stub))
  }
  return Promise.all(asked)
}

export function slackText({ rounds, commands, sides, shares, share, burstShare }: SlackFigures): string {
  const at = LOADS.map((people) => `a second, ${people} people`)
  return [
    `Slack: signed /check, ${rounds} rounds of ${commands} at each load, each acknowledged and its answer delivered`,
    columns([
      ['', ...at, 'acks/s in a burst', 'ack p50 ms', 'p99', 'at 50/s: p50', 'p99', 'worst', 'delivered'],
      ...sides.map((side) => [
        side.name,
        ...side.perSecond.map(({ rate }) => short(rate)),
        short(side.burstPerSecond),
        short(side.ackP50Ms),
        short(side.ackP99Ms),
        short(side.steadyP50Ms),
        short(side.steadyP99Ms),
        short(side.steadyWorstMs),
        `${side.delivered} of ${rounds * commands * LOADS.length}`,
      ]),
    ]),
    `chaperone against the bare app, every answer delivered: ${shares
      .map((at) => `${short(at.share)} with ${at.people} people at once`)
      .join(
        ', ',
      )}; ${short(share)} of its throughput (best against best); ${short(burstShare)} of acknowledgements in a burst of ${BURST}`,
  ].join('\n')
}
