import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readable } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'
import { commandIn, TEAM } from '../sending.ts'

/** Another workspace, another company, another app: who is worked for, who gets one polite line, who gets nothing. */
const OTHER = 'TELSEWHERE'
const installed = (team_id: string) => [{ team_id, enterprise_id: null }]

let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack()
  slack.workspace.joined.add('Cfront')
})
afterEach(() => slack.close())

const DRAFT = 'Thank you, Sarah, for coming in on Tuesday!'
const counted = (name: string) =>
  Object.fromEntries(
    slack
      .samples()
      .filter((one) => one.name === name)
      .map(({ labels, value }) => [labels.reason ?? labels.code ?? labels.outcome, value]),
  )

describe('another workspace', () => {
  it('gets its acknowledgement and nothing else, and an operator can see it', async () => {
    expect(await slack.command('/check', DRAFT, { team_id: OTHER })).toBe(200)
    expect(
      await slack.interact({
        type: 'shortcut',
        callback_id: 'check_draft',
        trigger_id: slack.workspace.trigger('Udesk'),
        team: { id: OTHER },
        user: { id: 'Udesk', team_id: OTHER },
      }),
    ).toBe(200)
    await slack.settled()
    expect([slack.workspace.posted, slack.workspace.modals, slack.replies]).toEqual([[], [], []])
    expect(counted('chaperone_slack_refused_total')).toEqual({ wrong_workspace: 2 })
    expect(slack.ports.logged()).toContain('wrong_workspace')
    expect(slack.ports.logged()).not.toContain('Sarah')
  })
})

describe('somebody of another company, in a shared channel', () => {
  const shared = (event: object, id?: string) =>
    slack.post(
      JSON.stringify({
        type: 'event_callback',
        team_id: OTHER,
        event_id: id ?? 'EvShared',
        is_ext_shared_channel: true,
        authorizations: installed(TEAM),
        event: {
          user: 'UGUEST',
          user_team: OTHER,
          source_team: OTHER,
          channel: 'Cfront',
          ts: '1.0',
          ...event,
        },
      }),
    )

  it('who calls the app gets one polite line that only they see, under all four deliveries', async () => {
    for (let n = 0; n < 4; n++) {
      await shared({ type: 'app_mention', text: `<@UCHAPERONE> ${DRAFT}` })
      await slack.settled()
    }
    expect(slack.workspace.posted.map(({ how, user }) => [how, user])).toEqual([['ephemeral', 'UGUEST']])
    const words = readable(slack.workspace.posted)
    expect(words).toContain('I help the people of one practice only')
    expect(words).not.toContain('Sarah')
    expect(slack.ports.checks).toEqual([])
    expect(counted('chaperone_events_total')).toMatchObject({ refused: 1 })
  })

  it('is not listened to', async () => {
    await shared({
      type: 'message',
      channel_type: 'channel',
      text: 'Maria Lopez MRN 884712 had her crown today',
    })
    await slack.settled()
    expect(slack.workspace.posted).toEqual([])
  })

  it('gets no home tab, no form of a button, no words of a colleague', async () => {
    await shared({ type: 'app_home_opened', tab: 'home' }, 'EvHome')
    await shared({ type: 'app_home_opened', tab: 'messages' }, 'EvMessages')
    for (const action_id of ['slack/form|1', 'slack/copy|1'])
      await slack.interact({
        type: 'block_actions',
        team: { id: TEAM },
        user: { id: 'UGUEST', team_id: OTHER },
        trigger_id: slack.workspace.trigger('UGUEST'),
        channel: { id: 'Cfront' },
        actions: [{ action_id, value: DRAFT }],
      })
    await slack.settled()
    expect([slack.workspace.posted, slack.workspace.modals, slack.workspace.prompts]).toEqual([[], [], []])
    expect(slack.workspace.homes.size).toBe(0)
  })

  it('who presses a button of ours gets the same polite line', async () => {
    await slack.interact({
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: 'UGUEST', team_id: OTHER },
      trigger_id: slack.workspace.trigger('UGUEST'),
      channel: { id: 'Cfront' },
      actions: [{ action_id: 'check/share|1', value: 'some-check', action_ts: '1.0' }],
    })
    await slack.settled()
    expect(readable(slack.workspace.posted)).toContain('one practice only')
    expect(slack.workspace.posted.map(({ how }) => how)).toEqual(['ephemeral'])
  })

  it('who asks again and again is not answered for ever', async () => {
    const asked = Array.from({ length: 90 }, (_, n) =>
      shared({ type: 'app_mention', text: '<@UCHAPERONE> hello', ts: `${n}.0` }, `EvAgain${n}`),
    )
    await Promise.all(asked)
    await slack.settled()
    expect(slack.workspace.posted.length).toBeLessThan(90)
    expect(slack.workspace.posted.length).toBeGreaterThan(0)
  })
})

