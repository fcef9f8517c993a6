import type { Ports } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import { Reply } from '../../bot/reply.ts'
import { ROLES, rolesOf } from '../../bot/roles.ts'
import type { Skill } from '../../bot/skill.ts'
import { wallTime } from '../../bot/time/day.ts'
import { digestOf } from './make.ts'
import { showDigest } from './show.ts'
import {
  due,
  LATE_MS,
  type Moment,
  momentOf,
  newcomer,
  type Progress,
  type Schedule,
  waitAfter,
  withDone,
} from './when.ts'
import { type Recipient, recipientsOf } from './who.ts'

/** Longer than any platform takes: after it, whoever was at it is dead. */
const LEASE_MS = 5 * 60_000
const PREFIX = 'digest:'

export interface Sending {
  ports: Ports
  practice: Practice
  skills: readonly Skill[]
}

/**
 * Sends whatever is due to whoever has not had it. Each recipient by themselves: one who cannot be reached holds
 * up nobody. Returns how many were reached.
 */
export async function sendDue(sending: Sending): Promise<number> {
  const { timeZone, digest } = sending.practice
  const moment = momentOf(sending.ports.clock.now(), { timeZone, at: digest.at })
  const sent = await Promise.all(recipientsOf(sending.practice).map((one) => sendTo(one, moment, sending)))
  const count = sent.filter(Boolean).length
  if (count > 0) sending.ports.log.info('person told', { skill: 'digest', count })
  return count
}

async function sendTo(recipient: Recipient, moment: Moment, sending: Sending): Promise<boolean> {
  const { ports, practice } = sending
  const { store, clock, ids } = ports
  const schedule: Schedule = { timeZone: practice.timeZone, at: practice.digest.at }
  const name = PREFIX + recipient.key
  const now = clock.now()
  const seen = await store.marks.get(name)
  if (seen === undefined) {
    await store.marks.set(name, undefined, JSON.stringify(newcomer(moment)))
    return false
  }
  const progress = JSON.parse(seen) as Progress
  const days = due(progress, moment)
  const date = days.at(-1)
  // A clock that was set back makes a wait or a lease look longer than it can be.
  const waits = (until: number) => until > now && until - now <= Math.max(LEASE_MS, waitAfter(9))
  if (date === undefined || waits(progress.trying?.until ?? 0) || waits(progress.next)) return false

  const trying = { by: ids.next(), until: now + LEASE_MS }
  const mine = JSON.stringify({ ...progress, tries: progress.tries + 1, trying })
  if (!(await store.marks.set(name, seen, mine))) return false
  // Whoever was at it before may have said it and died before it could write so.
  const once = { key: `digest:${date}`, again: progress.trying !== undefined }
  const late = now > wallTime(date, schedule.at, schedule.timeZone) + LATE_MS
  const reached = await reach(recipient, { days, date, late, once }, sending)
  const after = reached
    ? withDone(progress, days, moment.today)
    : {
        since: progress.since,
        done: progress.done,
        tries: progress.tries + 1,
        next: now + waitAfter(progress.tries + 1),
      }
  await store.marks.set(name, mine, JSON.stringify(after))
  return reached
}

interface Saying {
  days: readonly string[]
  date: string
  late: boolean
  once: { key: string; again: boolean }
}

async function reach(
  { places }: Recipient,
  { days, date, late, once }: Saying,
  sending: Sending,
): Promise<boolean> {
  const { ports, practice, skills } = sending
  for (const place of places) {
    const held = rolesOf(practice, place.surface, place.id)
    // Named under "digest" without a role: they see what any manager sees, and no more.
    const roles = held.has('manager')
      ? held
      : new Set(ROLES.filter((role) => role !== 'privacy officer' && role !== 'admin'))
    const digest = await digestOf(date, { ports, practice, roles, skills })
    const reply = Reply.parse(showDigest(digest, { covers: days, late }))
    if (await ports.tell(place, reply, once)) return true
  }
  return false
}

/** Recipients whom no try of the last hours has reached. */
export async function unreached({ store }: Pick<Ports, 'store'>): Promise<number> {
  const marks = await store.marks.all(PREFIX)
  return marks.filter(({ value }) => (JSON.parse(value) as Progress).tries > 3).length
}
