import type { Rule } from '../rules/kit.ts'
import type { Draft, Finding, Result } from '../rules/verdict.ts'
import type { Category, Severity } from '../rules/vocabulary.ts'

/** A finding without what its rule always says: the rule's place in the registry, and what is this draft's own. */
export type PackedFinding =
  | readonly [rule: number, start: number, end: number, category: Category, severity: Severity]
  /** Of no rule: what the engine itself says of a text that it could not read. */
  | Finding

/** A result as it crosses between threads: small, and without the draft's words, which both sides have. */
export type Packed = Omit<Result, 'findings'> & { findings: readonly PackedFinding[] }

export interface Packing {
  pack(result: Result): Packed
  unpack(packed: Packed, draft: Draft): Result
}

export function packing(rules: readonly Rule[]): Packing {
  const places = new Map(rules.map(({ id }, place) => [id as string, place]))
  return {
    pack: (result) => ({
      ...result,
      findings: result.findings.map((finding): PackedFinding => {
        const place = places.get(finding.rule)
        if (place === undefined) return finding
        return [place, finding.start, finding.end, finding.category, finding.severity]
      }),
    }),
    unpack: (packed, { text }) => ({
      ...packed,
      findings: packed.findings.map((one): Finding => {
        if (!isPlaced(one)) return one
        const [place, start, end, category, severity] = one
        const { id, says, why, instead, citations } = rules[place] as Rule
        const quote = text.slice(start, end)
        return { rule: id, category, severity, start, end, quote, message: says, why, instead, citations }
      }),
    }),
  }
}

const isPlaced = (one: PackedFinding): one is Exclude<PackedFinding, Finding> => Array.isArray(one)
