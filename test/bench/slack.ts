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
  openSide,
  openStub,
  type Side,
  type Stub,
} from './slack/side.ts'

const ROUNDS = 7
/** Commands in a round, and how many people ask at once. */
const COMMANDS = 1500
const PEOPLE = 24
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
    perSecond: number
    /** Acknowledged a second when people ask without waiting for answers; the answers are waited for afterwards. */
    burstPerSecond: number
    ackP50Ms: number
    ackP99Ms: number
    steadyP50Ms: number
    steadyP99Ms: number
    steadyWorstMs: number
    delivered: number
  }[]
  /** Chaperone's throughput as a share of the bare app's, answers included: the median of the rounds. */
  share: number
  /** The same of acknowledgements in a burst. */
  burstShare: number
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
      sides.map(({ name }) => [
        name,
        { rates: [] as number[], bursts: [] as number[], acks: [] as number[] },
      ]),
    )
    const texts = (n: number) => drafts[n % drafts.length]?.text ?? ''
    const steady = new Map<string, number[]>()
    // First of all, as after a start: nothing has been warmed up but what an app warms up by itself.
    for (const side of sides) steady.set(side.name, await paced(side, texts, stub))
    for (let round = -1; round < ROUNDS; round++) {
      for (const side of rotated(sides, Math.max(round, 0))) {
        const { rate, acks } = await full(side, texts, stub)
        const burst = await burstOf(side, texts, stub)
        if (round < 0) continue
        runs.get(side.name)?.rates.push(rate)
        runs.get(side.name)?.bursts.push(burst)
        runs.get(side.name)?.acks.push(...acks)
      }
    }
    const [bare, ours] = sides.map(({ name }) => runs.get(name))
    return {
      rounds: ROUNDS,
      commands: COMMANDS,
      sides: [...runs].map(([name, { rates, bursts, acks }]) => ({
        name,
        perSecond: median(rates),
        burstPerSecond: median(bursts),
        ackP50Ms: median(acks),
        ackP99Ms: quantile(acks, 0.99),
        steadyP50Ms: median(steady.get(name) ?? []),
        steadyP99Ms: quantile(steady.get(name) ?? [], 0.99),
        steadyWorstMs: Math.max(...(steady.get(name) ?? [])),
        delivered: acks.length,
      })),
      share: shareOf(ours?.rates, bare?.rates),
      burstShare: shareOf(ours?.bursts, bare?.bursts),
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
async function full(side: Side, texts: (n: number) => string, stub: Stub) {
  const commands = Array.from({ length: COMMANDS }, (_, n) => commandOf(texts(n), stub))
  const acks: number[] = []
  const before = performance.now()
  await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
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

export function slackText({ rounds, commands, sides, share, burstShare }: SlackFigures): string {
  return [
    `Slack: signed /check, ${rounds} rounds of ${commands}, each acknowledged and its answer delivered`,
    columns([
      [
        '',
        'per second',
        'acks/s in a burst',
        'ack p50 ms',
        'ack p99 ms',
        'at 50/s: p50',
        'p99',
        'worst',
        'answers delivered',
      ],
      ...sides.map((side) => [
        side.name,
        short(side.perSecond),
        short(side.burstPerSecond),
        short(side.ackP50Ms),
        short(side.ackP99Ms),
        short(side.steadyP50Ms),
        short(side.steadyP99Ms),
        short(side.steadyWorstMs),
        `${side.delivered} of ${rounds * commands}`,
      ]),
    ]),
    `chaperone against the bare app: ${short(share)} with every answer delivered; ${short(burstShare)} of acknowledgements in a burst of ${BURST}`,
  ].join('\n')
}
