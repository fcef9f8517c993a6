import { describe, expect, it } from 'vitest'
import { drawModal } from '../../../src/adapters/slack/render/modal.ts'
import { type BlockDraft, Reply } from '../../../src/bot/reply.ts'
import { readable } from '../block-kit.ts'

type Form = Extract<Reply['blocks'][number], { type: 'form' }>
const LONG = 'Ask for a second pair of eyes'
const FIELDS = [{ name: 'x', label: 'Words', type: 'text' as const }]

function drawn(title: string, above: BlockDraft[] = []) {
  const form: BlockDraft = { type: 'form', form: 'a/b', title, submit: 'Send', fields: FIELDS }
  const { blocks } = Reply.parse({ blocks: [...above, form], summary: 'A form.' })
  const view = drawModal(blocks.at(-1) as Form, blocks.slice(0, -1), '')
  return { title: view.title.text, times: readable(view.blocks).split(title).length - 1 }
}

describe('what a window is about is said once, and whole', () => {
  it.each<[string, string, BlockDraft[], { title: string; times: number }]>([
    ['a short title stands on top', 'What is gone', [], { title: 'What is gone', times: 0 }],
    ['a long one stands below', LONG, [], { title: 'Chaperone', times: 1 }],
    [
      'a long one that the words above say already is not said again',
      LONG,
      [{ type: 'heading', text: LONG }],
      { title: 'Chaperone', times: 1 },
    ],
  ])('%s', (_name, title, above, told) => {
    expect(drawn(title, above)).toEqual(told)
  })
})
