import { describe, expect, it } from 'vitest'
import { DAY } from './record.ts'
import { FIRST, practiceOf, stage, textOf } from './stage.ts'

const WORDS = 'We open at nine.'
const LINK = 'https://www.instagram.com/p/1/'

describe('the words', () => {
  it.each<[string, (on: ReturnType<typeof stage>) => Promise<unknown>, boolean]>([
    ['waits', async () => {}, true],
    ['has a go-ahead', ({ press }) => press('slack:MIA', 'grant'), true],
    ['was turned down', ({ press }) => press('slack:MIA', 'decline', { reason: 'No, thanks' }), false],
    ['was taken back', ({ press }) => press('slack:AMY', 'withdraw'), false],
    [
      'went out three days ago',
      async ({ press, ports, tick }) => {
        await press('slack:MIA', 'grant')
        await press('slack:AMY', 'publish', { link: LINK })
        ports.wait(3 * DAY)
        await tick()
      },
      false,
    ],
    [
      'has just gone out',
      async ({ press, tick }) => {
        await press('slack:MIA', 'grant')
        await press('slack:AMY', 'publish', { link: LINK })
        await tick()
      },
      true,
    ],
    [
      'ended by itself',
      async ({ ports, tick }) => {
        ports.wait(14 * DAY)
        await tick()
      },
      false,
    ],
  ])('of what %s are kept only as long as they are needed', async (_what, go, kept) => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    const { hash } = (await on.approval()).bound
    await go(on)
    const { body } = await on.record()
    expect(JSON.stringify(body).includes('at nine')).toBe(kept)
    expect((await on.approval()).bound.hash).toBe(hash)
    expect(on.ports.logged()).not.toContain('nine')
  })

  it('that were proposed and not taken go with the rest', async () => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    await on.press('slack:MIA', 'propose', { words: 'We open at ten.' })
    await on.press('slack:AMY', 'rework', { words: 'We open at noon.' })
    const kept = JSON.stringify((await on.record()).body)
    expect(['at nine', 'at ten', 'at noon'].filter((words) => kept.includes(words))).toEqual(['at noon'])
  })

  it.each(['STOP', 'RED'])(
    'that hold a %s finding are nobody’s to let out: not asked about, proposed or put in',
    async (word) => {
      const on = stage()
      expect(textOf(await on.ask('slack:AMY', `We open. ${word}`))).toContain('must not go out')
      await on.ask('slack:AMY', WORDS)
      for (const [ref, act] of [
        ['slack:MIA', 'propose'],
        ['slack:AMY', 'rework'],
      ] as const)
        expect(textOf(await on.press(ref, act, { words: `We open. ${word}` }))).toContain('must not go out')
      on.learned.add(word)
      expect(textOf(await on.press('slack:MIA', 'grant'))).toContain(
        'I find something in it now that must not go out',
      )
      expect((await on.approval()).status).toBe('ended')
    },
  )

  it('go out with the pictures that were looked at, or there is no go-ahead for them', async () => {
    for (const [pictures, status] of [
      ['same', 'published'],
      ['other', 'ended'],
    ] as const) {
      const on = stage()
      const key = 'check:AMY:1'
      await on.ports.store.dialogs.set(
        key,
        { text: WORDS, kind: 'caption', platform: 'instagram', picture: true },
        DAY,
      )
      await on.send('slack:AMY', { type: 'button', action: 'approve/ask', value: '1' })
      expect(textOf(on.told[0]?.reply)).toContain('Let them show it to you')
      await on.press('slack:MIA', 'grant', { looked: 'yes' })
      expect(textOf(await on.press('slack:AMY', 'publish'))).toContain('Which pictures went out with it?')
      await on.press('slack:AMY', 'publish', { link: LINK, pictures })
      expect((await on.approval()).status).toBe(status)
    }
  })

  it('that could not be checked need somebody who says that they looked', async () => {
    const on = stage()
    await on.ask('slack:AMY', 'BLIND words')
    expect(textOf(await on.press('slack:MIA', 'grant'))).toContain('I could not check all of this')
    expect(textOf(await on.press('slack:MIA', 'grant', { looked: 'no' }))).toContain(
      'Please look at that part yourself',
    )
    await on.press('slack:MIA', 'grant', { looked: 'yes' })
    expect((await on.approval()).grant).toMatchObject({ looked: true, by: 'slack:MIA' })
  })
})

describe('who sees what', () => {
  it('an author, those who may look, and whoever posts it: nobody else, and no number says that it is there', async () => {
    const on = stage(practiceOf({ approval: { posters: [{ people: ['slack:POST'] }] } }))
    await on.ask('slack:AMY', WORDS)
    const see = async (ref: string, number = FIRST) =>
      textOf((await on.send(ref, { type: 'command', name: 'approve', text: number }))[0])
    const stranger = await see('slack:LENA')
    expect(stranger).toBe(await see('slack:LENA', 'APR-2026-0099'))
    expect(stranger).not.toContain('nine')
    expect(await see('slack:POST')).toBe(stranger)
    await on.press('slack:MIA', 'grant')
    expect(await see('slack:POST')).toContain('nine')
    for (const act of ['grant', 'decline', 'accept', 'withdraw', 'publish', 'online', 'down'])
      expect(textOf(await on.press('slack:LENA', act, { link: LINK, reason: 'Because' }))).toBe(stranger)
    expect((await on.approval()).status).toBe('granted')
    expect(on.ports.trail.filter(({ act }) => act === 'seen').map(({ person }) => person)).toEqual(['POST'])
  })

  it.each([
    'APR-2026-0001.fly.1',
    'APR-2026-0001',
    'APR-2026-0001.grant',
    '',
    'x',
    'APR-2026-0001.grant.99',
    'APR-9-1.grant.1',
  ])('a button that says %j does nothing', async (value) => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    const [reply] = await on.send('slack:MIA', { type: 'button', action: 'approve/act', value })
    expect(textOf(reply)).not.toBe('[]')
    expect((await on.approval()).status).toBe('waiting')
  })
})
