import { describe, expect, it } from 'vitest'
import { createDialog } from '../../../src/adapters/teams/dialog.ts'
import { Reply } from '../../../src/bot/reply.ts'
import { readable, troubleWith } from '../cards.ts'

const reply = (text: string) => Reply.parse({ blocks: [{ type: 'text', text }], summary: 'A reply.' })
const EVENT = {
  id: 'teams:1',
  surface: 'teams' as const,
  at: '2026-11-21T15:00:00Z',
  person: { id: 'desk' },
  place: { id: 'a:desk', private: true },
  body: { type: 'opened' as const },
}

function open() {
  const later: string[] = []
  const dialog = createDialog({
    deliver: async ({ blocks }) =>
      void later.push(...blocks.map((block) => ('text' in block ? block.text : ''))),
  })
  return { dialog, later }
}

describe('a dialog loses nothing', () => {
  it('shows what came in time, all replies in order', async () => {
    const { dialog, later } = open()
    await dialog.platform.deliver(reply('First.'), EVENT)
    await dialog.platform.deliver(reply('Second.'), EVENT)
    expect(readable(dialog.close(true))).toMatch(/First\.[\s\S]*Second\./)
    expect(later).toEqual([])
  })

  it('says that it takes longer, and what comes then goes into the chat', async () => {
    const { dialog, later } = open()
    expect(readable(dialog.close(false))).toContain('comes into our own chat')
    await dialog.platform.deliver(reply('At last.'), EVENT)
    expect(later).toEqual(['At last.'])
  })

  it('what it cannot hold is in the chat too, whole', async () => {
    const { dialog, later } = open()
    const long = 'word '.repeat(2400)
    for (let i = 0; i < 3; i++) await dialog.platform.deliver(reply(long), EVENT)
    const shown = dialog.close(true)
    expect(troubleWith(shown)).toEqual([])
    expect(readable(shown)).toContain('There is more than fits here')
    expect(later.length).toBeGreaterThan(0)
    for (const text of later) expect(text).toBe(long)
  })
})
