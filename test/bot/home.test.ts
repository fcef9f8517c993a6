import { describe, expect, it } from 'vitest'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import type { BlockDraft } from '../../src/bot/reply.ts'
import type { Role } from '../../src/bot/roles.ts'
import type { Skill, SkillContext } from '../../src/bot/skill.ts'
import { homeParts } from '../../src/bot/traffic/home.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

const text = (words: string): BlockDraft => ({ type: 'text', text: words })
const skill = (name: string, home?: Skill['home'], needs: Role = 'staff'): Skill => ({
  name,
  about: '',
  needs,
  intents: [],
  run: async () => [],
  ...(home ? { home } : {}),
})

async function shown(skills: readonly Skill[], roles: readonly Role[] = ['staff']) {
  const ports = fakePorts()
  const context: SkillContext = {
    event: {
      id: 'slack:1',
      surface: 'slack',
      at: '2026-11-21T15:00:00Z',
      person: { id: 'U1' },
      place: { id: 'D1', private: true },
      body: { type: 'opened' },
    },
    practice: NO_PRACTICE,
    roles: new Set(roles),
    ports,
  }
  const mine = skill('mine', async () => [text('my own')])
  const parts = await homeParts(mine, [mine, ...skills], context)
  return { words: parts.map((block) => ('text' in block ? block.text : block.type)), ports }
}

describe('the home view of somebody', () => {
  it('gets what each of the other skills has for them, in their order', async () => {
    const late = skill('late', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return [text('one'), text('two')]
    })
    const { words } = await shown([late, skill('silent'), skill('quick', async () => [text('three')])])
    expect(words).toEqual(['one', 'two', 'three'])
  })

  it('gets nothing of a skill that is not for them', async () => {
    const officers = skill('officers', async () => [text('secret')], 'privacy officer')
    expect((await shown([officers])).words).toEqual([])
    expect((await shown([officers], ['staff', 'privacy officer'])).words).toEqual(['secret'])
  })

  it.each<[string, Skill['home']]>([
    ['breaks', () => Promise.reject(new Error('Sarah'))],
    ['makes what cannot be drawn', async () => [{ type: 'heading', text: 'x'.repeat(151) }]],
    ['has too much to say', async () => Array.from({ length: 21 }, () => text('x'))],
  ])('keeps the other parts when one %s, and says that something is missing', async (_what, home) => {
    const { words, ports } = await shown([skill('broken', home), skill('fine', async () => [text('fine')])])
    expect(words).toEqual([expect.stringContaining('could not be read just now'), 'fine'])
    expect(ports.logged()).toContain('broken')
    expect(ports.logged()).not.toContain('Sarah')
  })
})
