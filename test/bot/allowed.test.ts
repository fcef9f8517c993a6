import { describe, expect, it } from 'vitest'
import type { Body } from '../../src/bot/event.ts'
import { CLOCK_PERSON, type Role } from '../../src/bot/roles.ts'
import { parsePractice } from '../../src/practice-file.ts'
import { buttonsOf, echo, eventOf, gate, saying, skillOf, stage, TYPED } from './stage.ts'

const DRAFT = 'Meet our new nurse!'

describe('who may do what', () => {
  const practice = parsePractice(
    'name: Maple\nroles: { manager: ["slack:mia"], privacy officer: ["slack:pat"] }',
    'practice.yml',
  )
  const done = (name: string, needs: Role) => skillOf(name, () => [saying('done')], { needs })

  it.each<[string, Role, string]>([
    ['anna', 'staff', 'answered'],
    ['anna', 'reviewer', 'refused'],
    ['anna', 'manager', 'refused'],
    ['mia', 'manager', 'answered'],
    ['mia', 'privacy officer', 'refused'],
    ['pat', 'privacy officer', 'answered'],
    ['pat', 'manager', 'answered'],
    ['pat', 'admin', 'refused'],
  ])('%s, in what needs %s: %s', async (by, needs, outcome) => {
    const { send, said } = stage({ practice, skills: [done('digest', needs)] })
    expect(await send(eventOf({ type: 'button', action: 'digest/now', value: '' }, { by }))).toBe(outcome)
    if (outcome === 'refused') expect(said[0]?.text).toMatch(/^That is for .*\. If you need it, ask them\.$/)
  })

  it('the clock may do everything, and says nothing where nobody listens', async () => {
    const { send, said } = stage({ practice, skills: [done('digest', 'admin')] })
    const tick = (job: string) => eventOf({ type: 'tick', job }, { by: CLOCK_PERSON })
    expect(await send(tick('digest/now'))).toBe('answered')
    expect(await send(tick('gone/now'))).toBe('silent')
    expect(await send(tick('nonsense'))).toBe('silent')
    expect(said).toMatchObject([{ text: 'done' }])
  })

  it.each<[string, Body, string]>([
    ['a person who ticks', { type: 'tick', job: 'digest/now' }, 'anna'],
    ['a clock that talks', { type: 'message', text: DRAFT }, CLOCK_PERSON],
  ])('%s is refused without a word', async (_what, body, by) => {
    const { send, said } = stage({ skills: [echo, done('digest', 'staff')] })
    expect(await send(eventOf(body, { by }))).toBe('refused')
    expect(said).toEqual([])
  })
})

describe('too much at once', () => {
  it('is told kindly and privately, and is over after a while', async () => {
    const { send, said, ports } = stage({ limits: { burst: 3, perMinute: 6 } })
    const outcomes = []
    for (let n = 0; n < 5; n++) outcomes.push(await send(eventOf(DRAFT)))
    expect(outcomes).toEqual(['answered', 'answered', 'answered', 'limited', 'limited'])
    expect(said.at(-1)).toMatchObject({
      text: expect.stringContaining('a lot at once'),
      reply: { audience: 'private' },
    })
    ports.wait(10_000)
    expect([await send(eventOf(DRAFT)), await send(eventOf(DRAFT))]).toEqual(['answered', 'limited'])
  })

  it('of one person takes nothing from another, nor from the same id elsewhere', async () => {
    const { send } = stage({ limits: { burst: 1, perMinute: 1 } })
    expect(await send(eventOf(DRAFT, { by: 'anna' }))).toBe('answered')
    expect(await send(eventOf(DRAFT, { by: 'anna' }))).toBe('limited')
    expect(await send(eventOf(DRAFT, { by: 'ben' }))).toBe('answered')
    expect(await send(eventOf(DRAFT, { by: 'anna', surface: 'teams' }))).toBe('answered')
  })

  it('is not counted for an event that comes again', async () => {
    const { send } = stage({ limits: { burst: 2, perMinute: 1 } })
    const event = eventOf(DRAFT)
    for (let n = 0; n < 5; n++) await send(event)
    expect(await send(eventOf(DRAFT))).toBe('answered')
  })

  it('does not pile up behind a slow answer', async () => {
    const { open, opened } = gate()
    const slow = skillOf('check', async () => {
      await opened
      return [saying('done')]
    })
    const { send, texts } = stage({ skills: [slow], limits: { waiting: 2 } })
    const waiting = [send(eventOf(DRAFT)), send(eventOf(DRAFT))]
    expect(await send(eventOf(DRAFT))).toBe('limited')
    open()
    expect(await Promise.all(waiting)).toEqual(['answered', 'answered'])
    expect(texts()).toHaveLength(3)
  })
})

describe('what is not there yet', () => {
  it.each<[Body | string, RegExp]>([
    ['can I repost this?', /cannot answer questions about the rules here yet\. Ask your privacy officer/],
    [
      { type: 'message', text: '', files: [{ id: 'f', mime: 'image/png', bytes: 1 }] },
      /cannot look at pictures here yet/,
    ],
    ['I think I posted something by accident', /Tell your privacy officer now/],
    [
      { type: 'button', action: 'rewrite/draft', value: TYPED },
      /^I cannot do that here yet\. Ask your privacy officer\.$/,
    ],
    [{ type: 'button', action: 'check/unheard-of', value: TYPED }, /^I cannot do that here yet/],
    [{ type: 'button', action: 'constructor/name', value: TYPED }, /^I cannot do that here yet/],
  ])('is said honestly for %j', async (body, line) => {
    const { send, texts, said } = stage()
    expect(await send(eventOf(body))).toBe('oriented')
    expect(texts()[0]).toMatch(line)
    expect(JSON.stringify(said)).not.toContain('Sarah')
  })

  it('is never offered: every button of the hall leads to a skill that is there', async () => {
    for (const skills of [[], [echo], [echo, skillOf('ask', () => []), skillOf('incident', () => [])]])
      for (const text of ['hi', 'thanks', '???', '', '/dance', 'is this ok?', 'can I repost this?']) {
        const { send, said } = stage({ skills })
        await send(eventOf(text))
        for (const { action } of buttonsOf(said[0]?.reply))
          expect(skills.map(({ name }) => name)).toContain(action.split('/')[0])
      }
  })

  it('a thank-you that may be a reply can be checked with one press', async () => {
    const { send, said, texts } = stage()
    await send(eventOf('Thank you so much!'))
    const button = buttonsOf(said[0]?.reply).find(({ label }) => label === 'Check these words')
    await send(eventOf({ type: 'button', action: button?.action ?? '', value: button?.value ?? '' }))
    expect(texts()[1]).toBe('checked: Thank you so much!')
  })
})
