import { describe, expect, it } from 'vitest'
import {
  type AuthorizationBody,
  added,
  codeKey,
  eventHappened,
  readAuthorization,
  renewed,
  revoked,
  takenDown,
} from '../../../src/bot/records/authorization.ts'
import { DAY, HOUR } from './record.ts'
import { FIRST, stage, textOf } from './stage.ts'

const CARE = 'FORM: Jordan and the new smile.'
const LINK = 'https://www.instagram.com/p/1/'
const BY = { surface: 'slack', person: 'OFFICE' }
const DEED = { id: 'd', at: Date.parse('2026-11-01T12:00:00Z'), by: 'slack:OFFICE' }

const TERMS: AuthorizationBody['terms'] = {
  subject: 'patient',
  content: ['photo', 'words'],
  areas: [],
  platforms: ['instagram'],
  purpose: 'marketing',
  signer: { role: 'patient', authority: null },
  signedOn: '2026-01-10',
  expires: { on: '2027-01-10' },
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

type On = ReturnType<typeof stage>
async function form({ ports }: On, over: Partial<typeof TERMS> = {}, code = 'B-112') {
  const body = added(code, { ...TERMS, ...over }, DEED)
  await ports.store.register.create('authorization', { at: DEED.at, year: 2026, state: 'valid', body }, BY)
}
async function formNow({ ports }: On) {
  const [record] = await ports.store.register.list('authorization', { limit: 1 }, 'nobody')
  const found = readAuthorization(record)
  if (!found) throw new Error('no form')
  return found
}
async function changeForm(on: On, change: (body: AuthorizationBody) => AuthorizationBody) {
  const { number, version, ...body } = await formNow(on)
  const at = on.ports.clock.now()
  await on.ports.store.register.update(number, version, { at, body: change(body) }, BY)
}

describe('what shows or tells somebody’s care', () => {
  it.each<[string, Partial<typeof TERMS>, string, string]>([
    ['no code', {}, '', 'nobody’s go-ahead takes its place'],
    ['a code that nobody knows', {}, 'B-999', 'There is no form with the code B-999'],
    ['another platform', { platforms: ['facebook'] }, 'B-112', 'The form is for Facebook, not for Instagram'],
    ['photos alone', { content: ['photo'] }, 'B-112', 'not words about them'],
    ['a form that has ended', { expires: { on: '2026-11-20' } }, 'B-112', 'The form ended on'],
    [
      'a form that lacks something',
      { has: { ...TERMS.has, revocation: false } },
      'B-112',
      'taken back in writing',
    ],
  ])('cannot be asked about with %s', async (_what, over, code, words) => {
    const on = stage()
    await form(on, over)
    expect(textOf(await on.ask('slack:AMY', CARE, { codes: code }))).toContain(words)
    expect(await on.ports.store.register.tally('approval', 0, Number.MAX_SAFE_INTEGER)).toEqual({})
  })

  it.each<[string, string, Record<string, string>, string]>([
    [
      'a reply: that says in public that somebody is a patient',
      CARE,
      { kind: 'review_reply' },
      'must not go out',
    ],
    ['a contest among patients', 'CONTEST: best smile wins.', {}, 'must not go out'],
    ['a child, with an adult’s form', 'KID with a new smile.', {}, 'not signed for a minor'],
    ['a film, with a form for photos', CARE, { platform: 'tiktok' }, 'not for TikTok'],
  ])('is let out by no form where it is %s', async (_what, text, values, words) => {
    const on = stage()
    await form(on)
    expect(textOf(await on.ask('slack:AMY', text, { codes: 'B-112', ...values }))).toContain(words)
    expect(await on.ports.store.register.tally('approval', 0, Number.MAX_SAFE_INTEGER)).toEqual({})
  })

  it('goes to a reviewer with the form’s own state, however its code is written', async () => {
    const on = stage()
    await form(on)
    await on.ask('slack:AMY', CARE, { codes: ` ${codeKey('b 112').toLowerCase()} ` })
    const text = textOf(on.told[0]?.reply)
    expect(text).toContain('Signed form B-112: covers it. The form is valid until Jan 10, 2027')
    expect(text).toContain('Nobody else has looked the paper over yet')
    expect((await on.approval()).bound.forms.map(({ code }) => code)).toEqual(['B-112'])
  })

  it('two people in one post need two forms, and the first that ends ends the go-ahead', async () => {
    const on = stage()
    await form(on)
    await form(on, { expires: { on: '2026-11-25' } }, 'B-113')
    expect(textOf(await on.ask('slack:AMY', CARE, { codes: 'B-112, B-114' }))).toContain('B-114')
    await on.ask('slack:AMY', CARE, { codes: 'B-112, B-113' })
    await on.press('slack:MIA', 'grant')
    // Through its last day in Chicago.
    expect((await on.approval()).until).toBe(Date.parse('2026-11-26T06:00:00Z'))
    const late = await on.press('slack:AMY', 'plan', { day: '2026-11-26', time: '09:00' })
    expect(textOf(late)).toContain('later than the go-ahead, or the signed form, holds')
    await on.press('slack:AMY', 'plan', { day: '2026-11-25', time: '23:00' })
    expect((await on.approval()).planned).toBe(Date.parse('2026-11-26T05:00:00Z'))
  })

  it('on the day of coming of age a parent’s form does not stand any more', async () => {
    const on = stage()
    await form(on, {
      subject: 'minor',
      signer: { role: 'parent', authority: null },
      comesOfAge: '2026-11-24',
    })
    await on.ask('slack:AMY', CARE, { codes: 'B-112' })
    await on.press('slack:MIA', 'grant')
    expect((await on.approval()).until).toBe(Date.parse('2026-11-24T06:00:00Z'))
  })
})

describe('long after', () => {
  it('what is taken down under its form is down here too, within the hour', async () => {
    const on = stage()
    await form(on)
    await on.ask('slack:AMY', CARE, { codes: 'B-112' })
    await on.press('slack:MIA', 'grant')
    await on.press('slack:AMY', 'publish', { link: LINK })
    await on.tick()
    on.ports.wait(300 * DAY)
    await changeForm(on, (body) => takenDown(body, `approval:${FIRST}`, { ...DEED, id: 't' }))
    for (let minute = 0; minute < 60; minute++) {
      on.ports.wait(60_000)
      await on.tick()
    }
    expect((await on.approval()).publication?.down).toBeDefined()
    expect((await on.record()).ended).not.toBeNull()
  })
})

describe('a go-ahead', () => {
  const changes: [string, (body: AuthorizationBody) => AuthorizationBody][] = [
    ['is revoked', (body) => revoked(body, '2026-11-21', { ...DEED, id: 'r' })],
    ['is renewed', (body) => renewed(body, { ...TERMS, signedOn: '2026-11-20' }, { ...DEED, id: 'n' })],
    [
      'is corrected to end earlier',
      (body) => ({ ...body, terms: { ...TERMS, expires: { on: '2026-11-22' } } }),
    ],
    [
      'meets its event',
      (body) =>
        eventHappened(
          { ...body, terms: { ...TERMS, expires: { event: 'end of the campaign', happened: null } } },
          '2026-11-21',
          { ...DEED, id: 'e' },
        ),
    ],
  ]
  it.each(changes)(
    'ends when its form %s: at the next tick, and when somebody posts before it',
    async (_what, change) => {
      for (const first of ['tick', 'publish'] as const) {
        const on = stage()
        await form(on)
        await on.ask('slack:AMY', CARE, { codes: 'B-112' })
        await on.press('slack:MIA', 'grant')
        await changeForm(on, change)
        on.told.length = 0
        on.ports.wait(2 * 60_000)
        if (first === 'tick') await on.tick()
        else
          expect(textOf(await on.press('slack:AMY', 'publish', { link: LINK }))).toContain(
            'A signed form that it needs',
          )
        const { status, end, publication } = await on.approval()
        expect([status, end?.reason, publication]).toEqual(['ended', 'form', undefined])
        expect(on.told.map(({ to }) => to)).toEqual(['slack:AMY'])
      }
    },
  )

  it('lives on when a photo is tied to its form, or the paper is looked over', async () => {
    const on = stage()
    await form(on)
    await on.ask('slack:AMY', CARE, { codes: 'B-112' })
    await on.press('slack:MIA', 'grant')
    await changeForm(on, (body) => ({ ...body, lookedOver: { at: DEED.at, by: 'slack:X' } }))
    on.ports.wait(HOUR)
    await on.tick()
    expect((await on.approval()).status).toBe('granted')
  })
})

describe('what is online under a form', () => {
  async function online() {
    const on = stage()
    await form(on)
    await on.ask('slack:AMY', CARE, { codes: 'B-112' })
    await on.press('slack:MIA', 'grant')
    await on.press('slack:AMY', 'publish', { link: LINK })
    await on.tick()
    await on.tick()
    return on
  }

  it('stands in the form’s own record once', async () => {
    const on = await online()
    const { publications, version } = await formNow(on)
    expect(publications).toMatchObject([
      { id: `approval:${FIRST}`, platform: 'instagram', url: LINK, by: 'slack:AMY', down: null },
    ])
    on.ports.wait(DAY)
    await on.tick()
    expect((await formNow(on)).version).toBe(version)
  })

  it('is down in both when it is taken down in one', async () => {
    const here = await online()
    await here.press('slack:AMY', 'down')
    await here.tick()
    expect((await formNow(here)).publications[0]?.down).not.toBeNull()
    const there = await online()
    await changeForm(there, (body) => takenDown(body, `approval:${FIRST}`, { ...DEED, id: 't' }))
    await there.tick()
    expect((await there.approval()).publication?.down).toBe(there.ports.clock.now())
  })
})
