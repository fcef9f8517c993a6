import { afterEach, describe, expect, it } from 'vitest'
import { createPersistence } from '../../../src/adapters/slack/persistence.ts'
import { openSlack, type SlackRunning } from '../running.ts'

let slack: SlackRunning
afterEach(() => slack?.close())

const DOWN = { status: 503 } as const
const down = (times: number) => Array.from({ length: times }, () => DOWN)
const message = (user = 'Udesk', text = 'Thank you, Sarah!') => ({
  type: 'message',
  channel_type: 'im',
  user,
  channel: `D${user}`,
  text,
  ts: '1.0',
})
const at = (method: string) => slack.workspace.arrived.filter((name) => name === method).length
const undelivered = () => slack.samples().filter(({ name }) => name === 'chaperone_slack_undelivered_total')

/** Slack running where each wait is noted and over at once. */
async function hurried() {
  const waits: number[] = []
  slack = await openSlack({}, undefined, async (ms, signal) => {
    // Those of the pipeline are alarms, which never ring here.
    if (ms >= 50_000 || ms === 2000)
      await new Promise<void>((end) => signal?.addEventListener('abort', () => end()))
    else waits.push(ms)
  })
  return waits
}

describe('an answer to somebody after an outage', () => {
  it('that lasts longer than a few tries arrives all the same, once, and counts as delivered', async () => {
    const waits = await hurried()
    slack.workspace.joined.add('Cfront')
    slack.workspace.fail('response_url', ...down(3))
    slack.workspace.fail('chat.postEphemeral', ...down(6))
    await slack.command('/check', 'Thank you, Sarah!')
    await expect
      .poll(() => slack.workspace.posted.map(({ how, user }) => [how, user]), { timeout: 20_000 })
      .toEqual([['response', 'Udesk']])
    await slack.settled()
    expect(slack.workspace.posted).toHaveLength(1)
    expect(undelivered()).toEqual([])
    expect(waits).toHaveLength(3)
  }, 30_000)

  it('is not tried again where Slack says a plain no', async () => {
    const waits = await hurried()
    slack.workspace.fail('chat.postMessage', { error: 'msg_too_long' })
    await slack.event(message())
    await slack.settled()
    expect(waits).toEqual([])
    expect(undelivered()).toMatchObject([{ labels: { code: 'msg_too_long' }, value: 1 }])
  })

  it('waits while everybody else is answered', async () => {
    slack = await openSlack()
    slack.workspace.fail('chat.postMessage', ...down(4))
    await slack.event(message())
    await expect.poll(() => at('chat.postMessage'), { timeout: 20_000 }).toBe(4)
    await slack.event(message('Uother'))
    await expect.poll(() => slack.workspace.posted.map(({ channel }) => channel)).toEqual(['DUother'])
  }, 30_000)

  it('holds up no stop, and is counted as one that reached nobody', async () => {
    slack = await openSlack()
    slack.workspace.fail('chat.postMessage', ...down(40))
    await slack.event(message())
    await expect.poll(() => at('chat.postMessage'), { timeout: 20_000 }).toBe(4)
    await slack.stop()
    expect(at('chat.postMessage')).toBe(4)
    expect(undelivered()).toMatchObject([{ labels: { code: 'delivery_failed' }, value: 1 }])
    expect(slack.ports.logged()).not.toContain('Sarah')
  }, 30_000)

  it('is not waited for where a skill speaks first, for its own work waits', async () => {
    slack = await openSlack()
    slack.workspace.fail('conversations.open', ...down(4))
    const reply = {
      audience: 'private' as const,
      blocks: [{ type: 'text' as const, text: 'x' }],
      summary: 'x',
    }
    expect(await slack.tell('Udesk', reply)).toBe(false)
  }, 30_000)
})

describe('a form whose modal Slack will not open just now', () => {
  it('is offered with a button at once where Slack asks for a longer pause than the moment lasts', async () => {
    slack = await openSlack()
    slack.workspace.fail('views.open', { status: 429, retryAfter: 30 })
    await slack.command('/check', '')
    await expect.poll(() => JSON.stringify(slack.workspace.posted)).toContain('Open the form')
    expect(at('views.open')).toBe(1)
    expect(slack.workspace.modals).toEqual([])
  })

  it.each([[{ status: 429, retryAfter: 1 }], [DOWN], [{ error: 'internal_error' }]])(
    'opens a moment later where there is time for that (%j)',
    async (trouble) => {
      const waits = await hurried()
      slack.workspace.fail('views.open', trouble)
      await slack.command('/check', '')
      await expect.poll(() => slack.workspace.modals.length).toBe(1)
      expect(waits).toHaveLength(1)
      expect(slack.workspace.posted).toEqual([])
    },
  )
})

describe('trying again', () => {
  /** Fails for so long, by a clock that only waits move. */
  async function played(outage: number, waits: { until: number; firstMs?: number }, jitter = 1) {
    let now = 0
    const tries: number[] = []
    const clock = {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms
      },
    }
    const work = async () => {
      tries.push(now)
      if (now < outage) throw new Error('away')
      return 'done'
    }
    const end = await createPersistence(clock, () => jitter)
      .insist(work, work, waits)
      .catch((error: Error) => error.message)
    return { tries, end }
  }

  it('waits about twice as long each time, up to a few seconds', async () => {
    expect(await played(20_000, { until: 40_000 })).toEqual({
      tries: [0, 1000, 3000, 7000, 15_000, 23_000],
      end: 'done',
    })
  })

  it('spreads those who were cut off together', async () => {
    expect((await played(3000, { until: 40_000 }, 0)).tries).toEqual([0, 500, 1500, 3500])
  })

  it('begins no try when it is not worth it any more', async () => {
    const { tries, end } = await played(Number.POSITIVE_INFINITY, { until: 40_000 })
    expect(end).toBe('away')
    expect(Math.max(...tries)).toBeLessThanOrEqual(40_000)
    expect((await played(1, { until: 0 })).tries).toEqual([0])
  })
})
