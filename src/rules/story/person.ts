import type { Vocabulary } from '../reading/lexicon.ts'
import { CODE } from '../reading/lexicon.ts'
import { ALLCAPS } from '../reading/tokens.ts'
import type { Figure } from './figure.ts'
import type { FigureMasks } from './figure-masks.ts'
import type { Lists } from './lists.ts'
import { isMark, type Noun, type NounReader } from './noun.ts'
import { holding, type Passage } from './passages.ts'
import { unsaid, type Walk } from './walk.ts'

/** Finds people by a noun: "our patient", "this gentleman", "a pt", "one of our moms". */
export function personSeeker(
  { first, second, third, words }: Lists,
  m: FigureMasks,
  nouns: NounReader,
  vocabulary: Vocabulary,
) {
  const causes = words('had have watched saw see let made help helped got')
  const dears = words('favorite favourite tiniest bravest sweetest')
  const ones = new Set(
    ['one of our', 'one of my', 'another one of our'].map((words) => vocabulary.code(words)),
  )
  const knows = holding(words('know knows remember seen recognize'))
  return { person, several, pt }

  function person(w: Walk, i: number, p: Passage): void {
    const { code } = w
    const unit = w.at(i)
    const [f, s, t] = [first(unit), second(unit), third(unit)]
    const n = nouns.read(code, p.from, i)
    if (n.hold === 'any') {
      w.last = 'any'
      return
    }
    const next = third(w.at(i + 1))
    const loose = n.hold === 'the' || n.hold === 'one' || n.hold === 'bare'
    // "The owner of a certain pizza place" works somewhere else.
    const away =
      (n.hold === 'the' || n.hold === 'one') && (next & m.AT) !== 0 && !(third(w.at(i + 2)) & m.OURS)
    if (f & m.STAFF && !(f & m.PATIENT) && !away) {
      w.last = 'staff'
      return
    }
    const aged = (t & m.YEAR_OLD) !== 0
    // "Had a lady faint" is no "lady faint".
    const made = causes.has(w.at(n.from - 1)) && (second(w.at(i + 1)) & m.BASE) !== 0
    if (!aged && !made && nouns.compound(code, i, p.to)) return
    // "The first couple of months"; "a neighbor told us"; "my husband".
    if (t & m.PAIRS && next & m.OF) return
    if (t & m.NEAR && n.hold !== 'hold' && n.hold !== 'her' && !n.possessed) return
    if (n.mine && f & m.RELATIVE && !n.possessed && !dear(w, n.from, i)) {
      if (w.last !== 'figure') w.last = 'any'
      return
    }
    const office = (f & m.PUBLIC) !== 0 && n.hold !== 'bare' && ((next & m.AT) !== 0 || n.hold === 'hold')
    if (loose && !office && (unsaid(p, n, m.YOU) || (n.hold === 'bare' && p.asked && !p.told))) {
      w.last = 'any'
      return
    }
    if (loose && second(w.at(i + 1)) & m.MODAL && !p.told) return
    if (aged) {
      // "My 4-year-old asked me" is at home; "my 4-year-old patient" is not.
      if (n.mine && !(first(w.at(i + 1)) & (m.CARED | m.PATIENT))) {
        w.last = 'any'
        return
      }
      w.put(n.from, i + 1, n.hold, 'age', 2)
      return
    }
    const front = n.from > p.from ? w.at(n.from - 1) : 0
    // "Our surgeon is also a dad of four"
    if (n.hold === 'one' && w.last === 'staff' && third(front) & m.ALSO) return
    const as = f & m.PATIENT ? 'patient' : f & m.PUBLIC ? 'public' : s & m.GROUP ? 'group' : 'person'
    const sure = weigh(w, i, p, n, as, f, front)
    if (sure > 0) w.put(n.from, i + 1, n.hold, as, sure as Figure['weight'])
    // "Dad pretended he had allergies"
    else if (n.hold === 'bare' && s & m.FAMILY) w.last = 'any'
  }

  /** "One of our moms", "three of the kids": few enough to be known. */
  function several(w: Walk, i: number, p: Passage): void {
    const n = nouns.read(w.code, p.from, i)
    if (n.hold === 'any') w.last = 'any'
    if (n.hold !== 'hold' || !(n.counted || ones.has(w.at(n.from)))) return
    w.put(n.from, i + 1, n.hold, third(w.at(i)) & m.STARS ? 'public' : 'patient', 3)
  }

  /** "a pt", in small letters: not the physical therapist. */
  function pt(w: Walk, i: number, p: Passage): void {
    const { tokens, first: tokenOf } = w.reading
    if ((tokens.flags[tokenOf[i] as number] as number) & ALLCAPS) return
    const n = nouns.read(w.code, p.from, i)
    if (n.hold === 'hold' || n.hold === 'one' || n.hold === 'the')
      w.put(n.from, i + 1, n.hold, 'patient', n.hold === 'hold' ? 3 : 2)
  }

  /** "My favorite little guy", "my braces kid": not the writer's own. */
  function dear(w: Walk, from: number, to: number): boolean {
    for (let k = from; k < to; k++)
      if (
        dears.has(w.at(k)) ||
        first(w.at(k)) & m.CARED ||
        w.at(k) === CODE.number ||
        second(w.at(k)) & m.COUNT
      )
        return true
    return false
  }

  /** How surely a noun is one individual of whom something is told; 0: not at all. */
  function weigh(
    w: Walk,
    i: number,
    p: Passage,
    n: Noun,
    as: Figure['as'],
    f: number,
    front: number,
  ): number {
    const loose = n.hold === 'the' || n.hold === 'one' || n.hold === 'bare'
    const known =
      n.hold === 'the' &&
      third(w.at(i + 1)) & m.WHOSE &&
      ((p.b & (m.EVENT | m.PLACE)) !== 0 || (p.a & m.YOU && knows(w.code, p)))
    const words = loose && !(p.b & (m.VERB | m.PITCH)) && !(p.a & m.YOU) && n.from === p.from
    const going = p.going && as !== 'patient' && !(p.a & m.YOU)
    const cheered = n.hold === 'one' && (p.b & m.CHEER) !== 0 && !(p.a & m.YOU) && !(p.b & m.PITCH)
    const here = known || going || words || cheered || w.told || p.told || (p.a & m.WHEN) !== 0
    const upon = (third(front) & m.UPON) !== 0
    const opens = n.from === p.from || isMark(front) || front === CODE.comma
    if (n.hold === 'hold') return as === 'patient' ? 3 : f & m.RELATIVE && !n.possessed ? 1 : 2
    if (as === 'patient') {
      if (n.hold === 'bare') return opens && (here || w.at(i + 1) === CODE.colon) ? 2 : 0
      const list = n.hold === 'one' && front === CODE.comma && !(p.b & (m.VERB | m.PITCH)) && !(p.a & m.YOU)
      return here || upon || list ? 2 : 0
    }
    if (n.possessed) return 2
    if (n.hold === 'her') return w.last === 'any' || w.last === 'staff' ? 0 : 1
    // "Mom cried" is the writer's own; "Mom brought in the twins" is not.
    if (n.hold === 'bare') {
      const own = (second(w.at(i)) & m.FAMILY) !== 0 && !(p.b & m.CAME)
      return here && opens && !own ? 1 : 0
    }
    return here || upon || n.counted ? 1 : 0
  }
}
