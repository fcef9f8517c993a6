import { describe, expect, it } from 'vitest'
import { type Act, type By, decide, type Refusal, type World } from '../../../src/bot/records/approval.ts'
import {
  approvalOf,
  asked,
  bound,
  DAY,
  GRANTED,
  HOUR,
  lived,
  NOW,
  PROPOSED,
  PUBLISHED,
  world,
} from './record.ts'

const STANDS = {
  waiting: () => asked(),
  changes: () => lived(asked(), PROPOSED),
  granted: () => lived(asked(), GRANTED),
}
const look = (over: object) => ({ ...(world().look as object), ...over }) as NonNullable<World['look']>

const AUTHOR: By = { ref: 'slack:AMY', author: true, reviewer: false, poster: true }
const OWNER: By = { ...AUTHOR, reviewer: true }
const REVIEWER: By = { ref: 'slack:MIA', author: false, reviewer: true, poster: true }
const OTHER: By = { ref: 'slack:LENA', author: false, reviewer: false, poster: false }
const NEW = bound({ hash: 'h3', words: 'w-3' })
const CLEAN = look({})
const LINK = { url: 'https://www.instagram.com/p/1/', platform: 'instagram' }
const A = {
  grant: { act: 'grant', looked: false },
  looked: { act: 'grant', looked: true },
  propose: { act: 'propose', bound: NEW, look: CLEAN, note: '', looked: false },
  accept: { act: 'accept', look: CLEAN, proposer: true },
  decline: { act: 'decline', reason: 'no' },
  withdraw: { act: 'withdraw' },
  rework: { act: 'rework', bound: NEW, look: CLEAN },
  plan: { act: 'plan', at: NOW + 2 * DAY },
  publish: { act: 'publish', ...LINK, exact: true },
  online: { act: 'online', ...LINK, verdict: 'clear' },
  down: { act: 'down' },
} as const satisfies Record<string, Act>

/** In words what a decision is: what was written, why it was refused, or how it died. */
function said(stand: () => ReturnType<typeof asked>, act: Act, by: By, change: Partial<World> = {}): string {
  const decision = decide(approvalOf(stand()), act, by, world(change))
  if ('refused' in decision) return decision.refused satisfies Refusal
  const what = decision.deeds.map((deed) => deed.what).join('+')
  return 'died' in decision ? `${what}: ${decision.died}` : what
}

