import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/adapters/store/schema.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'

const CHILD = fileURLToPath(new URL('./store-child.ts', import.meta.url))
let home: string
const running: ChildProcess[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-process-'))
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

function start(holder: string, job: string) {
  const child = spawn(process.execPath, [CHILD, home, holder, job], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const first = new Promise<string>((resolve) => reader.once('line', resolve))
  reader.on('line', (line) => lines.push(line))
  // The reader may still hand out lines after the process has gone.
  const closed = new Promise<void>((resolve) => reader.once('close', resolve))
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  return { first, lines, closed, kill }
}

const openHere = () => openSqlite({ home, clock: { now: () => 0 } })

describe('several processes on one data folder', () => {
  it('start together on an empty folder: one makes the tables, all use the same key', async () => {
    const children = Array.from({ length: 6 }, (_, index) => start(`p${index}`, 'open'))
    const said = await Promise.all(children.map(({ first }) => first))
    const all = `opened ${Object.keys(MIGRATIONS).length}`
    expect(said.toSorted()).toEqual(['opened 0', 'opened 0', 'opened 0', 'opened 0', 'opened 0', all])
  })

  it('win each of 50 events exactly once between four of them', async () => {
    const children = Array.from({ length: 4 }, (_, index) => start(`p${index}`, 'race'))
    const won = await Promise.all(children.map(async ({ first }) => Number(await first)))
    expect(won.reduce((sum, count) => sum + count, 0)).toBe(50)
  })
})

describe('after kill -9', () => {
  it('between claim and finish, a retry is refused during the lease and wins after it', async () => {
    const child = start('killed', 'claim-and-hang')
    expect(await child.first).toBe('won')
    await child.kill()
    const { store } = await openHere()
    expect(await store.claim('killed:1', 'retry', 60_999, 60_000)).toBe('busy')
    expect(await store.claim('killed:1', 'retry', 61_000, 60_000)).toBe('won')
    expect(await store.finish('killed:1', 'killed', 61_000)).toBe(false)
    expect(await store.finish('killed:1', 'retry', 61_000)).toBe(true)
    await store.close()
  })

  it.each(['write-until-killed', 'write-beside-until-killed'])(
    'every check that was acknowledged is still there, in order, with its words: %s',
    async (job) => {
      for (const holder of ['a', 'b', 'c']) {
        const child = start(holder, job)
        await child.first
        while (child.lines.length < 40) await new Promise((resolve) => setImmediate(resolve))
        await child.kill()
        const { store } = await openHere()
        const kept = (await store.between(0, 1e9, 1e6))
          .map(({ id }) => id)
          .filter((id) => id.startsWith(holder))
        // More may have been written than could still be told.
        expect(kept.slice(0, child.lines.length)).toEqual(child.lines)
        const words = await Promise.all(child.lines.map((id) => store.dialogs.get(id)))
        expect(words).toEqual(child.lines.map((text) => ({ text })))
        await store.close()
      }
    },
  )
})
