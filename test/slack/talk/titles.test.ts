import { describe, expect, it } from 'vitest'
import { drawMessages } from '../../../src/adapters/slack/render/message.ts'
import { drawModal } from '../../../src/adapters/slack/render/modal.ts'
import { drawCards } from '../../../src/adapters/teams/render/card.ts'
import { type BlockDraft, Reply } from '../../../src/bot/reply.ts'

const form = (title: string): BlockDraft => ({
  type: 'form',
  form: 'ask/question',
  title,
  submit: 'Ask',
  fields: [{ name: 'text', label: 'Your question', type: 'longtext', required: true }],
})
const SHORT = 'Post it all the same'
const LONG = 'What would you like to know today?'

/** The blocks above the form, and how often its title is to be seen. */
const SHOWN: readonly (readonly [what: string, title: string, above: BlockDraft[]])[] = [
  ['a short title', SHORT, []],
  ['a long title', LONG, []],
  ['a short title that a heading says', SHORT, [{ type: 'heading', text: SHORT }]],
  ['a long title that a heading says', LONG, [{ type: 'heading', text: LONG }]],
  ['a title under another heading', SHORT, [{ type: 'heading', text: 'You can decide otherwise' }]],
]
const times = (drawn: unknown, title: string) => JSON.stringify(drawn).split(title).length - 1

describe('a form says its title once', () => {
  it.each(SHOWN)('%s', (_what, title, above) => {
    const reply = Reply.parse({ blocks: [...above, form(title)], summary: 'A form.' })
    const drawn = reply.blocks.at(-1) as Extract<Reply['blocks'][number], { type: 'form' }>
    const window = drawModal(drawn, reply.blocks.slice(0, -1), '')
    const message = drawMessages(reply, () => 'key').map(({ blocks }) => blocks)
    expect({
      window: times(window, title),
      message: times(message, title),
      card: times(
        drawCards(reply).map(({ body }) => body),
        title,
      ),
    }).toEqual({ window: 1, message: 1, card: 1 })
  })
})
