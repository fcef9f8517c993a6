import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FLOW_INTENTS, type FlowDefinition } from '../../../src/bot/flow/flow.ts'
import { route } from '../../../src/bot/router.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { buttonsOf, eventOf } from '../stage.ts'
import { day, liked, lunch, type Name, State, table } from './lunch.ts'

describe('a flow', () => {
  it('asks one question at a time, and ends with what was answered', async () => {
    const { say, press, fill, ended } = table()
    expect(await say('start')).toEqual(['What was it?'])
    expect(await press('Soup')).toEqual(['When was the soup?'])
    expect(await fill({ day: '2026-11-20' })).toEqual(['Was it good on 2026-11-20?'])
    expect(await press('Yes')).toEqual(['Noted.'])
    expect(ended).toEqual([{ what: 'soup', day: '2026-11-20', liked: true }])
  })

  it('says what is wrong in the words of the step, where the step has better ones', async () => {
    const pick = z.string().refine((what) => what === 'soup', 'The bread is gone; soup, please.')
    const { say, press } = table({ steps: { what: { ...lunch, answer: pick }, day, liked } })
    await say('start')
    expect(await press('Bread')).toEqual(['The bread is gone; soup, please.\nWhat was it?'])
    expect(await press('Soup')).toEqual(['When was the soup?'])
  })

  it('offers back, skip and later where they lead somewhere', async () => {
    const { say, press, labels } = table()
    await say('start')
    expect(labels()).toEqual(['Soup', 'Bread', 'Later'])
    await press('Soup')
    expect(labels()).toEqual(['Back', 'Skip this', 'Later'])
    await press('Skip this')
    expect(labels()).toEqual(['Yes', 'Back', 'Later'])
  })

  it('goes back with what was answered before, and forward with something else', async () => {
    const { say, press, fill, ended } = table()
    await say('start')
    await press('Soup')
    await fill({ day: '2026-11-20' })
    expect(await press('Back')).toEqual(['When was the soup?'])
    expect(await press('Back')).toEqual(['What was it?'])
    expect(await press('Bread')).toEqual(['When was the bread?'])
    await press('Skip this')
    await press('Yes')
    expect(ended).toEqual([{ what: 'bread', liked: true }])
  })

  it('asks again, kindly, when an answer cannot be read, and the same form still counts', async () => {
    const { say, press, fill, ended } = table()
    await say('start')
    await press('Soup')
    expect(await fill({ day: 'yesterday' })).toEqual(['Choose a day, please.\nWhen was the soup?'])
    expect(await fill({ day: '2026-11-20' })).toEqual(['Was it good on 2026-11-20?'])
    expect(ended).toEqual([])
  })

  it('asks again with everything that was given, so that one slip costs one line', async () => {
    const { say, press, fill, last } = table()
    await say('start')
    await press('Soup')
    await fill({ day: 'yesterday' })
    expect(last().blocks.find(({ type }) => type === 'form')).toMatchObject({
      fields: [{ name: 'day', initial: 'yesterday' }],
    })
    expect(last().summary).toBe('Choose a day, please.')
  })

  it('goes on where it stopped after a pause and a restart', async () => {
    const ports = fakePorts()
    const before = table({}, ports)
    await before.say('start')
    await before.press('Soup')
    expect(await before.press('Later')).toEqual([
      'Of course. Everything so far is kept; come back when you are ready.',
    ])
    const after = table({}, ports)
    expect(await after.press('Go on now', before.last())).toEqual(['When was the soup?'])
    expect(await after.fill({ day: '2026-11-20' })).toEqual(['Was it good on 2026-11-20?'])
  })

  it('does not lose answers when somebody starts it again, unless they want to begin anew', async () => {
    const { say, press, said } = table()
    await say('start')
    await press('Soup')
    expect(await say('start')).toEqual([
      'You had begun this before. We go on where you stopped.',
      'When was the soup?',
    ])
    expect(await press('Begin again instead', said.at(-2))).toEqual(['What was it?'])
    // The offer was for then: it must not wipe out what came after it.
    await press('Bread')
    expect(await press('Begin again instead', said.at(-4))).toEqual([
      'That question was answered before. This is where we are now.',
      'When was the bread?',
    ])
  })

  it('keeps different people apart', async () => {
    const { say, press, last } = table()
    await say('start', '', 'anna')
    const annas = last()
    await say('start', '', 'ben')
    await press('Soup', annas, 'anna')
    expect(await say('resume', '', 'ben')).toEqual(['What was it?'])
    expect(await press('Soup', annas, 'ben')).toEqual([
      'That question was answered before. This is where we are now.',
      'What was it?',
    ])
  })
})

