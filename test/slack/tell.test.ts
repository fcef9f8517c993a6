import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Reply } from '../../src/bot/reply.ts'
import { readable } from './block-kit.ts'
import { openSlack, type SlackRunning } from './running.ts'

let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack({ name: 'Maple' })
})
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})

const notice = Reply.parse({
  blocks: [
    { type: 'text', text: 'A report came in.' },
    { type: 'buttons', buttons: [{ action: 'incident/show', label: 'Open it', value: 'INC-2026-0001' }] },
  ],
  summary: 'A report came in.',
})

describe('somebody who had not asked', () => {
  it('is told in a direct message, with its buttons', async () => {
    expect(await slack.tell('UMIA', notice)).toBe(true)
    expect(slack.workspace.posted.map(({ how, channel }) => [how, channel])).toEqual([['message', 'DUMIA']])
    expect(readable(slack.workspace.posted)).toContain('Open it')
  })

  it.each(['user_not_found', 'cannot_dm_bot', 'user_disabled'])(
    'and cannot be reached (%s) is not said to be',
    async (error) => {
      slack.workspace.fail('conversations.open', { error })
      expect(await slack.tell('UGONE', notice)).toBe(false)
      expect(slack.workspace.posted).toEqual([])
      expect(slack.ports.logged()).not.toContain('A report came in')
    },
  )
})

describe('what must not come twice', () => {
  const once = { key: 'digest:2026-11-22', again: true }
  it('comes once, however often a try was cut short after it', async () => {
    expect(await slack.tell('UMIA', notice, { ...once, again: false })).toBe(true)
    expect(await slack.tell('UMIA', notice, once)).toBe(true)
    expect(await slack.tell('UMIA', notice, once)).toBe(true)
    expect(slack.workspace.posted).toHaveLength(1)
  })

  it('comes when the try was cut short before it, when another was said, and to each person', async () => {
    expect(await slack.tell('UMIA', notice, once)).toBe(true)
    expect(await slack.tell('UMIA', notice, { ...once, key: 'digest:2026-11-23' })).toBe(true)
    expect(await slack.tell('UMAX', notice, once)).toBe(true)
    expect(slack.workspace.posted).toHaveLength(3)
  })

  it('comes rather twice than not at all where Slack does not say what was said', async () => {
    await slack.tell('UMIA', notice, { ...once, again: false })
    slack.workspace.fail('conversations.history', { error: 'missing_scope' })
    expect(await slack.tell('UMIA', notice, once)).toBe(true)
    expect(slack.workspace.posted).toHaveLength(2)
  })
})

describe('a question with a form and buttons', () => {
  it('waits behind its button, with Back, Skip and Later beside it', async () => {
    const press = (action: string, value: string) =>
      slack.interact({
        type: 'block_actions',
        user: { id: 'Udesk' },
        trigger_id: slack.workspace.trigger('Udesk'),
        channel: { id: 'DUdesk' },
        message: { ts: '1.0' },
        actions: [{ action_id: `${action}|1`, value, action_ts: `${Math.random()}` }],
      })
    await slack.command('/incident', '', { channel_id: 'DUdesk' })
    await slack.settled()
    const skip = slack.replies
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : [])))
      .find(({ label }) => label === 'Skip this')
    await press('incident/skip', skip?.value ?? '')
    await slack.settled()
    expect(readable(slack.workspace.posted.at(-1))).toContain('Open the form')
    const words = readable(slack.workspace.posted.at(-1))
    for (const label of ['Back', 'Skip this', 'Later', 'I do not know']) expect(words).toContain(label)
  })
})
