import { codeMutants } from './code.ts'
import { alternations, around, entryEnd, type Literal, scan } from './scan.ts'

export interface Mutant {
  line: number
  /** What was done, in a few words. */
  what: string
  source: string
}
/** A stretch of the file and what comes in its place. */
export interface Change {
  from: number
  to: number
  put: string
  what: string
}
/** What a mutant is made of: the file, its literals, its code alone. */
export interface File {
  source: string
  literals: readonly Literal[]
  code: string
}

/** Longer lists of single words are lists of data: half of one goes at a time, or no examples could be enough. */
const SHORT = 4
/** A list that no word of a draft is on. */
const NOTHING = 'time'

/** The rule with one thing changed, for each thing that its condition is made of. */
export function mutantsOf(source: string): Mutant[] {
  const file = { source, ...scan(source) }
  const told = silent(file.code)
  const changes = [...entries(file), ...expressions(file), ...codeMutants(file)].filter(
    ({ from }) => !told.some((range) => from >= range.from && from < range.to),
  )
  const made = changes.map(({ from, to, put, what }) => ({
    line: lineOf(source, from),
    what,
    source: source.slice(0, from) + put + source.slice(to),
  }))
  return [...made, ...lists(file), ...gaps(file)].filter((mutant) => mutant.source !== source)
}

/** Imports, and what a rule says about itself: everything of it before its condition. */
function silent(code: string): { from: number; to: number }[] {
  const imports = [...code.matchAll(/^(?:import|export type|interface|type)\b[\s\S]*?\n(?=\S)/gm)].map(
    (m) => ({
      from: m.index,
      to: m.index + m[0].length,
    }),
  )
  const rule = code.indexOf('export default')
  const match = code.indexOf('match', rule)
  return rule < 0 ? imports : [...imports, { from: rule, to: match < 0 ? code.length : match }]
}

/** Each phrase of a list gone; of a long list of words each half. */
function entries({ source, literals, code }: File): Change[] {
  const lists = new Map<number, Literal[]>()
  for (const literal of literals) {
    const open = around(code, literal.from)
    const alone = /[[,]\s*$/.test(code.slice(0, literal.from)) && /^\s*[\],]/.test(code.slice(literal.to))
    const list = open >= 0 && code[open] === '[' && !/[\w)\]]$/.test(code.slice(0, open))
    if (list && alone) lists.set(open, [...(lists.get(open) ?? []), literal])
  }
  const without = (from: number, last: number, what: string): Change => {
    const end = entryEnd(code, last)
    return { from, to: code[end] === ',' ? end + 1 : end, put: '', what }
  }
  return [...lists.values()].flatMap((list) => {
    const text = ({ from, to }: Literal) => source.slice(from + 1, to - 1)
    const [only] = list
    // An empty list of phrases would fit everywhere.
    if (only !== undefined && list.length === 1)
      return [{ from: only.from, to: only.to, put: `'{${NOTHING}}'`, what: `without ${short(text(only))}` }]
    const words = list.every((each) => /^[\w.'-]+$/.test(text(each)))
    if (!words || list.length <= SHORT)
      return list.map((each) => without(each.from, each.to, `without ${short(text(each))}`))
    return halves(list).map((half) => {
      const [first, last] = [half[0] as Literal, half.at(-1) as Literal]
      return without(first.from, last.to, `without ${short(text(first))} … ${short(text(last))}`)
    })
  })
}

/** Regular expressions: an alternative gone, a bound moved. */
function expressions({ source, literals }: File): Change[] {
  return literals
    .filter(({ type }) => type === 'regex')
    .flatMap(({ from, to }) => {
      const start = from + 1
      const body = source.slice(start, source.lastIndexOf('/', to))
      const gone = alternations(body).flatMap((group) => {
        const parts = group.length > SHORT ? halves(group) : group.map((each) => [each])
        return parts.map((part): Change => {
          const [first, last] = [part[0] as { from: number }, part.at(-1) as { to: number }]
          // The bar behind goes with it, or the one before.
          const behind = body[last.to] === '|'
          const [a, b] = behind ? [first.from, last.to + 1] : [first.from - 1, last.to]
          const what = `without ${short(body.slice(first.from, last.to))}`
          return { from: start + a, to: start + b, put: '', what }
        })
      })
      const bounds = [...body.matchAll(/\{(\d+)(?:,(\d+))?\}/g)].map((m): Change => {
        const [whole, least, most] = m
        const put = most === undefined ? `{${Number(least) + 1}}` : `{${least}}`
        return { from: start + m.index, to: start + m.index + whole.length, put, what: `${whole} → ${put}` }
      })
      return [...gone, ...bounds]
    })
}

/** Every {class} of the phrases exchanged for a list that is empty. */
function lists(file: File): Mutant[] {
  const names = new Set(
    phraseTexts(file).flatMap((text) =>
      [...text.matchAll(/\{([a-z][\w.|-]*)\}(?![*?])/g)].flatMap((m) => (m[1] as string).split('|')),
    ),
  )
  return [...names].map((name) =>
    everywhere(
      file,
      (text) =>
        text.replace(/\{([a-z][\w.|-]*)\}/g, (_, all: string) => {
          const left = all.split('|').map((each) => (each === name ? NOTHING : each))
          return `{${left.join('|')}}`
        }),
      `{${name}} → {${NOTHING}}`,
      `{${name}`,
    ),
  )
}

/** The gaps of all phrases closed, and opened wide. */
function gaps(file: File): Mutant[] {
  if (!phraseTexts(file).some((text) => /\.\.[1-9]/.test(text))) return []
  const set = (to: number) =>
    everywhere(file, (text) => text.replace(/\.\.[1-9]/g, `..${to}`), `every gap → ..${to}`, '..')
  return [set(0), set(9)]
}

function phraseTexts({ source, literals }: File): string[] {
  return literals.filter(({ type }) => type === 'text').map(({ from, to }) => source.slice(from, to))
}

function everywhere(
  { source, literals }: File,
  change: (text: string) => string,
  what: string,
  first: string,
): Mutant {
  let out = ''
  let at = 0
  for (const { type, from, to } of literals) {
    if (type !== 'text') continue
    out += source.slice(at, from) + change(source.slice(from, to))
    at = to
  }
  return { line: lineOf(source, Math.max(0, source.indexOf(first))), what, source: out + source.slice(at) }
}

function halves<T>(list: readonly T[]): T[][] {
  const middle = list.length >> 1
  return [list.slice(0, middle), list.slice(middle)]
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length
}

function short(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 58)}…` : text}"`
}
