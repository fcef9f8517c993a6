import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readable } from './block-kit.ts'
import { openSlack, type SlackRunning } from './running.ts'
import { buttonIn } from './talk/presses.ts'

let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack({ staff: ['Dr. Rivera'], name: 'Maple' })
})
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})
const posted = () => slack.workspace.posted.map(({ how, channel, user }) => ({ how, channel, user }))

describe('an answer in a channel is seen by whoever asked, and by nobody else', () => {
  it('to /check', async () => {
    await slack.command('/check', 'Thank you, Sarah!', { channel_id: 'Cfront' })
    await slack.settled()
    expect(posted()).toEqual([{ how: 'response', channel: 'Cfront', user: 'Udesk' }])
  })

  it('to a mention', async () => {
    slack.workspace.joined.add('Cfront')
    await slack.event({
      type: 'app_mention',
      user: 'Udesk',
      channel: 'Cfront',
      text: '<@UCHAPERONE> Thank you, Sarah!',
      ts: '1.0',
    })
    await slack.settled()
    expect(posted()).toEqual([{ how: 'ephemeral', channel: 'Cfront', user: 'Udesk' }])
    expect(readable(slack.workspace.posted)).not.toContain('UCHAPERONE')
  })

  it('to a message shortcut', async () => {
    await slack.interact({
      type: 'message_action',
      callback_id: 'check_message',
      user: { id: 'Udesk' },
      channel: { id: 'Cfront' },
      trigger_id: 'none',
      response_url: slack.workspace.responseUrl('Cfront', 'Udesk'),
      message: { type: 'message', text: 'Our laser is 100% painless.', ts: '1.0' },
    })
    await slack.settled()
    expect(posted()).toEqual([{ how: 'response', channel: 'Cfront', user: 'Udesk' }])
  })

  it('and goes into a direct message where the app is no member', async () => {
    await slack.event({
      type: 'app_mention',
      user: 'Udesk',
      channel: 'Cfront',
      text: '<@UCHAPERONE> Thank you, Sarah!',
      ts: '1.0',
    })
    await slack.settled()
    expect(posted()).toEqual([{ how: 'message', channel: 'DUdesk', user: undefined }])
  })

  it('to a modal that was opened there', async () => {
    await slack.command('/check', '', { channel_id: 'Cfront' })
    await slack.settled()
    const [modal] = slack.workspace.modals
    expect(modal?.user).toBe('Udesk')
    await slack.interact({
      type: 'view_submission',
      user: { id: 'Udesk' },
      view: {
        id: 'V1',
        hash: 'h',
        callback_id: modal?.view.callback_id,
        private_metadata: modal?.view.private_metadata,
        state: { values: { text: { field: { type: 'plain_text_input', value: 'Thank you, Sarah!' } } } },
      },
    })
    await slack.settled()
    expect(posted()).toEqual([{ how: 'response', channel: 'Cfront', user: 'Udesk' }])
  })

  it('to a modal whose origin somebody else wrote: to the person alone', async () => {
    await slack.interact({
      type: 'view_submission',
      user: { id: 'Udesk' },
      view: {
        id: 'V1',
        callback_id: 'check/draft',
        private_metadata: JSON.stringify({ user: 'Uother', channel: 'Cother', direct: false }),
        state: { values: { text: { field: { type: 'plain_text_input', value: 'Thank you, Sarah!' } } } },
      },
    })
    await slack.settled()
    expect(posted()).toEqual([{ how: 'message', channel: 'DUdesk', user: undefined }])
  })
})

describe('whoever calls the app in a channel, with a patient in the words,', () => {
  const called = async (words: string) => {
    slack.workspace.joined.add('Cfront')
    const event = { user: 'Udesk', channel: 'Cfront', text: `<@UCHAPERONE> ${words}`, ts: '1.0' }
    await slack.event({ ...event, type: 'app_mention' })
    await slack.event({ ...event, type: 'message', channel_type: 'channel' })
    await slack.settled()
    return readable(slack.workspace.posted)
  }

  it('gets the answer, and is asked to take the words away', async () => {
    const seen = await called('Sarah Miller, 512-555-7788, loved her crown!')
    expect(posted()).toEqual(Array(2).fill({ how: 'ephemeral', channel: 'Cfront', user: 'Udesk' }))
    expect(seen).toContain('Please delete it')
  })

  it('gets the answer alone where nobody is named', async () => {
    await called('Our laser is 100% painless.')
    expect(posted()).toEqual([{ how: 'ephemeral', channel: 'Cfront', user: 'Udesk' }])
  })
})

describe('in a channel where the app listens', () => {
  const heard = async (text: string) => {
    slack.workspace.joined.add('Cfront')
    await slack.event({
      type: 'message',
      channel_type: 'channel',
      user: 'Udesk',
      channel: 'Cfront',
      text,
      ts: '1.0',
    })
    await slack.settled()
  }

  it.each(['Maria Lopez MRN 884712 had her crown today', 'her SSN is 219-09-9999'])(
    'a patient earns the author a private nudge that repeats nothing: %s',
    async (text) => {
      await heard(text)
      expect(posted()).toEqual([{ how: 'ephemeral', channel: 'Cfront', user: 'Udesk' }])
      const words = readable(slack.workspace.posted)
      expect(words).toContain('Please delete it')
      for (const secret of ['Maria', '884712', '219-09']) expect(words).not.toContain(secret)
    },
  )

  it.each([
    'Lunch at 12?',
    'Call me at 303-555-0147',
    'Dr. Rivera is in room 3',
    'Great job today team!',
    '',
  ])('talk among colleagues is left alone: %s', async (text) => {
    await heard(text)
    expect(posted()).toEqual([])
  })

  it('a hundred messages a minute earn no complaint', async () => {
    for (let i = 0; i < 100; i++)
      await slack.event({
        type: 'message',
        channel_type: 'channel',
        user: 'Udesk',
        channel: 'Cfront',
        text: 'ok',
        ts: `${i}.0`,
      })
    await slack.settled()
    expect(posted()).toEqual([])
  })
})

it('somebody else’s button opens nobody’s words', async () => {
  await slack.event({
    type: 'message',
    channel_type: 'im',
    user: 'Udesk',
    channel: 'DUdesk',
    text: 'Thank you, Sarah!',
    ts: '1.0',
  })
  await slack.settled()
  const shown = slack.workspace.posted.flatMap(({ blocks }) => blocks)
  const button = buttonIn(shown, 'Change words or details')
  await slack.interact({
    type: 'block_actions',
    user: { id: 'Uother' },
    trigger_id: 'none',
    channel: { id: 'DUother' },
    actions: [{ ...button, action_ts: '9.0' }],
  })
  await slack.settled()
  const theirs = readable(slack.workspace.posted.filter(({ channel }) => channel === 'DUother'))
  expect(theirs).toContain('no words of yours for this')
  expect(theirs).not.toContain('Sarah')
})
