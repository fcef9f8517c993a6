import type { RegisterRecord } from '../../../src/bot/ports.ts'
import {
  type Approval,
  type Bound,
  begun,
  type Deed,
  type Entry,
  readApproval,
  type World,
  withEntries,
} from '../../../src/bot/records/approval.ts'

/** A record in the hand: what happens to it is written by the same functions as in the register. */

export const NOW = Date.parse('2026-11-21T15:00:00Z')
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const bound = (over: Partial<Bound> = {}): Bound => ({
  hash: 'h1',
  words: 'w-1',
  kind: 'caption',
  platform: 'instagram',
  account: 'practice',
  handle: null,
  photos: [],
  picture: false,
  forms: [],
  verdict: 'clear',
  rules: [],
  blind: false,
  ...over,
})

export const world = (over: Partial<World> = {}): World => ({
  now: NOW + HOUR,
  look: { verdict: 'clear', rules: [], stop: false, blind: false, needsForm: false },
  forms: { cover: true, same: true, until: null },
  left: false,
  alone: false,
  holdsMs: 14 * DAY,
  coolingMs: 12 * HOUR,
  ...over,
})

export const GRANTED: Deed = {
  what: 'granted',
  details: { looked: false, alone: false, until: NOW + 14 * DAY, rules: [] },
}
export const PROPOSED: Deed = {
  what: 'proposed',
  details: { bound: bound({ hash: 'h2', words: 'w-2' }), note: 'Shorter', looked: false },
}
export const PUBLISHED: Deed = {
  what: 'published',
  details: { url: 'https://www.instagram.com/p/1/', platform: 'instagram', ahead: false, verdict: 'clear' },
}

export function asked(over: Partial<Bound> = {}, at = NOW, number = 'APR-2026-0001'): RegisterRecord {
  const details = { bound: bound(over), note: '', known: true, until: at + 14 * DAY }
  const entry = { id: 'e0:asked', at, by: 'slack:AMY', what: 'asked' as const, details }
  const { body, state, ended } = begun(entry, { text: 'We open at nine.', context: null })
  return { number, kind: 'approval', state, at, changed: at, ended, version: 1, body }
}

let count = 0
/** The record after these deeds, a minute apart. */
export function lived(record: RegisterRecord, ...deeds: readonly (Deed & { by?: string; at?: number })[]) {
  let now = record
  for (const { by = 'slack:MIA', at, ...deed } of deeds) {
    const when = at ?? now.changed + 60_000
    const entry = { ...deed, id: `e${++count}:${deed.what}`, at: when, by } as Entry
    const offered = deed.what === 'proposed' ? { 'w-2': { text: 'We open at ten.', context: null } } : {}
    const written = withEntries(now, [entry], offered)
    if (written) now = { ...now, ...written, changed: when, version: now.version + 1 }
  }
  return now
}

export function approvalOf(record: RegisterRecord): Approval {
  const approval = readApproval(record)
  if (!approval) throw new Error('this record cannot be read')
  return approval
}
