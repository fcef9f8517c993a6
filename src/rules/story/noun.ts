import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import { type Lists, owners } from './lists.ts'

/** What stands in front of a noun: "this", "the", "a", "her", "your", or nothing. */
export type Hold = 'hold' | 'the' | 'one' | 'her' | 'any' | 'bare'

export interface Noun {
  from: number
  hold: Hold
  /** "the pastor's wife" */
  possessed: boolean
  /** "two moms" */
  counted: boolean
  /** "my", which for a relative is the writer's own family. */
  mine: boolean
}

export interface NounReader {
  /** From the noun back to what holds it. */
  read(code: string, from: number, at: number): Noun
  /** "patient portal", "mom group": the word is only the first half of something else. */
  compound(code: string, at: number, to: number): boolean
}

/** A mark between two thoughts: an emoji, a colon, a quotation mark. */
export const isMark = (c: number) =>
  c === CODE.colon || c === CODE.quote || c === CODE.emoji || c === CODE.tag || c === CODE.sign

/** "Patient financing": what is done in offices, not by patients. */
const BUSINESS =
  'financing scheduling parking onboarding tracking meeting training billing lodging testing marketing messaging seating counseling teaching'

export function nounReader(
  { first, second, third, a, b, c, words }: Lists,
  vocabulary: Vocabulary,
): NounReader {
  const [HOLD, ANY, ONE, THE, MY, OF, POSSESSIVE, ADJECTIVE, THEN] = [
    c('hold'),
    c('any'),
    c('one'),
    c('the'),
    c('my'),
    c('of'),
    c('possessive'),
    c('adjective'),
    c('then'),
  ] as const // prettier-ignore
  const [SHE, PAST, WHEN] = [a('she'), a('past'), a('when', 'weekday')]
  const [SOFT, STEP, TURN, VERB, COUNT] = [
    b('soft'),
    b('prep', 'be', 'have', 'modal'),
    b('hinge', 'prep'),
    b('be', 'have', 'modal'),
    b('count'),
  ] as const // prettier-ignore
  const business = words(BUSINESS)
  const guess = words('guess tell know about')
  const sets = words('set pair couple group trio')
  const article = words('a an some one')
  const owner = owners(vocabulary)
  const ing = vocabulary.codesOf('ing')
  const bare = (from: number, over: Partial<Noun> = {}): Noun => ({
    from,
    hold: 'bare',
    possessed: false,
    counted: false,
    mine: false,
    ...over,
  })

  return {
    read(code, from, at) {
      let [start, possessed, counted] = [at, false, false]
      for (let k = at - 1; k >= from && k >= at - 8; k--) {
        const unit = code.charCodeAt(k)
        const before = k > from ? code.charCodeAt(k - 1) : 0
        const t = third(unit)
        if (t & HOLD) return { from: k, hold: 'hold', possessed, counted, mine: (t & MY) !== 0 }
        // "Guess which host", "any host"
        if (t & ANY)
          return { from: k, hold: guess.has(before) ? 'hold' : 'any', possessed, counted, mine: false }
        // "the only set of triplets"
        if (t & OF && sets.has(before)) {
          start = --k
          continue
        }
        if (t & THE) {
          // "three of the kids", "one of these moms"
          const many = code.charCodeAt(k - 2)
          if (third(before) & OF && k - 2 >= from && (third(many) & ONE || second(many) & COUNT))
            return { from: k - 2, hold: 'hold', possessed, counted: true, mine: false }
          return { from: k, hold: 'the', possessed, counted, mine: false }
        }
        if (t & ONE) {
          // "our two patients", "this one lady"
          const b4 = third(before)
          if (b4 & HOLD) return { from: k - 1, hold: 'hold', possessed, counted, mine: (b4 & MY) !== 0 }
          if (b4 & THE) return { from: k - 1, hold: 'the', possessed, counted, mine: false }
          return {
            from: k,
            hold: 'one',
            possessed,
            counted: (counted || (second(unit) & COUNT) !== 0) && !article.has(unit),
            mine: false,
          }
        }
        const s = second(unit)
        if (t & POSSESSIVE) possessed = true
        else if (first(unit) & SHE) return { from: k, hold: 'her', possessed, counted, mine: false }
        else if (unit === CODE.number || s & COUNT) {
          counted = true
          start = k
        } else if (unit === CODE.name) return { from: k, hold: 'hold', possessed: true, counted, mine: false }
        else if (unit === CODE.staff) return { from: k, hold: 'any', possessed: true, counted, mine: false }
        else if (isMark(unit)) return bare(start, { possessed, counted })
        else if (unit === CODE.comma) {
          if (!(second(before) & SOFT)) return bare(start, { possessed, counted })
        } else if ((first(unit) & PAST && !(t & ADJECTIVE)) || s & VERB || (s & TURN && !(s & SOFT)))
          return bare(start, { possessed, counted })
        else start = k
      }
      return bare(start, { possessed, counted })
    },
    compound(code, at, to) {
      if (at + 1 >= to || owner.has(code.charCodeAt(at))) return false
      const next = code.charCodeAt(at + 1)
      if (
        third(next) & THEN ||
        isMark(next) ||
        next === CODE.comma ||
        next === CODE.name ||
        next === CODE.Other
      )
        return false
      if (next === CODE.handle || next === CODE.number || next === CODE.otherEd) return false
      if ((next === CODE.otherIng || ing.has(next)) && !business.has(next)) return false
      return !(first(next) & (PAST | WHEN | SHE)) && !(second(next) & STEP)
    },
  }
}
