import { describe, expect, test } from 'vitest'
import type { Ports } from '../../../src/bot/ports.ts'
import type { Authorization } from '../../../src/bot/records/authorization.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { PRACTICE, stage } from './stage.ts'

const DAY = 24 * 60
const bodyOf = async ({ store }: Pick<Ports, 'store'>, number = 'AUT-2026-0001') =>
  (await store.register.get(number, 'nobody'))?.body as Authorization

describe('the register of forms', () => {
  test('knows a form by a code that only one person can have given, however many try at once', async () => {
    const { command, fill, press, ports } = stage()
    const begun = await Promise.all(
      ['slack:UANNA', 'slack:UMAX'].map(async (from) => {
        let on = await fill(from, await command(from, 'add'), { code: 'B-112' })
        on = await press(from, on, 'An adult patient')
        for (const page of [
          { content: ['photo'] },
          { platforms: ['instagram'], purpose: `seen by ${from === 'slack:UMAX' ? 'one' : 'another'}` },
          { signer: 'patient' },
          { has: ['information', 'signature'] },
          { signed_on: '2026-05-01', ends: '2027-05-01' },
          { remuneration: 'none', copy_given: 'yes', paper: 'binder 2' },
        ])
          on = await fill(from, on, page)
        return { from, on }
      }),
    )
    const ended = await Promise.all(begun.map(({ from, on }) => press(from, on, 'Write it down')))
    expect(ended.map(({ text }) => /It is written down|Somebody was quicker/.exec(text)?.[0]).sort()).toEqual(
      ['It is written down', 'Somebody was quicker'],
    )
    expect(await ports.store.register.list('authorization', { limit: 9 }, 'nobody')).toHaveLength(1)
  })

  test('writes a form once, however often the last press arrives', async () => {
    const { add, send, ports } = stage()
    const on = await add()
    const again = await send('slack:UANNA', on.event.body, { id: on.event.id })
    expect(again.outcome).toBe('repeated')
    expect((await bodyOf(ports)).acts).toHaveLength(1)
  })

  test('is taken back once when two people say so at once, and both are told that it is', async () => {
    const { add, press, fill, command, ports } = stage()
    await add()
    const asked = await Promise.all(
      ['slack:UANNA', 'slack:UMAX'].map(async (from) => ({
        from,
        on: await press(from, await command(from, 'B-112'), 'It was taken back'),
      })),
    )
    const told = await Promise.all(asked.map(({ from, on }) => fill(from, on, { day: '2026-11-20' })))
    expect(
      told.map(({ text }) => text).every((text) => text.includes('The form was taken back on Nov 20, 2026')),
    ).toBe(true)
    const { acts, revoked } = await bodyOf(ports)
    expect(acts.filter(({ what }) => what === 'revoked')).toHaveLength(1)
    expect(revoked?.on).toBe('2026-11-20')
  })

  test('loses nothing when two people change different things of a form at once', async () => {
    const { add, press, fill, command, ports } = stage()
    await add()
    const posts = await Promise.all(
      ['slack:UANNA', 'slack:UMAX', 'slack:UMIA'].map(async (from, n) => {
        const on = await press(from, await command(from, 'B-112'), 'A post went out')
        return { from, on, url: `https://www.instagram.com/p/${n}` }
      }),
    )
    await Promise.all(posts.map(({ from, on, url }) => fill(from, on, { url, platform: 'instagram' })))
    expect((await bodyOf(ports)).publications.map(({ url }) => url).sort()).toEqual(
      posts.map(({ url }) => url),
    )
  })

  test('tells managers and privacy officers of a form that was taken back, and not the one who did it', async () => {
    const { add, press, fill, command, ports } = stage()
    await add()
    const on = await press('slack:UMAX', await command('slack:UMAX', 'B-112'), 'It was taken back')
    const done = await fill('slack:UMAX', on, { day: '2026-11-20' })
    expect(ports.told.map(({ to }) => to)).toEqual(['slack:UMIA'])
    expect(JSON.stringify(ports.told)).toContain('B-112')
    expect(done.text).toContain('Managers and the privacy officer have been told')
  })

  test('says so when nobody could be told', async () => {
    const { add, press, fill, command, ports } = stage()
    await add()
    ports.reachable(false)
    const on = await press('slack:UANNA', await command('slack:UANNA', 'B-112'), 'It was taken back')
    expect((await fill('slack:UANNA', on, { day: '' })).text).toContain('I could not reach a manager')
  })

  test('an old button acts on the form as it is now, and says so', async () => {
    const { add, press, fill, command } = stage()
    await add()
    const old = await command('slack:UANNA', 'B-112')
    await fill('slack:UANNA', await press('slack:UANNA', old, 'It was taken back'), { day: '' })
    expect((await press('slack:UANNA', old, 'It was taken back')).text).toContain('That was done before')
  })

  test.each([
    'AUT-2026-0001.down.7',
    'AUT-2026-0001.down.-1',
    'AUT-2026-0001.nonsense',
    'AUT-2026-0001',
    'B-112.revoke',
    '',
    '.revoke',
    'AUT-2026-0002.revoke',
  ])('a button that means nothing (%s) does nothing', async (value) => {
    const { add, send, ports } = stage()
    await add()
    const before = JSON.stringify(await bodyOf(ports))
    const { text, outcome } = await send('slack:UANNA', {
      type: 'button',
      action: 'authorization/did',
      value,
    })
    expect(text).toContain('I have no such form any more')
    expect(outcome).not.toBe('failed')
    expect(JSON.stringify(await bodyOf(ports))).toBe(before)
  })

  test('shows nobody else’s steps, and leaves a look in the trail', async () => {
    const { add, command, ports } = stage()
    await add()
    await command('slack:UADA', 'B-112')
    expect(ports.trail.map(({ act, person, subject }) => `${person} ${act} ${subject}`)).toEqual([
      'UANNA created AUT-2026-0001',
      'UADA seen AUT-2026-0001',
    ])
  })

  test('logs no word that was typed', async () => {
    const { add, ports, command } = stage()
    await add('B-112', { purpose: 'a purpose of its own', paper: 'the secret drawer' })
    await command('slack:UANNA', 'Sarah Miller')
    expect(ports.logged()).not.toMatch(/B-112|purpose|drawer|Sarah/)
  })
})