describe('what comes of an act', () => {
  const { waiting, changes, granted } = STANDS
  const declined = () => lived(asked(), { what: 'declined', details: { reason: 'no' } })
  const published = () => lived(asked(), GRANTED, PUBLISHED)
  it.each<[string, () => ReturnType<typeof asked>, Act, By, Partial<World>, string]>([
    ['a reviewer gives the go-ahead', waiting, A.grant, REVIEWER, {}, 'granted'],
    ['the author cannot', waiting, A.grant, AUTHOR, {}, 'notReviewer'],
    ['an author who is a reviewer cannot', waiting, A.grant, OWNER, {}, 'own'],
    ['an owner alone cannot at once', waiting, A.grant, OWNER, { alone: true }, 'cooling'],
    [
      'an owner alone can after the time to cool off',
      waiting,
      A.grant,
      OWNER,
      { alone: true, now: NOW + 12 * HOUR },
      'granted',
    ],
    [
      'an owner who got a colleague meanwhile cannot',
      waiting,
      A.grant,
      OWNER,
      { now: NOW + 12 * HOUR },
      'own',
    ],
    ['an owner alone does not turn down their own words', waiting, A.decline, OWNER, { alone: true }, 'own'],
    ['somebody else cannot', waiting, A.grant, OTHER, {}, 'notReviewer'],
    ['not twice', granted, A.grant, REVIEWER, {}, 'settled'],
    ['not while the author has other words before them', changes, A.grant, REVIEWER, {}, 'settled'],
    ['not after it was turned down', declined, A.grant, REVIEWER, {}, 'settled'],
    [
      'not without having looked at what could not be checked',
      waiting,
      A.grant,
      REVIEWER,
      { look: look({ blind: true }) },
      'unlooked',
    ],
    ['with it', waiting, A.looked, REVIEWER, { look: look({ blind: true }) }, 'granted'],
    [
      'never over a stop, whoever looked',
      waiting,
      A.looked,
      REVIEWER,
      { look: look({ stop: true }) },
      'ended: stop',
    ],
    [
      'never without a form that it needs',
      waiting,
      A.looked,
      REVIEWER,
      { look: look({ needsForm: true }) },
      'ended: form',
    ],
    ['never when its time is over', waiting, A.grant, REVIEWER, { now: NOW + 15 * DAY }, 'ended: unanswered'],
    ['never without the words', waiting, A.grant, REVIEWER, { look: undefined }, 'noWords'],
    ['a reviewer proposes words', waiting, A.propose, REVIEWER, {}, 'proposed'],
    ['and better ones', changes, A.propose, REVIEWER, {}, 'proposed'],
    ['but none that stop', waiting, { ...A.propose, look: look({ stop: true }) }, REVIEWER, {}, 'stop'],
    [
      'nor such as need a form',
      waiting,
      { ...A.propose, look: look({ needsForm: true }) },
      REVIEWER,
      {},
      'needsForm',
    ],
    ['the author cannot propose', waiting, A.propose, AUTHOR, {}, 'notReviewer'],
    [
      'the author takes the words: two people stand behind them',
      changes,
      A.accept,
      AUTHOR,
      {},
      'accepted+granted',
    ],
    [
      'where the reviewer is none any more, another one looks',
      changes,
      { ...A.accept, proposer: false },
      AUTHOR,
      {},
      'accepted',
    ],
    [
      'where the rules know more by now, somebody looks again',
      changes,
      { ...A.accept, look: look({ rules: ['x/y'] }) },
      AUTHOR,
      {},
      'accepted',
    ],
    [
      'words that stop by now are not taken',
      changes,
      { ...A.accept, look: look({ stop: true }) },
      AUTHOR,
      {},
      'stop',
    ],
    ['a reviewer does not take them for the author', changes, A.accept, REVIEWER, {}, 'notAuthor'],
    ['there is nothing to take', waiting, A.accept, AUTHOR, {}, 'settled'],
    ['turned down', waiting, A.decline, REVIEWER, {}, 'declined'],
    ['a go-ahead can be taken back', granted, A.decline, REVIEWER, {}, 'declined'],
    ['the author takes it back', granted, A.withdraw, AUTHOR, {}, 'withdrawn'],
    ['nobody else does', granted, A.withdraw, REVIEWER, {}, 'notAuthor'],
    ['other words end the go-ahead', granted, A.rework, AUTHOR, {}, 'reworked'],
    ['the same words are no other words', granted, { ...A.rework, bound: bound() }, AUTHOR, {}, 'settled'],
    [
      'words that stop are not taken',
      waiting,
      { ...A.rework, look: look({ stop: true }) },
      AUTHOR,
      {},
      'stop',
    ],
    ['planned', granted, A.plan, AUTHOR, {}, 'planned'],
    ['not without a go-ahead', waiting, A.plan, AUTHOR, {}, 'noGoAhead'],
    ['not in the past', granted, { act: 'plan', at: NOW }, AUTHOR, {}, 'planPast'],
    ['not beyond the go-ahead', granted, { act: 'plan', at: NOW + 14 * DAY }, AUTHOR, {}, 'planLate'],
    [
      'not beyond the form',
      granted,
      A.plan,
      AUTHOR,
      { forms: { cover: true, same: true, until: NOW + DAY } },
      'planLate',
    ],
    [
      'not once a form is revoked',
      granted,
      A.plan,
      AUTHOR,
      { forms: { cover: false, same: false, until: null } },
      'ended: form',
    ],
    ['online', granted, A.publish, AUTHOR, {}, 'published'],
    [
      'not by somebody who may not post there',
      granted,
      A.publish,
      { ...AUTHOR, poster: false },
      {},
      'notPoster',
    ],
    ['not without a go-ahead', waiting, A.publish, AUTHOR, {}, 'noGoAhead'],
    ['not with other words', granted, { ...A.publish, exact: false }, AUTHOR, {}, 'ended: changed'],
    ['not when its time is over', granted, A.publish, AUTHOR, { now: NOW + 15 * DAY }, 'ended: expired'],
    [
      'not when the form was revoked',
      granted,
      A.publish,
      AUTHOR,
      { forms: { cover: false, same: false, until: null } },
      'ended: form',
    ],
    [
      'not when the rules know more',
      granted,
      A.publish,
      AUTHOR,
      { look: look({ rules: ['x/y'] }) },
      'ended: found',
    ],
    ['not twice', published, A.publish, AUTHOR, {}, 'settled'],
    ['online all the same is written down', declined, A.online, AUTHOR, {}, 'published'],
    ['but nothing is called so that has a go-ahead', granted, A.online, AUTHOR, {}, 'settled'],
    ['nor twice', published, A.online, AUTHOR, {}, 'settled'],
    ['nor by somebody who has nothing to do with it', declined, A.online, OTHER, {}, 'notAuthor'],
    ['taken down', published, A.down, AUTHOR, {}, 'down'],
    ['what is not online is not taken down', granted, A.down, AUTHOR, {}, 'settled'],
  ])('%s', (_what, stand, act, by, change, outcome) => {
    expect(said(stand, act, by, change)).toBe(outcome)
  })

  it('a go-ahead holds as long as the practice says, and no longer than the first form', () => {
    const until = (change: Partial<World>) => {
      const decision = decide(approvalOf(asked()), A.grant, REVIEWER, world(change))
      const [deed] = 'deeds' in decision ? decision.deeds : []
      return deed?.what === 'granted' ? deed.details.until : undefined
    }
    expect(until({})).toBe(NOW + HOUR + 14 * DAY)
    expect(until({ holdsMs: DAY })).toBe(NOW + HOUR + DAY)
    expect(until({ forms: { cover: true, same: true, until: NOW + 3 * DAY } })).toBe(NOW + 3 * DAY)
  })

  it('the same act on the same state ends the same, so that of two at once one is told that it is settled', () => {
    const first = lived(asked(), GRANTED)
    for (const act of [A.grant, A.propose]) {
      const outcome = said(() => first, act, { ...REVIEWER, ref: 'slack:MAX' })
      expect(outcome).toBe('settled')
    }
  })
})
