import { readFileSync, type Stats, statSync } from 'node:fs'
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml'
import type { z } from 'zod'
import { ChaperoneError } from './bot/errors.ts'
import { SURFACES } from './bot/event.ts'
import { RECORD_KINDS } from './bot/ports.ts'
import {
  gapsOf,
  NO_PRACTICE,
  type Practice,
  PracticeFile,
  StaffEntry,
  StrictnessEntry,
  toPractice,
} from './bot/practice.ts'
import { APPROVAL_KEYS, POSTER_KEYS } from './bot/records/posting.ts'
import { ROLES } from './bot/roles.ts'
import { RULES } from './rules/registry.ts'
import { isAllowed } from './rules/strictness.ts'

/** Bytes; a practice of two thousand people stays far below. */
const LARGEST = 1024 * 1024

export interface LoadedPractice {
  practice: Practice
  /** As it was given. */
  path: string
  found: boolean
  /** What verdicts lack because the practice did not say it; one sentence each. */
  gaps: readonly string[]
}

/**
 * Reads and checks the practice file. Without one, a start goes on unless somebody named it (`explicit`).
 * @throws ChaperoneError practice_invalid: one line with file, line and what is expected.
 */
export function loadPractice({ path, explicit }: { path: string; explicit: boolean }): LoadedPractice {
  const source = readText(path, explicit)
  const practice = source === undefined ? NO_PRACTICE : parsePractice(source, path)
  return { practice, path, found: source !== undefined, gaps: gapsOf(practice) }
}

/** @param name of the file, for messages. */
export function parsePractice(source: string, name: string): Practice {
  const lines = new LineCounter()
  // The failsafe schema leaves every value as it is written: a telephone number keeps its plus and its zeros.
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  })
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    says: inPlainWords(error),
  }))
  if (broken.length > 0) throw mistakes(name, broken)
  if (document.contents === null)
    throw refusal(name, 'is empty; practice.example.yml shows what belongs there')
  if (!isMap(document.contents))
    throw refusal(name, 'does not begin with a key, like "name: Maple Street Dental"')
  const parsed = PracticeFile.safeParse(toJs(document, name))
  if (parsed.success) {
    const wrong = unruly(parsed.data, document, lines)
    if (wrong.length > 0) throw mistakes(name, wrong)
    return toPractice(parsed.data)
  }
  throw mistakes(
    name,
    parsed.error.issues.flatMap((issue) => explain(issue, document, lines)),
  )
}

interface Mistake {
  line: number
  says: string
}

function refusal(name: string, says: string, cause?: unknown): ChaperoneError {
  // A key in the file may hold what a terminal would obey.
  const line = `${name} ${says}`.replace(/\p{Cc}/gu, '?')
  return new ChaperoneError('practice_invalid', line, { cause })
}

/** The uppermost one; whoever mends it sees the next. */
function mistakes(name: string, found: readonly Mistake[]): ChaperoneError {
  const [first, ...more] = found.toSorted((a, b) => a.line - b.line) as [Mistake, ...Mistake[]]
  const rest = more.length > 0 ? ` (and ${more.length} more below)` : ''
  return refusal(name, `line ${first.line}: ${first.says}${rest}`)
}

function explain(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): Mistake[] {
  const keys = issue.path.filter((step) => typeof step === 'string')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key], document, lines),
      says: `${[...keys, key.slice(0, 60)].join('.')} is not known here; ${suggestion(key, keys)}`,
    }))
  return [{ line: lineOf(issue.path, document, lines), says: `${keys.join('.')}: ${issue.message}` }]
}

/** Lines of `strictness` about rules that do not exist, or that nobody may turn down. */
function unruly({ strictness }: PracticeFile, document: Document, lines: LineCounter): Mistake[] {
  return strictness.flatMap(({ rule: id, level }, index) => {
    const at = (key: string) => lineOf(['strictness', index, key], document, lines)
    const rule = RULES.find((one) => one.id === id)
    if (rule === undefined)
      return [{ line: at('rule'), says: `strictness.rule: there is no rule ${id}; docs/rules.md lists them` }]
    if (isAllowed(rule, level)) return []
    const says = `strictness.level: ${id} is a red line; it can be turned up to stop, not down`
    return [{ line: at('level'), says }]
  })
}

/** Where this value begins; where it is missing, where the block begins that it belongs in. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && textOf(item.key) === last)
      : undefined
    const node = pair?.key ?? document.getIn(path.slice(0, length), true)
    const range = (node as { range?: readonly number[] } | undefined)?.range
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line
  }
  return 1
}

function textOf(key: unknown): unknown {
  return isScalar(key) ? key.value : undefined
}

/** What may stand where the unknown key does, by the keys above it. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(PracticeFile.shape),
  staff: Object.keys(StaffEntry.shape),
  'staff.ids': SURFACES,
  strictness: Object.keys(StrictnessEntry.shape),
  approval: APPROVAL_KEYS,
  'approval.posters': POSTER_KEYS,
  roles: ROLES,
  retention: Object.keys(RECORD_KINDS),
}

function suggestion(key: string, path: readonly string[]): string {
  const known = KNOWN[path.join('.')] ?? []
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]|s$/g, '')
  const meant = known.find((word) => plain(word) === plain(key))
  return meant ? `write ${meant}` : `known are ${known.join(', ')}`
}

function inPlainWords({ code, message }: YAMLParseError | YAMLWarning): string {
  if (code === 'TAB_AS_INDENT') return 'begins with a tab; indent with spaces'
  if (code === 'DUPLICATE_KEY') return 'this key stands in the file twice; put both together'
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; take the line --- away'
  return `cannot be read from here on (${message.split('\n')[0]?.slice(0, 100)}); look at quotes, colons and indentation`
}

function toJs(document: Document, name: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw refusal(name, 'refers to itself too often; write the values out instead of & and *', error)
  }
}

function readText(path: string, explicit: boolean): string | undefined {
  let bytes: Uint8Array
  try {
    const stats = statSync(path)
    assertReadable(path, stats)
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof ChaperoneError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') throw refusal(path, `cannot be read (${code})`, error)
    if (!explicit) return undefined
    throw refusal(path, 'is not there; write it (practice.example.yml shows how), or leave it out', error)
  }
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw refusal(path, 'is saved as UTF-16; save it as UTF-8')
  if (bytes.includes(0)) throw refusal(path, 'is not a text file')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const line = firstBroken(bytes)
    throw refusal(path, `line ${line}: holds a character that is not UTF-8; save the file as UTF-8`, error)
  }
}

function assertReadable(path: string, stats: Stats): void {
  // Reading a pipe or a device could wait for ever.
  if (!stats.isFile()) throw refusal(path, 'is not a file')
  if (stats.size > LARGEST)
    throw refusal(path, `is larger than ${LARGEST / 1024} KB; a practice file holds names and numbers alone`)
}

function firstBroken(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('utf8').split('\n')
  return lines.findIndex((line) => line.includes('\ufffd')) + 1
}
