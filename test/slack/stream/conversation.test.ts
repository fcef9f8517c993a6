import { afterEach, expect, it } from 'vitest'
import { createClaude } from '../../../src/adapters/claude/claude.ts'
import { systemClock } from '../../../src/adapters/clock/clock.ts'
import { BROKEN_OFF } from '../../../src/skills/ask/written/copy.ts'
import { openService, type Turn } from '../../claude/service.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { openSlack } from '../running.ts'
import { asks, FIRST, INVENTED, read, SECOND, streamed, THIRD } from './asking.ts'

/** Slack at one end and Claude at the other, both on loopback, and everything of ours between them. */
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
async function opened(...turns: Turn[]) {
  const service = await openService(...turns)
  const { log, logged } = fakePorts()
  const claude = createClaude({ apiKey: 'sk-ant-test-key', baseUrl: service.url, clock: systemClock(), log })
  const slack = await openSlack({ model: claude })
  closing.push(() => service.close(), slack.close)
  return { service, claude, slack, logged: () => logged() + slack.ports.logged() }
}
const QUESTION = 'Can I repost the story of our patient Xiomara Quillfeather, MRN 884213, on Instagram?'
const WHO = ['Xiomara', 'Quillfeather', '884213']

it('a question that names somebody is answered sentence by sentence, and nobody is named anywhere', async () => {
  const more = Promise.withResolvers<void>()
  const says = { claims: [FIRST, INVENTED, SECOND] }
  const { service, slack, logged } = await opened({
    says,
    streamed: { after: 1700, piece: 40, waits: more.promise },
  })
  const { workspace } = slack
  await asks(slack, QUESTION)
  // The first sentence can be read while the service has not yet said the rest.
  await expect.poll(() => workspace.posted[0]?.text).toBe(FIRST.says)
  expect(workspace.streams.open()).toBe(1)
  more.resolve()
  await slack.settled()
  expect(workspace.posted.map(({ how, text }) => [how, text])).toEqual([
    ['stream', `${FIRST.says} ${SECOND.says}`],
  ])
  expect(workspace.streams.open()).toBe(0)
  expect(read(slack)).toContain('What to do: Ask for the signed form')
  expect(read(slack)).toContain('Where this stands')
  expect(service.calls).toHaveLength(1)
  expect(service.mistakes).toEqual([])
  for (const word of WHO) {
    expect(service.calls[0]?.raw).not.toContain(word)
    expect(logged()).not.toContain(word)
    expect(JSON.stringify(workspace.calls)).not.toContain(word)
    expect(JSON.stringify(slack.ports.remarks)).not.toContain(word)
  }
  expect(workspace.mistakes).toEqual([])
})

it('a service that hangs when Chaperone is told to stop: what was read ends honestly', async () => {
  const says = { claims: [FIRST, SECOND] }
  const { claude, slack, logged } = await opened({
    says,
    streamed: { after: 1700, piece: 40, ending: 'hangs' },
  })
  const { workspace } = slack
  await asks(slack, QUESTION)
  await expect.poll(() => workspace.posted[0]?.text).toBe(FIRST.says)
  claude.stop()
  await slack.stop()
  expect(workspace.posted).toHaveLength(1)
  expect(workspace.streams.open()).toBe(0)
  expect(read(slack)).toContain(BROKEN_OFF)
  expect(read(slack)).toContain('No, not without that patient')
  for (const word of WHO) expect(logged()).not.toContain(word)
})

it('two people in two threads: each reads their own answer', async () => {
  const answers = [
    [FIRST, SECOND],
    [FIRST, THIRD],
  ]
  const { slack } = await opened(...answers.map((claims) => ({ says: { claims }, streamed: { piece: 9 } })))
  await asks(slack)
  await expect.poll(() => slack.workspace.posted.length).toBe(1)
  await asks(slack, 'Can I repost a patient story?', {
    user: 'Uother',
    channel: 'DUother',
    thread_ts: '98.0',
  })
  await slack.settled()
  expect(slack.workspace.posted.map(({ channel, thread, text }) => ({ channel, thread, text }))).toEqual([
    { channel: 'DUdesk', thread: '99.0', text: `${FIRST.says} ${SECOND.says}` },
    { channel: 'DUother', thread: '98.0', text: `${FIRST.says} ${THIRD.says}` },
  ])
})

it('without a model nothing is streamed', async () => {
  const slack = await openSlack()
  closing.push(slack.close)
  await asks(slack, QUESTION)
  await slack.settled()
  expect(streamed(slack)).toEqual([])
  expect(slack.workspace.posted.map(({ how }) => how)).toEqual(['message'])
})