describe('pictures', () => {
  const eyes = (prints: string[][]) => ({
    fingerprints: async () => prints,
    near: (a: readonly string[], b: readonly string[]) =>
      a[0] === b[0] ? ('same' as const) : ('other' as const),
  })
  const photo = { id: 'f', mime: 'image/jpeg', bytes: 9 }
  const send = (values = {}) => ({
    type: 'form' as const,
    form: 'authorization/did#AUT-2026-0001.photo',
    values,
    files: [photo],
  })

  test('are tied by their fingerprint, each once', async () => {
    const there = stage({ eyes: eyes([['a'], ['b']]) })
    await there.add()
    const on = await there.press('slack:UANNA', await there.command('slack:UANNA', 'B-112'), 'Tie pictures')
    expect(on.text).toContain('never the picture')
    expect((await there.send('slack:UANNA', send())).text).toContain('2 pictures are tied')
    expect((await there.send('slack:UANNA', send())).text).toContain('was tied to the form before')
    expect((await bodyOf(there.ports)).photos.map(({ fingerprint }) => fingerprint)).toEqual([['a'], ['b']])
  })

  test('that cannot be opened tie nothing', async () => {
    const broken = { ...eyes([]), fingerprints: () => Promise.reject(new Error('x')) }
    const there = stage({ eyes: broken })
    await there.add()
    expect((await there.send('slack:UANNA', send())).text).toContain('nothing was tied')
    expect((await bodyOf(there.ports)).photos).toEqual([])
  })

  test('are not asked for where nobody can look at them', async () => {
    const { add, buttons, command } = stage()
    await add()
    expect(buttons(await command('slack:UANNA', 'B-112')).map(({ label }) => label)).not.toContain(
      'Tie pictures',
    )
  })
})

