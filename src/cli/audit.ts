import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { formatsOf } from '../adapters/exports/detect.ts'
import { type LeftOut, openAll } from '../adapters/exports/open.ts'
import { inert } from '../adapters/terminal/inert.ts'
import { factsOf } from '../bot/practice.ts'
import { openEngine } from '../library.ts'
import { RULES } from '../rules/registry.ts'
import type { Platform } from '../rules/vocabulary.ts'
import { createCalendar, isDay } from './audit/calendar.ts'
import { LEFT_OUT, NOT_READ, VERDICT_NAMES } from './audit/copy.ts'
import { createReasons } from './audit/outcome.ts'
import { createProgress } from './audit/progress.ts'
import { readPosts } from './audit/read-posts.ts'
import { jsonReport } from './audit/report/json.ts'
import { type Report, reportOf } from './audit/report/model.ts'
import { count, rangeLine } from './audit/report/say.ts'
import { runIdOf } from './audit/run-id.ts'
import { openState } from './audit/state.ts'
import { ORDER } from './audit/tally.ts'
import { FORMS, writeReport } from './audit/write-report.ts'
import { createLines } from './check/lines.ts'
import { type Common, DONE, FOUND, type Io, Refused, WRONG, write } from './io.ts'
import { openPractice } from './practice.ts'

export interface AuditOptions extends Common {
  out?: string
  force?: boolean
  platform?: Platform
  since?: string
  /** False: the report leaves the words of posts out. */
  quotes?: boolean
}

const DEFAULT_OUT = 'audit-report.md'

/**
 * Checks what was posted already. Exit code: 2 when something could not be read, otherwise 1 when something was
 * found or left unchecked, otherwise 0.
 */
export async function runAudit(paths: readonly string[], options: AuditOptions, io: Io): Promise<number> {
  const out = outOf(options)
  if (options.since !== undefined && !isDay(options.since))
    throw new Refused('--since needs a date like 2026-01-31')
  const { practice } = openPractice(options.practice, io.env)
  const calendar = createCalendar(practice.timeZone)
  const facts = factsOf(practice)
  const progress = createProgress(io.stderr, () => performance.now())
  const interrupt = createInterrupt()
  const reasons = createReasons(RULES)
  let state: ReturnType<typeof openState> | undefined
  try {
    let size = 0
    const opened = await openAll(paths, formatsOf(createLines), (bytes) => {
      if (interrupt.asked()) throw new Refused(stoppedLine(0, out))
      size += bytes
      progress.tell(() => `looking at the files: ${megabytes(size)}`)
    })
    progress.end()
    // The name of a file inside an export can be somebody's name.
    const lines = leftOutLines(opened.leftOut)
    const last = opened.files.length === 0 ? lines.pop() : undefined
    for (const line of lines) await write(io.stderr, `chaperone: ${line}\n`)
    if (opened.files.length === 0) throw new Refused(last ?? 'there is nothing to audit')

    if (out !== undefined) {
      state = openState(`${out}.resume`, runIdOf({ facts, platform: options.platform }), reasons)
      if (state.found > 0) await write(io.stderr, `chaperone: going on after ${count(state.found, 'post')}\n`)
    }
    const tally = await readPosts({
      files: opened.files,
      engine: openEngine(),
      facts,
      reasons,
      calendar,
      platform: options.platform,
      since: options.since,
      quotes: options.quotes !== false,
      state,
      onItem: (posts, bytes) =>
        progress.tell(() => `${count(posts, 'post')} read, ${percent(bytes, opened)}`),
      stopped: interrupt.asked,
    })
    state?.flush()
    if (interrupt.asked()) throw new Refused(stoppedLine(tally.posts, out))

    const now = new Date()
    const report = reportOf(
      {
        practice: practice.name,
        today: calendar.dayOf(now.getTime()),
        made: new Intl.DateTimeFormat('en-US', {
          dateStyle: 'long',
          timeStyle: 'short',
          timeZone: practice.timeZone,
        }).format(now),
        since: options.since,
        quotes: options.quotes !== false,
        rules: RULES.length,
        tally,
      },
      opened,
    )
    progress.end()
    if (out !== undefined) await writeReport(out, formOf(out)(report))
    state?.done()
    if (options.json) for (const piece of jsonReport(report)) await write(io.stdout, piece)
    else await write(io.stdout, summaryOf(report, out ?? ''))
    return codeOf(report)
  } finally {
    progress.end()
    state?.flush()
    interrupt.done()
  }
}

/** The name of a file inside an export can be somebody's name: only what was typed is told. */
function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(
    ({ given, inside, why }) => `${inert(given)}${inside ? ' (a file inside)' : ''} ${LEFT_OUT[why]}`,
  )
}

/** With --json a report is written only where one is asked for. */
function outOf({ out, json, force }: AuditOptions): string | undefined {
  const path = out ?? (json ? undefined : DEFAULT_OUT)
  if (path === undefined) return undefined
  formOf(path)
  if (existsSync(path) && !force) throw new Refused(`${inert(path)} is there already; --force writes over it`)
  try {
    accessSync(dirname(path), constants.W_OK)
  } catch {
    throw new Refused(`${inert(dirname(path))} is no folder that can be written to`)
  }
  return path
}

function formOf(path: string): (report: Report) => Generator<string> {
  const form = FORMS[extname(path).toLowerCase()]
  if (form === undefined) throw new Refused('--out needs a file that ends in .md, .csv or .html')
  return form
}

function codeOf({ tally, leftOut }: Report): number {
  if (tally.unread + leftOut.length > 0) return WRONG
  return tally.found.length > 0 ? FOUND : DONE
}

function summaryOf(report: Report, out: string): string {
  const { tally } = report
  const lines = [...ORDER, 'clear' as const].map(
    (verdict) => `  ${String(tally.verdicts[verdict]).padStart(6)}  ${VERDICT_NAMES[verdict]}`,
  )
  const missed = tally.unread + report.leftOut.length
  if (missed > 0) lines.push(`  ${String(missed).padStart(6)}  ${NOT_READ}`)
  return `${rangeLine(report)}\n${lines.join('\n')}\nThe report is in ${inert(out)}. Keep it like a chart.\n`
}

function stoppedLine(posts: number, out: string | undefined): string {
  const again = out === undefined ? '' : '; the same command again goes on from here'
  return `stopped after ${count(posts, 'post')}${again}`
}

/** The first signal asks to stop between two posts; a second one ends the program as usual. */
function createInterrupt() {
  let asked = false
  const ask = () => {
    asked = true
    done()
  }
  const done = () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, ask)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask)
  return { asked: () => asked, done }
}

function percent(bytes: number, { files }: { files: readonly { survey: { bytes: number } }[] }): string {
  const all = files.reduce((sum, { survey }) => sum + survey.bytes, 0)
  return `${Math.floor((bytes / Math.max(all, 1)) * 100)} %`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
