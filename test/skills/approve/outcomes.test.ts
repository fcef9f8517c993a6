import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from './record.ts'
import { FIRST, labels, OWNERS, PRACTICE, practiceOf, shownIn, stage, textOf } from './stage.ts'

const MINUTE = 60_000
const LINK = 'https://www.instagram.com/p/1/'
const WORDS = 'We open at nine.'

describe('two at once, too late, twice: one clear outcome', () => {
  it('two reviewers in two processes: one decides, and the other one hears who did', async () => {
    const { ask, send, approval, ports } = stage()
    await ask('slack:AMY', WORDS)
    const value = `${FIRST}.grant.1`
    const [mia, max] = await Promise.all([
      send('slack:MIA', { type: 'button', action: 'approve/act', value }, { which: 0 }),
      send('slack:MAX', { type: 'button', action: 'approve/act', value }, { which: 1 }),
    ])
    const texts = [mia[0], max[0]].map(textOf)
    expect(texts.filter((text) => text.includes('Written down'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('settled already'))).toHaveLength(1)
    const { grant, entries } = await approval()
    expect(entries.filter(({ what }) => what === 'granted')).toHaveLength(1)
    const name = grant?.by === 'slack:MIA' ? 'Mia' : 'Max'
    for (const text of texts) expect(text).toContain(`${name} gave the go-ahead`)
    expect(ports.told.filter(({ to }) => to === 'slack:AMY')).toHaveLength(1)
  })

  it('one gives the go-ahead, one turns it down: the first counts for both', async () => {
    const { ask, press, approval } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MIA', 'decline', { reason: 'We open at ten' })
    expect(textOf(await press('slack:MAX', 'grant'))).toContain('We open at ten')
    expect((await approval()).status).toBe('declined')
  })

  it('a double click, a press that arrives again, and one after a restart do nothing twice', async () => {
    const { ask, send, approval, press } = stage()
    await ask('slack:AMY', WORDS)
    const body = { type: 'button' as const, action: 'approve/act', value: `${FIRST}.grant.1` }
    await send('slack:MIA', body, { id: 'same' })
    expect(await send('slack:MIA', body, { id: 'same', which: 1 })).toEqual([])
    expect(textOf(await press('slack:MIA', 'grant'))).toContain('Mia gave the go-ahead')
    expect((await approval()).entries.filter(({ what }) => what === 'granted')).toHaveLength(1)
  })

  it('asking twice about the same words is one request; after its end it is a new one', async () => {
    const { ask, press, ports } = stage()
    await ask('slack:AMY', WORDS)
    expect(textOf(await ask('slack:AMY', WORDS))).toContain('asked about just these words already')
    await press('slack:AMY', 'withdraw')
    expect(textOf(await ask('slack:AMY', WORDS))).toContain('APR-2026-0002')
    expect(textOf(await ask('slack:AMY', WORDS, { platform: 'facebook' }))).toContain('APR-2026-0003')
    expect(await ports.store.register.tally('approval', 0, Number.MAX_SAFE_INTEGER)).toEqual({
      waiting: 2,
      withdrawn: 1,
    })
  })

  it('a button of an older message never lets other words out than those that stood there', async () => {
    const { ask, press, approval } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:AMY', 'rework', { words: 'We open at noon.' })
    const reply = await press('slack:MIA', 'grant', undefined, 1)
    expect(textOf(reply)).toContain('about other words')
    expect(textOf(reply)).toContain('We open at noon.')
    expect((await approval()).status).toBe('waiting')
    await press('slack:MIA', 'grant', undefined, 2)
    expect((await approval()).status).toBe('granted')
  })

  it('a go-ahead is not given after the time to decide, nor used after its own', async () => {
    const first = stage()
    await first.ask('slack:AMY', WORDS)
    first.ports.wait(14 * DAY)
    expect(textOf(await first.press('slack:MIA', 'grant'))).toContain('Nobody decided in time')
    const second = stage()
    await second.ask('slack:AMY', WORDS)
    await second.press('slack:MIA', 'grant')
    second.ports.wait(14 * DAY)
    const reply = await second.press('slack:AMY', 'publish', { link: LINK })
    expect(textOf(reply)).toContain('The time for which the go-ahead holds is over')
    expect(labels(reply)).toEqual(['It is online all the same'])
    expect((await second.approval()).status).toBe('ended')
  })

  it('what is online without a go-ahead is written down, and a reviewer hears of it', async () => {
    const { ask, press, approval, told, ports } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MIA', 'decline', { reason: 'We open at ten' })
    told.length = 0
    const reply = await press('slack:AMY', 'online', { link: LINK })
    expect(textOf(reply)).toContain('without a go-ahead that held')
    expect((await approval()).publication).toMatchObject({ ahead: true, url: LINK })
    expect(told.map(({ to, reply }) => [to, reply.summary])).toEqual([
      ['slack:MIA', `${FIRST}: it went out without a go-ahead that held. Please look at it now.`],
    ])
    expect(JSON.stringify(ports.trail)).not.toContain('instagram')
  })

  it('an author who leaves takes what waits along; what has a go-ahead somebody else can post', async () => {
    const { ask, press, become, tick, approval, ports } = stage()
    await ask('slack:AMY', WORDS)
    await ask('slack:AMY', 'We open at noon.')
    await press('slack:MIA', 'grant')
    become(practiceOf({ staff: PRACTICE.staff.slice(1) }))
    ports.wait(2 * MINUTE)
    await tick()
    expect((await approval('APR-2026-0002')).end?.reason).toBe('left')
    expect((await approval()).status).toBe('granted')
    expect(textOf(await press('slack:MAX', 'publish', { link: LINK }))).toContain('on the watch list')
  })
})

describe('a reviewer who leaves', () => {
  const without = practiceOf({ staff: PRACTICE.staff.filter(({ name }) => name !== 'Mia') })
  it('leaves what they had let out as it is', async () => {
    const { ask, press, become, approval } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MIA', 'grant')
    become(without)
    await press('slack:AMY', 'publish', { link: LINK })
    expect((await approval()).publication?.ahead).toBe(false)
  })

  it('lets nothing out by words that they proposed before', async () => {
    const { ask, press, become, approval, told } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MIA', 'propose', { words: 'We open at ten.' })
    become(without)
    told.length = 0
    expect(textOf(await press('slack:AMY', 'accept'))).toContain('Somebody has to look at it once more')
    expect((await approval()).status).toBe('waiting')
    expect(told.map(({ to }) => to)).toEqual(['slack:MAX'])
  })
})

describe('what somebody can do with a request', () => {
  it('is a few buttons: to decide for a reviewer, to post for whoever asked', async () => {
    const { ask, press, send, told } = stage()
    await ask('slack:AMY', WORDS)
    const asked = told.find(({ to }) => to === 'slack:MIA')?.reply
    expect(shownIn(asked)).toEqual(['Give the go-ahead', 'Ask for a change', 'Turn it down'])
    await press('slack:MIA', 'grant')
    const [granted] = await send('slack:AMY', { type: 'button', action: 'approve/show', value: FIRST })
    expect(shownIn(granted)).toEqual(['It is online now', 'Copy the words', 'Plan a time'])
    expect(labels(granted)).toEqual(expect.arrayContaining(['Change the words', 'Take it back']))
  })
})

describe('four eyes', () => {
  it.each([
    ['the author', 'slack:MIA'],
    ['the author on another surface', 'teams:mia-on-teams'],
  ])('are not those of %s', async (_who, ref) => {
    const { ask, press, approval } = stage()
    await ask('slack:MIA', WORDS)
    const reply = await press(ref, 'grant')
    expect(textOf(reply)).toContain('your own words')
    expect(labels(reply)).not.toContain('Give the go-ahead')
    expect((await approval()).status).toBe('waiting')
    await press('slack:MAX', 'grant')
    expect((await approval()).status).toBe('granted')
  })

  it('are one pair where nobody else may look: it rests, and is read again', async () => {
    const { ask, press, tick, ports, told, approval } = stage(practiceOf({ staff: [PRACTICE.staff[1]] }))
    await ask('slack:MIA', WORDS)
    expect(textOf(await press('slack:MIA', 'grant'))).toContain('too early')
    ports.wait(12 * HOUR)
    await tick()
    await tick()
    expect(told.map(({ to, reply }) => [to, reply.summary])).toEqual([
      ['slack:MIA', `${FIRST}: the time to cool off is over. Read it again, and decide.`],
    ])
    expect(textOf(told[0]?.reply)).toContain(WORDS)
    await press('teams:mia-on-teams', 'grant')
    expect((await approval()).grant).toMatchObject({ alone: true, by: 'teams:mia-on-teams' })
  })

  it('begin to be two as soon as somebody else may look', async () => {
    const { ask, press, become, tick, ports, told } = stage(practiceOf({ staff: [PRACTICE.staff[1]] }))
    await ask('slack:MIA', WORDS)
    become(practiceOf())
    ports.wait(13 * HOUR)
    expect(textOf(await press('slack:MIA', 'grant'))).toContain('your own words')
    await tick()
    expect(told.map(({ to }) => to)).toContain('slack:MAX')
  })

  it('without a practice file the owner of this machine is one person on the page and in the terminal', async () => {
    const { ask, press, ports, approval } = stage(OWNERS)
    await ask('web:this-machine', WORDS)
    expect(textOf(await press('terminal:command-line', 'grant'))).toContain('too early')
    ports.wait(12 * HOUR)
    await press('terminal:command-line', 'grant')
    expect((await approval()).grant?.alone).toBe(true)
  })

  it('a practice in which nobody may look is told so, and nothing is kept', async () => {
    const { ask, ports } = stage(practiceOf({ staff: [PRACTICE.staff[0]] }))
    expect(textOf(await ask('slack:AMY', WORDS))).toContain('Nobody in the practice file')
    expect(await ports.store.register.tally('approval', 0, Number.MAX_SAFE_INTEGER)).toEqual({})
  })
})

describe('who may post', () => {
  const posters = (...rows: object[]) => practiceOf({ approval: { posters: rows } })
  it.each<[string, object[], string, string | null, boolean]>([
    ['nobody is named: the author', [], 'slack:AMY', null, true],
    ['nobody is named: a stranger to it', [], 'slack:LENA', null, false],
    [
      'somebody else is named',
      [{ platforms: ['instagram'], handles: [], people: ['slack:MAX'] }],
      'slack:AMY',
      null,
      false,
    ],
    [
      'named on their other surface',
      [{ platforms: [], handles: [], people: ['slack:MIA'] }],
      'teams:mia-on-teams',
      null,
      true,
    ],
    [
      'somebody is named for another platform',
      [{ platforms: ['yelp'], handles: [], people: ['slack:MAX'] }],
      'slack:AMY',
      null,
      true,
    ],
    [
      'named for another account there',
      [{ platforms: [], handles: ['@a'], people: ['slack:MAX'] }],
      'slack:AMY',
      '@b',
      true,
    ],
    [
      'somebody else for this account',
      [{ platforms: [], handles: ['@B'], people: ['slack:MAX'] }],
      'slack:AMY',
      '@b',
      false,
    ],
  ])('%s', async (_what, rows, ref, handle, may) => {
    const { ask, press, approval } = stage({ ...posters(...rows), handles: handle ? ['@a', '@b'] : [] })
    await ask('slack:AMY', WORDS, handle ? { handle } : {})
    await press('slack:MAX', 'grant')
    await press(ref, 'publish', { link: LINK })
    expect((await approval()).status).toBe(may ? 'published' : 'granted')
  })
})
