import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readable } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'
import { buttonIn, pressInChannel } from './presses.ts'

/** What everybody in a channel gets to see, by choice. */
const SHARE = 'Share the advice here, without my words'
const DRAFT =
  'Thank you, Sarah Kowalski, for coming in on Tuesday! Your veneers look great. Call 303-555-0199.'

let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack()
  slack.workspace.joined.add('Cfront')
})
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})

async function check(text = DRAFT, more: Record<string, string> = {}) {
  await slack.command('/check', text, { channel_id: 'Cfront', ...more })
  await slack.settled()
  return slack.workspace.posted.at(-1)?.blocks ?? []
}
const everybody = () => slack.workspace.posted.filter(({ how }) => how === 'message')

describe('shared with a channel', () => {
  it('is what the rules say, with no word of the draft and without who asked', async () => {
    const button = buttonIn(await check(), SHARE)
    expect(everybody()).toEqual([])
    await slack.interact(pressInChannel('Udesk', button))
    await slack.settled()
    const [shared] = everybody()
    expect(everybody()).toHaveLength(1)
    expect(shared).toMatchObject({ channel: 'Cfront', user: undefined })
    const raw = JSON.stringify(shared)
    for (const secret of ['Sarah', 'Kowalski', 'Tuesday', 'veneer', '303', '0199', 'Udesk', 'look great'])
      expect(raw).not.toContain(secret)
    const words = readable(shared)
    expect(words).toContain('I said: Do not post this.')
    expect(words).toContain('Instead:')
  })

  it('holds nothing but sentences that are the same for every draft', async () => {
    const shared: string[] = []
    for (const [name, day] of [
      ['Sarah', 'Tuesday'],
      ['Brenda', 'Friday'],
    ]) {
      const button = buttonIn(await check(`reply: Thank you, ${name}, for coming in on ${day}!`), SHARE)
      await slack.interact(pressInChannel('Udesk', button))
      await slack.settled()
      shared.push(readable(everybody().at(-1)?.blocks))
    }
    expect(shared[0]).toBe(shared[1])
  })

  it('stands in the thread in which somebody asked', async () => {
    const button = buttonIn(await check(), SHARE)
    const container = { type: 'message', message_ts: '8.0', thread_ts: '7.0', is_ephemeral: true }
    await slack.interact(pressInChannel('Udesk', button, { container }))
    await slack.settled()
    expect(everybody()).toMatchObject([{ channel: 'Cfront', thread: '7.0' }])
  })

  it('is never an answer through the command’s own address, which can show the command to everybody', async () => {
    const button = buttonIn(await check(), SHARE)
    const response_url = slack.workspace.responseUrl('Cfront', 'Udesk')
    const before = slack.workspace.posted.length
    await slack.interact(pressInChannel('Udesk', button, { response_url }))
    await slack.settled()
    expect(slack.workspace.posted.slice(before)).toMatchObject([{ how: 'message' }])
  })

  it('is posted once, however often the press arrives', async () => {
    const press = pressInChannel('Udesk', buttonIn(await check(), SHARE))
    await Promise.all([slack.interact(press), slack.interact(press), slack.interact(press)])
    await slack.settled()
    expect(everybody()).toHaveLength(1)
  })

  it('where the app is no member is posted nowhere, and whoever pressed is told how', async () => {
    slack.workspace.joined.clear()
    const button = buttonIn(await check(), SHARE)
    const response_url = slack.workspace.responseUrl('Cfront', 'Udesk')
    await slack.interact(pressInChannel('Udesk', button, { response_url }))
    await slack.settled()
    expect(everybody()).toEqual([])
    expect(readable(slack.workspace.posted.at(-1))).toContain(
      'I posted nothing. Write /invite @chaperone here',
    )
  })
})

describe('nothing is shared', () => {
  it('by somebody else’s button: it holds no words, and opens none', async () => {
    const button = buttonIn(await check(), SHARE)
    await slack.interact(pressInChannel('Unurse', button))
    await slack.settled()
    expect(everybody()).toEqual([])
    expect(slack.workspace.posted.at(-1)).toMatchObject({ how: 'ephemeral', user: 'Unurse' })
  })

  it('after the hour in which the words were kept', async () => {
    const button = buttonIn(await check(), SHARE)
    slack.ports.wait(61 * 60_000)
    await slack.interact(pressInChannel('Udesk', button))
    await slack.settled()
    expect(everybody()).toEqual([])
    expect(readable(slack.workspace.posted.at(-1))).toContain('nothing left to share')
  })

  it.each([
    ['in a direct message', DRAFT, { channel_id: 'DUdesk' }],
    ['of a draft in which nothing was found', 'reply: Thank you for the kind words!', {}],
    ['of a draft that could not be read', '谢谢您的光临', {}],
  ])('%s: there is no such button', async (_where, text, more) => {
    const blocks = await check(text, more)
    expect(blocks.length).toBeGreaterThan(2)
    expect(() => buttonIn(blocks, SHARE)).toThrow('no button')
  })
})
