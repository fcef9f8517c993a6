import type { RegisterRecord } from '../../register.ts'
import { dayOf } from '../authorization/days.ts'
import { type Approval, readApproval } from './model.ts'

const HOUR_MS = 3_600_000
/** A go-ahead that ends within this time is called expiring. */
export const EXPIRING_MS = 48 * HOUR_MS

interface Line {
  number: string
  platform: string
  kind: string
}

/** What somebody has to do about approvals. No word of a draft. Times: milliseconds since 1970. */
export interface Waiting {
  /** For a second pair of eyes. `whom`: "surface:id" of those who were reached; empty: nobody was. */
  decide: readonly (Line & { since: number; until: number; author: string; whom: readonly string[] })[]
  /** For whoever asked: a change was asked for. */
  change: readonly (Line & { since: number; until: number; author: string })[]
  /** A go-ahead ends soon, and nothing has gone out. */
  expiring: readonly (Line & { until: number; author: string })[]
  /** Goes out on this local day, or should have gone out before. `late`: its time is over. */
  planned: readonly (Line & { at: number; author: string; late: boolean })[]
  /** Went out without a go-ahead that held, and is still up. */
  ahead: readonly (Line & { at: number; by: string; url: string; verdict: string })[]
}

/** @param timeZone IANA name: where a day begins and ends. */
export const waiting = (records: readonly RegisterRecord[], now: number, timeZone: string): Waiting =>
  waitingOf(approvalsIn(records), now, timeZone)

export function waitingOf(all: readonly Approval[], now: number, timeZone: string): Waiting {
  const open = all.filter(({ status, until }) => status !== 'published' && now < until)
  const granted = open.filter(({ status }) => status === 'granted')
  const today = dayOf(now, timeZone)
  return {
    decide: open
      .filter(({ status }) => status === 'waiting')
      .map((one) => ({
        ...lineOf(one),
        since: one.since,
        until: one.until,
        author: one.author,
        whom: [...new Set(one.passed.filter(({ reached }) => reached).map(({ to }) => to))],
      })),
    change: open
      .filter(({ status }) => status === 'changes')
      .map((one) => ({
        ...lineOf(one),
        since: one.proposal?.at ?? one.since,
        until: one.until,
        author: one.author,
      })),
    expiring: granted
      .filter(({ until }) => until - now <= EXPIRING_MS)
      .map((one) => ({ ...lineOf(one), until: one.until, author: one.author })),
    planned: granted.flatMap((one) => {
      const at = one.planned
      if (at === undefined || (at > now && dayOf(at, timeZone) !== today)) return []
      return [{ ...lineOf(one), at, author: one.author, late: at <= now }]
    }),
    ahead: all.flatMap((one) => {
      const { publication } = one
      if (!publication?.ahead || publication.down !== undefined) return []
      const { at, by, url, verdict } = publication
      return [{ ...lineOf(one), at, by, url, verdict }]
    }),
  }
}

/** What is online and somebody watches over. `codes`: of the forms that it relies on. */
export interface Watched extends Line {
  url: string
  at: number
  by: string
  ahead: boolean
  codes: readonly string[]
}

/** Newest first. */
export function watchList(records: readonly RegisterRecord[]): Watched[] {
  return approvalsIn(records)
    .flatMap((one) => {
      const { publication, bound } = one
      if (!publication || publication.down !== undefined) return []
      const { url, at, by, ahead, platform } = publication
      return [{ ...lineOf(one), platform, url, at, by, ahead, codes: bound.forms.map(({ code }) => code) }]
    })
    .sort((one, other) => other.at - one.at)
}

const approvalsIn = (records: readonly RegisterRecord[]): Approval[] =>
  records.map(readApproval).filter((one) => one !== undefined)

const lineOf = ({ number, bound: { platform, kind } }: Approval): Line => ({ number, platform, kind })
