import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import type { Store } from '../../../src/bot/ports.ts'
import { command, start } from '../../cli/command.ts'

let root: string
let home: string
let file: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-backup-'))
  home = join(root, 'data')
  file = join(root, 'monday.backup')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const MIA = { surface: 'slack', person: 'U01MIA' }
const MADE = { at: 1_000, year: 2026, state: 'open', body: { told: 'canary-4711 was posted' } }

async function opened<T>(work: (store: Store) => Promise<T>, folder = home): Promise<T> {
  const { store } = await openSqlite({ home: folder, clock: { now: () => 1_000 } })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
const add = (count: number) =>
  opened(async ({ register }) => {
    for (let n = 0; n < count; n++) await register.create('incident', MADE, MIA)
  })
const numbers = (folder = home) =>
  opened(
    async ({ register }) =>
      (await register.list('incident', { limit: 999 }, 'nobody')).map((one) => one.number),
    folder,
  )
const chaperone = (args: string[], env: Record<string, string> = {}) =>
  command(args, '', { CHAPERONE_HOME: home, ...env })

/** Refused with one line and nothing on standard output, and the data is as it was. */
async function refused(args: string[], says: RegExp, env: Record<string, string> = {}): Promise<void> {
  const { code, out, err } = await chaperone(args, env)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^chaperone: [^\n]+\n$/)
  expect(err).toMatch(says)
}

describe('a backup', () => {
  it('brings everything back, the trail included, and keeps what was there', async () => {
    await add(3)
    expect(await chaperone(['backup', file])).toMatchObject({ code: 0, err: '' })
    await add(2)
    const restored = JSON.parse((await chaperone(['restore', file, '--json'])).out)
    expect(await numbers()).toEqual(['INC-2026-0001', 'INC-2026-0002', 'INC-2026-0003'])
    expect(JSON.parse((await chaperone(['verify-audit', '--json'])).out)).toMatchObject({
      whole: true,
      entries: 4,
    })
    // The three that were made, and that it came back.
    const acts = await opened(async ({ trail }) => (await trail.entries({ limit: 9 })).map(({ act }) => act))
    expect(acts).toEqual(['created', 'created', 'created', 'restored'])
    const other = join(root, 'other')
    await opened(async () => {}, other)
    copyFileSync(restored.before, join(other, 'chaperone.db'))
    copyFileSync(join(home, 'chaperone.key'), join(other, 'chaperone.key'))
    expect(await numbers(other)).toHaveLength(5)
  })

  it('is noted in the trail, belongs to its owner alone, and leaves nothing beside it', async () => {
    await add(1)
    await chaperone(['backup', file])
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(root).toSorted()).toEqual(['data', 'monday.backup'])
    const acts = await opened(async ({ trail }) => (await trail.entries({ limit: 9 })).map(({ act }) => act))
    expect(acts).toEqual(['created', 'backed_up'])
  })

  it('holds nothing readable of what people typed, and neither does what the restore leaves', async () => {
    await add(3)
    await chaperone(['backup', file])
    await chaperone(['restore', file])
    const paths = [file, ...readdirSync(home).map((name) => join(home, name))]
    for (const path of paths) expect(readFileSync(path).includes('canary-4711')).toBe(false)
    expect(paths.length).toBeGreaterThanOrEqual(4)
  })

  it('comes back on another machine with its key', async () => {
    await add(2)
    await chaperone(['backup', file])
    const other = join(root, 'other')
    await refused(['restore', file], /chaperone\.key is missing/, { CHAPERONE_HOME: other })
    copyFileSync(join(home, 'chaperone.key'), join(other, 'chaperone.key'))
    const { code, out } = await chaperone(['restore', file, '--json'], { CHAPERONE_HOME: other })
    expect({ code, ...JSON.parse(out) }).toEqual({ code: 0, restored: true, before: null })
    expect(await numbers(other)).toHaveLength(2)
  })

  it('is whole while others write: every record of it is one, in order, from the first', async () => {
    await add(1)
    await opened(async ({ register }) => {
      let going = true
      const writing = (async () => {
        while (going) {
          await register.create('incident', MADE, MIA)
          // The database answers at once; without this nothing else would ever get its turn.
          await new Promise((resolve) => setImmediate(resolve))
        }
      })()
      const { code } = await chaperone(['backup', file])
      going = false
      await writing
      expect(code).toBe(0)
    })
    const all = await numbers()
    await chaperone(['restore', file])
    const kept = await numbers()
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toEqual(all.slice(0, kept.length))
    expect((await chaperone(['verify-audit'])).code).toBe(0)
  })

  it('is refused where one byte is not what it was, wherever it lies, and nothing changes', async () => {
    await add(2)
    await chaperone(['backup', file])
    const whole = readFileSync(file)
    const body = whole.indexOf('\n') + 1
    const before = readFileSync(join(home, 'chaperone.db'))
    for (const place of [
      0,
      5,
      30,
      body - 3,
      body,
      body + 20,
      Math.floor(whole.length / 2),
      whole.length - 1,
    ]) {
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] as number) ^ 1
      writeFileSync(file, bytes)
      await refused(
        ['restore', file],
        /is no backup of Chaperone|was changed, or is not complete|another key/,
      )
    }
    for (const length of [0, 10, body, whole.length - 4096]) {
      writeFileSync(file, whole.subarray(0, length))
      await refused(['restore', file], /is no backup of Chaperone|was changed, or is not complete/)
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('more')]))
    await refused(['restore', file], /was changed, or is not complete/)
    expect(readFileSync(join(home, 'chaperone.db')).equals(before)).toBe(true)
    expect(readdirSync(home).toSorted()).toEqual(['chaperone.db', 'chaperone.key'])
  })

  it('is refused with another key', async () => {
    await add(1)
    await chaperone(['backup', file])
    await refused(['restore', file], /was made with another key/, { CHAPERONE_KEY: 'ab'.repeat(32) })
  })

  it('does not come back under a Chaperone that runs', async () => {
    await add(1)
    await chaperone(['backup', file])
    await opened(async ({ register }) => {
      await refused(['restore', file], /is in use; stop Chaperone first/)
      await register.create('incident', MADE, MIA)
    })
    expect(await numbers()).toHaveLength(2)
    expect(readdirSync(home).toSorted()).toEqual(['chaperone.db', 'chaperone.key'])
  })

  it('never writes over a file, and says so where there is nothing to back up', async () => {
    await refused(['backup', file], /nothing to back up/)
    expect(existsSync(home)).toBe(false)
    await add(1)
    writeFileSync(file, 'mine')
    await refused(['backup', file], /is there already/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await refused(['backup', join(root, 'no', 'such', 'folder')], /folder/)
    await refused(['restore', join(root, 'none')], /none: cannot be used \(ENOENT\)/)
  })

  it('can be taken while the real thing runs', async () => {
    const env = { CHAPERONE_HOME: home, PORT: '0', LOG_LEVEL: 'info' }
    const server = start(['serve'], env, root)
    while (!server.text.out.includes('ready')) await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await start(['backup', file], env, root).ended).code).toBe(0)
    server.child.kill('SIGTERM')
    const { err } = await server.ended
    // The head stands in the log when it starts and when it stops.
    expect([...err.matchAll(/"head":"(\d+)-[0-9a-f]{64}"/g)].map(([, entries]) => entries)).toEqual([
      '0',
      '1',
    ])
    expect((await chaperone(['restore', file])).code).toBe(0)
  })
})
