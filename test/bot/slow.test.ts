import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/bot/pipeline.ts'
import { within } from '../../src/bot/traffic/deadline.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { echo, eventOf, gate, handClock, saying, settled, skillOf, stage } from './stage.ts'

const DRAFT = 'Meet our new nurse!'

/** A stage whose time passes only when the test says so. */
function slowStage(skills = [echo], ports = fakePorts(), clock = handClock()) {
  return { clock, ...stage({ skills, ports, change: () => ({ clock }) }) }
}

describe('what takes too long', () => {
  it('a skill that never ends is given up, the person is told, and the next one in line is served', async () => {
    const stuck = skillOf('check', ({ text }) =>
      text.startsWith('stuck') ? new Promise(() => {}) : [saying(text)],
    )
    const { send, clock, texts } = slowStage([stuck])
    const first = send(eventOf('stuck words'))
    const second = send(eventOf('other words'))
    await clock.pass(LIMITS.workMs)
    expect(await first).toBe('failed')
    expect(await second).toBe('answered')
    expect(texts()[0]).toContain('That took too long')
    expect(texts()[1]).toBe('other words')
  })

  it('a skill that was given up may still act, so a retry waits for the lease to end', async () => {
    const ports = fakePorts()
    const clock = handClock()
    const stuck = slowStage([skillOf('check', () => new Promise(() => {}))], ports, clock)
    const healthy = slowStage([echo], ports, clock)
    const event = eventOf(DRAFT)
    const first = stuck.send(event)
    await clock.pass(LIMITS.workMs)
    expect(await first).toBe('failed')
    expect(await healthy.send(event)).toBe('busy')
    await clock.pass(LIMITS.leaseMs - LIMITS.workMs)
    expect(await healthy.send(event)).toBe('answered')
  })

  it('what a skill that was given up brings later is dropped', async () => {
    const { open, opened } = gate()
    const late = skillOf('check', async () => {
      await opened
      return [saying('late')]
    })
    const { send, clock, texts } = slowStage([late])
    const outcome = send(eventOf(DRAFT))
    await clock.pass(LIMITS.workMs)
    open()
    await settled()
    expect(await outcome).toBe('failed')
    expect(texts()).not.toContain('late')
  })

  it('a delivery that never ends is given up', async () => {
    const { send, clock } = slowStage()
    const outcome = send(eventOf(DRAFT), { deliver: () => new Promise(() => {}) })
    await clock.pass(LIMITS.workMs)
    expect(await outcome).toBe('undelivered')
  })

  it('a run that lost its event to a retry keeps silent', async () => {
    const ports = fakePorts()
    const clock = handClock()
    const { open, opened } = gate()
    // As long as the lease: a process that was asleep, or a machine that stood still.
    const asleep = stage({
      ports,
      skills: [
        skillOf('check', async () => {
          await opened
          return [saying('from the one that slept')]
        }),
      ],
      limits: { workMs: Number.MAX_SAFE_INTEGER },
      change: () => ({ clock }),
    })
    const retry = slowStage([echo], ports, clock)
    const event = eventOf(DRAFT)
    const first = asleep.send(event)
    await clock.pass(LIMITS.leaseMs)
    expect(await retry.send(event)).toBe('answered')
    open()
    expect(await first).toBe('repeated')
    expect(asleep.texts()).toEqual([])
    expect(retry.texts()).toEqual([`checked: ${DRAFT}`])
  })

  it('both parts of the work fit into the lease', () => {
    expect(2 * LIMITS.workMs).toBeLessThan(LIMITS.leaseMs)
  })
})

describe('a deadline', () => {
  it('gives the result of work that ends in time, and its error', async () => {
    const clock = handClock()
    expect(await within(10, clock, 'skill_slow', Promise.resolve('done'))).toBe('done')
    await expect(within(10, clock, 'skill_slow', Promise.reject(new Error('broke')))).rejects.toThrow('broke')
  })

  it('gives its code when the time is over', async () => {
    const clock = handClock()
    const waiting = within(10, clock, 'delivery_slow', new Promise(() => {}))
    const caught = waiting.catch((error: unknown) => error)
    await clock.pass(10)
    expect(await caught).toMatchObject({ code: 'delivery_slow' })
  })
})
