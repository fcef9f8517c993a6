import { CODE } from '../reading/lexicon.ts'
import { ALLCAPS } from '../reading/tokens.ts'
import { type FigureMasks, SEXES, YEARS_OLD } from './figure-masks.ts'
import type { Lists } from './lists.ts'
import type { Hold, NounReader } from './noun.ts'
import type { Passage } from './passages.ts'
import { unsaid, type Walk } from './walk.ts'

/** Finds people by a number: their age or their hour. */
export function numberSeeker({ first, second, third }: Lists, m: FigureMasks, nouns: NounReader) {
  return number

  function isNumber(w: Walk, i: number): boolean {
    return w.at(i) === CODE.number || (second(w.at(i)) & m.COUNT) !== 0
  }

  /** "58-year-old", "34 F", "she is 8", "in her 30s", "JM, 31,", "my 2:30", "our 10 am". */
  function number(w: Walk, i: number, p: Passage): boolean {
    const { tokens, first: tokenOf, last: tokenTo } = w.reading
    const next = i + 1 < p.to ? w.at(i + 1) : 0
    const before = i > p.from ? w.at(i - 1) : 0
    const t = third(next)
    if (t & m.YEAR_OLD) return false
    if (first(before) & m.SHE && tokens.word[(tokenTo[i] as number) + 1] === 's')
      return aged(w, i - 1, i + 1, 'hold')
    if (
      (w.happened || w.passages.length === 1) &&
      third(before) & m.IS &&
      i - 2 >= p.from &&
      first(w.at(i - 2)) & m.SHE &&
      (t & m.THEN || next === 0 || next === CODE.comma || next === CODE.emoji || next === CODE.other)
    )
      return aged(w, i - 2, i + 1, 'hold')
    if (before === CODE.comma && (next === CODE.comma || next === 0) && i - 2 >= p.from && short(w, i - 2)) {
      w.put(i - 2, i + 1, 'hold', 'name', 2)
      return true
    }
    if (next === 0) return false
    const clock = next === CODE.colon && isNumber(w, i + 2)
    const at = tokenOf[i] as number
    const years = tokens.word[at + 1] === 'y' && YEARS_OLD.test(tokens.word.slice(at, at + 4).join(''))
    const sex = (t & m.SEX) !== 0 || (next === CODE.Other && SEXES.test(w.word(i + 1)))
    if (!(t & (m.UNIT | m.HOUR)) && !sex && !clock && !years) return false
    const n = nouns.read(w.code, p.from, i)
    if (years) return aged(w, n.from, i + 2, n.hold)
    if (t & m.UNIT && third(w.at(i + 2)) & m.OLD) {
      // "Your 4 year old", "if you have a 4 year old", "under 3 months old"
      if (n.hold === 'any' || unsaid(p, n, m.YOU) || (n.hold === 'bare' && !p.told && !(p.a & m.SHE)))
        return false
      // "My 4 year old asked me" is at home; "my 4 year old patient" is not.
      if (n.mine && !(first(w.at(i + 3)) & (m.CARED | m.PATIENT))) {
        w.last = 'any'
        return true
      }
      return aged(w, n.from, i + 3, n.hold)
    }
    if (sex && (n.hold === 'hold' || !(p.a & m.YOU))) return aged(w, n.from, i + 2, n.hold)
    if (n.hold !== 'hold' || n.possessed || n.from !== i - 1 || !(t & m.HOUR || clock)) return false
    const to = clock ? i + 3 : i + 2
    // "Our 2:30 cookie delivery"
    if (nouns.compound(w.code, to - 1, p.to) && !(first(w.at(to)) & m.CARED)) return false
    w.put(n.from, to, n.hold, 'slot', 3)
    return true
  }

  function aged(w: Walk, from: number, to: number, hold: Hold): true {
    w.put(from, to, hold, 'age', 2)
    return true
  }

  /** "JM": two or three capitals. */
  function short(w: Walk, i: number): boolean {
    const { tokens, first: tokenOf } = w.reading
    return ((tokens.flags[tokenOf[i] as number] as number) & ALLCAPS) !== 0 && w.word(i).length <= 3
  }
}
