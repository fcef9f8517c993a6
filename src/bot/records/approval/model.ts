import type { RegisterRecord } from '../../register.ts'
import { ApprovalBody, type Bound, type Details, type Entry, readEntry, type Words } from './entries.ts'

type Signed<T> = T & { id: string; by: string; at: number }

/** `waiting`: for a reviewer, or for an owner's second look. `changes`: for whoever asked. */
export const STATUSES = [
  'waiting',
  'changes',
  'granted',
  'published',
  'declined',
  'withdrawn',
  'ended',
] as const
export type Status = (typeof STATUSES)[number]
/** Those in which something can still be decided or go out. */
export const OPEN: readonly Status[] = ['waiting', 'changes', 'granted']

/** A request for a second pair of eyes, as it stands after everything that happened to it. */
export interface Approval {
  number: string
  version: number
  status: Status
  entries: readonly Entry[]
  /** "surface:id". */
  author: string
  askedAt: number
  known: boolean
  note: string
  /** Since when the present words are there: what waits, waits from here. */
  since: number
  bound: Bound
  /** 1, and one more with every other text: a button of an older message is about other words. */
  revision: number
  /** Until when somebody has to decide or, once there is a go-ahead, until when it holds. */
  until: number
  /** Reviewers who were told of the present words, in that order. */
  passed: readonly Signed<Details<'passed'>>[]
  proposal: Signed<Details<'proposed'>> | undefined
  grant: Signed<Details<'granted'>> | undefined
  planned: number | undefined
  /** How it ended without going out. */
  end: Signed<{ what: 'declined' | 'withdrawn' | 'ended'; reason: string }> | undefined
  publication: (Signed<Details<'published'>> & { linked: boolean; down: number | undefined }) | undefined
  cooled: boolean
  due: boolean
  /** Entries whose news somebody has got. */
  told: ReadonlySet<string>
  /** As long as they are kept: the present words, and those that were proposed. */
  words: Words | undefined
  offered: Words | undefined
}

/** Undefined: no approval, or one that this Chaperone cannot read; neither lets anything out. */
export function readApproval(record: RegisterRecord | undefined): Approval | undefined {
  if (record?.kind !== 'approval') return undefined
  const body = ApprovalBody.safeParse(record.body)
  if (!body.success) return undefined
  const entries = body.data.entries.map(readEntry).filter((entry) => entry !== undefined)
  const [first, ...rest] = entries
  if (first?.what !== 'asked') return undefined
  const { details, by, at } = first
  const start: Approval = {
    number: record.number,
    version: record.version,
    status: 'waiting',
    entries,
    author: by,
    askedAt: at,
    known: details.known,
    note: details.note,
    since: at,
    bound: details.bound,
    revision: 1,
    until: details.until,
    passed: [],
    proposal: undefined,
    grant: undefined,
    planned: undefined,
    end: undefined,
    publication: undefined,
    cooled: false,
    due: false,
    told: new Set(),
    words: undefined,
    offered: undefined,
  }
  const approval = rest.reduce(apply, start)
  const { words } = body.data
  const offered = approval.proposal?.bound
  return {
    ...approval,
    words: words[approval.bound.words],
    offered: offered ? words[offered.words] : undefined,
  }
}

/** Everything that belongs to words that are not there any more falls away with them. */
const renewed = (approval: Approval, bound: Bound, at: number): Approval => ({
  ...approval,
  status: 'waiting',
  bound,
  since: at,
  revision: approval.revision + 1,
  passed: [],
  proposal: undefined,
  grant: undefined,
  planned: undefined,
  cooled: false,
  due: false,
})

function apply(approval: Approval, entry: Entry): Approval {
  const { id, by, at } = entry
  switch (entry.what) {
    case 'asked':
      return approval
    case 'passed':
      return { ...approval, passed: [...approval.passed, { ...entry.details, id, by, at }] }
    case 'told':
      return { ...approval, told: new Set([...approval.told, entry.details.about]) }
    case 'reworked': {
      const { bound, until } = entry.details
      return { ...renewed(approval, bound, at), until }
    }
    case 'proposed':
      return { ...approval, status: 'changes', proposal: { ...entry.details, id, by, at } }
    case 'accepted': {
      const bound = approval.proposal?.bound
      return bound ? renewed(approval, bound, at) : approval
    }
    case 'granted': {
      const { until } = entry.details
      return { ...approval, status: 'granted', grant: { ...entry.details, id, by, at }, until }
    }
    case 'declined':
    case 'withdrawn':
    case 'ended': {
      const reason =
        entry.what === 'declined' ? entry.details.reason : entry.what === 'ended' ? entry.details.why : ''
      return { ...approval, status: entry.what, end: { what: entry.what, reason, id, by, at } }
    }
    case 'planned':
      return { ...approval, planned: entry.details.at ?? undefined, due: false }
    case 'cooled':
      return { ...approval, cooled: true }
    case 'due':
      return { ...approval, due: true }
    case 'published': {
      const publication = { ...entry.details, id, by, at, linked: false, down: undefined }
      return { ...approval, status: 'published', publication }
    }
    case 'linked':
      return { ...approval, publication: approval.publication && { ...approval.publication, linked: true } }
    case 'down':
      return { ...approval, publication: approval.publication && { ...approval.publication, down: at } }
    case 'forgotten':
      return approval
  }
}
