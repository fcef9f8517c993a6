import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from './record.ts'
import { FIRST, practiceOf, stage, textOf } from './stage.ts'

const MINUTE = 60_000
const WORDS = 'We open at nine.'
const heard = (told: readonly { to: string }[]) => told.map(({ to }) => to)

describe('who hears of a request', () => {
  it('one reviewer first, with the words, what the rules say, and the buttons', async () => {
    const { ask, told } = stage()
    const reply = await ask('slack:AMY', 'We open at nine, MAYBE.', { note: 'For Sarah, please' })
    expect(textOf(reply)).toContain('I asked Mia')
    expect(heard(told)).toEqual(['slack:MIA'])
    const text = textOf(told[0]?.reply)
    for (const words of [
      'Amy asks for a second pair',
      'We open at nine, MAYBE.',
      'It says MAYBE.',
      'For [name], please',
    ])
      expect(text).toContain(words)
    expect(text).toContain('Give the go-ahead')
    expect(told[0]?.reply.summary).toBe(`${FIRST}: please look at it.`)
  })

  it('the next one when the first does not answer, then the managers, then all of them daily', async () => {
    const { ask, told, tick, ports } = stage()
    await ask('slack:AMY', WORDS)
    const hours: [number, string[]][] = []
    for (let hour = 1; hour <= 60; hour++) {
      told.length = 0
      ports.wait(HOUR)
      await tick()
      await tick()
      if (told.length > 0) hours.push([hour, heard(told)])
    }
    expect(hours).toEqual([
      [4, ['slack:MAX']],
      [8, ['teams:dana']],
      [32, ['slack:MIA']],
      [36, ['slack:MAX']],
      [40, ['teams:dana']],
    ])
  })

  it('whoever can be reached: on another surface, or the next one at once', async () => {
    const first = stage()
    first.unreachable.add('slack:MIA')
    await first.ask('slack:AMY', WORDS)
    expect(heard(first.told)).toEqual(['teams:mia-on-teams'])
    const second = stage()
    for (const ref of ['slack:MIA', 'teams:mia-on-teams']) second.unreachable.add(ref)
    expect(textOf(await second.ask('slack:AMY', WORDS))).toContain('I asked Max')
    expect(heard(second.told)).toEqual(['slack:MAX'])
  })

  it('nobody can be reached: the author is told, it stands in the list, and it is tried again', async () => {
    const { ask, told, tick, ports, unreachable, send } = stage()
    for (const ref of ['slack:MIA', 'teams:mia-on-teams', 'slack:MAX', 'teams:dana']) unreachable.add(ref)
    expect(textOf(await ask('slack:AMY', WORDS))).toContain('I could reach nobody')
    expect(textOf((await send('slack:MAX', { type: 'command', name: 'approve', text: '' }))[0])).toContain(
      FIRST,
    )
    unreachable.clear()
    ports.wait(4 * HOUR)
    await tick()
    expect(heard(told)).toEqual(['slack:MIA'])
  })

  it('a reviewer on this machine alone finds it in the list, and nothing is noted about it again and again', async () => {
    const mia = { name: 'Mia', role: 'reviewer', ids: { web: 'this-machine' } }
    const on = stage(practiceOf({ staff: [{ name: 'Amy', ids: { slack: 'AMY' } }, mia] }))
    expect(textOf(await on.ask('slack:AMY', WORDS))).toContain('stands in the list')
    for (let day = 0; day < 3; day++) {
      on.ports.wait(DAY)
      await on.tick()
    }
    expect((await on.approval()).entries).toHaveLength(1)
    await on.press('web:this-machine', 'grant')
    expect(heard(on.told)).toEqual(['slack:AMY'])
  })

  it('what a command line did is told at the next tick', async () => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    on.told.length = 0
    const decided = {
      what: 'granted',
      details: { looked: false, alone: false, until: on.ports.time() + DAY, rules: [] },
    }
    const { number, version, body } = await on.record()
    const entry = { ...decided, id: 'cli:granted', at: on.ports.time(), by: 'terminal:mia' }
    const before = body as { entries: unknown[] }
    const after = { ...before, entries: [...before.entries, entry] }
    const by = { surface: 'terminal', person: 'mia' }
    await on.ports.store.register.update(
      number,
      version,
      { at: on.ports.time(), state: 'granted', body: after },
      by,
    )
    await on.tick()
    expect(heard(on.told)).toEqual([])
    on.ports.wait(2 * MINUTE)
    await on.tick()
    await on.tick()
    expect(heard(on.told)).toEqual(['slack:AMY'])
  })

  it('whoever asked for a change sees the new words first', async () => {
    const { ask, press, told } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MAX', 'propose', { words: WORDS, say: 'Say which day' })
    expect(textOf(told.at(-1)?.reply)).toContain('Say which day')
    expect(told.at(-1)?.to).toBe('slack:AMY')
    await press('slack:AMY', 'rework', { words: 'We open at nine on Monday.' })
    expect(told.at(-1)?.to).toBe('slack:MAX')
    expect(textOf(told.at(-1)?.reply)).toContain('on Monday')
  })
})

describe('whoever asked', () => {
  it.each<[string, string, Record<string, string> | undefined, string]>([
    ['of a go-ahead', 'grant', undefined, 'there is a go-ahead'],
    [
      'of a no, with its reason',
      'decline',
      { reason: 'We open at ten, ask Sarah' },
      'We open at ten, ask [name]',
    ],
    ['of other words', 'propose', { words: 'We open at ten.', say: '' }, 'We open at ten.'],
  ])('hears %s once', async (_what, act, values, words) => {
    const { ask, press, told, tick, ports } = stage()
    await ask('slack:AMY', WORDS)
    told.length = 0
    await press('slack:MIA', act, values)
    ports.wait(5 * MINUTE)
    await tick()
    await tick()
    expect(heard(told)).toEqual(['slack:AMY'])
    expect(textOf(told[0]?.reply)).toContain(words)
  })

  it('hears what ended by itself, and at the planned time that it is time', async () => {
    const { ask, press, told, tick, ports, approval } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MIA', 'grant')
    await press('slack:AMY', 'plan', { day: '2026-11-23', time: '9:30 am' })
    expect((await approval()).planned).toBe(Date.parse('2026-11-23T15:30:00Z'))
    told.length = 0
    ports.wait(2 * DAY + HOUR)
    await tick()
    await tick()
    expect(told.map(({ reply }) => reply.summary)).toEqual([
      `${FIRST}: this is the time that you planned. Tell me when it is online.`,
    ])
    ports.wait(12 * DAY)
    await tick()
    await tick()
    expect(told.at(-1)?.reply.summary).toBe(`${FIRST}: it has ended.`)
    expect(textOf(told.at(-1)?.reply)).toContain('The time for which the go-ahead holds is over')
    expect(told).toHaveLength(2)
  })

  it('hears in time what a clock finds: the rules know more', async () => {
    const { ask, press, told, tick, ports, approval, learned } = stage()
    await ask('slack:AMY', WORDS)
    await press('slack:MIA', 'grant')
    learned.add('MAYBE')
    ports.wait(2 * MINUTE)
    await tick()
    expect((await approval()).end?.reason).toBe('found')
    expect(told.at(-1)?.to).toBe('slack:AMY')
  })
})
