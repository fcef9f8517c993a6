import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { verifyTrail } from '../../../src/adapters/store/trail/verify.ts'
import { start } from '../../cli/command.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-killed-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const ROWS = 200
const MADE = { at: 1_000, year: 2026, state: 'open', body: { told: 'words' } }

it('rotate-key that is killed at any moment leaves data that opens, whole, under the old key or the new', async () => {
  const home = join(root, 'data')
  const open = () => openSqlite({ home, clock: { now: () => 1_000 } })
  const { store } = await open()
  for (let n = 0; n < ROWS; n++)
    await store.register.create('incident', MADE, { surface: 'web', person: 'p' })
  await store.close()
  const rotations: number[] = []
  // From before the command has read anything to after it is done.
  for (const ms of [60, 120, 180, 220, 260, 300, 350, 400, 500, 5_000]) {
    const { child, ended } = start(['rotate-key'], { CHAPERONE_HOME: home }, root)
    const killing = setTimeout(() => child.kill('SIGKILL'), ms)
    const { code } = await ended
    clearTimeout(killing)
    const { store, ground } = await open()
    const kept = await store.register.list('incident', { limit: 999 }, 'nobody')
    expect(kept.filter(({ body }) => JSON.stringify(body) === '{"told":"words"}')).toHaveLength(ROWS)
    const { broken, entries } = await verifyTrail(ground)
    expect(broken).toBeUndefined()
    // What was told as done is done.
    if (code === 0) expect(entries - ROWS).toBe((rotations.at(-1) ?? 0) + 1)
    rotations.push(entries - ROWS)
    await store.close()
  }
  expect(rotations.at(-1)).toBeGreaterThan(0)
})
