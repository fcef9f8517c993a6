import type { LeftOut, Opened } from '../../../adapters/exports/open.ts'
import type { Severity } from '../../../rules/vocabulary.ts'
import { type Found, ORDER, ranked, type Tally } from '../tally.ts'

/** All that a report says, whatever it is written as. */
export interface Report {
  /** Undefined: there is no practice file. */
  practice: string | undefined
  /** Local to the practice: YYYY-MM-DD, and the same with the time of day. */
  today: string
  made: string
  since: string | undefined
  quotes: boolean
  rules: number
  tally: Tally
  /** In the order in which a person should look at them. */
  found: readonly Found[]
  sections: readonly { verdict: Severity; found: readonly Found[] }[]
  /** By number: what `file` of a found or missed item means. */
  files: readonly { name: string; format: string; bytes: number; hash: string; oldText: boolean }[]
  leftOut: readonly LeftOut[]
  others: number
  messages: number
  sameFiles: number
}

export function reportOf(
  parts: Pick<Report, 'practice' | 'today' | 'made' | 'since' | 'quotes' | 'rules' | 'tally'>,
  opened: Opened,
): Report {
  const found = ranked(parts.tally.found)
  return {
    ...parts,
    found,
    sections: ORDER.map((verdict) => ({ verdict, found: found.filter((each) => each.verdict === verdict) })),
    files: opened.files.map(({ source, survey, format }) => ({
      name: nameOf(source),
      format: format.name,
      bytes: survey.bytes,
      hash: survey.hash,
      oldText: survey.encoding === 'windows-1252',
    })),
    leftOut: opened.leftOut,
    others: opened.others,
    messages: opened.messages,
    sameFiles: opened.twice,
  }
}

export function nameOf({ given, inside }: { given: string; inside?: string }): string {
  const base = given.replaceAll('\\', '/').replace(/\/+$/, '')
  const name = base.slice(base.lastIndexOf('/') + 1)
  return inside === undefined ? name : `${name}/${inside}`
}
