import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../src/adapters/teams/deliver.ts'
import { drawDialog } from '../../src/adapters/teams/render/card.ts'
import { type BlockDraft, Reply } from '../../src/bot/reply.ts'
import { draftForm } from '../../src/skills/check/form.ts'
import { readable, troubleWith } from './cards.ts'

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

/** Nothing that Teams would refuse, in the chat and in a dialog. */
function accepted(blocks: BlockDraft[]): string {
  const reply = parse(blocks)
  const messages = messagesOf(reply)
  for (const message of messages) expect(troubleWith(message)).toEqual([])
  expect(troubleWith(drawDialog([reply, reply]).card)).toEqual([])
  return readable(messages)
}

describe('whatever a reply holds, Teams takes it', () => {
  it('50 findings of 3,000 characters', () => {
    const blocks = Array.from({ length: 50 }, (_, index) =>
      finding(index + 1, `${index}`.padEnd(3000, ' 言葉')),
    )
    const drawn = accepted([
      { type: 'verdict', tone: 'stop', title: 'Do not post this', text: 'x'.repeat(3000) },
      ...blocks,
    ])
    expect(drawn).toContain('Do not post this')
    expect(drawn).toContain('There is more than fits here')
  })

  it('a draft of 100,000 characters with a mark at the end, which is shown', () => {
    const text = `${'word '.repeat(20_000)}Sarah`
    const marks = [{ start: text.length - 5, end: text.length, finding: 1, tone: 'stop' as const }]
    expect(accepted([{ type: 'marked', text, marks }])).toContain('Sarah')
  })

  it('a thousand marks', () => {
    const marks = Array.from({ length: 1000 }, (_, at) => ({
      start: at * 3,
      end: at * 3 + 2,
      finding: at + 1,
      tone: 'stop' as const,
    }))
    expect(accepted([{ type: 'marked', text: 'ab '.repeat(1000), marks }])).toContain('[1]')
  })

  it('ten thousand lines', () => {
    expect(accepted([{ type: 'text', text: 'a\n'.repeat(5000) }])).toContain('a')
  })

  it('25 buttons that carry 2,000 characters each, none of them lost', () => {
    const buttons = Array.from({ length: 25 }, (_, index) => ({
      action: 'check/draft',
      label: `Button ${index}.`,
      value: '語"'.repeat(1000),
    }))
    const drawn = accepted([{ type: 'buttons', buttons }])
    for (const { label } of buttons.slice(0, 3)) expect(drawn).toContain(label)
  })

  it('25 buttons that carry 2,000 characters each behind “More…”, none of them lost', () => {
    const buttons = Array.from({ length: 25 }, (_, index) => ({
      action: 'check/draft',
      label: `Button ${index}.`,
      value: index > 12 ? 'short' : '語"'.repeat(1000),
      more: index > 0,
    }))
    const drawn = accepted([{ type: 'buttons', buttons }])
    expect(drawn).toContain('More…')
    for (const { label } of [...buttons.slice(0, 3), ...buttons.slice(13, 16)]) expect(drawn).toContain(label)
  })

  it('what is behind “More…” stays with it behind more than fits', () => {
    const long = Array.from({ length: 60 }, (_, index) => finding(index + 1, 'word '.repeat(600)))
    const button = (label: string, more = true) => ({ action: 'check/open', label, value: label, more })
    const hidden = Array.from({ length: 9 }, (_, index) => button(`It is number ${index}`))
    const drawn = accepted([
      ...long,
      { type: 'buttons', buttons: [button('Check another', false), ...hidden] },
    ])
    for (const { label } of hidden) expect(drawn).toContain(label)
  })

  it('buttons behind more than fits stay', () => {
    const long = Array.from({ length: 60 }, (_, index) => finding(index + 1, 'word '.repeat(600)))
    const row: BlockDraft = { type: 'buttons', buttons: [{ action: 'check/open', label: 'Check another' }] }
    expect(accepted([...long, row])).toContain('Check another')
  })

  it('a form of 40 fields with 100 options each: the button that sends it stays', () => {
    const options = Array.from({ length: 100 }, (_, index) => ({
      value: `${index}`.padEnd(150, 'v'),
      label: `${index}`.padEnd(75, 'l'),
    }))
    const fields = Array.from({ length: 40 }, (_, index) => ({
      name: `f${index}`.padEnd(100, 'n'),
      label: 'word '.repeat(30),
      hint: 'hint '.repeat(60),
      type: 'choices' as const,
      options,
      required: index === 39,
    }))
    const drawn = accepted([{ type: 'form', form: 'a/b', title: 'Long', submit: 'Send it', fields }])
    expect(drawn).toContain('Send it')
  })

  it('a draft that is longer than its box takes: it says so', () => {
    const drawn = accepted([draftForm({ text: 'word '.repeat(5000) }, true)])
    expect(drawn).toContain('Your words are longer than this box takes')
  })

  it('any text in any block', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4000 }),
      fc.string({ unit: 'grapheme', maxLength: 2000 }),
      fc.constant('\ud83d'.repeat(3000)),
      fc.constant('a😀'.repeat(1500)),
      fc.constant('"\\\n'.repeat(1000)),
      fc.constant('{{{DATE(2017-02-14T06:08:39Z,SHORT)}} <at>Everyone</at> [x](https://evil.example)'),
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (words, count) => {
        const short = words.slice(0, 70)
        accepted([
          { type: 'verdict', tone: 'needs', title: words.slice(0, 150), text: words.slice(0, 3000) },
          { type: 'text', text: words.slice(0, 12_000) },
          { type: 'note', text: words.slice(0, 3000) },
          { type: 'marked', text: words, marks: [{ start: 0, end: 9, finding: 1, tone: 'stop' }] },
          ...Array.from({ length: count }, (_, index) => finding(index + 1, words)),
          { type: 'suggestion', label: words.slice(0, 150), text: words },
          { type: 'buttons', buttons: [{ action: 'a/b', label: short, value: words.slice(0, 2000) }] },
          {
            type: 'buttons',
            buttons: Array.from({ length: Math.max(1, count % 25) }, (_, index) => ({
              action: 'a/b',
              label: short,
              value: words.slice(0, index * 80),
              more: index > 0,
            })),
          },
          {
            type: 'form',
            form: 'a/b',
            title: short,
            submit: short,
            fields: [
              {
                name: 'x',
                label: short,
                hint: short,
                type: 'choice',
                options: [{ value: short, label: short }],
              },
              { name: 'y', label: short, type: 'longtext', initial: words },
              {
                name: 'z',
                label: short,
                type: 'choices',
                options: [{ value: short, label: short }],
                initial: [short],
              },
            ],
          },
        ])
      }),
      { numRuns: 60 },
    )
  })
})
