import type { RegisterRecord } from '../../register.ts'
import { ApprovalBody, type Entry, type Words } from './entries.ts'
import { type Approval, OPEN, readApproval } from './model.ts'

export const DAY_MS = 86_400_000
/** How long the words of what went out are kept: long enough to compare them with what is online. */
export const KEPT_MS = 3 * DAY_MS

/** What is to be written into the register. */
export interface Written {
  body: ApprovalBody
  state: string
  ended: number | null
}

export function begun(asked: Entry & { what: 'asked' }, words: Words): Written {
  const body: ApprovalBody = { shape: 1, entries: [asked], words: { [asked.details.bound.words]: words } }
  return { body, state: 'waiting', ended: null }
}

/**
 * The record with these entries behind its own. An entry whose id is there already is not written again. Words that
 * nobody needs any more are left out: a draft is kept only as long as something can still come of it.
 * Undefined: there is nothing to write.
 */
export function withEntries(
  record: RegisterRecord,
  entries: readonly Entry[],
  words: Readonly<Record<string, Words>> = {},
): Written | undefined {
  const before = ApprovalBody.safeParse(record.body)
  if (!before.success) return undefined
  const there = new Set(before.data.entries.map(({ id }) => id))
  const fresh = entries.filter(({ id }) => !there.has(id))
  if (fresh.length === 0) return undefined
  const body: ApprovalBody = {
    shape: 1,
    entries: [...before.data.entries, ...fresh],
    words: { ...before.data.words, ...words },
  }
  const approval = readApproval({ ...record, body })
  if (!approval) return undefined
  const needed = neededWords(approval)
  const kept = Object.fromEntries(Object.entries(body.words).filter(([name]) => needed.includes(name)))
  return { body: { ...body, words: kept }, state: approval.status, ended: endOfRecord(approval) }
}

function neededWords({ status, bound, proposal, entries }: Approval): string[] {
  if (entries.some(({ what }) => what === 'forgotten')) return []
  if (status === 'published') return [bound.words]
  if (!OPEN.includes(status)) return []
  return [bound.words, ...(proposal?.bound ? [proposal.bound.words] : [])]
}

/** When it was last in effect: what is online is there by this go-ahead. */
function endOfRecord({ status, end, publication }: Approval): number | null {
  if (OPEN.includes(status)) return null
  return publication ? (publication.down ?? null) : (end?.at ?? null)
}
