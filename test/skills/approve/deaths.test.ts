import { describe, expect, it } from 'vitest'
import { type Death, deathOf, type World } from '../../../src/bot/records/approval.ts'
import { approvalOf, asked, DAY, GRANTED, lived, NOW, PROPOSED, PUBLISHED, world } from './record.ts'

const STANDS = {
  waiting: () => asked(),
  changes: () => lived(asked(), PROPOSED),
  granted: () => lived(asked(), GRANTED),
}
type Stand = keyof typeof STANDS
const look = (over: object) => ({ ...(world().look as object), ...over }) as NonNullable<World['look']>

describe('the deaths of an approval', () => {
  const all: readonly Stand[] = ['waiting', 'changes', 'granted']
  it.each<[string, Partial<World>, Record<Stand, Death | undefined>]>([
    ['nothing happened', {}, { waiting: undefined, changes: undefined, granted: undefined }],
    [
      'the last moment of its time',
      { now: NOW + 14 * DAY - 1 },
      { waiting: undefined, changes: undefined, granted: undefined },
    ],
    [
      'its time is over',
      { now: NOW + 14 * DAY },
      { waiting: 'unanswered', changes: 'unanswered', granted: 'expired' },
    ],
    ['whoever asked has left', { left: true }, { waiting: 'left', changes: 'left', granted: undefined }],
    [
      'a form does not cover it any more: expired, revoked, defective, another platform',
      { forms: { cover: false, same: true, until: null } },
      { waiting: 'form', changes: 'form', granted: 'form' },
    ],
    [
      'a form says something else: renewed, its event happened',
      { forms: { cover: true, same: false, until: null } },
      { waiting: 'form', changes: 'form', granted: 'form' },
    ],
    [
      'the check says stop now',
      { look: look({ verdict: 'stop', stop: true, rules: ['confirms/visit'] }) },
      { waiting: 'stop', changes: 'stop', granted: 'stop' },
    ],
    [
      'the check wants a form now, and there is none',
      { look: look({ verdict: 'needs_authorization', needsForm: true, rules: ['story/portrait'] }) },
      { waiting: 'form', changes: 'form', granted: 'form' },
    ],
    [
      'the check finds something that the approver did not have before them',
      { look: look({ verdict: 'caution', rules: ['claims/superlative'] }) },
      { waiting: undefined, changes: undefined, granted: 'found' },
    ],
    [
      'the words are gone: nothing is said about them',
      { look: undefined },
      { waiting: undefined, changes: undefined, granted: undefined },
    ],
    [
      'everything at once: time comes first',
      { now: NOW + 15 * DAY, left: true, forms: { cover: false, same: false, until: null } },
      { waiting: 'unanswered', changes: 'unanswered', granted: 'expired' },
    ],
  ])('%s', (_what, change, deaths) => {
    for (const stand of all)
      expect(deathOf(approvalOf(STANDS[stand]()), world(change)), stand).toBe(deaths[stand])
  })

  it('come once: what is over does not die again, and what is online is not called back', () => {
    const over = [
      lived(asked(), { what: 'declined', details: { reason: 'no' } }),
      lived(asked(), { what: 'withdrawn', details: {} }),
      lived(asked(), { what: 'ended', details: { why: 'left' } }),
      lived(asked(), GRANTED, PUBLISHED),
    ]
    for (const record of over)
      expect(deathOf(approvalOf(record), world({ now: NOW + 99 * DAY, left: true }))).toBeUndefined()
  })

  it('a finding that the approver saw is no new one', () => {
    const seen = lived(asked(), {
      ...GRANTED,
      details: { ...GRANTED.details, rules: ['claims/superlative'] },
    } as never)
    expect(
      deathOf(approvalOf(seen), world({ look: look({ rules: ['claims/superlative'] }) })),
    ).toBeUndefined()
  })
})
