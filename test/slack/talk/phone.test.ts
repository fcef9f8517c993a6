import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawMessages } from '../../../src/adapters/slack/render/message.ts'
import { type BlockDraft, type ButtonDraft, Reply } from '../../../src/bot/reply.ts'
import { readable, troubleWith } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'
import { buttonIn, pressInChannel } from './presses.ts'

/** A verdict as somebody reads it on a phone. */
const finding = (number: number): BlockDraft => ({
  type: 'finding',
  number,
  tone: 'stop',
  quote: `quote-${number}`,
  says: `says-${number}`,
  why: `why-${number}`,
  instead: `instead-${number}`,
  law: [`law-${number}`],
})
const VERDICT: BlockDraft = { type: 'verdict', tone: 'stop', title: 'Do not post this', text: 'See below.' }
const choices = (count: number, value = (index: number) => `check=1&kind=${index}`): BlockDraft => ({
  type: 'buttons',
  buttons: [
    ...Array.from({ length: count }, (_, index) => ({
      action: 'check/correct',
      label: `It is ${index}`,
      value: value(index),
    })),
    { action: 'check/change', label: 'Change words', value: 'check=1' },
  ],
})
const draw = (...blocks: BlockDraft[]) => {
  const messages = drawMessages(Reply.parse({ blocks, summary: 'A reply.' }), () => 'key')
  for (const { text, blocks } of messages)
    expect(troubleWith({ surface: 'message', text, blocks })).toEqual([])
  return messages.flatMap(({ blocks }) => blocks)
}
const elements = (...blocks: BlockDraft[]) =>
  draw(...blocks).flatMap((block) => (block.type === 'actions' ? block.elements : []))
const types = (...blocks: BlockDraft[]) => elements(...blocks).map(({ type }) => type)

describe('many findings', () => {
  it('say what and what instead each, and why only the first three', () => {
    const words = readable(draw(VERDICT, ...[1, 2, 3, 4, 5, 6].map(finding)))
    for (const number of [1, 2, 3, 4, 5, 6])
      for (const part of ['quote', 'says', 'instead']) expect(words).toContain(`${part}-${number}`)
    for (const part of ['why', 'law']) {
      expect(words).toContain(`${part}-3`)
      expect(words).not.toContain(`${part}-4`)
    }
  })

  it('up to four are told in full', () => {
    expect(readable(draw(VERDICT, ...[1, 2, 3, 4].map(finding)))).toContain('why-4')
  })
})

describe('buttons that say the same thing differently', () => {
  it('are one choice under a verdict, and the others stay buttons', () => {
    expect(types(VERDICT, choices(3))).toEqual(['static_select', 'button'])
    expect(elements(VERDICT, choices(3))[0]).toMatchObject({
      options: [
        { value: 'check/correct check=1&kind=0' },
        { value: 'check/correct check=1&kind=1' },
        { value: 'check/correct check=1&kind=2' },
      ],
    })
  })

  it.each([
    ['are two', [VERDICT, choices(2)], 3],
    ['answer a question', [{ type: 'text', text: 'Was it a photo?' } as const, choices(3)], 4],
    ['carry more than an option takes', [VERDICT, choices(3, (index) => `${index}`.repeat(200))], 4],
    ['carry the same', [VERDICT, choices(3, () => 'same')], 4],
  ])('stay buttons where they %s', (_why, blocks, count) => {
    expect(types(...blocks)).toEqual(Array(count).fill('button'))
  })
})

