import { describe, expect, it } from 'vitest'
import { PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import { type Draft, draftsOf } from '../../../src/cli/incident/packet/letters.ts'
import { ticketOf } from '../../../src/skills/incident/ticket/ticket.ts'
import { openStateLaw } from '../../../src/state-law-file.ts'

const AT = Date.parse('2026-11-20T15:00:00Z')
const law = openStateLaw()
const practice = toPractice(
  PracticeFile.parse({
    name: 'Maple Street Dental',
    phones: ['(512) 555-0100'],
    addresses: ['12 Maple Street, Austin, TX 78701'],
  }),
)
const FACTS = {
  discovered: '2026-11-20',
  people: 2,
  states: { WY: 2 },
  holdUntil: null,
  source: 'us',
  startedDay: '2026-11-18',
}

/** A report in which every word that could be typed was typed, and what came after it. */
function drafts(facts: object = {}, later: [what: string, details: object][] = []): Draft[] {
  const answers = {
    where: {
      platform: 'instagram',
      account: 'practice',
      form: 'story',
      link: 'https://instagram.com/canary',
    },
    kinds: ['face', 'treatment', 'numbers'],
    acted: { steps: ['platform'], words: 'canary' },
    more: 'canary',
  }
  const all: [string, object][] = [
    ['reported', { zone: 'America/Chicago', answers, told: ['canary'] }],
    ['facts', { facts: { ...FACTS, ...facts }, why: 'canary' }],
    ...later,
  ]
  const entries = all.map(([what, details], n) => ({
    id: `e${n}`,
    at: AT + n,
    by: 'slack:UCANARY',
    what,
    details: { ...details },
  }))
  const ticket = ticketOf({ number: 'INC-2026-0001', entries })
  return draftsOf(ticket, practice, { law, states: [], now: AT + 1000 })
}
const ids = (list: readonly Draft[]) => list.map(({ id }) => id)
const text = (draft: Draft | undefined) =>
  draft?.paragraphs
    .map(({ lead, text, items = [] }) => [lead, text, ...items].filter(Boolean).join('\n'))
    .join('\n\n') ?? ''

describe('the drafts of a packet', () => {
  it.each<[string, object, string[]]>([
    ['two people', {}, ['individuals', 'hhs']],
    ['nine whom letters do not reach', { people: 20, unreachable: 9 }, ['individuals', 'hhs']],
    ['ten whom letters do not reach', { people: 20, unreachable: 10 }, ['individuals', 'substitute', 'hhs']],
    ['500 of one State', { people: 500, states: { WY: 500 } }, ['individuals', 'hhs']],
    ['501 of one State', { people: 501, states: { WY: 501 } }, ['individuals', 'hhs', 'media-WY']],
    [
      '250 Texans',
      { people: 250, states: { TX: 250 } },
      ['individuals', 'hhs', 'TX-tx-business-code-521-053-state-attorney-general-discovery'],
    ],
    ['249 Texans', { people: 249, states: { TX: 249 } }, ['individuals', 'hhs']],
  ])('are for %s', (_who, facts, wanted) => expect(ids(drafts(facts))).toEqual(wanted))

  it('have in the letter what 45 CFR 164.404(c) asks for, in words for patients', () => {
    const letter = text(drafts()[0])
    for (const words of [
      'On November 18, 2026, a story (gone after a day) on Instagram',
      'We learned of it on November 20, 2026',
      'your face, your voice, or a picture of you',
      'what was done for you, or was planned',
      'What you can do',
      'security freeze',
      'What we are doing',
      'We asked the platform to remove it.',
      'Toll-free telephone: [number]',
      '12 Maple Street, Austin',
    ])
      expect(letter, words).toContain(words)
    expect(letter).not.toMatch(/\d{4}-\d{2}-\d{2}|CFR|unsecured|PHI/)
  })

  it('repeat none of the words that somebody typed into the ticket, and nobody’s name', () => {
    const all = JSON.stringify(
      drafts({ people: 600, states: { TX: 600 }, unreachable: 12 }, [['note', { words: 'canary' }]]),
    )
    expect(all.toLowerCase()).not.toContain('canary')
  })

  it.each<[string, [string, object][], number]>([
    ['a low probability is concluded', [['concluded', { outcome: 'low', reason: 'x' }]], 0],
    ['an exception is concluded', [['concluded', { outcome: 'exception', reason: 'x' }]], 0],
    ['it was closed as a mistake', [['closed', { finding: 'mistaken', reason: 'x' }]], 0],
    ['a breach is concluded', [['concluded', { outcome: 'breach', reason: 'x' }]], 2],
    [
      'something was learned after a low probability was concluded',
      [
        ['concluded', { outcome: 'low', reason: 'x' }],
        ['factor', { factor: 'viewed', weighs: 'high', fact: 'x' }],
      ],
      2,
    ],
  ])('where %s', (_what, later, count) => expect(drafts({}, later)).toHaveLength(count))

  it('say of each that law enforcement asked to wait', () => {
    const held = drafts({ holdUntil: '2027-02-01' })
    expect(held).toHaveLength(2)
    for (const { about } of held) expect(about).toContain('NOT BEFORE LAW ENFORCEMENT ALLOWS IT')
    expect(held[0]?.about).toContain('Due 2027-02-01')
  })

  it('call a business associate one on the form of HHS, with the day on which it found out', () => {
    const form = text(
      drafts({ source: 'agent', associateDiscovered: '2026-11-12' }).find(({ id }) => id === 'hhs'),
    )
    expect(form).toContain('Business associate involved\nYes')
    expect(form).toContain('it found out on 2026-11-12')
    expect(form).toContain('Date of discovery\nNovember 12, 2026')
    expect(form).toContain('Fewer than 500: 2')
  })
})
