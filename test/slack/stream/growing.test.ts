import { afterEach, describe, expect, it } from 'vitest'
import { BROKEN_OFF, UNAVAILABLE } from '../../../src/skills/ask/written/copy.ts'
import { readable } from '../block-kit.ts'
import type { SlackRunning } from '../running.ts'
import type { Trouble } from '../workspace.ts'
import {
  asks,
  claim,
  FIRST,
  INVENTED,
  openTalk,
  QUESTION,
  QUOTE,
  read,
  SAID,
  SECOND,
  streamed,
  type Talk,
  THIRD,
  wholeAnswer,
} from './asking.ts'

let slack: SlackRunning
const opened = async (talk?: Talk) => {
  slack = await openTalk(talk)
  return slack
}
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})
const posted = () => slack.workspace.posted
const hows = () => posted().map(({ how }) => how)
const texts = (how: string) => posted().filter((one) => one.how === how)
const times = (words: string) => read(slack).split(words).length - 1
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('in the app’s own thread an answer grows', () => {
  it('sentence by sentence, and ends as the whole answer would', async () => {
    const seen: string[] = []
    await opened({ between: () => void seen.push(posted()[0]?.text ?? '') })
    await asks(slack)
    await slack.settled()
    expect(seen).toEqual([
      FIRST.says,
      `${FIRST.says} ${SECOND.says}`,
      `${FIRST.says} ${SECOND.says} ${THIRD.says}`,
    ])
    expect(streamed(slack)).toEqual(['startStream', 'appendStream', 'appendStream', 'stopStream'])
    expect(hows()).toEqual(['stream'])
    expect(posted()[0]).toMatchObject({ channel: 'DUdesk', thread: '99.0' })
    expect(slack.workspace.streams.open()).toBe(0)
    expect(squeezed(read(slack))).toBe(squeezed(await wholeAnswer()))
    expect(slack.replies).toHaveLength(1)
    for (const words of ['What to do: Ask for the signed form', QUOTE, '45 CFR 164.508(a)(3)', 'Not helpful'])
      expect(read(slack)).toContain(words)
  })

  it('with nothing in it that does not hold', async () => {
    await opened({ claims: [INVENTED, FIRST, INVENTED, THIRD], calls: [0, 1, 1, 2] })
    await asks(slack)
    await slack.settled()
    expect(texts('stream')[0]?.text).toBe(`${FIRST.says} ${THIRD.says}`)
    expect(JSON.stringify(slack.workspace.calls)).not.toContain('just ask in a message')
  })

  it('and a word of the model neither calls anybody nor leads anywhere', async () => {
    const sly = claim('A repost on evil.example is your own disclosure & needs :form: ~~ (never less).')
    await opened({ claims: [FIRST, sly] })
    await asks(slack)
    await slack.settled()
    // The workspace looks for what Slack would act on, and it all stands there to be read.
    expect(texts('stream')[0]?.text).toBe(`${FIRST.says} ${sly.says}`)
  })

  it('what comes while Slack takes its time goes with the end', async () => {
    const begun = Promise.withResolvers<void>()
    await opened({
      calls: [1, 1, 1],
      between: (_, said) => (said === SAID.length ? begun.resolve() : undefined),
    })
    slack.workspace.fail('chat.startStream', { waits: begun.promise })
    await asks(slack)
    await slack.settled()
    expect(streamed(slack)).toEqual(['startStream', 'stopStream'])
    expect(texts('stream')[0]?.text).toBe(SAID.map(({ says }) => says).join(' '))
    expect(squeezed(read(slack))).toBe(squeezed(await wholeAnswer()))
  })

  it('and where nothing holds, the reviewed article is the answer, in a message as ever', async () => {
    await opened({ claims: [INVENTED], calls: [0] })
    await asks(slack)
    await slack.settled()
    expect(streamed(slack)).toEqual([])
    expect(hows()).toEqual(['message'])
    expect(read(slack)).toContain('No, not without that patient')
  })

  it('its buttons work, and the next question goes on from it', async () => {
    await opened()
    await asks(slack)
    await slack.settled()
    await asks(slack, 'And on TikTok?')
    await slack.settled()
    expect(hows()).toEqual(['stream', 'stream'])
    await slack.interact({
      type: 'block_actions',
      user: { id: 'Udesk' },
      trigger_id: slack.workspace.trigger('Udesk'),
      channel: { id: 'DUdesk' },
      message: { ts: '100.0', thread_ts: '99.0' },
      actions: [{ action_id: 'ask/not-helpful|2', value: '', action_ts: '9.0' }],
    })
    await slack.settled()
    expect(readable(posted().at(-1))).toContain('Thank you for telling me')
    expect(slack.ports.remarks.map(({ sort }) => sort)).toEqual(['asked', 'asked', 'not_helpful'])
  })

  it('once, however often Slack sends the question', async () => {
    await opened()
    await Promise.all(Array.from({ length: 4 }, () => asks(slack, QUESTION, { ts: '7.0' }, 'EvOnce')))
    await slack.settled()
    await asks(slack, QUESTION, { ts: '7.0' }, 'EvOnce')
    await slack.settled()
    expect(streamed(slack).filter((one) => one === 'startStream')).toHaveLength(1)
    expect(posted()).toHaveLength(1)
    expect(slack.ports.remarks).toHaveLength(1)
  })
})

