import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawHome } from '../../src/adapters/slack/render/home.ts'
import { drawMessages } from '../../src/adapters/slack/render/message.ts'
import { drawModal } from '../../src/adapters/slack/render/modal.ts'
import { type BlockDraft, Reply } from '../../src/bot/reply.ts'
import { draftForm } from '../../src/skills/check/form.ts'
import { readable, troubleWith } from './block-kit.ts'

type Form = Extract<Reply['blocks'][number], { type: 'form' }>
const parse = (blocks: BlockDraft[]) => Reply.parse({ blocks, summary: 'A reply <with> & signs.' })

const finding = (number: number, text: string): BlockDraft => ({
  type: 'finding',
  number,
  tone: 'stop',
  quote: text,
  says: text,
  why: text,
  instead: text,
  law: [text, text],
})

/** Nothing that Slack would refuse, in messages, home tab and modal. */
function accepted(blocks: BlockDraft[]): string {
  const reply = parse(blocks)
  const messages = drawMessages(reply, () => 'key')
  for (const { text, blocks } of messages)
    expect(troubleWith({ surface: 'message', text, blocks })).toEqual([])
  expect(troubleWith({ surface: 'home', view: drawHome(messages) })).toEqual([])
  const form = parse([draftForm({ text: 'x'.repeat(5000) }, true)]).blocks[0] as Form
  expect(troubleWith({ surface: 'modal', view: drawModal(form, reply.blocks, '{}') })).toEqual([])
  return messages.map(({ blocks }) => readable(blocks)).join('\n')
}

describe('whatever a reply holds, Slack takes it', () => {
  it('50 findings of 3,000 characters', () => {
    const blocks = Array.from({ length: 50 }, (_, index) =>
      finding(index + 1, `${index}`.padEnd(3000, ' word')),
    )
    const drawn = accepted([
      { type: 'verdict', tone: 'stop', title: 'Do not post this', text: 'x'.repeat(3000) },
      ...blocks,
    ])
    expect(drawn).toContain('There is more than fits here')
  })

  it('a draft of 100,000 characters with a mark at the end, which is shown', () => {
    const text = `${'word '.repeat(20_000)}Sarah`
    const marks = [{ start: text.length - 5, end: text.length, finding: 1, tone: 'stop' as const }]
    expect(accepted([{ type: 'marked', text, marks }])).toContain('Sarah')
  })

  it('buttons behind more than fits stay', () => {
    const long = Array.from({ length: 40 }, (_, index) => finding(index + 1, 'word '.repeat(600)))
    const drawn = accepted([
      ...long,
      { type: 'buttons', buttons: [{ action: 'check/open', label: 'Check something else' }] },
    ])
    expect(drawn).toContain('Check something else')
  })

  it('any text in any block', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4000 }),
      fc.string({ unit: 'grapheme', maxLength: 2000 }),
      fc.constant('\ud83d'.repeat(3000)),
      fc.constant('a😀'.repeat(1500)),
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 50 }), (words, count) => {
        accepted([
          { type: 'verdict', tone: 'needs', title: words.slice(0, 150), text: words.slice(0, 3000) },
          { type: 'text', text: words.slice(0, 12_000) },
          { type: 'note', text: words.slice(0, 3000) },
          { type: 'marked', text: words, marks: [{ start: 0, end: 9, finding: 1, tone: 'stop' }] },
          ...Array.from({ length: count }, (_, index) => finding(index + 1, words)),
          { type: 'suggestion', label: words.slice(0, 150), text: words },
          {
            type: 'buttons',
            buttons: Array.from({ length: 25 }, () => ({
              action: 'a/b',
              label: words.slice(0, 75),
              value: words.slice(0, 2000),
            })),
          },
          {
            type: 'buttons',
            buttons: Array.from({ length: Math.max(1, count % 25) }, (_, index) => ({
              action: `a/${index % 7}`,
              label: words.slice(index, index + 75),
              value: words.slice(0, count * 4),
              more: index > 0,
              does: index === 3 ? ('copy' as const) : ('send' as const),
            })),
          },
          {
            type: 'form',
            form: 'a/b',
            title: words.slice(0, 150) || 'x',
            submit: words.slice(0, 75),
            fields: [
              {
                name: 'x',
                label: words.slice(0, 150),
                hint: words.slice(0, 300),
                type: 'choice',
                options: [{ value: words.slice(0, 150), label: words.slice(0, 75) }],
              },
              { name: 'y', label: words.slice(0, 150), type: 'longtext', initial: words },
            ],
          },
        ])
      }),
      { numRuns: 60 },
    )
  })
})
