import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../../scripts/rules.ts'
import { columns } from '../quality/print.ts'
import { CONTENDERS } from './contenders.ts'
import { short } from './figures.ts'

const PASSES = 10
const MB = 1024 * 1024

/** Resident memory in MB, each contender in a process of its own. */
export interface Memory {
  passes: number
  processes: { name: string; afterFirstMb: number; afterManyMb: number }[]
}

export function measureMemory(): Memory {
  const names = ['nothing', ...Object.keys(CONTENDERS)]
  return {
    passes: PASSES,
    processes: names.map((name) => {
      const child = [join(ROOT, 'test/bench/child.ts'), name, String(PASSES)]
      const said = execFileSync(process.execPath, child, { encoding: 'utf8' }).trim().split('\n').at(-1) ?? ''
      const { afterFirst, afterMany } = JSON.parse(said) as { afterFirst: number; afterMany: number }
      return {
        name: name === 'nothing' ? 'node alone' : name,
        afterFirstMb: afterFirst / MB,
        afterManyMb: afterMany / MB,
      }
    }),
  }
}

export function memoryText({ passes, processes }: Memory): string {
  return [
    `Resident memory, MB: after the first draft, and after ${passes} times all of them`,
    columns([
      ['', 'first', 'many'],
      ...processes.map(({ name, afterFirstMb, afterManyMb }) => [
        name,
        short(afterFirstMb),
        short(afterManyMb),
      ]),
    ]),
  ].join('\n')
}
