import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../../src/adapters/store/key.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { verifyTrail } from '../../../src/adapters/store/trail/verify.ts'
import type { IncidentEntry } from '../../../src/bot/ports.ts'

const MASTER = new Uint8Array(32).fill(7)
const AT = Date.parse('2026-11-20T15:00:00Z')
const clock = { now: () => AT + 86_400_000 }

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-carry-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const entry = (id: string, what: string): IncidentEntry => ({
  id,
  at: AT,
  by: 'slack:U1',
  what,
  details: { words: `said in ${id}` },
})

/** Incidents as they lay before there was a register. */
async function written(rows: { number: string; post?: string; entries: IncidentEntry[] }[]): Promise<void> {
  const { store } = await openSqlite({ home, key: MASTER, clock })
  await store.close()
  const key = createKey(MASTER)
  const database = new DatabaseSync(join(home, 'chaperone.db'))
  const insert = database.prepare('insert into incident_entry values (?, ?, ?, ?, ?, ?)')
  for (const { number, post = null, entries } of rows)
    entries.forEach(({ id, at, by, what, details }, index) => {
      const body = key.seal(
        JSON.stringify({ by, what, details }),
        `incident:${number}:${index + 1}:${id}:${at}`,
      )
      insert.run(number, index + 1, id, at, index === 0 ? post : null, body)
    })
  database.close()
}

describe('incidents that were written before there was a register', () => {
  it('are in it after the next start, with their numbers, and numbers go on after them', async () => {
    await written([
      { number: 'INC-2026-0001', post: 'p1', entries: [entry('a', 'reported'), entry('b', 'closed')] },
      { number: 'INC-2026-0002', entries: [entry('c', 'reported')] },
    ])
    for (let start = 0; start < 2; start++) {
      const { store, ground } = await openSqlite({ home, key: MASTER, clock })
      expect((await store.incidents.list('nobody')).map(({ number, entries }) => [number, entries])).toEqual([
        ['INC-2026-0002', [entry('c', 'reported')]],
        ['INC-2026-0001', [entry('a', 'reported'), entry('b', 'closed')]],
      ])
      expect(await store.register.tally('incident', 0, Infinity)).toEqual({ open: 1, closed: 1 })
      const proof = await verifyTrail(ground)
      expect([proof.entries, proof.broken]).toEqual([2, undefined])
      await store.close()
    }
    const { store } = await openSqlite({ home, key: MASTER, clock })
    expect(await store.incidents.open(entry('d', 'reported'), null, 2026)).toEqual({
      number: 'INC-2026-0003',
      isNew: true,
    })
    // A second report of the first one's post still finds it.
    expect(await store.incidents.open(entry('e', 'reported'), 'p1', 2026)).toEqual({
      number: 'INC-2026-0001',
      isNew: false,
    })
    await store.close()
  })

  it('stay where they are when one of them cannot be read, and the start says which', async () => {
    await written([{ number: 'INC-2026-0001', entries: [entry('a', 'reported')] }])
    const database = new DatabaseSync(join(home, 'chaperone.db'))
    database.exec("update incident_entry set id = 'other'")
    database.close()
    await expect(openSqlite({ home, key: MASTER, clock })).rejects.toMatchObject({
      code: 'store_corrupt',
      message: expect.stringContaining('INC-2026-0001'),
    })
    const again = new DatabaseSync(join(home, 'chaperone.db'))
    expect(again.prepare('select count(*) as n from incident_entry').get()).toEqual({ n: 1 })
    again.close()
  })
})