describe('an answer that breaks off', () => {
  it.each(['down', 'slow', 'refused', 'invalid'] as const)(
    'because it is %s says so below what was shown',
    async (ends) => {
      await opened({ claims: [FIRST], ends })
      await asks(slack)
      await slack.settled()
      expect(streamed(slack)).toEqual(['startStream', 'stopStream'])
      expect(posted()).toHaveLength(1)
      const said = read(slack)
      const order = [
        FIRST.says,
        BROKEN_OFF,
        'No, not without that patient',
        'What to do:',
        'Where this stands',
        'Not helpful',
      ]
      const places = order.map((words) => said.indexOf(words))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places[0]).toBeGreaterThan(-1)
      expect(slack.workspace.streams.open()).toBe(0)
    },
  )

  it('before anything was shown is the article, as it always was', async () => {
    await opened({ claims: [INVENTED], ends: 'down', calls: [0] })
    await asks(slack)
    await slack.settled()
    expect(hows()).toEqual(['message'])
    expect(read(slack)).toContain(UNAVAILABLE)
  })
})

describe('an answer comes whole, as ever', () => {
  const ask: Record<string, () => Promise<unknown>> = {
    'in a conversation without a thread': () => asks(slack, QUESTION, { thread_ts: undefined }),
    'to a mention in a channel, seen by one person': () => {
      slack.workspace.joined.add('Cfront')
      const text = `<@UCHAPERONE> ${QUESTION}`
      return slack.event({
        type: 'app_mention',
        user: 'Udesk',
        channel: 'Cfront',
        text,
        ts: '1.0',
        thread_ts: '1.0',
      })
    },
    'to a command': () => slack.command('/ask', QUESTION, { channel_id: 'DUdesk' }),
    'to a question that brings a draft': () =>
      asks(
        slack,
        'Are we allowed by law to repost this story: "Thank you, so glad your lips healed so well!"?',
      ),
  }
  it.each(Object.keys(ask))('%s', async (where) => {
    await opened()
    await ask[where]?.()
    await slack.settled()
    expect(streamed(slack)).toEqual([])
    expect(posted().length).toBeGreaterThan(0)
    expect(hows()).not.toContain('stream')
  })
})

/** Whatever goes wrong with a call, everything that was to be said stands there once. */
async function saysItOnce(): Promise<void> {
  const whole = await wholeAnswer()
  expect(squeezed(read(slack))).toBe(squeezed(whole))
  for (const { says } of SAID) expect(times(says), says).toBe(1)
  expect(posted()).toHaveLength(1)
  expect(slack.workspace.streams.open()).toBe(0)
}

