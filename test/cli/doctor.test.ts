import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import type { Item } from '../../src/cli/doctor/examine.ts'
import { command } from './command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-doctor-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

async function doctor(env: Record<string, string> = {}, args: string[] = []) {
  const { code, out, err } = await command(['doctor', '--json', ...args], '', {
    CHAPERONE_HOME: home,
    ...env,
  })
  const { ready, items } = JSON.parse(out) as { ready: boolean; items: Item[] }
  const of = (name: string) => items.filter((item) => item.name === name)
  return { code, err, ready, of, states: (name: string) => of(name).map((item) => item.state) }
}

/** A data folder as a start leaves it behind. */
async function started(): Promise<void> {
  const { store } = await openSqlite({ home, clock: { now: () => 0 } })
  await store.close()
}

describe('doctor', () => {
  it('finds a fresh machine able to work, and says what is not configured', async () => {
    const { code, err, ready, of, states } = await doctor()
    expect({ code, err, ready }).toEqual({ code: 0, err: '', ready: true })
    expect(of('practice')[0]?.says).toContain('practice.yml')
    expect(of('chat page')[0]?.says).toContain('http://127.0.0.1:3978')
    expect(of('rules')[0]?.says).toMatch(/[1-9]\d* rules? over [1-9]\d* word lists?\./)
    expect([...states('Slack'), ...states('Teams'), ...states('model')]).toEqual(['off', 'off', 'off'])
  })

  it('finds nothing wrong with a data folder that was used', async () => {
    await started()
    const { code, states } = await doctor()
    expect({ code, data: states('data'), store: states('store'), key: states('key') }).toEqual({
      code: 0,
      data: ['ok'],
      store: ['ok'],
      key: ['ok'],
    })
  })

  it('makes nothing in a data folder that is not there', async () => {
    rmSync(home, { recursive: true })
    expect((await doctor()).of('data')[0]?.says).toContain('the first start makes it')
    expect((await doctor()).code).toBe(0)
  })

  it('wants a look at files that others can open', async () => {
    await started()
    chmodSync(join(home, 'chaperone.key'), 0o644)
    const { code, of } = await doctor()
    expect(code).toBe(0)
    expect(of('data')[1]).toMatchObject({
      state: 'attention',
      says: expect.stringContaining('chaperone.key'),
    })
  })

  it.each<[string, () => Promise<void> | void, Record<string, string>, string, string]>([
    [
      'a database that is none',
      () => writeFileSync(join(home, 'chaperone.db'), 'x'.repeat(9000)),
      {},
      'store',
      'damaged',
    ],
    ['a lost key', () => started().then(() => rmSync(join(home, 'chaperone.key'))), {}, 'key', 'missing'],
    [
      'a file in place of the data folder',
      () => writeFileSync(join(home, 'x'), ''),
      { sub: 'x' },
      'data',
      'cannot be written',
    ],
    [
      'a half-configured setting',
      () => {},
      { SLACK_BOT_TOKEN: 'xoxb-secret-thing' },
      'settings',
      'SLACK_SIGNING_SECRET',
    ],
    ['a setting that is no port', () => {}, { PORT: 'many' }, 'settings', 'PORT'],
    [
      'a practice file that is not there',
      () => {},
      { CHAPERONE_PRACTICE: '/nowhere.yml' },
      'practice',
      '/nowhere.yml',
    ],
  ])(
    'with %s ends with exit code 1 and says what to do',
    async (_name, prepare, { sub, ...env }, name, says) => {
      await prepare()
      const { code, ready, of } = await doctor(sub ? { CHAPERONE_HOME: join(home, sub) } : env)
      expect({ code, ready }).toEqual({ code: 1, ready: false })
      const broken = of(name).find((item) => item.state === 'broken')
      expect(broken?.says).toContain(says)
      expect(broken?.says).not.toContain('secret-thing')
    },
  )

  it('names the line of a mistake in the practice file', async () => {
    const path = join(home, 'practice.yml')
    writeFileSync(path, 'name: Maple Street Dental\nstaf: [Dr. Lee]\n')
    const { code, of } = await doctor({}, ['--practice', path])
    expect([code, of('practice')[0]?.says]).toEqual([1, expect.stringContaining('line 2')])
  })

  it('says what the practice file does not say', async () => {
    const path = join(home, 'practice.yml')
    writeFileSync(path, 'name: Maple Street Dental\nstaff: [Dr. Lee]\n')
    const { code, of } = await doctor({}, ['--practice', path])
    expect(code).toBe(0)
    expect(of('practice')[0]).toMatchObject({ state: 'ok', says: expect.stringContaining('1 colleague') })
    expect(of('practice').length).toBeGreaterThan(1)
  })

  it('is readable as text too', async () => {
    const { code, out } = await command(['doctor'], '', { CHAPERONE_HOME: home })
    expect(code).toBe(0)
    expect(out).toMatch(/^ok +node +Node \d+/)
    expect(out).toContain('Chaperone can work.')
  })
})
