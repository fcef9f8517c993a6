import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/bot/pipeline.ts'
import { CLOCK_PERSON } from '../../src/bot/roles.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { eventOf, gate, saying, settled, skillOf, stage, TYPED } from './stage.ts'

const DRAFT = 'Meet our new nurse!'

describe('an event', () => {
  it('is answered, once, to whom it came from', async () => {
    const { send, said } = stage()
    expect(await send(eventOf(DRAFT, { by: 'anna' }))).toBe('answered')
    expect(said).toMatchObject([{ to: 'anna', text: `checked: ${DRAFT}`, reply: { audience: 'private' } }])
  })

  it('that comes again is answered with nothing, however often', async () => {
    const { send, said } = stage()
    const event = eventOf(DRAFT)
    await send(event)
    expect(await Promise.all([send(event), send(event), send({ ...event })])).toEqual([
      'repeated',
      'repeated',
      'repeated',
    ])
    expect(said).toHaveLength(1)
  })

  it('that comes 20 times at once over two processes is answered once', async () => {
    const ports = fakePorts()
    const stages = [stage({ ports }), stage({ ports })]
    const event = eventOf(DRAFT)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => stages[index % 2]?.send(event)),
    )
    expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'repeated' || outcome === 'busy')).toHaveLength(19)
    expect(stages.flatMap(({ said }) => said)).toHaveLength(1)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['words', TYPED],
    ['an empty object', {}],
    ['an event without a person', { ...eventOf(TYPED), person: undefined }],
    ['an unknown surface', { ...eventOf(TYPED), surface: 'fax' }],
    ['an unknown body', { ...eventOf(TYPED), body: { type: 'shout', text: TYPED } }],
    ['text that is a number', { ...eventOf(TYPED), body: { type: 'message', text: 7 } }],
    ['a date without a time', { ...eventOf(TYPED), at: '2026-11-21' }],
    ['an id of a thousand characters', { ...eventOf(TYPED), id: 'x'.repeat(1000) }],
  ])('that is %s is refused without a word and without an error', async (_what, event) => {
    const { send, said, ports } = stage()
    expect(await send(event)).toBe('invalid')
    expect(said).toEqual([])
    expect(ports.logged()).not.toContain('Sarah')
  })

  it('with nothing to say ends silently', async () => {
    const { send, said } = stage({ skills: [skillOf('check', () => [])] })
    expect(await send(eventOf(DRAFT))).toBe('silent')
    expect(said).toEqual([])
  })

  it('keeps every reply of a skill, in order', async () => {
    const { send, texts } = stage({ skills: [skillOf('check', () => ['1', '2', '3'].map(saying))] })
    await send(eventOf(DRAFT))
    expect(texts()).toEqual(['1', '2', '3'])
  })
})

describe('order', () => {
  it('two messages of one person in one place run one after the other, even if the first is slow', async () => {
    const { open, opened } = gate()
    const log: string[] = []
    const skill = skillOf('check', async ({ text }) => {
      log.push(`begin ${text}`)
      if (text.startsWith('first')) await opened
      log.push(`end ${text}`)
      return []
    })
    const { send } = stage({ skills: [skill] })
    const both = [send(eventOf('first words')), send(eventOf('second words'))]
    await settled()
    expect(log).toEqual(['begin first words'])
    open()
    await Promise.all(both)
    expect(log).toEqual(['begin first words', 'end first words', 'begin second words', 'end second words'])
  })

  it.each([
    ['another person', { by: 'ben' }],
    ['another place', { place: { id: 'elsewhere', private: true } }],
    ['another surface', { surface: 'teams' as const }],
  ])('%s does not wait', async (_who, over) => {
    const { open, opened } = gate()
    const skill = skillOf('check', async ({ text }) => {
      if (text.startsWith('slow')) await opened
      return []
    })
    const { send } = stage({ skills: [skill] })
    const slow = send(eventOf('slow words'))
    expect(await send(eventOf('quick words', over))).toBe('silent')
    open()
    await slow
  })
})

describe('stopping', () => {
  it('waits for what runs and what waits behind it, and leaves the rest untouched', async () => {
    const { open, opened } = gate()
    const skill = skillOf('check', async ({ text }) => {
      await opened
      return [saying(text)]
    })
    const { send, pipeline, texts, ports } = stage({ skills: [skill] })
    const running = [send(eventOf('first words')), send(eventOf('second words'))]
    await settled()
    let stopped = false
    const stopping = pipeline.stop().then(() => {
      stopped = true
    })
    const late = eventOf('late words')
    expect(await send(late)).toBe('stopping')
    await settled()
    expect(stopped).toBe(false)
    open()
    await stopping
    expect(await Promise.all(running)).toEqual(['answered', 'answered'])
    expect(texts()).toEqual(['first words', 'second words'])
    // The next process finds the late one as if it had never been here.
    expect(await stage({ ports }).send(late)).toBe('answered')
  })

  it('is over at once when nothing runs, also the second time', async () => {
    const { pipeline } = stage()
    await pipeline.stop()
    await pipeline.stop()
  })
})

describe('the log', () => {
  it('says what was done, by which skill and how it ended, without a word of it', async () => {
    const { send, ports } = stage()
    const event = eventOf(TYPED)
    await send(event)
    expect(ports.logged()).toContain(
      JSON.stringify([
        'event handled',
        { event: event.id, surface: 'slack', outcome: 'answered', ms: 0, skill: 'check', intent: 'draft' },
      ]),
    )
    expect(ports.logged()).not.toContain('Sarah')
  })

  it('leaves jobs that had nothing to do to whoever looks closer', async () => {
    const lines: string[] = []
    const note = (level: string) => (message: string) => void lines.push(`${level}: ${message}`)
    const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') }
    const { send } = stage({ change: () => ({ log }) })
    await send(eventOf({ type: 'tick', job: 'gone/now' }, { by: CLOCK_PERSON }))
    await send(eventOf(DRAFT))
    expect(lines).toEqual(['debug: event handled', 'info: event handled'])
  })

  it('old events are forgotten once an hour', async () => {
    const swept: number[] = []
    const { send, ports } = stage({
      change: ({ store }) => ({
        store: { ...store, sweep: async (before) => swept.push(before) },
      }),
    })
    await send(eventOf(DRAFT))
    expect(swept).toEqual([])
    ports.wait(3_600_000)
    await send(eventOf(DRAFT))
    await send(eventOf(DRAFT))
    expect(swept).toEqual([ports.time() - LIMITS.rememberMs])
  })
})
