import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import type { Remark } from '../../src/bot/ports.ts'
import { command } from './command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-remarks-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const remark: Remark = {
  id: '1',
  at: Date.parse('2026-11-20T10:30:00Z'),
  surface: 'web',
  person: 'this-machine',
  sort: 'not_a_problem',
  draftHash: 'a'.repeat(64),
  verdict: 'stop',
  platform: 'yelp',
  rules: ['identifier/name'],
  example: 'Thank you, [name]!\n\u001b[31mred',
  reason: 'own: she is at our desk',
}

async function written(...remarks: Remark[]) {
  const { store } = await openSqlite({ home, clock: { now: () => 0 } })
  for (const one of remarks) await store.remarks.add(one)
  await store.close()
}
const remarks = (...args: string[]) => command(['remarks', ...args], '', { CHAPERONE_HOME: home })

describe('remarks', () => {
  it('says so when there are none, and makes no data', async () => {
    const ran = await remarks()
    expect(ran).toEqual({ code: 0, out: 'Nobody has said anything about a finding.\n', err: '' })
    expect(existsSync(join(home, 'chaperone.db'))).toBe(false)
  })

  it('shows each with its rule and reason, and nothing that a terminal obeys', async () => {
    await written(remark, { ...remark, id: '2', sort: 'override', example: '', rules: ['claims/painless'] })
    const { code, out } = await remarks()
    expect(code).toBe(0)
    expect(out).toContain('2026-11-20 10:30 UTC  Not a problem (stop, yelp)')
    expect(out).toContain('identifier/name')
    expect(out).toContain('Posted all the same')
    expect(out).not.toContain('\u001b')
  })

  it('gives JSON, from a day on', async () => {
    await written(remark)
    expect(JSON.parse((await remarks('--json')).out)).toEqual({ remarks: [remark] })
    expect(JSON.parse((await remarks('--json', '--since', '2026-11-21')).out)).toEqual({ remarks: [] })
  })

  it('refuses a day that is none', async () => {
    expect(await remarks('--since', 'yesterday')).toEqual({
      code: 2,
      out: '',
      err: 'chaperone: --since wants a day like 2026-01-31\n',
    })
  })

  it('does not lie readable in the data folder', async () => {
    await written(remark)
    for (const file of ['chaperone.db', 'chaperone.db-wal'])
      if (existsSync(join(home, file)))
        expect(readFileSync(join(home, file)).includes('she is at our desk')).toBe(false)
  })
})