describe('old buttons', () => {
  it('of a question that was answered lead to where things are', async () => {
    const { say, press, last, ended } = table()
    await say('start')
    const first = last()
    await press('Soup')
    for (const label of ['Soup', 'Bread'])
      expect(await press(label, first)).toEqual([
        'That question was answered before. This is where we are now.',
        'When was the soup?',
      ])
    expect(ended).toEqual([])
  })

  it('of a dialog that ended, or waited too long, begin anew', async () => {
    const { say, press, last, ports } = table()
    await say('start')
    const first = last()
    await press('Soup')
    ports.wait(3_600_001)
    expect(await press('Soup', first)).toEqual([
      'I do not have that conversation any more: it waited for long, or it came to its end.',
    ])
    expect(await press('Begin')).toEqual(['What was it?'])
    expect(await say('resume')).toEqual(['What was it?'])
  })

  it.each(['', '=', 'x', '.', 'a.b.c', `${'9'.repeat(200)}=soup`, 'null', '__proto__=soup'])(
    'with the token %j do no harm',
    async (value) => {
      const { say, ended } = table()
      await say('start')
      for (const name of ['answer', 'back', 'skip', 'restart'])
        expect((await say(name, value)).at(-1)).toBe('What was it?')
      expect(ended).toEqual([])
    },
  )

  it('do not go back before the beginning, nor skip what must be answered', async () => {
    const { say, last } = table()
    await say('start')
    const token = buttonsOf(last()).at(-1)?.value
    expect(await say('back', token)).toEqual(['What was it?'])
    expect(await say('skip', token)).toEqual(['What was it?'])
  })
})

describe('two answers to one question', () => {
  it('the first one counts, and both are told the same', async () => {
    const { say, press, last } = table()
    await say('start')
    const first = last()
    const [soup, bread] = await Promise.all([press('Soup', first), press('Bread', first)])
    expect(soup).toEqual(['When was the soup?'])
    expect(bread?.[0]).toBe('That question was answered before. This is where we are now.')
    expect(await say('resume')).toEqual(['When was the soup?'])
  })

  it('of 20 racers over two processes, the end is reached once', async () => {
    const ports = fakePorts()
    const tables = [table({}, ports), table({}, ports)]
    const [first, second] = tables as [ReturnType<typeof table>, ReturnType<typeof table>]
    await first.say('start')
    await first.press('Soup')
    await first.press('Skip this')
    const question = first.last()
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? first : second).press('Yes', question)),
    )
    expect([...first.ended, ...second.ended]).toEqual([{ what: 'soup', liked: true }])
  })

  it('an end that fails can be reached again', async () => {
    let broken = true
    const ended: State[] = []
    const { say, press, last } = table({
      async done(state) {
        if (broken) throw new Error('the register is away')
        ended.push(state)
        return []
      },
    })
    await say('start')
    await press('Soup')
    await press('Skip this')
    const question = last()
    await expect(press('Yes', question)).rejects.toThrow('the register is away')
    broken = false
    expect(await press('Yes', question)).toEqual([])
    expect(ended).toEqual([{ what: 'soup', liked: true }])
  })
})

describe('a newer version', () => {
  const begun = async () => {
    const ports = fakePorts()
    const old = table({}, ports)
    await old.say('start')
    await old.press('Soup')
    return { ports, question: old.last() }
  }

  it('takes an older dialog over where it knows how', async () => {
    const { ports } = await begun()
    const { say, fill } = table(
      { version: 2, upgrade: (old) => ({ at: 'day', state: { what: (old as State).what?.toUpperCase() } }) },
      ports,
    )
    expect(await say('resume')).toEqual(['When was the SOUP?'])
    expect(await fill({ day: '2026-11-20' })).toEqual(['Was it good on 2026-11-20?'])
  })

  it.each<[string, Partial<FlowDefinition<State, Name>>]>([
    ['there is no way over', { version: 2 }],
    ['the way over gives up', { version: 2, upgrade: () => undefined }],
    ['the state no longer fits', { state: State.extend({ what: z.literal('cake') }) as never }],
    ['the step is gone', { steps: { what: lunch, liked } as never }],
  ])('begins again, and says so, where %s', async (_why, over) => {
    const { ports, question } = await begun()
    const { say, press } = table(over, ports)
    const line =
      'I have learned to ask this better since you began, and cannot go on from there. Let us begin again.'
    expect(await press('Skip this', question)).toEqual([line])
    expect(await say('resume')).toEqual([line])
    expect(await press('Begin')).toEqual(['What was it?'])
  })
})

it('the router knows every intent of a flow', () => {
  for (const name of FLOW_INTENTS)
    expect(route(eventOf({ type: 'button', action: `lunch/${name}`, value: 'a.1' }))).toMatchObject({
      intent: { skill: 'lunch', name, text: 'a.1' },
    })
})
