import { afterEach, describe, expect, it } from 'vitest'
import { openSlack, type SlackRunning } from './running.ts'

let slack: SlackRunning
afterEach(() => slack.close())

const said = (text: string, user = 'Udesk', more: object = {}) => ({
  type: 'message',
  channel_type: 'im',
  user,
  channel: `D${user}`,
  text,
  ts: '1.0',
  ...more,
})

describe('one event has one effect', () => {
  it('under the four deliveries that Slack makes', async () => {
    slack = await openSlack()
    const statuses: number[] = []
    for (const minutes of [0, 0.05, 1, 4]) {
      slack.ports.wait(minutes * 60_000)
      statuses.push(await slack.event(said('Thank you, Sarah!'), 'Ev1'))
      await slack.settled()
    }
    expect(statuses).toEqual([200, 200, 200, 200])
    expect(slack.replies).toHaveLength(1)
    expect(slack.workspace.posted).toHaveLength(1)
    expect(slack.ports.checks).toHaveLength(1)
  })

  it('under twenty deliveries at once', async () => {
    slack = await openSlack()
    const statuses = await Promise.all(
      Array.from({ length: 20 }, () => slack.event(said('Thank you, Sarah!'), 'Ev1')),
    )
    await slack.settled()
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(slack.workspace.posted).toHaveLength(1)
  })

  it('under a button that is pressed twice', async () => {
    slack = await openSlack()
    const press = {
      type: 'block_actions',
      user: { id: 'Udesk' },
      trigger_id: 'none',
      channel: { id: 'Ddesk' },
      message: { ts: '1.0' },
      actions: [{ action_id: 'check/help|1', action_ts: '5.0' }],
    }
    await slack.interact(press)
    await slack.interact(press)
    await slack.settled()
    expect(slack.workspace.posted).toHaveLength(1)
  })

  it('even when the first try died: the retry is answered', async () => {
    let died = false
    slack = await openSlack({}, (handle) => async (event, platform) => {
      if (died) return handle(event, platform)
      died = true
      throw new Error('the process fell over')
    })
    await slack.event(said('Thank you, Sarah!'), 'Ev1')
    await slack.settled()
    expect(slack.workspace.posted).toEqual([])
    await slack.event(said('Thank you, Sarah!'), 'Ev1')
    await slack.settled()
    expect(slack.workspace.posted).toHaveLength(1)
  })
})

describe('nothing gets mixed up', () => {
  it('between two people and two threads', async () => {
    slack = await openSlack()
    await Promise.all([
      slack.event(said('Thank you, Sarah!', 'Uone', { thread_ts: '7.0' })),
      slack.event(said('Our laser is 100% painless.', 'Uone', { thread_ts: '8.0' })),
      slack.event(said('Thank you, Maria!', 'Utwo', { thread_ts: '7.0' })),
    ])
    await slack.settled()
    const got = slack.workspace.posted.map(({ channel, thread, blocks }) => {
      const text = JSON.stringify(blocks)
      return `${channel} ${thread} ${['Sarah', 'painless', 'Maria'].filter((word) => text.includes(word))}`
    })
    expect(got.sort()).toEqual(['DUone 7.0 Sarah', 'DUone 8.0 painless', 'DUtwo 7.0 Maria'])
  })

  it('in the order in which one person wrote', async () => {
    slack = await openSlack()
    const names = ['Sarah', 'Maria', 'Kevin', 'Linda', 'Brenda', 'Carol']
    for (const name of names) await slack.event(said(`Thank you, ${name}!`))
    await slack.settled()
    const order = slack.workspace.posted.map(({ blocks }) =>
      names.find((name) => JSON.stringify(blocks).includes(name)),
    )
    expect(order).toEqual(names)
  })
})

describe('the acknowledgement', () => {
  it('does not wait for the work', async () => {
    let go: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    slack = await openSlack({}, (handle) => async (event, platform) => {
      await gate
      return handle(event, platform)
    })
    const statuses = await Promise.all([
      slack.event(said('Thank you, Sarah!')),
      slack.command('/check', 'Thank you, Sarah!'),
      slack.interact({
        type: 'shortcut',
        callback_id: 'check_draft',
        user: { id: 'Udesk' },
        trigger_id: 'x',
      }),
    ])
    expect(statuses).toEqual([200, 200, 200])
    expect(slack.workspace.posted).toEqual([])
    go()
    await slack.settled()
    expect(slack.workspace.posted.length).toBeGreaterThan(0)
  })
})
