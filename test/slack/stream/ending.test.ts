import { afterEach, describe, expect, it } from 'vitest'
import { Event } from '../../../src/bot/event.ts'
import type { Growing } from '../../../src/bot/ports.ts'
import { Reply, type ReplyDraft } from '../../../src/bot/reply.ts'
import { openSlack, type SlackRunning } from '../running.ts'
import { asks, read, streamed } from './asking.ts'

let slack: SlackRunning
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})

/** What somebody in the app's thread is told by this, in place of the hall. */
async function told(
  tell: (growing: Growing) => Promise<void>,
  before: (slack: SlackRunning) => void = () => {},
) {
  const done = Promise.withResolvers<void>()
  slack = await openSlack({}, () => async (event, platform) => {
    const growing = platform.open?.(Event.parse(event))
    if (!growing) throw new Error('nothing grows in a thread')
    await tell(growing).then(done.resolve, done.reject)
    return 'answered'
  })
  before(slack)
  await asks(slack)
  await done.promise
  return slack.workspace.posted
}
const reply = (...blocks: ReplyDraft['blocks']) => Reply.parse({ blocks, summary: 'An answer.' })
const text = (words: string) => ({ type: 'text' as const, text: words })
const until = async (true_: () => boolean) => {
  while (!true_()) await new Promise((resolve) => setTimeout(resolve, 2))
}

describe('a message that grew', () => {
  it('goes on in messages of its own where it is longer than one', async () => {
    const paragraphs = Array.from({ length: 9 }, (_, n) => text(`${n} ${'word '.repeat(550)}end${n}`))
    const posted = await told(async (growing) => {
      growing.add('First.')
      expect(await growing.end(reply(text('First. Second.'), ...paragraphs))).toBe(true)
    })
    expect(posted.map(({ how }) => how)).toEqual(['stream', 'message', 'message'])
    expect(posted.every(({ thread, channel }) => thread === '99.0' && channel === 'DUdesk')).toBe(true)
    const said = read(slack)
    for (let n = 0; n < 9; n++) expect(said.split(`end${n}`)).toHaveLength(2)
  })

  it('grows no longer than Slack lets it, and loses nothing', async () => {
    const words = Array.from({ length: 4 }, (_, n) => `${'** '.repeat(900)}end${n} `)
    const posted = await told(async (growing) => {
      for (const [n, one] of words.entries()) {
        growing.add(one)
        await until(() => streamed(slack).length > Math.min(n, 1))
        await new Promise((resolve) => setImmediate(resolve))
      }
      expect(await growing.end(reply(text(words.join('')), text('The end.')))).toBe(true)
    })
    expect(posted[0]?.how).toBe('stream')
    expect(posted[0]?.text.length).toBeLessThanOrEqual(12_000)
    expect(slack.ports.logged()).not.toContain('slack_stream')
    const said = read(slack)
    for (let n = 0; n < 4; n++) expect(said.split(`end${n}`)).toHaveLength(2)
    expect(said).toContain('The end.')
  })

  it.each(['ends', 'has to be changed'])(
    'and %s otherwise than it began keeps how it began on top',
    async (how) => {
      const before = ({ workspace }: SlackRunning) => {
        if (how !== 'ends') workspace.fail('chat.stopStream', { error: 'msg_too_long' })
      }
      const posted = await told(async (growing) => {
        growing.add('First.')
        await until(() => slack.workspace.posted.length > 0)
        expect(await growing.end(reply(text('Something went wrong.')))).toBe(true)
      }, before)
      expect(posted).toHaveLength(1)
      expect(read(slack).trim()).toBe('First. Something went wrong.')
    },
  )

  it('ends once, and nothing is added after that', async () => {
    await told(async (growing) => {
      growing.add('First.')
      expect(await growing.end(reply(text('First.')))).toBe(true)
      growing.add(' Late.')
      expect(await growing.end(reply(text('First. Late.')))).toBe(false)
    })
    expect(read(slack).trim()).toBe('First.')
    expect(streamed(slack)).toEqual(['startStream', 'stopStream'])
  })

  it('is none where nothing was added', async () => {
    await told(async (growing) => {
      expect(await growing.end(reply(text('First.')))).toBe(false)
    })
    expect(slack.workspace.posted).toEqual([])
    expect(streamed(slack)).toEqual([])
  })
})
