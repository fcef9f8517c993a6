import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSlack } from '../../../src/adapters/slack/slack.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { readable } from '../block-kit.ts'
import { openSlack, SECRET, type SlackRunning } from '../running.ts'

let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack()
})
afterEach(() => slack.close())

const said = {
  type: 'message',
  channel_type: 'im',
  user: 'Udesk',
  channel: 'DUdesk',
  text: 'Thank you, Sarah!',
  ts: '1.0',
}
const drawn = () => readable(slack.workspace.posted)

describe('an answer arrives all the same', () => {
  it('when the answering address is used up', async () => {
    slack.workspace.joined.add('Cfront')
    slack.workspace.fail('response_url', { status: 404 })
    await slack.command('/check', 'Thank you, Sarah!')
    await slack.settled()
    expect(slack.workspace.posted.map(({ how, user }) => [how, user])).toEqual([['ephemeral', 'Udesk']])
  })

  it('when Slack asks to slow down', async () => {
    slack.workspace.fail('chat.postMessage', { status: 429, retryAfter: 1 })
    await slack.event(said)
    await slack.settled()
    expect(drawn()).toContain('Do not post this')
  })

  it('when Slack stumbles twice', async () => {
    slack.workspace.fail('chat.postMessage', { status: 500 }, { status: 503 })
    await slack.event(said)
    await slack.settled()
    expect(drawn()).toContain('Do not post this')
  })

  it.each(['internal_error', 'fatal_error', 'service_unavailable', 'ratelimited'])(
    'when Slack has trouble of its own and calls it %s',
    async (error) => {
      slack.workspace.fail('chat.postMessage', { error })
      await slack.event(said)
      await slack.settled()
      expect(drawn()).toContain('Do not post this')
    },
  )

  it.each(['channel_not_found', 'not_in_channel', 'is_archived', 'user_not_in_channel'])(
    'in a direct message when a channel says %s',
    async (error) => {
      slack.workspace.joined.add('Cfront')
      slack.workspace.fail('chat.postEphemeral', { error })
      await slack.event({
        type: 'app_mention',
        user: 'Udesk',
        channel: 'Cfront',
        text: '<@UCHAPERONE> Thank you, Sarah!',
        ts: '1.0',
      })
      await slack.settled()
      expect(slack.workspace.posted.map(({ channel }) => channel)).toEqual(['DUdesk'])
    },
  )

  it('with a button when the moment for a modal is over', async () => {
    slack.workspace.fail('views.open', { error: 'expired_trigger_id' })
    await slack.command('/check', '')
    await slack.settled()
    expect(slack.workspace.modals).toEqual([])
    expect(drawn()).toContain('Open the form')
    const key = /"action_id":"slack\/form\|\d+","value":"([^"]+)"/.exec(
      JSON.stringify(slack.workspace.posted),
    )?.[1]
    await slack.interact({
      type: 'block_actions',
      user: { id: 'Udesk' },
      trigger_id: slack.workspace.trigger('Udesk'),
      channel: { id: 'Cfront' },
      actions: [{ action_id: 'slack/form|1', value: key }],
    })
    await slack.settled()
    await expect.poll(() => slack.workspace.modals.length).toBe(1)
  })
})

it('a form’s button of yesterday says so', async () => {
  await slack.interact({
    type: 'block_actions',
    user: { id: 'Udesk' },
    trigger_id: slack.workspace.trigger('Udesk'),
    channel: { id: 'DUdesk' },
    actions: [{ action_id: 'slack/form|1', value: 'long-gone' }],
  })
  await expect.poll(drawn).toContain('put away after a day')
})

it('an answer that Slack will not take is a line in the log without words, and the event is free for a retry', async () => {
  slack.workspace.fail('chat.postMessage', ...Array(8).fill({ error: 'msg_too_long' }))
  await slack.event(said, 'EvLost')
  await slack.settled()
  expect(slack.workspace.posted).toEqual([])
  expect(slack.ports.logged()).toContain('delivery_failed')
  expect(slack.ports.logged()).not.toContain('Sarah')
  await slack.event(said, 'EvLost')
  await slack.settled()
  // What is left of the trouble goes to the second try.
  await slack.event(said, 'EvLost')
  await slack.settled()
  expect(slack.workspace.calls.filter(({ method }) => method === 'chat.postMessage').length).toBeGreaterThan(
    1,
  )
})

describe('a start', () => {
  const start = (error?: string) => {
    const { clock, ids, log, store } = fakePorts()
    if (error) slack.workspace.fail('auth.test', { error })
    const parts = { handle: async () => 'silent', clock, ids, log, dialogs: store.dialogs }
    const other = createSlack({
      ...parts,
      botToken: 'xoxb-x',
      signingSecret: SECRET,
      apiUrl: slack.workspace.apiUrl,
    })
    return other.start()
  }

  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'is refused when the token is (%s)',
    async (error) => {
      await expect(start(error)).rejects.toThrow(`SLACK_BOT_TOKEN is refused by Slack (${error})`)
    },
  )

  it('goes on when Slack has trouble of its own', async () => {
    await expect(start('internal_error')).resolves.toBeUndefined()
  })
})
