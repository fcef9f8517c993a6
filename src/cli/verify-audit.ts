import { HEAD, type TrailReport, verifyTrail } from '../adapters/store/trail/verify.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from './io.ts'
import { withData } from './upkeep/open.ts'

export interface VerifyOptions extends Common {
  head?: string
}

const NOTHING: TrailReport = { entries: 0, head: `0-${'0'.repeat(64)}` }

/** Proves that the audit trail is whole. Exit code 1: it is not, and the first bad record is named. */
export async function runVerifyAudit({ head, json }: VerifyOptions, io: Io): Promise<number> {
  if (head !== undefined && !HEAD.test(head))
    throw new Refused(
      '--head wants a head as an earlier run or the log shows it: a number, a dash, 64 characters',
    )
  const none: TrailReport =
    head === undefined || head === NOTHING.head
      ? NOTHING
      : { ...NOTHING, broken: { record: 'entry 1', says: 'is missing: there is no data at all' } }
  const report = (await withData(io.env, ({ ground }) => verifyTrail(ground, head))) ?? none
  const { entries, broken } = report
  await write(
    io.stdout,
    json
      ? `${JSON.stringify({ whole: broken === undefined, entries, head: report.head, ...(broken ? { first: broken } : {}) })}\n`
      : asText(report),
  )
  return broken ? FOUND : DONE
}

function asText({ entries, head, broken }: TrailReport): string {
  if (broken)
    return `The audit trail is NOT whole. First: ${broken.record} ${broken.says}.\nWhat comes before was proved. Keep the database as it is, and tell the privacy officer.\n`
  return `The audit trail is whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}.\nHead: ${head}\nKeep this line somewhere else; with --head it shows later that no end was cut off.\n`
}
