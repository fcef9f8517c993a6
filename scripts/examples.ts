import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { z } from 'zod'
import type { PracticeFacts } from '../src/rules/facts.ts'
import type { Draft } from '../src/rules/verdict.ts'
import { ACCOUNTS, CATEGORIES, KINDS, PLATFORMS, VERDICTS } from '../src/rules/vocabulary.ts'
import { examplesPath } from './rules.ts'

/** How many a rule needs before it counts as explained and tested. */
export const ENOUGH = { flag: 8, pass: 8, pairs: 2 } as const

const lines = z.array(z.string()).optional()
const about = {
  kind: z.enum(KINDS).optional(),
  platform: z.enum(PLATFORMS).optional(),
  account: z.enum(ACCOUNTS).optional(),
  context: z.string().optional(),
  practice: z
    .strictObject({
      name: z.string().optional(),
      staff: lines,
      phones: lines,
      addresses: lines,
      emails: lines,
      handles: lines,
      urls: lines,
      services: lines,
    })
    .optional(),
}
/** What the finding weighs and says it is, where an example promises that. */
const promised = {
  severity: z.enum(VERDICTS).exclude(['clear']).optional(),
  category: z.enum(CATEGORIES).optional(),
}
const marked = z.string().refine((text) => strip(text).marks.length > 0, {
  error: 'needs [[ ]] around what the finding points at',
})
const unmarked = z.string().refine((text) => strip(text).marks.length === 0, {
  error: 'is to pass, so nothing in it can be marked with [[ ]]',
})
const File = z.strictObject({
  flag: z.array(z.strictObject({ text: marked, ...about, ...promised })),
  pass: z.array(z.strictObject({ text: unmarked, ...about })),
  pairs: z.array(z.strictObject({ flag: marked, pass: unmarked, ...about, ...promised })),
})

export interface Mark {
  start: number
  end: number
}
export interface Example {
  /** "flag 3", "pair 1 (pass)": what a message calls it. */
  label: string
  line: number
  draft: Draft
  practice: PracticeFacts | undefined
  /** What the rule must point at; none in what it must pass. */
  marks: readonly Mark[]
  severity?: string | undefined
  category?: string | undefined
}
export interface Examples {
  path: string
  flag: readonly Example[]
  pass: readonly Example[]
  pairs: readonly { flag: Example; pass: Example }[]
}

/** Takes the marks out of a text and says where they stood. */
export function strip(text: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let out = ''
  for (const [i, piece] of text.split(/\[\[(.+?)\]\]/s).entries()) {
    if (i % 2 === 1) marks.push({ start: out.length, end: out.length + piece.length })
    out += piece
  }
  return { text: out, marks }
}

/** Reads the examples of a rule. Throws one line for each mistake, with file, line and entry. */
export function readExamples(root: string, rulePath: string): Examples {
  const path = examplesPath(rulePath)
  if (!existsSync(join(root, path)))
    throw new Error(
      `${rulePath} has no examples. Write ${path}: what the rule finds, what it passes, and pairs.`,
    )
  const counter = new LineCounter()
  const document = parseDocument(readFileSync(join(root, path), 'utf8'), { lineCounter: counter })
  const broken = document.errors[0]
  if (broken)
    throw new Error(
      `${path}:${counter.linePos(broken.pos[0]).line} is not YAML: ${broken.message.split('\n')[0]}`,
    )
  const lineOf = (section: string, index: number) => {
    const list = (document.contents as YAMLMap | null)?.get?.(section, true) as YAMLSeq | undefined
    const range = (list?.items?.[index] as { range?: [number] } | undefined)?.range
    return range ? counter.linePos(range[0]).line : 1
  }
  const read = File.safeParse(document.toJS() ?? {})
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => mistake(path, issue, lineOf)).join('\n'))
  const { flag, pass, pairs } = read.data
  return {
    path,
    flag: flag.map((entry, i) => exampleOf(entry.text, entry, `flag ${i + 1}`, lineOf('flag', i))),
    pass: pass.map((entry, i) => exampleOf(entry.text, entry, `pass ${i + 1}`, lineOf('pass', i))),
    pairs: pairs.map((entry, i) => ({
      flag: exampleOf(entry.flag, entry, `pair ${i + 1} (flag)`, lineOf('pairs', i)),
      pass: exampleOf(entry.pass, entry, `pair ${i + 1} (pass)`, lineOf('pairs', i)),
    })),
  }
}

type Entry = Omit<Draft, 'text'> & { practice?: PracticeFacts | undefined } & {
  severity?: string | undefined
  category?: string | undefined
}

function exampleOf(source: string, entry: Entry, label: string, line: number): Example {
  const { kind, platform, account, context, practice, severity, category } = entry
  const { text, marks } = strip(source)
  return {
    label,
    line,
    marks,
    practice,
    severity,
    category,
    draft: { text, kind, platform, account, context },
  }
}

function mistake(
  path: string,
  issue: z.core.$ZodIssue,
  lineOf: (section: string, i: number) => number,
): string {
  const [section, index, ...rest] = issue.path
  if (section === undefined) return `${path}: ${issue.message}. It holds three lists: flag, pass and pairs.`
  if (typeof index !== 'number') return `${path}: ${String(section)}: ${issue.message}`
  const name = section === 'pairs' ? 'pair' : String(section)
  const field = rest.length > 0 ? ` ${rest.join('.')}` : ''
  return `${path}:${lineOf(String(section), index)} ${name} ${index + 1}:${field} ${issue.message}`
}

/** The rule's examples with what keeps them from being enough, in words that say what to write next. */
export function shortfalls(examples: Examples): string[] {
  const counts = { flag: examples.flag.length, pass: examples.pass.length, pairs: examples.pairs.length }
  const meaning = {
    flag: 'drafts that it must find, with [[ ]] around what it points at',
    pass: 'drafts that it must leave alone',
    pairs: 'pairs, in which one small change decides',
  }
  const missing = (['flag', 'pass', 'pairs'] as const).filter((section) => counts[section] < ENOUGH[section])
  return missing.map(
    (section) =>
      `${examples.path} has too few examples under "${section}": ${counts[section]} of ${ENOUGH[section]}. ` +
      `Write ${ENOUGH[section] - counts[section]} more: ${meaning[section]}.`,
  )
}
