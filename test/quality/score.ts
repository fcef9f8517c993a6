import type { Checker, Result } from '../../src/rules/verdict.ts'
import { CATEGORIES, type Category, REPLIES, type Verdict } from '../../src/rules/vocabulary.ts'
import type { Line } from './lines.ts'

/** `of` is what could have been hit; nothing to hit is no 100 %. */
export interface Share {
  hits: number
  of: number
}

export interface Judged {
  line: Line
  result: Result
  flagged: boolean
  /** The verdict that the label asks for. */
  wanted: Verdict
  exact: boolean
  /** One of the labelled categories is among the findings. */
  named: boolean
}

export interface Score {
  lines: number
  figures: Readonly<Record<Figure, Share>>
  categories: Readonly<Partial<Record<Category, { lines: number; flagged: number; named: number }>>>
}

/** In the order in which they are printed. */
export const FIGURES = [
  'violations flagged',
  'needs-authorization flagged',
  'needs-authorization with exactly that verdict',
  'safe replies flagged',
  'ordinary posts flagged',
  'precision',
  'recall',
  'verdict exact',
  'right category named',
  'names found',
  'safe lines flagged for a name',
] as const
export type Figure = (typeof FIGURES)[number]

export function judge(engine: Checker, lines: readonly Line[]): Judged[] {
  return lines.map((line) => {
    const { text, kind, platform, account, context, practice, rules } = line
    const result = engine.check({ text, kind, platform, account, context }, practice)
    const found = new Set(result.findings.map(({ category }) => category))
    const wanted = wantedOf(line)
    return {
      line,
      result,
      flagged: result.verdict !== 'clear',
      wanted,
      exact: result.verdict === wanted,
      named: rules.some((category) => found.has(category)),
    }
  })
}

/** A violation is a stop, except where all that is wrong is a claim: that is a caution. */
export function wantedOf({ label, rules }: Pick<Line, 'label' | 'rules'>): Verdict {
  if (label === 'ok') return 'clear'
  if (label === 'needs_authorization') return 'needs_authorization'
  return rules.length > 0 && rules.every((category) => category === 'ftc-claim') ? 'caution' : 'stop'
}

export function score(judged: readonly Judged[]): Score {
  const bad = judged.filter(({ line }) => line.label !== 'ok')
  const safe = judged.filter(({ line }) => line.label === 'ok')
  const violations = bad.filter(({ line }) => line.label === 'violation')
  const needing = bad.filter(({ line }) => line.label === 'needs_authorization')
  const toName = bad.filter(({ line }) => line.rules.length > 0)
  const withName = bad.filter(({ line }) => line.rules.includes('name'))
  const flagged = judged.filter((each) => each.flagged)
  const isFlagged = (each: Judged) => each.flagged
  const hasName = ({ result }: Judged) => result.findings.some(({ category }) => category === 'name')
  return {
    lines: judged.length,
    figures: {
      'violations flagged': share(violations, isFlagged),
      'needs-authorization flagged': share(needing, isFlagged),
      'needs-authorization with exactly that verdict': share(needing, ({ exact }) => exact),
      'safe replies flagged': share(safe.filter(isReply), isFlagged),
      'ordinary posts flagged': share(
        safe.filter((each) => !isReply(each)),
        isFlagged,
      ),
      precision: share(flagged, ({ line }) => line.label !== 'ok'),
      recall: share(bad, isFlagged),
      'verdict exact': share(judged, ({ exact }) => exact),
      'right category named': share(toName, ({ named }) => named),
      'names found': share(withName, hasName),
      'safe lines flagged for a name': share(safe, hasName),
    },
    categories: byCategory(bad),
  }
}

function byCategory(bad: readonly Judged[]): Score['categories'] {
  const rows = CATEGORIES.map((category) => {
    const own = bad.filter(({ line }) => line.rules.includes(category))
    const names = own.filter(({ result }) => result.findings.some((finding) => finding.category === category))
    return [
      category,
      { lines: own.length, flagged: own.filter((each) => each.flagged).length, named: names.length },
    ] as const
  })
  return Object.fromEntries(rows.filter(([, { lines }]) => lines > 0))
}

function isReply({ line, result }: Judged): boolean {
  return REPLIES.includes(line.kind ?? result.kind)
}

function share(all: readonly Judged[], hit: (each: Judged) => boolean): Share {
  return { hits: all.filter(hit).length, of: all.length }
}

/** What --show can list. */
export const SHOWS = {
  misses: (each) => each.line.label !== 'ok' && !each.flagged,
  false: (each) => each.line.label === 'ok' && each.flagged,
  verdict: (each) => !each.exact,
  category: (each) => each.line.label !== 'ok' && each.flagged && each.line.rules.length > 0 && !each.named,
} as const satisfies Record<string, (each: Judged) => boolean>
export type Show = keyof typeof SHOWS
