import type { PracticeFacts } from './facts.ts'
import type { Rule } from './kit.ts'
import type { Finding } from './verdict.ts'
import type { Platform, Severity } from './vocabulary.ts'

/** How grave a practice wants a rule to be; `mute`: its findings are not shown and decide nothing. */
export const LEVELS = ['stop', 'needs_authorization', 'caution', 'mute'] as const
export type Level = (typeof LEVELS)[number]

/** A rule that a practice turned up, down or off, and who answers for it. */
export interface Adjustment {
  /** Rule id, "claims/painless". */
  rule: string
  level: Level
  /** Only on these; absent or empty: everywhere. */
  platforms?: readonly Platform[] | undefined
  reason: string
  /** The person who decided. */
  by: string
}

export interface Weighed {
  /** As grave as the practice wants them. */
  findings: readonly Finding[]
  /** What muted rules found: it decides nothing, and no catch-all speaks about the same words again. */
  muted: readonly Finding[]
  /** One sentence for each muted rule that would have spoken: silence is never mistaken for nothing found. */
  notes: readonly string[]
}

/** A red line can be turned up and nothing else. */
export function isAllowed(rule: Pick<Rule, 'redLine'>, level: Level): boolean {
  return rule.redLine !== true || level === 'stop'
}

/** Gives findings the weight that the practice wants. What could not be checked stays unchecked. */
export function weigh(
  findings: readonly Finding[],
  { strictness }: PracticeFacts,
  platform: Platform | null,
  redLines: ReadonlySet<string>,
): Weighed {
  if (!strictness?.length || findings.length === 0) return { findings, muted: [], notes: [] }
  const wanted = new Map<string, Adjustment>()
  // The later of two lines wins; one that names the platform wins over one that holds everywhere.
  for (const one of strictness) {
    const places = one.platforms ?? []
    if (!isAllowed({ redLine: redLines.has(one.rule) }, one.level)) continue
    if (
      places.length === 0 ? wanted.get(one.rule)?.platforms?.length : !platform || !places.includes(platform)
    )
      continue
    wanted.set(one.rule, one)
  }
  const kept: Finding[] = []
  const muted: Finding[] = []
  const notes = new Set<string>()
  for (const each of findings) {
    const level = wanted.get(each.rule)
    if (level === undefined) kept.push(each)
    else if (level.level === 'mute') {
      muted.push(each)
      notes.add(noteOf(level))
    } else kept.push({ ...each, severity: level.level satisfies Severity })
  }
  return { findings: kept, muted, notes: [...notes] }
}

function noteOf({ rule, platforms, reason, by }: Adjustment): string {
  const where = platforms?.length ? ` on ${platforms.join(', ')}` : ''
  return `The rule ${rule} would have spoken here; your practice turned it off${where} (${by}: ${reason}).`
}
