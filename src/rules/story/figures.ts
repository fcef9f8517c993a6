import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { numberSeeker } from './aged.ts'
import type { Figure } from './figure.ts'
import { figureMasks } from './figure-masks.ts'
import type { Lists } from './lists.ts'
import { nameSeeker } from './named.ts'
import { nounReader } from './noun.ts'
import type { Passage } from './passages.ts'
import { personSeeker } from './person.ts'
import { Walk } from './walk.ts'

export type { Figure, Stretch } from './figure.ts'

export type FigureFinder = (reading: Reading, passages: readonly Passage[], told: boolean) => Figure[]

/** Finds who is in a post. `told`: whatever the tense, it tells of somebody (a case study). */
export function figureFinder(lists: Lists, vocabulary: Vocabulary): FigureFinder {
  const { first, second, third } = lists
  const m = figureMasks(lists)
  const nouns = nounReader(lists, vocabulary)
  const named = nameSeeker(lists, m, vocabulary)
  const number = numberSeeker(lists, m, nouns)
  const nounsOf = personSeeker(lists, m, nouns, vocabulary)
  const small = lists.words('little baby')
  const introduce = lists.words('meet introducing welcome')

  return (reading, passages, told) => {
    const w = new Walk(reading, passages, told)
    if (introduced(reading.code)) w.last = 'staff'
    for (; w.index < passages.length; w.index++) {
      const p = passages[w.index] as Passage
      for (let i = p.from; i < p.to; i++) meet(w, i, p)
    }
    return w.figures
  }

  /** "She bakes. She hikes. Meet Dr. Alvarez!" */
  function introduced(code: string): boolean {
    const staff = code.indexOf(String.fromCharCode(CODE.staff))
    if (staff < 1 || code.includes(String.fromCharCode(CODE.name))) return false
    for (let i = staff - 1; i >= 0 && i >= staff - 4; i--) if (introduce.has(code.charCodeAt(i))) return true
    return false
  }

  function meet(w: Walk, i: number, p: Passage): void {
    const unit = w.at(i)
    const [f, s, t] = [first(unit) & m.FIRSTS, second(unit) & m.SECONDS, third(unit) & m.THIRDS]
    if (unit === CODE.name) named.name(w, i, p)
    else if (unit === CODE.handle) w.put(i, i + 1, 'hold', 'handle', 1)
    // "Baby Nora", whatever the team is called.
    else if (unit === CODE.staff && p.a & m.DONE && small.has(w.at(i - 1))) w.put(i, i + 1, 'hold', 'name', 2)
    else if (unit === CODE.staff) w.last = 'staff'
    else if ((unit === CODE.number || s & m.COUNT) && number(w, i, p)) return
    else if (f & m.HEAD || s & m.GROUP) nounsOf.person(w, i, p)
    else if (t !== 0) other(w, i, t, p)
    else if (f & m.STAFF) w.last = 'staff'
    else if (s & m.DEVICE) w.last = w.last === 'figure' ? 'figure' : 'any'
    else if (f & m.SHE) pronoun(w, i, p)
    else if (named.initials(w, i)) w.put(i, i + 3, 'hold', 'name', 2)
    else if (unit === CODE.Other && named.clan(w, i, p)) w.put(i - 1, i + 1, 'hold', 'group', 2)
  }

  function pronoun(w: Walk, i: number, p: Passage): void {
    // "Will she need braces?" asks about anybody's daughter.
    if (p.asked && !p.told && w.last === 'nobody' && i > p.from && second(w.at(i - 1)) & m.VERB)
      w.last = 'any'
    const before = w.figures.at(-1)
    if (w.last === 'any' || (before?.passage === w.index && before.as === 'pronoun')) return
    w.figures.push({
      from: i,
      to: i + 1,
      passage: w.index,
      as: 'pronoun',
      weight: 1,
      hold: 'bare',
      staff: w.last === 'staff',
    })
  }

  function other(w: Walk, i: number, t: number, p: Passage): void {
    const next = w.at(i + 1)
    if (t & m.PT) nounsOf.pt(w, i, p)
    else if (t & m.MANY) nounsOf.several(w, i, p)
    else if (t & m.WARD && (next === CODE.number || second(next) & m.COUNT))
      w.put(i, i + 2, 'bare', 'ward', 1)
    else if (t & m.BRAND) {
      // "Little Oscar" is no award.
      if (small.has(w.at(i - 1)) && !(first(w.at(i)) & m.CARED)) w.put(i, i + 1, 'hold', 'name', 2)
      else w.last = 'any'
    }
  }
}
