import { describe, expect, it } from 'vitest'
import type { Surface } from '../../src/bot/event.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { Reply } from '../../src/bot/reply.ts'
import { ROLES, type Role } from '../../src/bot/roles.ts'
import type { SkillContext } from '../../src/bot/skill.ts'
import { dayStart, whenWas } from '../../src/bot/time/day.ts'
import { createCheck } from '../../src/skills/check/skill.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { words } from './stage.ts'

const engine = {
  check: () => {
    throw new Error('nothing is checked here')
  },
  mask: (text: string) => text,
  redLines: new Set<string>(),
}
const NOW = Date.parse('2026-11-21T15:00:00Z')

async function open(
  roles: readonly Role[],
  at: readonly [verdict: string, at: string, person?: string][] = [],
  surface: Surface = 'slack',
  more: Partial<Pick<SkillContext, 'practice' | 'homeParts'>> = {},
) {
  const ports = fakePorts(NOW)
  for (const [index, [verdict, when, person = 'U1']] of at.entries())
    await ports.store.record({
      id: String(index),
      at: Date.parse(when),
      surface: 'slack',
      person,
      draftHash: 'the-hash',
      verdict,
      kind: 'review_reply',
      platform: 'google',
      rules: ['confirms/visit'],
    })
  const event = {
    id: 'slack:1',
    surface,
    at: '2026-11-21T15:00:00Z',
    person: { id: 'U1' },
    place: { id: 'D1', private: true },
    body: { type: 'opened' as const },
  }
  const intent = { skill: 'check', name: 'home', text: '', values: {} }
  const context = { event, practice: NO_PRACTICE, roles: new Set(roles), ports, ...more }
  return Reply.parse((await createCheck(engine).run(intent, context))[0])
}

describe('the home page', () => {
  it('lists a person’s last six checks, newest first, in the practice’s own time', async () => {
    const days = ['10', '15', '16', '17', '18', '19', '20', '21']
    const reply = await open(
      ['staff'],
      days.map((day) => ['stop', `2026-11-${day}T14:05:00Z`]),
    )
    const list = reply.blocks.find(
      (block) => block.type === 'text' && block.text.startsWith('Today, 9:05 AM'),
    )
    expect(list).toMatchObject({
      text: [
        'Today, 9:05 AM · a reply to a review on Google · Do not post this',
        'Yesterday, 9:05 AM · a reply to a review on Google · Do not post this',
        'Thu, Nov 19, 9:05 AM · a reply to a review on Google · Do not post this',
        'Wed, Nov 18, 9:05 AM · a reply to a review on Google · Do not post this',
        'Tue, Nov 17, 9:05 AM · a reply to a review on Google · Do not post this',
        'Mon, Nov 16, 9:05 AM · a reply to a review on Google · Do not post this',
      ].join('\n'),
    })
    expect(words(reply)).toContain('The times are those of New York until')
    expect(words(reply)).not.toContain('the-hash')
    expect(words(reply)).not.toContain('confirms/visit')
  })

  it.each(ROLES)('for %s shows the numbers of the day where they are a manager’s', async (role) => {
    const held: Role[] = role === 'privacy officer' ? [role, 'manager', 'staff'] : [role, 'staff']
    const reply = await open(held, [
      ['stop', '2026-11-21T14:00:00Z'],
      ['clear', '2026-11-21T14:10:00Z', 'U2'],
      ['clear', '2026-11-21T14:20:00Z', 'U3'],
      // Yesterday evening in New York.
      ['caution', '2026-11-21T04:59:00Z', 'U2'],
    ])
    const shown = words(reply).includes('Today at the practice')
    expect(shown).toBe(role === 'manager' || role === 'privacy officer')
    if (!shown) return
    const counts = reply.blocks.find((block) => block.type === 'text' && block.text.includes('were checked'))
    expect(counts).toMatchObject({ text: '3 drafts were checked.\nDo not post this: 1\nNothing found: 2' })
    for (const person of ['U1', 'U2', 'U3']) expect(words(reply)).not.toContain(person)
  })

  it('is the form on the chat page, where people come to paste, and the way to report', async () => {
    const reply = await open(ROLES, [['stop', '2026-11-21T14:00:00Z']], 'web')
    expect(reply.blocks.map(({ type }) => type)).toEqual(['heading', 'text', 'form', 'buttons'])
    expect((await open(ROLES, [], 'teams')).blocks.length).toBeGreaterThan(8)
  })

  it('says where the practice’s own policy stands', async () => {
    expect(words(await open(['staff']))).not.toContain('Your practice’s policy: ')
    const practice = { ...NO_PRACTICE, policy: 'the blue binder' }
    expect(words(await open(['staff'], [], 'slack', { practice }))).toContain(
      'Your practice’s policy: the blue binder',
    )
  })

  it.each(['slack', 'teams', 'web'] as const)(
    'has what other skills have below the form, on %s',
    async (surface) => {
      const homeParts = async () => [{ type: 'text' as const, text: 'It waits for you.' }]
      const { blocks } = await open(['staff'], [], surface, { homeParts })
      const form = blocks.findIndex(({ type }) => type === 'form')
      expect(blocks[form + 1]).toEqual({ type: 'text', text: 'It waits for you.' })
    },
  )

  it('keeps its page when the ledger holds words of another version', async () => {
    const reply = await open(['staff'], [['maybe', '2026-11-21T14:00:00Z']])
    expect(words(reply)).toContain('Today, 9:00 AM · a reply to a review on Google · maybe')
  })
})

describe('a local day', () => {
  it.each([
    ['an ordinary one', '2026-11-21T15:00:00Z', 'America/New_York', '2026-11-21T05:00:00Z'],
    ['its first second', '2026-11-21T05:00:00Z', 'America/New_York', '2026-11-21T05:00:00Z'],
    ['its last second', '2026-11-21T04:59:59Z', 'America/New_York', '2026-11-20T05:00:00Z'],
    ['clocks go forward', '2026-03-08T20:00:00Z', 'America/Chicago', '2026-03-08T06:00:00Z'],
    ['clocks go back', '2026-11-01T20:00:00Z', 'America/Chicago', '2026-11-01T05:00:00Z'],
    [
      'clocks go back, in the hour that comes twice',
      '2026-11-01T07:30:00Z',
      'America/Chicago',
      '2026-11-01T05:00:00Z',
    ],
    ['no daylight saving', '2026-07-04T06:59:00Z', 'America/Phoenix', '2026-07-03T07:00:00Z'],
    ['half an hour off', '2026-07-04T18:29:00Z', 'Asia/Kolkata', '2026-07-03T18:30:00Z'],
    // Midnight itself is left out: the day begins at one.
    ['clocks jump at midnight', '2026-09-06T15:00:00Z', 'America/Santiago', '2026-09-06T04:00:00Z'],
    ['UTC', '2026-11-21T15:00:00.999Z', 'UTC', '2026-11-21T00:00:00Z'],
  ])('%s', (_what, now, zone, start) => {
    expect(new Date(dayStart(Date.parse(now), zone)).toISOString()).toBe(start.replace('Z', '.000Z'))
  })

  it('yesterday is named so over a change of clocks', () => {
    const now = Date.parse('2026-11-02T06:10:00Z')
    expect(whenWas(Date.parse('2026-11-01T05:05:00Z'), now, 'America/Chicago')).toBe('Yesterday, 12:05 AM')
    expect(whenWas(Date.parse('2026-11-01T04:55:00Z'), now, 'America/Chicago')).toBe('Sat, Oct 31, 11:55 PM')
  })
})
