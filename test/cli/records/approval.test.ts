import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { added, readAuthorization, revoked } from '../../../src/bot/records/authorization.ts'
import { command } from '../command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-approval-'))
  writeFileSync(
    join(home, 'practice.yml'),
    `name: Maple
staff:
  - { name: Amy, ids: { terminal: amy } }
  - { name: Mia, role: reviewer, ids: { terminal: mia } }
`,
  )
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const WORDS = 'Our office is closed on Monday. We are back on Tuesday.'
const CARE = 'Meet Jordan, our patient of the month. Jordan just finished braces!'
const ID = 'APR-2026-0001'.replace('2026', String(new Date().getUTCFullYear()))
const approval = (...args: string[]) =>
  command(['approval', ...args, '--practice', join(home, 'practice.yml')], '', {
    CHAPERONE_HOME: join(home, 'data'),
  })
const json = async (...args: string[]) => JSON.parse((await approval(...args, '--json')).out)
const ask = (...more: string[]) => approval('ask', WORDS, '--platform', 'instagram', '--as', 'amy', ...more)

describe('approval', () => {
  it('says so when there is nothing, and makes no data', async () => {
    expect(await approval('list')).toEqual({ code: 0, out: 'Nothing waits for you here.\n', err: '' })
    expect((await approval('show', ID)).code).toBe(1)
    expect(existsSync(join(home, 'data'))).toBe(false)
  })

  it('goes from a request to what is online, with a hash in place of the words in the end', async () => {
    expect((await ask('--note', 'Please be quick')).code).toBe(0)
    expect((await approval('approve', ID, '--as', 'amy')).code).toBe(1)
    expect(await json('approve', ID, '--as', 'mia')).toMatchObject({ outcome: 'done', status: 'granted' })
    expect(await json('approve', ID, '--as', 'mia')).toMatchObject({ outcome: 'refused:settled' })
    expect((await approval('plan', ID, '--as', 'amy', '--at', '2020-01-01 09:30')).code).toBe(1)
    const out = await json('publish', ID, '--as', 'amy', '--url', 'https://www.instagram.com/p/1/')
    expect(out).toMatchObject({
      outcome: 'done',
      status: 'published',
      published: { url: 'https://www.instagram.com/p/1/', withoutGoAhead: false },
    })
    expect(await json('list')).toMatchObject({ approvals: [{ number: ID, status: 'published' }] })
    expect((await json('down', ID, '--as', 'mia')).published.down).not.toBeNull()
  })

  it('keeps no words in the open, and none at all once it is over', async () => {
    await ask()
    const data = join(home, 'data')
    const disk = () => readFileSync(join(data, 'chaperone.db')).toString('latin1')
    expect((await json('show', ID)).text).toBe(WORDS)
    expect(disk()).not.toContain('closed on Monday')
    const reason = ['--reason', 'We open after all']
    expect(await json('decline', ID, '--as', 'mia', ...reason)).toMatchObject({
      status: 'declined',
      text: null,
    })
    expect((await json('show', ID)).about.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('takes the words that a reviewer proposes', async () => {
    await ask()
    await approval('changes', ID, '--as', 'mia', '--text', 'We are closed on Monday.', '--note', 'Shorter')
    expect(await json('accept', ID, '--as', 'amy')).toMatchObject({
      status: 'granted',
      text: 'We are closed on Monday.',
      given: { by: 'terminal:mia' },
    })
  })

  it('lets nothing out but the words that somebody had before them', async () => {
    await ask()
    expect((await json('rework', ID, '--as', 'amy', '--text', 'We are closed on Monday.')).revision).toBe(2)
    const old = await json('approve', ID, '--as', 'mia', '--revision', '1')
    expect(old).toMatchObject({ outcome: 'refused:otherWords', status: 'waiting' })
    expect((await json('approve', ID, '--as', 'mia', '--revision', '2')).status).toBe('granted')
  })

  it('is over when other words went out than those that were looked at', async () => {
    await ask()
    await approval('approve', ID, '--as', 'mia')
    const changed = await approval(
      'publish',
      ID,
      '--as',
      'amy',
      '--url',
      'https://instagram.com/p/1',
      '--text',
      'We open!',
    )
    expect(changed).toMatchObject({ code: 1 })
    expect(changed.out).toContain('The words are other ones')
    expect(await json('online', ID, '--as', 'amy', '--url', 'https://instagram.com/p/1')).toMatchObject({
      status: 'published',
      published: { withoutGoAhead: true },
    })
  })

  it('binds to the bytes of photos, which nobody but a person can look at', async () => {
    const photo = join(home, 'one.jpg')
    writeFileSync(photo, 'one')
    await ask('--photo', photo)
    expect((await json('approve', ID, '--as', 'mia')).outcome).toBe('refused:unlooked')
    const first = await json('approve', ID, '--as', 'mia', '--looked')
    expect(first).toMatchObject({ status: 'granted', given: { lookedAtUnchecked: true } })
    writeFileSync(photo, 'two')
    const publish = ['publish', ID, '--as', 'amy', '--url', 'https://instagram.com/p/1', '--photo', photo]
    expect((await json(...publish)).outcome).toBe('died:changed')
    const second = JSON.parse((await ask('--photo', photo, '--json')).out)
    expect(second.number).not.toBe(first.number)
    expect(second.about.hash).not.toBe(first.about.hash)
  })

  it('lets nothing out that needs a form without one, and ends when that form is revoked', async () => {
    const care = ['ask', CARE, '--platform', 'instagram', '--as', 'amy']
    expect(await approval(...care)).toMatchObject({ code: 1, out: '' })
    expect((await approval(...care, '--authorization', 'B-112')).err).toContain('no form with the code B-112')
    await withForm((body) => body)
    expect((await approval(...care, '--authorization', 'b-112')).code).toBe(0)
    expect(await json('approve', ID, '--as', 'mia')).toMatchObject({
      status: 'granted',
      about: { authorizations: ['B-112'] },
    })
    await withForm((body) => revoked(body, '2026-11-01', { id: 'r', at: Date.now(), by: 'slack:X' }))
    const late = await approval('publish', ID, '--as', 'amy', '--url', 'https://instagram.com/p/1')
    expect(late.code).toBe(1)
    expect(late.out).toContain('A signed form that it needs does not cover it')
  })

  it.each<[string, string[], number, string]>([
    ['no action', [], 2, 'say one of: list, show, ask'],
    ['another action', ['bless'], 2, 'say one of'],
    ['no number', ['approve'], 2, 'approval approve wants a number like APR-2026-0001'],
    ['no words', ['ask', '--platform', 'x'], 2, 'give the draft in quotes'],
    ['no place', ['ask', WORDS, '--as', 'amy'], 2, '--platform is missing'],
    [
      'a stop',
      ['ask', 'Call our patient Sarah Miller at 512-555-0188.', '--platform', 'x', '--as', 'amy'],
      1,
      'must not go out',
    ],
    ['a stranger', ['ask', WORDS, '--platform', 'x', '--as', 'a b'], 2, '--as wants the id'],
    [
      'a photo that is not there',
      ['ask', WORDS, '--platform', 'x', '--as', 'amy', '--photo', 'nowhere.jpg'],
      2,
      '--photo cannot be read',
    ],
  ])('%s gets one clear line', async (_what, args, code, line) => {
    const ran = await approval(...args)
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(line)
    expect(ran.err.trim().split('\n')).toHaveLength(1)
  })
})

const BY = { surface: 'slack', person: 'X' }
async function withForm(change: (body: ReturnType<typeof added>) => ReturnType<typeof added>) {
  const { store } = await openSqlite({ home: join(home, 'data'), clock: { now: () => Date.now() } })
  const [there] = await store.register.list('authorization', { limit: 1 }, 'nobody')
  const now = readAuthorization(there)
  const at = Date.now()
  if (now) {
    const { number, version, ...body } = now
    await store.register.update(number, version, { at, body: change(body) }, BY)
  } else {
    const body = change(added('B-112', TERMS, { id: 'a', at, by: 'slack:X' }))
    await store.register.create('authorization', { at, year: 2026, state: 'valid', body }, BY)
  }
  await store.close()
}

const TERMS: Parameters<typeof added>[1] = {
  subject: 'patient',
  content: ['photo', 'words'],
  areas: ['teeth'],
  platforms: ['instagram'],
  purpose: 'marketing',
  signer: { role: 'patient', authority: null },
  signedOn: '2020-01-01',
  expires: { on: '2060-01-01' },
  comesOfAge: null,
  remuneration: 'none',
  copyGiven: true,
  paper: 'binder 1',
  has: {
    information: true,
    discloser: true,
    recipient: true,
    purpose: true,
    expiration: true,
    signature: true,
    revocation: true,
    conditioning: true,
    redisclosure: true,
    plain: true,
  },
  combined: false,
  conditioned: false,
  untrue: false,
}