describe('buttons behind “More…”', () => {
  const button = (label: string, more: Partial<ButtonDraft> = {}) => ({
    action: `a/${label}`,
    label,
    ...more,
  })
  const hidden = (count: number, more: Partial<ButtonDraft> = {}) =>
    Array.from({ length: count }, (_, index) => button(`m${index}`, { more: true, value: 'x', ...more }))
  const row = (...buttons: ButtonDraft[]): BlockDraft => ({ type: 'buttons', buttons })
  const labels = (...blocks: BlockDraft[]) =>
    elements(...blocks).map((one) =>
      one.type === 'button'
        ? one.text.text
        : `${one.type}: ${'options' in one ? one.options?.map(({ text }) => text.text) : ''}`,
    )

  it.each([
    ['a menu beside those in sight', hidden(3), ['one', 'overflow: m0,m1,m2']],
    ['as many as a menu takes', hidden(5), ['one', 'overflow: m0,m1,m2,m3,m4']],
    ['the first stand beside a full menu', hidden(6), ['one', 'm0', 'overflow: m1,m2,m3,m4,m5']],
    ['very many are a list', hidden(9), ['one', `static_select: ${hidden(9).map(({ label }) => label)}`]],
    ['one alone is a button', hidden(1), ['one', 'm0']],
    [
      'what an option cannot carry is a button',
      [...hidden(2), button('long', { more: true, value: 'x'.repeat(150) })],
      ['one', 'long', 'overflow: m0,m1'],
    ],
    [
      'words to copy are a button, however short',
      [...hidden(2), button('Copy', { more: true, value: 'hi', does: 'copy' })],
      ['one', 'Copy', 'overflow: m0,m1'],
    ],
    [
      'of two that carry the same one is a button',
      [...hidden(2), button('m0', { more: true, value: 'x' })],
      ['one', 'm0', 'overflow: m0,m1'],
    ],
  ])('are %s', (_how, more, shown) => {
    expect(labels(row(button('one'), ...more))).toEqual(shown)
  })

  it('under a verdict what it was taken for is a list of its own, below them', () => {
    const corrections = hidden(3).map((one, index) => ({
      ...one,
      action: 'check/correct',
      value: `${index}`,
    }))
    expect(labels(VERDICT, row(button('one'), ...hidden(2), ...corrections))).toEqual([
      'one',
      'overflow: m0,m1',
      'static_select: m0,m1,m2',
    ])
  })
})

describe('in a workspace', () => {
  let slack: SlackRunning
  beforeEach(async () => {
    slack = await openSlack()
  })
  afterEach(async () => {
    expect(slack.workspace.mistakes).toEqual([])
    await slack.close()
  })

  it('what is chosen under “…” does what its button would, and so it does a second time', async () => {
    await slack.command('/check', 'Our laser is 100% painless.', { channel_id: 'DUdesk' })
    await slack.settled()
    const shown = slack.workspace.posted.flatMap(({ blocks }) => blocks)
    const found = buttonIn(shown, 'Not a problem')
    expect(found.type).toBe('overflow')
    for (const times of [1, 2]) {
      await slack.interact({
        ...pressInChannel('Udesk', found, { channel: { id: 'DUdesk' } }),
        trigger_id: slack.workspace.trigger('Udesk'),
      })
      await slack.settled()
      expect(slack.workspace.modals).toHaveLength(times)
      expect(readable(slack.workspace.modals.at(-1)?.view)).toContain('Which one is it about?')
    }
  })

  it('choosing what it really is gets the answer for that', async () => {
    await slack.command('/check', 'Our laser is 100% painless.', { channel_id: 'DUdesk' })
    await slack.settled()
    const picks = slack.workspace.posted
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    const pick = picks.find(({ type }) => type === 'static_select')
    if (pick?.type !== 'static_select') throw new Error('nothing to choose from')
    const { action_id } = pick
    const selected_option = pick.options?.find(({ text }) => text.text === 'It is a private message')
    await slack.interact({
      type: 'block_actions',
      user: { id: 'Udesk' },
      trigger_id: 'none',
      channel: { id: 'DUdesk' },
      container: { type: 'message', message_ts: '1.0', channel_id: 'DUdesk' },
      actions: [{ type: 'static_select', action_id, selected_option, action_ts: '2.0' }],
    })
    await slack.settled()
    expect(readable(slack.workspace.posted.at(-1)?.blocks)).toContain(
      'Read as a private message, as you told me.',
    )
  })
})
