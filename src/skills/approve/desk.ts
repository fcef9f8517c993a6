import type { Actor, RegisterRecord } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import {
  type Act,
  type Approval,
  type By,
  begun,
  DAY_MS,
  type Death,
  type Deed,
  decide,
  type Entry,
  OPEN,
  type Refusal,
  readApproval,
  type Words,
  type World,
  withEntries,
} from '../../bot/records/approval.ts'
import { dayOf } from '../../bot/records/authorization.ts'
import {
  holds,
  isKnown,
  personOf,
  reviewersFor,
  SELF,
  samePerson,
  selvesOf,
} from '../../bot/records/people.ts'
import { type Around, type Binding, goingOf, type Looked, lookAt } from './bind.ts'
import { type FormLook, formsOf, lookUp } from './forms.ts'

/** Where requests are written down and changed. What two people do at once ends as if one came after the other. */

const HOUR_MS = 3_600_000
const PAGE = 200
/** Somebody is always quicker only where something is broken. */
const MOST_TURNS = 50

export const actorOf = (ref: string): Actor => {
  const { surface, id } = personOf(ref)
  return { surface, person: id }
}

/** A request and everything around it as it is now. */
export interface Sight {
  approval: Approval
  looked: Looked | undefined
  forms: readonly FormLook[]
  world: World
}

export async function sightOf(approval: Approval, around: Around): Promise<Sight> {
  const { ports, practice } = around
  const { bound, words, author, known } = approval
  const going = words && goingOf(bound, words)
  const looked = going && lookAt(going, around)
  const { content = [], minor = false } = looked ?? {}
  const codes = bound.forms.map(({ code }) => code)
  const open = OPEN.includes(approval.status)
  const forms = open ? await lookUp(codes, { ...bound, content, minor }, around) : []
  const { days, coolingHours } = practice.approval
  const world: World = {
    now: ports.clock.now(),
    look: looked,
    forms: open ? formsOf(bound, forms) : { cover: true, same: true, until: null },
    left: known && !isKnown(author, practice),
    alone: reviewersFor(author, practice).length === 0,
    holdsMs: days * DAY_MS,
    coolingMs: coolingHours * HOUR_MS,
  }
  return { approval, looked, forms, world }
}

export function byOf(ref: string, approval: Approval, practice: Practice): By {
  const author = samePerson(ref, approval.author, practice)
  const reviewer = holds(ref, 'reviewer', practice)
  return { ref, author, reviewer, poster: mayPost(ref, approval, author || reviewer, practice) }
}

/** By the practice file; where it says nothing of that account, whoever had to do with it. */
function mayPost(ref: string, { bound }: Approval, otherwise: boolean, practice: Practice): boolean {
  const plain = (handle: string) => handle.replace(/^@/, '').toLowerCase()
  const rows = practice.approval.posters.filter(
    ({ platforms, handles }) =>
      (platforms.length === 0 || platforms.some((one) => one === bound.platform)) &&
      (handles.length === 0 ||
        bound.handle === null ||
        handles.some((one) => plain(one) === plain(bound.handle ?? ''))),
  )
  if (rows.length === 0) return otherwise
  return rows.some(({ people }) =>
    people.some(({ surface, id }) => samePerson(`${surface}:${id}`, ref, practice)),
  )
}

/** Whether they may see it at all. */
export function maySee({ author, reviewer, poster }: By, { status }: Approval): boolean {
  return author || reviewer || (poster && (status === 'granted' || status === 'published'))
}

/** @param reader undefined: a job that shows it to nobody. */
export async function find(
  number: string,
  { ports }: Around,
  reader?: string,
): Promise<Approval | undefined> {
  const key = number.trim().toUpperCase()
  if (!/^APR-\d{4}-\d{4,9}$/.test(key)) return undefined
  return readApproval(await ports.store.register.get(key, reader ? actorOf(reader) : 'nobody'))
}

/**
 * All that may still matter: nothing open is older than the time it was given.
 * @param whole also what went out long ago.
 */
export async function recent(
  { ports, practice }: Around,
  reader?: string,
  whole = false,
): Promise<Approval[]> {
  const from = whole ? 0 : ports.clock.now() - (3 * practice.approval.days + 30) * DAY_MS
  const all: Approval[] = []
  let after: RegisterRecord | undefined
  do {
    const page: RegisterRecord[] = await ports.store.register.list(
      'approval',
      { from, limit: PAGE, ...(after ? { after } : {}) },
      reader ? actorOf(reader) : 'nobody',
    )
    all.push(...page.map(readApproval).filter((one) => one !== undefined))
    after = page.length === PAGE ? page.at(-1) : undefined
  } while (after)
  return all
}

