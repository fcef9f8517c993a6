import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../../scripts/rules.ts'
import { columns } from '../quality/print.ts'
import { CONTENDERS } from './contenders.ts'
import { median, rotated, short } from './figures.ts'

const ROUNDS = 7
const CHILD = join(ROOT, 'test/bench/child.ts')

/** Milliseconds from starting a process to its first verdict. */
export interface ColdStart {
  rounds: number
  starts: { name: string; medianMs: number; worstMs: number }[]
}

const STARTS: readonly { name: string; args: readonly string[] }[] = [
  { name: 'node alone', args: [CHILD, 'nothing'] },
  ...Object.keys(CONTENDERS).map((name) => ({ name, args: [CHILD, name] })),
  {
    name: 'chaperone check, as a command',
    args: [join(ROOT, 'src/cli.ts'), 'check', 'Thanks for coming in!', '--json'],
  },
]

export async function measureColdStart(): Promise<ColdStart> {
  const times = new Map(STARTS.map(({ name }) => [name, [] as number[]]))
  // The first round fills the caches of the file system and does not count.
  for (let round = -1; round < ROUNDS; round++) {
    for (const { name, args } of rotated(STARTS, Math.max(round, 0))) {
      // One that does not start is shown as a gap; the others still count.
      const ms = await firstWords(args).catch(() => Number.NaN)
      if (round >= 0) times.get(name)?.push(ms)
    }
  }
  return {
    rounds: ROUNDS,
    starts: [...times].map(([name, own]) => ({ name, medianMs: median(own), worstMs: Math.max(...own) })),
  }
}

/** Until the process says something; rejects if it never does. */
function firstWords(args: readonly string[]): Promise<number> {
  const before = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
    let ms: number | undefined
    child.stdout.once('data', () => {
      ms = performance.now() - before
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (ms === undefined) reject(new Error(`${args[0]} ended with ${code} and said nothing`))
      else resolve(ms)
    })
  })
}

export function coldStartText({ rounds, starts }: ColdStart): string {
  return [
    `Cold start to the first verdict: a new process, ${rounds} rounds`,
    columns([
      ['', 'median ms', 'worst ms'],
      ...starts.map(({ name, medianMs, worstMs }) => [name, short(medianMs), short(worstMs)]),
    ]),
  ].join('\n')
}
