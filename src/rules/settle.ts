import type { Finding } from './verdict.ts'
import { VERDICTS, type Verdict } from './vocabulary.ts'

const weight = (severity: Verdict) => VERDICTS.indexOf(severity)

/**
 * In the order in which they stand; of several that say the same of the same words, the gravest stays.
 * A catch-all finding (`reply/unaccounted`) goes where a rule has said something better about its words, even if
 * the practice muted that rule.
 */
export function settle(
  findings: readonly Finding[],
  fallbacks: ReadonlySet<string>,
  muted: readonly Finding[] = [],
): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      weight(b.severity) - weight(a.severity) ||
      Number(fallbacks.has(a.rule)) - Number(fallbacks.has(b.rule)) ||
      b.end - a.end,
  )
  const better = [...sorted, ...muted].filter((each) => !fallbacks.has(each.rule))
  if (muted.length > 0) better.sort((a, b) => a.start - b.start)
  const kept = new Set<Finding>()
  const lastOf = new Map<string, Finding>()
  let from = 0
  for (const each of sorted) {
    if (fallbacks.has(each.rule)) {
      while (from < better.length && (better[from] as Finding).end <= each.start) from++
      if (outdone(each, better, from)) continue
    }
    const before = lastOf.get(each.category)
    if (before !== undefined && each.start < before.end) {
      if (weight(each.severity) <= weight(before.severity)) continue
      kept.delete(before)
    }
    kept.add(each)
    lastOf.set(each.category, each)
  }
  return [...kept]
}

/** What these say leaves open what was told; a catch-all that names it stays beside them. */
const WHO: ReadonlySet<string> = new Set(['patient-status', 'name', 'date', 'age', 'location'])

/** Whether a finding as grave stands within the words of a catch-all and says what it says, or better. */
function outdone(catchAll: Finding, better: readonly Finding[], from: number): boolean {
  for (let i = from; i < better.length; i++) {
    const other = better[i] as Finding
    if (other.start >= catchAll.end) return false
    const says =
      catchAll.category === 'patient-status' ||
      other.category === catchAll.category ||
      !WHO.has(other.category)
    if (says && other.end > catchAll.start && weight(other.severity) >= weight(catchAll.severity)) return true
  }
  return false
}

/** Whether a last resort has nothing to add. */
export function isGrave(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'caution')
}

/** What a last resort found counts only where nothing as grave was found by a rule that can say what it is. */
export function withoutLastResort(findings: Finding[], ids: ReadonlySet<string>): Finding[] {
  if (!findings.some(({ rule }) => ids.has(rule))) return findings
  const others = findings.filter(({ rule }) => !ids.has(rule))
  const grave = isGrave(others)
  return findings.filter(
    ({ rule, severity }) => !ids.has(rule) || !(severity === 'caution' ? others.length > 0 : grave),
  )
}

/** The worst finding decides; nothing found is `clear`. */
export function worst(findings: readonly Finding[]): Verdict {
  let verdict: Verdict = 'clear'
  for (const { severity } of findings) if (weight(severity) > weight(verdict)) verdict = severity
  return verdict
}
