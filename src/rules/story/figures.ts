import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { ALLCAPS, CAPITAL } from '../reading/tokens.ts'
import type { Figure } from './figure.ts'
import { figureMasks, NO_INITIALS, SEXES, YEARS_OLD } from './figure-masks.ts'
import type { Lists } from './lists.ts'
import { type Hold, isMark, type Noun, nounReader } from './noun.ts'
import type { Passage } from './passages.ts'

export type { Figure, Stretch } from './figure.ts'

export type FigureFinder = (reading: Reading, passages: readonly Passage[], told: boolean) => Figure[]

/** Finds who is in a post. `told`: whatever the tense, it tells of somebody (a case study). */
export function figureFinder(lists: Lists, vocabulary: Vocabulary): FigureFinder {
  const { first, second, third } = lists
  const nouns = nounReader(lists, vocabulary)
  const m = figureMasks(lists)
  const ones = new Set(
    ['one of our', 'one of my', 'another one of our'].map((words) => vocabulary.code(words)),
  )

  class Scan {
    private readonly figures: Figure[] = []
    /** Who "she" would be. */
    private last: 'nobody' | 'figure' | 'staff' | 'any' = 'nobody'
    private index = 0
    private readonly code: string
    private readonly happened: boolean
    private readonly reading: Reading
    private readonly passages: readonly Passage[]
    private readonly told: boolean

    constructor(reading: Reading, passages: readonly Passage[], told: boolean) {
      this.reading = reading
      this.passages = passages
      this.told = told
      this.code = reading.code
      this.happened = passages.some((p) => p.told)
    }

    run(): Figure[] {
      const { code, passages } = this
      for (; this.index < passages.length; this.index++) {
        const p = passages[this.index] as Passage
        for (let i = p.from; i < p.to; i++) {
          const unit = code.charCodeAt(i)
          const [f, s, t] = [first(unit) & m.FIRSTS, second(unit) & m.SECONDS, third(unit) & m.THIRDS]
          if (unit === CODE.name) this.name(i, p)
          else if (unit === CODE.handle) this.put(i, i + 1, 'hold', 'handle', 1)
          else if (unit === CODE.staff) this.last = 'staff'
          else if ((unit === CODE.number || s & m.COUNT) && this.number(i, p)) continue
          else if (f & m.HEAD || s & m.GROUP) this.person(i, p)
          else if (t !== 0) this.other(i, t, p)
          else if (f & m.STAFF) this.last = 'staff'
          else if (s & m.DEVICE) this.last = this.last === 'figure' ? 'figure' : 'any'
          else if (f & m.SHE) this.pronoun(i, p)
          else if (this.initials(i)) this.put(i, i + 3, 'hold', 'name', 2)
        }
      }
      return this.figures
    }

    private put(from: number, to: number, hold: Hold, as: Figure['as'], weight: Figure['weight']): void {
      this.figures.push({ from, to, passage: this.index, as, weight, hold })
      if (as !== 'handle' && as !== 'ward') this.last = 'figure'
    }

    private at(i: number): number {
      return this.code.charCodeAt(i)
    }

    private isNumber(i: number): boolean {
      return this.at(i) === CODE.number || (second(this.at(i)) & m.COUNT) !== 0
    }

    private word(i: number): string {
      return this.reading.tokens.word[this.reading.first[i] as number] as string
    }

    private pronoun(i: number, p: Passage): void {
      // "Will she need braces?" asks about anybody's daughter.
      if (p.asked && !p.told && this.last === 'nobody' && i > p.from && second(this.at(i - 1)) & m.VERB)
        this.last = 'any'
      const before = this.figures.at(-1)
      if (this.last === 'any' || (before?.passage === this.index && before.as === 'pronoun')) return
      this.figures.push({
        from: i,
        to: i + 1,
        passage: this.index,
        as: 'pronoun',
        weight: 1,
        hold: 'bare',
        staff: this.last === 'staff',
      })
    }

    private other(i: number, t: number, p: Passage): void {
      if (t & m.PT) this.pt(i, p)
      else if (t & m.MANY) this.several(i, p)
      else if (t & m.WARD && this.isNumber(i + 1)) this.put(i, i + 2, 'bare', 'ward', 1)
      else if (t & m.BRAND) this.last = 'any'
    }

    /** "J.M.", "K. L." and not "U.S." or "M.D." */
    private initials(i: number): boolean {
      const { tokens, first: tokenOf } = this.reading
      const at = tokenOf[i] as number
      const word = tokens.word[at] as string
      if (word.length !== 1 || tokens.word[at + 1] !== '.' || tokens.word[at + 2]?.length !== 1) return false
      if (!((tokens.flags[at] as number) & CAPITAL) || !((tokens.flags[at + 2] as number) & CAPITAL))
        return false
      return !NO_INITIALS.test(word + tokens.word[at + 2])
    }

    /** "a pt", in small letters: not the physical therapist. */
    private pt(i: number, p: Passage): void {
      const { tokens, first: tokenOf } = this.reading
      if ((tokens.flags[tokenOf[i] as number] as number) & ALLCAPS) return
      const n = nouns.read(this.code, p.from, i)
      if (n.hold === 'hold' || n.hold === 'one' || n.hold === 'the')
        this.put(n.from, i + 1, n.hold, 'patient', n.hold === 'hold' ? 3 : 2)
    }

    /** A town is no person; "Guy" that opens a sentence is any guy. */
    private name(i: number, p: Passage): void {
      const { tokens, first: tokenOf, last: tokenTo } = this.reading
      const before = i > p.from ? third(this.at(i - 1)) : 0
      const beside = this.figures.at(-1)
      // "in Elk Ridge"
      const inTown =
        i - 2 >= p.from && this.at(i - 1) === CODE.Other && third(this.at(i - 2)) & (m.INSIDE | m.FROM)
      if (
        inTown ||
        before & m.INSIDE ||
        (before & m.FROM && beside?.passage === this.index && beside.as !== 'pronoun')
      )
        return
      const at = tokenOf[i] as number
      const to = tokenTo[i] as number
      if (
        vocabulary.has(to === at ? this.word(i) : tokens.word.slice(at, to + 1).join(' '), 'story.famous')
      ) {
        this.last = 'any'
        return
      }
      if (i === p.from && to === at && vocabulary.has(this.word(i), 'person.one'))
        this.put(i, i + 1, 'bare', 'person', 1)
      else this.put(i, i + 1, 'hold', 'name', 2)
    }

    /** "58-year-old", "34 F", "she is 8", "in her 30s", "JM, 31,", "my 2:30", "our 10 am". */
    private number(i: number, p: Passage): boolean {
      const { tokens, first: tokenOf, last: tokenTo } = this.reading
      const next = i + 1 < p.to ? this.at(i + 1) : 0
      const before = i > p.from ? this.at(i - 1) : 0
      const t = third(next)
      if (t & m.YEAR_OLD) return false
      if (first(before) & m.SHE && tokens.word[(tokenTo[i] as number) + 1] === 's')
        return this.aged(i - 1, i + 1, 'hold')
      if (
        (this.happened || this.passages.length === 1) &&
        third(before) & m.IS &&
        i - 2 >= p.from &&
        first(this.at(i - 2)) & m.SHE &&
        (t & m.THEN || next === 0 || next === CODE.comma || next === CODE.emoji || next === CODE.other)
      )
        return this.aged(i - 2, i + 1, 'hold')
      if (
        before === CODE.comma &&
        (next === CODE.comma || next === 0) &&
        i - 2 >= p.from &&
        this.short(i - 2)
      ) {
        this.put(i - 2, i + 1, 'hold', 'name', 2)
        return true
      }
      if (next === 0) return false
      const clock = next === CODE.colon && this.isNumber(i + 2)
      const at = tokenOf[i] as number
      const years = tokens.word[at + 1] === 'y' && YEARS_OLD.test(tokens.word.slice(at, at + 4).join(''))
      const sex = (t & m.SEX) !== 0 || (next === CODE.Other && SEXES.test(this.word(i + 1)))
      if (!(t & (m.UNIT | m.HOUR)) && !sex && !clock && !years) return false
      const n = nouns.read(this.code, p.from, i)
      if (years) return this.aged(n.from, i + 2, n.hold)
      if (t & m.UNIT && third(this.at(i + 2)) & m.OLD) {
        // "Your 4 year old", "if you have a 4 year old", "under 3 months old"
        if (n.hold === 'any' || this.unsaid(p, n) || (n.hold === 'bare' && !p.told && !(p.a & m.SHE)))
          return false
        return this.aged(n.from, i + 3, n.hold)
      }
      if (sex && (n.hold === 'hold' || !(p.a & m.YOU))) return this.aged(n.from, i + 2, n.hold)
      if (n.hold !== 'hold' || n.possessed || n.from !== i - 1 || !(t & m.HOUR || clock)) return false
      const to = clock ? i + 3 : i + 2
      // "Our 2:30 cookie delivery"
      if (nouns.compound(this.code, to - 1, p.to) && !(first(this.at(to)) & m.CARED)) return false
      this.put(n.from, to, n.hold, 'slot', 3)
      return true
    }

    private aged(from: number, to: number, hold: Hold): true {
      this.put(from, to, hold, 'age', 2)
      return true
    }

    /** "JM": two or three capitals. */
    private short(i: number): boolean {
      const { tokens, first: tokenOf } = this.reading
      return ((tokens.flags[tokenOf[i] as number] as number) & ALLCAPS) !== 0 && this.word(i).length <= 3
    }

    /** What is said of nobody in particular: "if you have a toddler". */
    private unsaid(p: Passage, n: Noun): boolean {
      return (p.open || (p.asked && (p.a & m.YOU) !== 0)) && !p.told && n.hold !== 'hold'
    }

    /** "One of our moms", "three of the kids": few enough to be known. */
    private several(i: number, p: Passage): void {
      const n = nouns.read(this.code, p.from, i)
      if (n.hold === 'any') this.last = 'any'
      if (n.hold !== 'hold' || !(n.counted || ones.has(this.at(n.from)))) return
      this.put(n.from, i + 1, n.hold, third(this.at(i)) & m.STARS ? 'public' : 'patient', 3)
    }

    private person(i: number, p: Passage): void {
      const { code } = this
      const unit = this.at(i)
      const [f, s, t] = [first(unit), second(unit), third(unit)]
      const n = nouns.read(code, p.from, i)
      if (n.hold === 'any') {
        this.last = 'any'
        return
      }
      const next = third(this.at(i + 1))
      const loose = n.hold === 'the' || n.hold === 'one' || n.hold === 'bare'
      // "The owner of a certain pizza place" works somewhere else.
      const away =
        (n.hold === 'the' || n.hold === 'one') && (next & m.AT) !== 0 && !(third(this.at(i + 2)) & m.OURS)
      if (f & m.STAFF && !(f & m.PATIENT) && !away) {
        this.last = 'staff'
        return
      }
      const aged = (t & m.YEAR_OLD) !== 0
      if (!aged && nouns.compound(code, i, p.to)) return
      // "The first couple of months"; "a neighbor told us"; "my husband".
      if (t & m.PAIRS && next & m.OF) return
      if (t & m.NEAR && n.hold !== 'hold' && n.hold !== 'her' && !n.possessed) return
      if (n.mine && f & m.RELATIVE && !n.possessed) return
      const office = (f & m.PUBLIC) !== 0 && n.hold !== 'bare' && ((next & m.AT) !== 0 || n.hold === 'hold')
      if (loose && !office && (this.unsaid(p, n) || (n.hold === 'bare' && p.asked && !p.told))) {
        this.last = 'any'
        return
      }
      if (loose && second(this.at(i + 1)) & m.MODAL && !p.told) return
      if (aged) {
        this.aged(n.from, i + 1, n.hold)
        return
      }
      const front = n.from > p.from ? this.at(n.from - 1) : 0
      // "Our surgeon is also a dad of four"
      if (n.hold === 'one' && this.last === 'staff' && third(front) & m.ALSO) return
      const as = f & m.PATIENT ? 'patient' : f & m.PUBLIC ? 'public' : s & m.GROUP ? 'group' : 'person'
      const weight = this.weight(i, p, n, as, f, front)
      if (weight > 0) this.put(n.from, i + 1, n.hold, as, weight as Figure['weight'])
    }

    /** How surely a noun is one individual of whom something is told; 0: not at all. */
    private weight(i: number, p: Passage, n: Noun, as: Figure['as'], f: number, front: number): number {
      const loose = n.hold === 'the' || n.hold === 'one' || n.hold === 'bare'
      const known =
        n.hold === 'the' &&
        third(this.at(i + 1)) & m.WHOSE &&
        ((p.b & (m.EVENT | m.PLACE)) !== 0 || (p.a & m.YOU && this.knows(p)))
      const words = loose && !(p.b & (m.VERB | m.PITCH)) && !(p.a & m.YOU) && n.from === p.from
      const going = p.going && as !== 'patient' && !(p.a & m.YOU)
      const cheered = n.hold === 'one' && (p.b & m.CHEER) !== 0 && !(p.a & m.YOU) && !(p.b & m.PITCH)
      const here = known || going || words || cheered || this.told || p.told || (p.a & m.WHEN) !== 0
      const upon = (third(front) & m.UPON) !== 0
      const opens = n.from === p.from || isMark(front) || front === CODE.comma
      if (n.hold === 'hold') return as === 'patient' ? 3 : f & m.RELATIVE && !n.possessed ? 1 : 2
      if (as === 'patient') {
        if (n.hold === 'bare') return opens && (here || this.at(i + 1) === CODE.colon) ? 2 : 0
        const list = n.hold === 'one' && front === CODE.comma && !(p.b & (m.VERB | m.PITCH)) && !(p.a & m.YOU)
        return here || upon || list ? 2 : 0
      }
      if (n.possessed) return 2
      if (n.hold === 'her') return this.last === 'any' || this.last === 'staff' ? 0 : 1
      // "Mom cried" is the writer's own; "Mom brought in the twins" is not.
      if (n.hold === 'bare') return here && opens && (!(f & m.RELATIVE) || (p.b & m.CAME) !== 0) ? 1 : 0
      return here || upon || n.counted ? 1 : 0
    }

    private knows(p: Passage): boolean {
      for (let i = p.from; i < p.to; i++) if (third(this.at(i)) & m.KNOWS) return true
      return false
    }
  }

  return (reading, passages, told) => new Scan(reading, passages, told).run()
}
