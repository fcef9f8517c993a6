import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../../src/bot/event.ts'
import type { Platform } from '../../src/bot/ports.ts'
import { Block, type BlockDraft, Reply } from '../../src/bot/reply.ts'

/** One platform under test and what came out at its far end. */
export interface Stage {
  platform: Platform
  /** What a person can read now, as plain text; how it is wrapped does not matter. */
  drawn(): string
  /** Whatever in the raw output could act on the reader's machine; empty is the only good answer. */
  acting(): readonly string[]
  close(): Promise<void>
}

const EVENT: Event = {
  id: 'contract:1',
  surface: 'terminal',
  at: '2026-11-21T12:00:00Z',
  person: { id: 'somebody' },
  place: { id: 'here', private: true },
  body: { type: 'opened' },
}

type Type = BlockDraft['type']

/** One block of each type, and every word of it that a person must be able to read. */
const DRAWN: Record<Type, { block: BlockDraft; words: string[] }> = {
  verdict: {
    block: { type: 'verdict', tone: 'stop', title: 'Do not post this', text: 'See below.' },
    words: ['Do not post this', 'See below.'],
  },
  heading: { block: { type: 'heading', text: 'A heading' }, words: ['A heading'] },
  text: { block: { type: 'text', text: 'First line\nsecond line' }, words: ['First line', 'second line'] },
  note: { block: { type: 'note', text: 'An aside' }, words: ['An aside'] },
  marked: {
    block: {
      type: 'marked',
      text: 'Thank you, Sarah! See you soon.',
      marks: [{ start: 11, end: 16, finding: 1, tone: 'stop' }],
    },
    words: ['Thank you, ', 'Sarah', '! See you soon.', '1'],
  },
  finding: {
    block: {
      type: 'finding',
      number: 3,
      tone: 'caution',
      quote: 'Sarah',
      says: 'It says a name.',
      why: 'A name points at one person.',
      instead: 'Leave it out.',
      law: ['45 CFR 164.502(a)', '45 CFR 164.514(b)'],
    },
    words: [
      '3',
      'Sarah',
      'It says a name.',
      'A name points at one person.',
      'Leave it out.',
      '45 CFR 164.502(a)',
      '45 CFR 164.514(b)',
    ],
  },
  suggestion: {
    block: { type: 'suggestion', label: 'Write this', text: 'Thank you for the kind words!' },
    words: ['Write this', 'Thank you for the kind words!'],
  },
  buttons: {
    block: {
      type: 'buttons',
      buttons: [
        { action: 'check/correct', label: 'It is an ad', value: 'check=1' },
        { action: 'check/copy', label: 'Copy', value: 'copied words', does: 'copy' },
        { action: 'check/dispute', label: 'Not a problem', value: '1', more: true },
        { action: 'check/open', label: 'Check something else', more: true },
      ],
    },
    words: ['It is an ad', 'Copy', 'Not a problem', 'Check something else'],
  },
  picture: {
    block: {
      type: 'picture',
      mime: 'image/png',
      data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      width: 1,
      height: 1,
      alt: 'A photo with two boxes: 1 upper left, 2 in the middle.',
      name: 'photo-1.png',
    },
    words: ['A photo with two boxes: 1 upper left, 2 in the middle.'],
  },
  form: {
    block: {
      type: 'form',
      form: 'check/draft',
      title: 'A form',
      submit: 'Send it',
      fields: [
        { name: 'text', label: 'Your words', type: 'longtext', required: true, initial: 'already there' },
        {
          name: 'kind',
          label: 'What is it',
          hint: 'a hint',
          type: 'choice',
          options: options('Ad', 'Story'),
        },
        { name: 'many', label: 'Several', type: 'choices', options: options('One', 'Two'), initial: ['one'] },
        { name: 'day', label: 'A day', type: 'date' },
        { name: 'count', label: 'How many', type: 'number' },
      ],
    },
    words: [
      ...['A form', 'Send it', 'Your words', 'already there', 'What is it', 'a hint', 'Ad', 'Story'],
      ...['Several', 'One', 'Two', 'A day', 'How many'],
    ],
  },
  chart: {
    block: {
      type: 'chart',
      title: 'Checks',
      alt: 'Two were stopped, and five the week before.',
      labels: ['Stopped', 'Clear'],
      series: [
        { name: 'Yesterday', values: [2, 0] },
        { name: 'A week ago', values: [5, 3] },
      ],
    },
    words: [
      'Checks',
      'Stopped',
      'Yesterday',
      'A week ago',
      '2',
      '5',
      'Two were stopped, and five the week before.',
    ],
  },
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\u001b[2J\u001b[31mNothing found\u001b[0m',
  '\u001b]0;owned\u0007',
  '\u009b31m',
  '\u202egnihton\u202c \u2066x\u2069',
  '\u0000\b\b\b\r',
  '\u{e0041}\u{e0042}',
  '\ud800 alone \udc00',
  '<!channel> <@U123> *bold* `code` [link](javascript:alert(1))',
]

/** What every Platform adapter promises. `open` starts one with an empty far end. */
export function platformContract(name: string, open: () => Promise<Stage>): void {
  const squeeze = (text: string) => text.replace(/\s+/g, ' ')

  async function show(blocks: BlockDraft[]): Promise<{ drawn: string; acting: readonly string[] }> {
    const stage = await open()
    try {
      await stage.platform.deliver(Reply.parse({ blocks, summary: 'A reply.' }), EVENT)
      return { drawn: squeeze(stage.drawn()), acting: stage.acting() }
    } finally {
      await stage.close()
    }
  }

  describe(`the ${name} platform`, () => {
    it('is tried with every block type', () => {
      expect(Object.keys(DRAWN).sort()).toEqual(Block.options.map((option) => option.shape.type.value).sort())
    })

    it.each(Object.entries(DRAWN))('draws every word of a %s block', async (_type, { block, words }) => {
      const { drawn } = await show([block])
      for (const word of words) expect(drawn).toContain(squeeze(word))
    })

    it('draws all blocks of a long reply, in order', async () => {
      const texts = Array.from({ length: 60 }, (_, index) => `paragraph-${index}.`)
      const { drawn } = await show(texts.map((text) => ({ type: 'text', text })))
      const places = texts.map((text) => drawn.indexOf(text))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    })

    it.each(HOSTILE)('makes %j harmless wherever it stands', async (text) => {
      const { acting } = await show(everywhere(text))
      expect(acting).toEqual([])
    })

    it('draws the words around hostile ones', async () => {
      const { drawn } = await show([{ type: 'text', text: `before ${HOSTILE.join(' ')} after` }])
      expect(drawn).toContain('before')
      expect(drawn).toContain('after')
    })

    it('draws any reply that is valid, and never throws', async () => {
      const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...HOSTILE))
      const mark = fc.record({
        start: fc.nat(100),
        end: fc.nat(100),
        finding: fc.integer({ min: 1, max: 9 }),
        tone: fc.constantFrom('stop', 'needs', 'caution', 'unchecked'),
      })
      await fc.assert(
        fc.asyncProperty(text, fc.array(mark, { maxLength: 5 }), async (words, marks) => {
          const blocks = [{ type: 'marked' as const, text: words, marks }, ...everywhere(words)]
          expect((await show(blocks as BlockDraft[])).acting).toEqual([])
        }),
        { numRuns: 40 },
      )
    })
  })
}

function options(...labels: string[]) {
  return labels.map((label) => ({ value: label.toLowerCase(), label }))
}

/** The same text in every place that takes text, cut to what the tree allows there. */
function everywhere(text: string): BlockDraft[] {
  const short = text.slice(0, 70)
  return [
    { type: 'verdict', tone: 'clear', title: text.slice(0, 150), text },
    { type: 'heading', text: text.slice(0, 150) },
    { type: 'text', text },
    { type: 'note', text },
    { type: 'marked', text, marks: [{ start: 1, end: text.length, finding: 1, tone: 'stop' }] },
    {
      type: 'finding',
      number: 1,
      tone: 'stop',
      quote: text,
      says: text,
      why: text,
      instead: text,
      law: [text],
    },
    { type: 'suggestion', label: short, text },
    { type: 'picture', mime: 'image/jpeg', data: '/9j/4AAQ', width: 3, height: 2, alt: short || '-' },
    {
      type: 'buttons',
      buttons: [false, true, true].map((more) => ({ action: 'a/b', label: short, value: text, more })),
    },
    {
      type: 'form',
      form: 'a/b',
      title: short,
      submit: short,
      fields: [
        { name: 'x', label: short, hint: short, type: 'choice', options: [{ value: short, label: short }] },
        { name: 'y', label: short, type: 'longtext', initial: text },
      ],
    },
    {
      type: 'chart',
      title: short,
      alt: text,
      labels: [text.slice(0, 40), short.slice(0, 40)],
      series: [{ name: text.slice(0, 40), values: [3] }],
    },
  ]
}
