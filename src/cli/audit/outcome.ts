import type { Rule } from '../../rules/kit.ts'
import type { Finding, Result } from '../../rules/verdict.ts'
import type { Category, Kind, Platform, Severity, Verdict } from '../../rules/vocabulary.ts'

/** What a rule tells people, kept once however many posts it is said of. */
export interface Reason {
  rule: string
  message: string
  why: string
  instead: string
  law: readonly string[]
  /** A catch-all, which others explain better. */
  fallback: boolean
}

/** One place in a post. */
export interface Mark {
  reason: Reason
  category: Category
  severity: Severity
  start: number
  end: number
}

/** What the check said of one post, without any of its words. */
export interface Outcome {
  verdict: Verdict
  kind: Kind
  platform: Platform | null
  marks: readonly Mark[]
}

export function createReasons(rules: readonly Rule[]) {
  const known = new Map<string, Reason>()
  for (const { id, says, why, instead, citations, fallback = false } of rules) {
    const law = [...new Set(citations.map(({ source }) => source))]
    known.set(`${id}\n${says}`, { rule: id, message: says, why, instead, law, fallback })
  }
  const byRule = new Map([...known.values()].map((reason) => [reason.rule, reason]))

  function of(finding: Finding): Reason {
    const key = `${finding.rule}\n${finding.message}`
    const before = known.get(key)
    if (before !== undefined) return before
    const law = [...new Set(finding.citations.map(({ source }) => source))]
    const { rule, message, why, instead } = finding
    const reason = { rule, message, why, instead, law, fallback: false }
    known.set(key, reason)
    return reason
  }

  return {
    outcomeOf({ verdict, kind, platform, findings }: Result): Outcome {
      const marks = findings.map((finding): Mark => {
        const { category, severity, start, end } = finding
        return { reason: of(finding), category, severity, start, end }
      })
      return { verdict, kind, platform, marks }
    },
    /** A reason that is sure from the rule alone. */
    byRule: (rule: string) => byRule.get(rule),
  }
}
export type Reasons = ReturnType<typeof createReasons>
