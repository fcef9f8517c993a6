import { describe, expect, it } from 'vitest'
import { PRACTICE_LEVELS } from '../../src/bot/practice.ts'
import { openEngine } from '../../src/library.ts'
import { RULES } from '../../src/rules/registry.ts'
import { type Adjustment, isAllowed, LEVELS } from '../../src/rules/strictness.ts'
import type { Draft } from '../../src/rules/verdict.ts'

const engine = openEngine()
const PAINLESS: Draft = { text: 'Our laser treatment is 100% painless.', kind: 'caption' }
const decided = { reason: 'our lawyer looked at it', by: 'Dr. Rivera' }
const check = (draft: Draft, ...strictness: Omit<Adjustment, 'reason' | 'by'>[]) =>
  engine.check(draft, { strictness: strictness.map((one) => ({ ...one, ...decided })) })

describe('strictness', () => {
  it('has the levels that the practice file may name', () => {
    expect(LEVELS).toEqual(PRACTICE_LEVELS)
  })

  it('leaves a rule alone that nobody adjusted', () => {
    expect(check(PAINLESS)).toMatchObject({ verdict: 'caution', notes: [] })
    expect(check(PAINLESS, { rule: 'claims/cure', level: 'mute' })).toMatchObject({
      verdict: 'caution',
      notes: [],
    })
  })

  it.each(['stop', 'needs_authorization', 'caution'] as const)('gives a rule the weight %s', (level) => {
    const result = check(PAINLESS, { rule: 'claims/painless', level })
    expect(result.verdict).toBe(level)
    expect(result.findings.map(({ severity }) => severity)).toEqual([level])
  })

  it('mutes a rule and says so, with the name and the reason', () => {
    const result = check(PAINLESS, { rule: 'claims/painless', level: 'mute' })
    expect(result).toMatchObject({ verdict: 'clear', findings: [] })
    expect(result.notes).toEqual([
      'The rule claims/painless would have spoken here; your practice turned it off (Dr. Rivera: our lawyer looked at it).',
    ])
  })

  it('holds on the named platforms alone', () => {
    const muted = { rule: 'claims/painless', level: 'mute', platforms: ['facebook', 'x'] } as const
    expect(check({ ...PAINLESS, platform: 'x' }, muted).verdict).toBe('clear')
    expect(check({ ...PAINLESS, platform: 'yelp' }, muted).verdict).toBe('caution')
    expect(check(PAINLESS, muted).verdict, 'nobody said where it goes').toBe('caution')
  })

  it.each([
    [0, 1],
    [1, 0],
  ])('lets the platform win over everywhere, in either order', (first, second) => {
    const lines = [
      { rule: 'claims/painless', level: 'mute' },
      { rule: 'claims/painless', level: 'stop', platforms: ['facebook'] },
    ] as const
    const order = [lines[first], lines[second]] as (typeof lines)[number][]
    expect(check({ ...PAINLESS, platform: 'facebook' }, ...order).verdict).toBe('stop')
    expect(check({ ...PAINLESS, platform: 'x' }, ...order).verdict).toBe('clear')
  })

  it.each(RULES.filter(({ redLine }) => redLine).map(({ id }) => id))('%s cannot be turned down', (id) => {
    const rule = RULES.find((one) => one.id === id) as (typeof RULES)[number]
    expect(LEVELS.filter((level) => isAllowed(rule, level))).toEqual(['stop'])
  })

  it('keeps a red line even where the practice file was not read by us', () => {
    const draft: Draft = { text: 'Thank you for coming in!', kind: 'review_reply' }
    expect(check(draft, { rule: 'confirms/visit', level: 'mute' }).verdict).toBe('stop')
  })

  it('does not let the catch-all of replies repeat what was muted', () => {
    const draft: Draft = { text: 'Thank you! Laser hair removal is painless.', kind: 'review_reply' }
    const ids = (result: ReturnType<typeof check>) => result.findings.map(({ rule }) => rule)
    expect(ids(check(draft))).toContain('claims/painless')
    expect(ids(check(draft, { rule: 'claims/painless', level: 'mute' }))).toEqual([])
  })

  it('never clears what could not be read', () => {
    const draft: Draft = { text: 'Wir freuen uns sehr über Ihre freundlichen Worte und wünschen alles Gute.' }
    const all = RULES.map(({ id }) => ({ rule: id, level: 'mute' }) as const)
    expect(check(draft, ...all).verdict).toBe('unchecked')
  })
})
