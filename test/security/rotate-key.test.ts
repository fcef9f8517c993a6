import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { layNextKey } from '../../src/adapters/store/folder.ts'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { rotateKey } from '../../src/adapters/store/upkeep/rotate.ts'
import { command } from '../cli/command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-rotate-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const [ONE, TWO, THREE] = [11, 22, 33].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]
const MIA = { surface: 'slack', person: 'U01MIA' }
const MADE = { at: 1_000, year: 2026, state: 'open', body: { told: 'words of hers' } }
const REMARK = {
  id: '1',
  at: 1_000,
  ...MIA,
  sort: 'override' as const,
  draftHash: 'h',
  verdict: 'stop',
  platform: null,
  rules: [],
  example: 'an example',
  reason: 'a reason',
}
const open = (key?: Buffer) => openSqlite({ home, clock: { now: () => 1_000 }, key })
const chaperone = (args: string[], env: Record<string, string> = {}) =>
  command(args, '', { CHAPERONE_HOME: home, ...env })

/** Something in every table that is sealed. */
async function used(key?: Buffer): Promise<string> {
  const { store, hasher } = await open(key)
  await store.register.create('incident', { ...MADE, origin: 'slack:Ev1' }, MIA)
  await store.register.create('training', MADE, MIA)
  await store.remarks.add(REMARK)
  await store.dialogs.set('talk', { step: 3 }, 1e13)
  await store.close()
  return hasher.hash('a draft')
}

/** Every value of every table that some key sealed, by that key. */
function sealedBy(): string[] {
  const database = new DatabaseSync(join(home, 'chaperone.db'))
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const values = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .flatMap((row) => Object.values(row)),
  )
  database.close()
  return values.flatMap((value) => /^v1\.([0-9a-f]{16})\./.exec(String(value))?.[1] ?? [])
}

async function reads(key?: Buffer) {
  const { store, hasher } = await open(key)
  const told = {
    body: (await store.register.get('INC-2026-0001', 'nobody'))?.body,
    remark: (await store.remarks.between(0, 2_000, 9))[0]?.example,
    talk: await store.dialogs.get('talk'),
    same: (await store.register.create('incident', { ...MADE, origin: 'slack:Ev1' }, MIA)).number,
    hash: hasher.hash('a draft'),
  }
  await store.close()
  return told
}
const ALL = { body: MADE.body, remark: 'an example', talk: { step: 3 }, same: 'INC-2026-0001' }

