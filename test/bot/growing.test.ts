import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/bot/pipeline.ts'
import type { Platform } from '../../src/bot/ports.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { SkillContext } from '../../src/bot/skill.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { eventOf, gate, handClock, saying, settled, skillOf, stage, TYPED, textOf } from './stage.ts'

const DRAFT = 'Meet our new nurse!'

/** A place where an answer can be read while it is made; `takes`: whether it goes on there to its end. */
function place(takes: boolean | Error = true) {
  const seen: string[] = []
  let grown = ''
  let over = false
  const platform: Platform = {
    deliver: async (reply: Reply) => void seen.push(textOf(reply)),
    open: () => ({
      add(words) {
        if (!over) grown += words
      },
      async end(reply) {
        if (over || grown === '') return false
        over = true
        if (takes instanceof Error) throw takes
        if (takes) seen.push(`${grown}|${textOf(reply)}`)
        return takes
      },
    }),
  }
  return { platform, seen, grown: () => grown }
}
const grow = ({ grow: shows }: SkillContext, words: string) => shows?.(words)

describe('an answer that is read while it is made', () => {
  const answering = skillOf('check', (_, context) => {
    grow(context, 'First.')
    grow(context, ' Second.')
    return [saying('First. Second. Third.')]
  })

  it('ends where it began, and is not sent a second time', async () => {
    const { send, ports } = stage({ skills: [answering] })
    const { platform, seen } = place()
    const event = eventOf(DRAFT)
    expect([await send(event, platform), await send(event, platform)]).toEqual(['answered', 'repeated'])
    expect(seen).toEqual(['First. Second.|First. Second. Third.'])
    expect(ports.logged()).not.toContain('Second')
  })

  it.each([
    ['where the place does not take its end', place(false)],
    ['where nothing grew', place()],
  ])('comes whole %s', async (what, { platform, seen }) => {
    const silent = skillOf('check', () => [saying('First. Second. Third.')])
    const { send } = stage({ skills: [what.includes('nothing') ? silent : answering] })
    expect(await send(eventOf(DRAFT), platform)).toBe('answered')
    expect(seen).toEqual(['First. Second. Third.'])
  })

  it('comes whole on a surface that knows nothing of it', async () => {
    const { send, texts } = stage({ skills: [answering] })
    await send(eventOf(DRAFT))
    expect(texts()).toEqual(['First. Second. Third.'])
  })

  it('is followed by whatever else is said', async () => {
    const two = skillOf('check', (_, context) => {
      grow(context, 'First.')
      return [saying('First.'), saying('Another.')]
    })
    const { platform, seen } = place()
    await stage({ skills: [two] }).send(eventOf(DRAFT), platform)
    expect(seen).toEqual(['First.|First.', 'Another.'])
  })

  it('does not begin before another answer that comes with it', async () => {
    const offered: unknown[] = []
    const noting = (name: string) =>
      skillOf(
        name,
        (_, context) => {
          offered.push('grow' in context)
          return [saying(name)]
        },
        { intents: ['draft', 'maybe', 'question'] },
      )
    const { platform, seen } = place()
    const draft = eventOf(
      'Are we allowed by law to answer her with "Thank you, so glad your lips healed so well!"?',
    )
    const { send } = stage({ skills: [noting('check'), noting('ask')] })
    await send(draft, platform)
    expect(seen).toEqual(['check', 'ask'])
    expect(offered).toEqual([false, false])
  })
})

describe('when something breaks in the middle of it', () => {
  it('a clear line stands below what was read, and a retry answers whole', async () => {
    let left = 1
    const breaking = skillOf('check', (_, context) => {
      grow(context, 'First.')
      if (left-- > 0) throw new Error(TYPED)
      return [saying('First. Second.')]
    })
    const { send } = stage({ skills: [breaking] })
    const [before, after] = [place(), place()]
    const event = eventOf(DRAFT)
    expect(await send(event, before.platform)).toBe('failed')
    expect(before.seen).toHaveLength(1)
    expect(before.seen[0]).toMatch(/^First\.\|Something went wrong on my side/)
    expect(await send(event, after.platform)).toBe('answered')
    expect(after.seen).toEqual(['First.|First. Second.'])
  })

  it('a skill that is given up shows nothing more', async () => {
    const clock = handClock()
    const { open, opened } = gate()
    const late = skillOf('check', async (_, context) => {
      grow(context, 'First.')
      await opened
      grow(context, ' Late.')
      return [saying('First. Late.')]
    })
    const { send } = stage({ skills: [late], change: () => ({ clock }) })
    const { platform, seen, grown } = place()
    const outcome = send(eventOf(DRAFT), platform)
    await clock.pass(LIMITS.workMs)
    open()
    await settled()
    expect(await outcome).toBe('failed')
    expect(grown()).toBe('First.')
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatch(/^First\.\|That took too long/)
  })

  it('an end that does not arrive is a delivery that did not: a retry runs', async () => {
    const answering = skillOf('check', (_, context) => {
      grow(context, 'First.')
      return [saying('First.')]
    })
    const { send, ports } = stage({ skills: [answering] })
    const event = eventOf(DRAFT)
    expect(await send(event, place(new Error(TYPED)).platform)).toBe('undelivered')
    expect(ports.logged()).toContain('delivery_failed')
    expect(ports.logged()).not.toContain('Sarah')
    const { platform, seen } = place()
    expect(await send(event, platform)).toBe('answered')
    expect(seen).toEqual(['First.|First.'])
  })

  it('an end that never comes back is given up', async () => {
    const clock = handClock()
    const answering = skillOf('check', (_, context) => {
      grow(context, 'First.')
      return [saying('First.')]
    })
    const { send } = stage({ skills: [answering], change: () => ({ clock }) })
    const open = () => ({ add: () => {}, end: () => new Promise<boolean>(() => {}) })
    const outcome = send(eventOf(DRAFT), { deliver: async () => {}, open })
    await clock.pass(LIMITS.workMs)
    expect(await outcome).toBe('undelivered')
  })

  it('a run that lost its event to a retry says that the answer is elsewhere, and gives none', async () => {
    const ports = fakePorts()
    const clock = handClock()
    const { open, opened } = gate()
    const asleep = stage({
      ports,
      skills: [
        skillOf('check', async (_, context) => {
          grow(context, 'First.')
          await opened
          return [saying('First. Second.')]
        }),
      ],
      limits: { workMs: Number.MAX_SAFE_INTEGER },
      change: () => ({ clock }),
    })
    const awake = stage({
      ports,
      skills: [skillOf('check', () => [saying('First. Second.')])],
      change: () => ({ clock }),
    })
    const [before, after] = [place(), place()]
    const event = eventOf(DRAFT)
    const first = asleep.send(event, before.platform)
    await clock.pass(LIMITS.leaseMs)
    expect(await awake.send(event, after.platform)).toBe('answered')
    open()
    expect(await first).toBe('repeated')
    expect(before.seen).toHaveLength(1)
    expect(before.seen[0]).toMatch(/^First\.\|.*whole answer is in a message of its own/)
    expect(after.seen).toEqual(['First. Second.'])
  })
})