describe('nobody', () => {
  const said = (more: object) =>
    slack.event({ type: 'message', channel_type: 'im', channel: 'DUdesk', ts: '1.0', text: DRAFT, ...more })

  it.each<[string, object]>([
    ['another app', { user: 'UOTHERBOT', bot_id: 'BOTHER' }],
    ['an app of the old kind', { subtype: 'bot_message', bot_id: 'BOTHER' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['our own words', { user: 'UCHAPERONE' }],
    ['an edit', { subtype: 'message_changed', message: { user: 'Udesk', text: DRAFT } }],
    ['a deletion', { subtype: 'message_deleted', previous_message: { user: 'Udesk', text: DRAFT } }],
    ['somebody joining', { subtype: 'channel_join', user: 'Udesk' }],
  ])('is answered for %s, and it is counted', async (_what, more) => {
    expect(await said(more)).toBe(200)
    await slack.settled()
    expect(slack.replies).toEqual([])
    expect(counted('chaperone_slack_refused_total')).toEqual({ left_alone: 1 })
  })

  it('is left who could be told, when the person is gone meanwhile: that is counted by Slack’s own word', async () => {
    slack.workspace.fail('chat.postEphemeral', { error: 'user_not_in_channel' })
    slack.workspace.fail('conversations.open', { error: 'user_disabled' })
    await slack.event({
      type: 'app_mention',
      user: 'Udesk',
      channel: 'Cfront',
      text: `<@UCHAPERONE> ${DRAFT}`,
      ts: '1.0',
    })
    await slack.settled()
    expect(slack.workspace.posted).toEqual([])
    expect(counted('chaperone_slack_undelivered_total')).toEqual({ user_disabled: 1 })
    expect(counted('chaperone_events_total')).toEqual({ undelivered: 1 })
    expect(slack.ports.logged()).not.toContain('Sarah')
  })
})

it('what is pressed, sent or opened that nobody knows is acknowledged, and says so at most to who did it', async () => {
  const from = { team: { id: TEAM }, user: { id: 'Udesk', team_id: TEAM }, trigger_id: 'none' }
  const view = {
    id: 'V1',
    hash: 'h',
    callback_id: 'gone/form',
    private_metadata: '{"v":0}',
    state: { values: {} },
  }
  const payloads: object[] = [
    { ...from, type: 'block_actions', channel: { id: 'Cfront' }, actions: [{ action_id: 'gone/away|1' }] },
    { ...from, type: 'block_actions', channel: { id: 'Cfront' }, actions: [{ action_id: '<script>' }] },
    { ...from, type: 'view_submission', view },
    { ...from, type: 'view_closed', view },
    { ...from, type: 'block_suggestion', action_id: 'x', value: 'y' },
    { ...from, type: 'shortcut', callback_id: 'of_another_version' },
    { ...from, type: 'workflow_step_edit' },
  ]
  for (const payload of payloads) expect(await slack.interact(payload)).toBe(200)
  expect(await slack.post(commandIn(slack.workspace, '/gone', DRAFT))).toBe(200)
  await slack.settled()
  const told = slack.workspace.posted
  expect(told.length).toBeGreaterThan(0)
  expect(
    told.every(({ how, user, channel }) => how !== 'message' || channel === 'DUdesk' || user === 'Udesk'),
  ).toBe(true)
  expect(readable(told)).not.toContain('Sarah')
  expect(slack.workspace.mistakes).toEqual([])
})