describe('rotate-key', () => {
  it('seals everything anew, in every table, and hashes as before', async () => {
    const hash = await used()
    const told = JSON.parse((await chaperone(['rotate-key', '--json'])).out)
    expect(told).toMatchObject({ rows: 4, key: expect.stringMatching(/^[0-9a-f]{16}$/) })
    expect(told.key).not.toBe(told.old)
    const sealed = sealedBy()
    expect(sealed.length).toBeGreaterThanOrEqual(6)
    expect(new Set(sealed)).toEqual(new Set([told.key]))
    expect(await reads()).toEqual({ ...ALL, hash })
    expect(readdirSync(home).toSorted()).toEqual([
      'chaperone.db',
      'chaperone.key',
      `chaperone.key.${told.old}`,
    ])
  })

  it('can be done again and again; the trail stays whole over all of the keys', async () => {
    const hash = await used()
    for (let n = 0; n < 3; n++) expect((await chaperone(['rotate-key'])).code).toBe(0)
    expect(await reads()).toEqual({ ...ALL, hash })
    const { code, out } = await chaperone(['verify-audit', '--json'])
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, whole: true, entries: 5 })
    const database = new DatabaseSync(join(home, 'chaperone.db'))
    database.exec("UPDATE trail SET person = 'U02' WHERE seq = 1")
    database.close()
    expect(JSON.parse((await chaperone(['verify-audit', '--json'])).out).first.record).toBe('entry 1')
  })

  it('takes the new key from the environment where the old one comes from there', async () => {
    const hash = await used(ONE)
    const env = { CHAPERONE_KEY: ONE.toString('hex'), CHAPERONE_KEY_NEXT: TWO.toString('base64') }
    expect((await chaperone(['rotate-key'], env)).code).toBe(0)
    await expect(open(ONE)).rejects.toMatchObject({ code: 'key_changed' })
    await expect(open(THREE)).rejects.toMatchObject({ code: 'key_changed' })
    expect(await reads(TWO)).toEqual({ ...ALL, hash })
    expect(readdirSync(home)).toEqual(['chaperone.db'])
  })

  it.each<[string, Buffer | undefined, Record<string, string>, RegExp]>([
    ['no new key', ONE, {}, /CHAPERONE_KEY_NEXT is missing/],
    ['the key in use', ONE, { CHAPERONE_KEY_NEXT: ONE.toString('hex') }, /the new key is the one in use/],
    ['no key at all', ONE, { CHAPERONE_KEY_NEXT: 'hunter2' }, /CHAPERONE_KEY_NEXT does not look right/],
    [
      'one for the folder from outside',
      undefined,
      { CHAPERONE_KEY_NEXT: TWO.toString('hex') },
      /take it away/,
    ],
  ])('is refused with %s, and nothing changes', async (_what, key, env, says) => {
    await used(key)
    const before = sealedBy()
    const own = key ? { CHAPERONE_KEY: key.toString('hex') } : {}
    const { code, out, err } = await chaperone(['rotate-key'], { ...own, ...env })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(says)
    expect(err).not.toContain('hunter2')
    expect(sealedBy()).toEqual(before)
    expect(await reads(key)).toMatchObject(ALL)
  })

  it('changes nothing at all where a row was tampered with', async () => {
    await used(ONE)
    const database = new DatabaseSync(join(home, 'chaperone.db'))
    database.exec("UPDATE register SET state = 'closed' WHERE number = 'TRN-2026-0001'")
    database.close()
    const before = sealedBy()
    const { ground, store } = await open(ONE)
    await expect(rotateKey(ground, TWO, MIA, 1)).rejects.toMatchObject({ code: 'store_corrupt' })
    await store.close()
    expect(sealedBy()).toEqual(before)
    expect(await reads(ONE)).toMatchObject(ALL)
  })

  it('shuts out a process that runs on with the old key, before it writes anything sealed', async () => {
    await used(ONE)
    const old = await open(ONE)
    const { ground, store } = await open(ONE)
    await rotateKey(ground, TWO, MIA, 1)
    await store.close()
    const { register, remarks, trail } = old.store
    const refusal = { code: 'key_changed' }
    await expect(register.create('incident', MADE, MIA)).rejects.toMatchObject(refusal)
    await expect(register.update('INC-2026-0001', 1, { at: 2, state: 'closed' }, MIA)).rejects.toThrow()
    await expect(remarks.add({ ...REMARK, id: '2' })).rejects.toMatchObject(refusal)
    await expect(trail.append(MIA, 'seen', 'x', 1)).rejects.toMatchObject(refusal)
    await old.store.close()
    expect(await reads(TWO)).toMatchObject(ALL)
    expect((await chaperone(['verify-audit'], { CHAPERONE_KEY: TWO.toString('hex') })).code).toBe(0)
  })

  it.each(['before the data was turned over', 'after it'])(
    'that was cut short %s is mended by the next start',
    async (when) => {
      const hash = await used()
      const { ground, store } = await open()
      const next = layNextKey(home)
      if (when === 'after it') await rotateKey(ground, next, MIA, 1)
      await store.close()
      expect(readdirSync(home)).toContain('chaperone.key.next')
      expect(await reads()).toEqual({ ...ALL, hash })
      expect(readdirSync(home).includes('chaperone.key.next')).toBe(when !== 'after it')
      expect((await chaperone(['rotate-key'])).code).toBe(0)
      expect(await reads()).toEqual({ ...ALL, hash })
    },
  )

  it('leaves earlier backups to the old key', async () => {
    await used()
    const file = join(home, 'early.backup')
    await chaperone(['backup', file])
    const { old } = JSON.parse((await chaperone(['rotate-key', '--json'])).out)
    expect((await chaperone(['restore', file])).err).toContain(`was made with another key (${old})`)
    renameSync(join(home, `chaperone.key.${old}`), join(home, 'chaperone.key'))
    expect((await chaperone(['restore', file])).code).toBe(0)
    expect(await reads()).toMatchObject(ALL)
  })

  it('says in words what to do next, and shows no key', async () => {
    await used()
    const { out } = await chaperone(['rotate-key'])
    expect(out).toMatch(/^Sealed anew: 4 rows, .*\nThe new key is chaperone\.key/)
    expect(out).not.toContain(readFileSync(join(home, 'chaperone.key'), 'utf8').trim())
  })
})