/**
 * Writes a request down. The same words, photos, place and form that wait already, or have a go-ahead, are that
 * request and no second one, in whatever process and however often somebody presses.
 * @param id of the event that led to it.
 */
export async function open(
  { bound, words }: Binding,
  asked: { by: string; note: string; id: string },
  { ports, practice }: Around,
): Promise<{ approval: Approval; isNew: boolean }> {
  const { by, note, id } = asked
  const now = ports.clock.now()
  const [self] = [...selvesOf(by, practice)].sort()
  const entry = {
    id: `${id}:asked`,
    at: now,
    by,
    what: 'asked' as const,
    details: { bound, note, known: isKnown(by, practice), until: now + practice.approval.days * DAY_MS },
  }
  const year = Number(dayOf(now, practice.timeZone).slice(0, 4))
  for (let before = 0; ; before++) {
    const { body, state } = begun(entry, words)
    const origin = JSON.stringify([self, bound.hash, before])
    const made = { at: now, year, state, body, origin }
    const approval = readApproval(await ports.store.register.create('approval', made, actorOf(by)))
    // One that has ended is history: the same words can be asked about again.
    const same = approval?.bound.hash === bound.hash
    if (approval && same && OPEN.includes(approval.status) && now < approval.until)
      return { approval, isNew: approval.entries[0]?.id === entry.id && approval.version === 1 }
  }
}

export type Outcome =
  | { is: 'done'; approval: Approval }
  | { is: 'refused'; why: Refusal | 'otherWords'; approval: Approval }
  | { is: 'died'; why: Death; approval: Approval }
  | { is: 'absent' }

export interface Wish {
  by: string
  /** Of the event: the same one acts once. */
  id: string
  act: Act
  /** Which of the words that followed each other somebody had before them; left out: the present ones. */
  revision?: number | undefined
  words?: Readonly<Record<string, Words>>
}

export async function act(number: string, wish: Wish, around: Around): Promise<Outcome> {
  const { ports, practice } = around
  const { by, id, revision } = wish
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const record = await ports.store.register.get(number, 'nobody')
    const approval = readApproval(record)
    if (!record || !approval) return { is: 'absent' }
    const who = byOf(by, approval, practice)
    if (!maySee(who, approval) && wish.act.act !== 'online') return { is: 'absent' }
    // The same press that arrives again, perhaps after a crash: it was done.
    if (approval.entries.some((entry) => entry.id.startsWith(`${id}:`))) return { is: 'done', approval }
    if (revision !== undefined && revision !== approval.revision && OPEN.includes(approval.status))
      return { is: 'refused', why: 'otherWords', approval }
    const { world } = await sightOf(approval, around)
    const decision = decide(approval, wish.act, who, world)
    if ('refused' in decision) return { is: 'refused', why: decision.refused, approval }
    const died = 'died' in decision ? decision.died : undefined
    const entries = entriesOf(decision.deeds, { id, at: world.now, by: died ? SELF : by })
    const after = await put(record, entries, wish.words, by, around)
    if (after === 'changed') continue
    const now = readApproval(after) ?? approval
    return died ? { is: 'died', why: died, approval: now } : { is: 'done', approval: now }
  }
  return { is: 'absent' }
}

/**
 * Adds what Chaperone itself did: told somebody, saw a time pass. The same ids are written once.
 * @param version what was looked at; where somebody was quicker since, nothing is written.
 */
export async function note(
  number: string,
  entries: readonly Entry[],
  around: Around,
  version?: number,
): Promise<Approval | undefined> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const record = await around.ports.store.register.get(number, 'nobody')
    if (!record || (version !== undefined && record.version !== version)) return undefined
    const after = await put(record, entries, {}, SELF, around)
    if (after !== 'changed') return readApproval(after)
  }
  return undefined
}

export const entriesOf = (
  deeds: readonly (Deed & { by?: string })[],
  { id, at, by }: { id: string; at: number; by: string },
): Entry[] => deeds.map((deed) => ({ ...deed, id: `${id}:${deed.what}`, at, by: deed.by ?? by }))

async function put(
  record: RegisterRecord,
  entries: readonly Entry[],
  words: Readonly<Record<string, Words>> | undefined,
  by: string,
  { ports }: Around,
): Promise<RegisterRecord | 'changed'> {
  const written = withEntries(record, entries, words)
  if (!written) return record
  const at = Math.max(ports.clock.now(), record.changed)
  const after = await ports.store.register.update(
    record.number,
    record.version,
    { at, ...written },
    actorOf(by),
  )
  return after === 'absent' ? record : after
}
