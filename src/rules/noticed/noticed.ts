import type { Draft, Finding, Result } from '../verdict.ts'
import { type Category, VERDICTS } from '../vocabulary.ts'
import { SAYS } from './copy.ts'

/** A place that a model would look at again. Not believed: looked up. */
export interface Noticed {
  category: string
  quote: string
}

/** What a model may be asked about. The rest is about files and languages, which it does not see. */
export const NOTICEABLE = Object.keys(SAYS) as Category[]

/** More than this is no second look but noise. */
const MOST = 8

/**
 * The result with what a model noticed. It may add and do nothing else: no finding goes, no verdict gets milder.
 * What it adds weighs `caution` at most, in posts as in replies, because only a rule can be looked up, tested and
 * disputed; a text that talks the model into something can then neither clear a draft nor stop one. Each place is a
 * category of the closed list and words that stand in the draft; the sentences shown are ours.
 */
export function withNoticed(result: Result, { text }: Draft, noticed: readonly Noticed[]): Result {
  const added: Finding[] = []
  for (const { category, quote } of noticed) {
    if (added.length >= MOST) break
    const known = NOTICEABLE.find((name) => name === category)
    const words = quote.trim()
    if (known === undefined || !/[\p{L}\p{N}]/u.test(words)) continue
    const start = placeOf(words, text, known, [...result.findings, ...added])
    if (start !== undefined) added.push(finding(known, start, words))
  }
  if (added.length === 0) return { ...result, checked: { ...result.checked, model: 'on' } }
  const findings = [...result.findings, ...added].sort((a, b) => a.start - b.start || b.end - a.end)
  const worse = VERDICTS.indexOf(result.verdict) < VERDICTS.indexOf('caution')
  const verdict = worse ? 'caution' : result.verdict
  return { ...result, verdict, findings, checked: { ...result.checked, model: 'on' } }
}

/** The first place with these words of which nobody has said the same already. */
function placeOf(words: string, text: string, category: Category, said: readonly Finding[]) {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length
    const again = said.some((one) => one.category === category && one.start < end && one.end > at)
    if (!again && isWhole(text, at, end)) return at
  }
  return undefined
}

/** "he" in "the" is no quote. */
function isWhole(text: string, start: number, end: number): boolean {
  const joins = (at: number) => /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
  return !joins(start) && !joins(end)
}

function finding(category: Category, start: number, quote: string): Finding {
  const { says, why, instead, citations } = SAYS[category] as NonNullable<(typeof SAYS)[Category]>
  return {
    rule: `model/${category}`,
    category,
    severity: 'caution',
    start,
    end: start + quote.length,
    quote,
    message: says,
    why,
    instead,
    citations,
  }
}