const REFUSED = (error: string): [string, Trouble] => [error, { error }]
const STUMBLES: [string, Trouble][] = [
  ['a limit', { status: 429, retryAfter: 1 }],
  ['a stumble', { status: 500 }],
]

describe('where Slack will not have it, there is one answer all the same', () => {
  it.each([
    ...['unknown_method', 'missing_scope', 'channel_type_not_supported', 'not_in_channel', 'fatal_error'].map(
      REFUSED,
    ),
    ...STUMBLES,
  ])('it does not begin: %s', async (_, trouble) => {
    await opened({ calls: [1, 1, 1] })
    slack.workspace.fail('chat.startStream', trouble)
    await asks(slack)
    await slack.settled()
    expect(streamed(slack).slice(1)).toEqual([])
    expect(hows()).toEqual(['message'])
    await saysItOnce()
    expect(slack.ports.logged()).toContain('slack_stream')
    expect(slack.ports.logged()).not.toContain('disclosure')
  })

  it.each([
    ...['message_not_in_streaming_state', 'stopped_by_user', 'msg_too_long', 'fatal_error'].map(REFUSED),
    ...STUMBLES,
    ['an answer that was lost', { lost: true }] as [string, Trouble],
  ])('it does not go on: %s', async (_, trouble) => {
    await opened({ calls: [1, 2, 2] })
    slack.workspace.fail('chat.appendStream', trouble)
    await asks(slack)
    await slack.settled()
    expect(hows()).toEqual(['stream'])
    await saysItOnce()
    expect(slack.ports.logged()).not.toContain('disclosure')
  })

  it.each([
    ...['message_not_in_streaming_state', 'stopped_by_user', 'invalid_blocks', 'fatal_error'].map(REFUSED),
    ...STUMBLES,
    ['an answer that was lost', { lost: true }] as [string, Trouble],
  ])('it does not end: %s', async (_, trouble) => {
    await opened()
    slack.workspace.fail('chat.stopStream', trouble)
    await asks(slack)
    await slack.settled()
    expect(hows()).toEqual(['stream'])
    await saysItOnce()
  })

  it('Slack closes it in the middle, or somebody presses Stop', async () => {
    await opened({
      calls: [1, 2, 2],
      between: ({ workspace }, said) => (said === 1 ? workspace.streams.cutOff() : undefined),
    })
    await asks(slack)
    await slack.settled()
    expect(streamed(slack).slice(0, 2)).toEqual(['startStream', 'appendStream'])
    await saysItOnce()
  })

  it('neither end nor change: the whole answer is a message of its own', async () => {
    await opened()
    slack.workspace.fail('chat.stopStream', { error: 'msg_too_long' })
    slack.workspace.fail('chat.update', { error: 'cant_update_message' })
    await asks(slack)
    await slack.settled()
    expect(hows()).toEqual(['stream', 'message'])
    expect(squeezed(readable(posted()[1]?.blocks))).toBe(squeezed(await wholeAnswer()))
    expect(slack.workspace.streams.open()).toBe(0)
  })

  it('nothing at all: the question is free for a retry, which is answered whole', async () => {
    await opened()
    const { fail } = slack.workspace
    fail('chat.stopStream', { error: 'msg_too_long' }, { error: 'fatal_error' })
    fail('chat.update', { error: 'msg_too_long' })
    fail('chat.postMessage', { error: 'msg_too_long' })
    await asks(slack, QUESTION, {}, 'EvAgain')
    await slack.settled()
    expect(slack.ports.logged()).toContain('delivery_failed')
    await asks(slack, QUESTION, {}, 'EvAgain')
    await slack.settled()
    expect(texts('stream')).toHaveLength(2)
    expect(readable(posted()[1])).toContain('What to do:')
    expect(slack.ports.logged()).not.toContain('disclosure')
  })
})
