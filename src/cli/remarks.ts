import type { Remark } from '../bot/ports.ts'
import { type Common, DONE, type Io, Refused, write } from './io.ts'
import { COMMAND_LINE, withData } from './upkeep/open.ts'

export interface RemarksOptions extends Common {
  since?: string
}

/** More than anybody reads; the oldest come first, so --since shows the rest. */
const MOST = 1000
const DAY = /^\d{4}-\d{2}-\d{2}$/

const SORTS: Record<Remark['sort'], string> = {
  not_a_problem: 'Not a problem',
  override: 'Posted all the same',
  unanswered: 'A question without an answer',
  not_helpful: 'An answer that did not help',
  asked: 'A question with an answer',
}

/** What staff said about findings, for whoever tends the rules. Changes nothing, and the trail says that it was read. */
export async function runRemarks({ since, json }: RemarksOptions, io: Io): Promise<number> {
  const from = since === undefined ? 0 : DAY.test(since) ? Date.parse(since) : Number.NaN
  if (Number.isNaN(from)) throw new Refused('--since wants a day like 2026-01-31')
  const remarks = await read(from, io.env)
  await write(io.stdout, json ? `${JSON.stringify({ remarks })}\n` : asText(remarks))
  return DONE
}

async function read(from: number, env: Io['env']): Promise<Remark[]> {
  const found = await withData(env, async ({ store }) => {
    await store.trail.append(COMMAND_LINE, 'listed', 'remark', Date.now())
    return store.remarks.between(from, Number.MAX_SAFE_INTEGER, MOST)
  })
  // What was answered holds no words; it is counted elsewhere.
  return (found ?? []).filter(({ sort }) => sort !== 'asked')
}

function asText(remarks: readonly Remark[]): string {
  if (remarks.length === 0) return 'Nobody has said anything about a finding.\n'
  const blocks = remarks.map(({ at, sort, rules, platform, verdict, example, reason }) =>
    [
      `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC  ${SORTS[sort]} (${verdict}${platform ? `, ${platform}` : ''})`,
      `  rules   ${rules.join(', ')}`,
      `  reason  ${reason}`,
      ...(example ? [`  draft   ${example.replaceAll('\n', '\n          ')}`] : []),
    ].join('\n'),
  )
  // What people pasted may hold what a terminal would obey.
  return `${blocks.join('\n\n').replace(/[^\P{Cc}\n]/gu, ' ')}\n`
}