describe('reminders', () => {
  /** Every minute of so many days, thinned out to each half hour. */
  async function days(there: ReturnType<typeof stage>, count: number) {
    for (let half = 0; half < count * 48; half++) {
      await there.tick()
      there.minutes(30)
    }
  }
  const texts = (there: ReturnType<typeof stage>, to = 'slack:UMIA') =>
    there.ports.told.filter((one) => one.to === to).map(({ reply }) => JSON.stringify(reply.blocks[0]))

  test('come 30 and 7 days before the end, once each, to managers and privacy officers', async () => {
    const there = stage()
    await there.add('B-112', { ends: '2026-12-25' })
    await days(there, 40)
    expect(texts(there)).toHaveLength(2)
    expect(texts(there)[0]).toContain('B-112 ends on Dec 25, 2026 (30 days left)')
    expect(texts(there)[1]).toContain('(7 days left)')
    expect(texts(there, 'slack:UMAX')).toHaveLength(2)
    expect(texts(there, 'slack:UANNA')).toHaveLength(0)
  })

  test('come at eight in the practice’s morning and not in the night', async () => {
    const there = stage()
    await there.add('B-112', { ends: '2026-11-25' })
    const [day] = [Date.parse('2026-11-22T06:00:00Z')]
    there.ports.wait(day - there.ports.time())
    await days(there, 0.25)
    // 14:00 UTC is 8:00 in Chicago.
    expect(there.ports.told).toHaveLength(0)
    there.ports.wait(Date.parse('2026-11-22T14:00:00Z') - there.ports.time())
    await there.tick()
    expect(texts(there)).toHaveLength(1)
  })

  test('speak of what is late when Chaperone was off on the day itself', async () => {
    const there = stage()
    await there.add('B-112', { ends: '2026-12-01' })
    there.minutes(5 * DAY)
    await there.tick()
    expect(texts(there).join()).toContain('(5 days left)')
    await there.tick()
    expect(texts(there)).toHaveLength(1)
  })

  test('ask for a take-down every day until it is confirmed', async () => {
    const there = stage()
    await there.add('B-112', { ends: '2026-11-22' })
    const open = () => there.command('slack:UANNA', 'B-112')
    await there.fill('slack:UANNA', await there.press('slack:UANNA', await open(), 'A post went out'), {
      url: 'https://www.instagram.com/p/1',
      platform: 'instagram',
    })
    there.minutes(2 * DAY)
    // From nine in the morning for three days: four mornings.
    await days(there, 3)
    expect(texts(there).filter((text) => text.includes('still up'))).toHaveLength(4)
    await there.press('slack:UANNA', await open(), 'It is gone: Instagram 1')
    await days(there, 3)
    expect(texts(there).filter((text) => text.includes('still up'))).toHaveLength(4)
  })

  test('try again when nobody could be reached', async () => {
    const there = stage()
    await there.add('B-112', { ends: '2026-12-01' })
    there.ports.reachable(false)
    await there.tick()
    there.ports.reachable(true)
    there.minutes(1)
    await there.tick()
    expect(texts(there)).toHaveLength(1)
  })

  test('are said again, and not lost, when Chaperone stops between saying and writing it down', async () => {
    const ports = fakePorts()
    let dies = false
    const register = {
      ...ports.store.register,
      update: (...args: Parameters<Ports['store']['register']['update']>) =>
        dies ? Promise.reject(new Error('stopped')) : ports.store.register.update(...args),
    }
    const there = stage({ ports, change: { store: { ...ports.store, register } } })
    await there.add('B-112', { ends: '2026-12-01' })
    dies = true
    await there.tick()
    dies = false
    there.minutes(10)
    await there.tick()
    there.minutes(10)
    await there.tick()
    expect(texts(there)).toHaveLength(2)
  })

  test('put the word for where a form stands where lists and retention look', async () => {
    const there = stage()
    await there.add('B-112', { ends: '2026-12-01' })
    const record = () => there.ports.store.register.get('AUT-2026-0001', 'nobody')
    expect(await record()).toMatchObject({ state: 'current', ended: null })
    there.minutes(11 * DAY)
    await there.tick()
    const over = await record()
    expect(over).toMatchObject({ state: 'expired', ended: Date.parse('2026-12-03T00:00:00Z') })
    there.minutes(3 * DAY)
    await there.tick()
    expect((await record())?.version).toBe(over?.version)
  })

  test('go to nobody where the practice has told of nobody', async () => {
    const there = stage({ practice: { ...PRACTICE, people: [] } })
    await there.add('B-112', { ends: '2026-12-01' })
    await there.tick()
    expect(there.ports.told).toEqual([])
  })
})
