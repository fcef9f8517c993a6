import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import type { Category, Kind, Platform, Severity, Verdict } from '../../rules/vocabulary.ts'
import type { Mark, Outcome, Reasons } from './outcome.ts'

/** Posts between two writes; a run that is killed checks at most so many again. */
const BATCH = 500
/** Readable by the account alone: not words, but what was found where. */
const PRIVATE = 0o600

type Line = [
  key: string,
  Verdict,
  Kind,
  Platform | null,
  [rule: string, Category, Severity, number, number][],
]

/**
 * The state of a long run, beside its report: one line for each post that was checked, under a hash of the file
 * and of the post's place in it. No words. The next run of the same command takes them over, as long as `run`
 * (the rules, the practice and the options) is the same, and starts anew otherwise.
 */
export function openState(path: string, run: string, reasons: Reasons) {
  const known = load(path, run)
  const found = known.size
  let gathered = ''
  let waiting = 0

  return {
    /** Posts that an interrupted run has left behind. */
    found,
    known(key: string): Outcome | undefined {
      const line = known.get(key)
      return line === undefined ? undefined : toOutcome(JSON.parse(line), reasons)
    },
    add(key: string, outcome: Outcome): void {
      const line = toLine(key, outcome, reasons)
      if (line === undefined) return
      gathered += `${line}\n`
      if (++waiting >= BATCH) this.flush()
    },
    flush(): void {
      if (gathered !== '') appendFileSync(path, gathered, { mode: PRIVATE })
      gathered = ''
      waiting = 0
    },
    /** The report is written: nothing is left to resume. */
    done(): void {
      rmSync(path, { force: true })
    },
  }
}
export type State = ReturnType<typeof openState>

export function keyOf(fileHash: string, ordinal: number): string {
  return createHash('sha256').update(`${fileHash}:${ordinal}`).digest('base64url').slice(0, 22)
}

function load(path: string, run: string): Map<string, string> {
  const header = `${JSON.stringify({ chaperone: 'audit', version: 1, run })}\n`
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (!text.startsWith(header)) {
    writeFileSync(path, header, { mode: PRIVATE })
    return new Map()
  }
  // A run that was killed may have left half a line, behind which nothing may be written.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
  const lines = whole.slice(header.length).split('\n')
  return new Map(lines.filter(Boolean).map((line) => [line.slice(2, 24), line]))
}

/** Undefined where the reason cannot be found again by its rule: such a post is simply checked once more. */
function toLine(
  key: string,
  { verdict, kind, platform, marks }: Outcome,
  reasons: Reasons,
): string | undefined {
  if (marks.some(({ reason }) => reasons.byRule(reason.rule) !== reason)) return undefined
  const places = marks.map(({ reason, category, severity, start, end }): Line[4][number] => [
    reason.rule,
    category,
    severity,
    start,
    end,
  ])
  return JSON.stringify([key, verdict, kind, platform, places] satisfies Line)
}

function toOutcome([, verdict, kind, platform, places]: Line, reasons: Reasons): Outcome | undefined {
  const marks = places.flatMap(([rule, category, severity, start, end]): Mark[] => {
    const reason = reasons.byRule(rule)
    return reason ? [{ reason, category, severity, start, end }] : []
  })
  return marks.length === places.length ? { verdict, kind, platform, marks } : undefined
}
