import { CODE } from '../reading/lexicon.ts'
import type { Care, CareFound } from './care.ts'
import type { Figure, Stretch } from './figures.ts'
import type { Lists } from './lists.ts'
import type { Passage } from './passages.ts'
import type { Tie } from './tie.ts'

/** What hands do to somebody: who did it says that somebody lay there. */
const CLINICAL =
  'removed extracted pulled plucked excised biopsied drained popped lanced stitched sutured injected placed inserted bonded whitened crowned debonded delivered intubated dissolved lasered zapped diagnosed transplanted amputated found caught took retrieved transferred rebuilt reconstructed restored fixed replaced saved did treated put closed dug scraped reattached straightened corrected fitted made gave cleared'

/** Finds "we took a fish hook out of an eyebrow": care of somebody whom no noun names. */
export function deedFinder({ first, second, a, b, words }: Lists) {
  const [WE, WHEN, SHE, PATIENT, STAFF, CLOSE] = [
    a('we', 'i'),
    a('when', 'weekday', 'month'),
    a('she'),
    a('patient.one'),
    a('staffword'),
    a('story.close'),
  ] as const // prettier-ignore
  const [DID, SOFT, TELLS, OTHER, TURN, NOUN] = [
    b('story.did.past'),
    b('soft'),
    b('story.tears', 'story.odd'),
    b('story.offer', 'story.study'),
    b('hinge', 'prep', 'be', 'have', 'modal'),
    b('story.craft', 'story.device', 'story.offer'),
  ] as const // prettier-ignore
  const clinical = words(CLINICAL)
  const article = words('a an this that the her his two three four one both')
  const pointed = words('this that her his')
  const out = words('from in on of for out')
  const many = words('thousands hundreds dozens million many several all every over more than most')
  const adjective = (c: number) => !(second(c) & TURN) || (second(c) & SOFT) !== 0

  return (code: string, passages: readonly Passage[], care: CareFound): Stretch | undefined => {
    for (const [i, p] of passages.entries()) {
      if (!p.told || !(p.b & DID) || p.open || p.asked || p.b & OTHER || p.a & STAFF || wholesale(code, p))
        continue
      for (let k = p.from; k < p.to; k++) {
        if (!clinical.has(code.charCodeAt(k)) || !ours(code, p, k)) continue
        const found = care
          .near(k, i, i)
          .find((each) => object(code, k, each, p) && sure(code, passages, i, each))
        if (found !== undefined) return { from: k, to: found.to }
      }
    }
    return undefined
  }

  /** "We …", "just …", or no subject at all. */
  function ours(code: string, p: Passage, k: number): boolean {
    let s = k - 1
    while (s >= p.from && second(code.charCodeAt(s)) & SOFT) s--
    const subject = code.charCodeAt(s)
    return s < p.from || (first(subject) & (WE | WHEN)) !== 0 || subject === CODE.staff
  }

  /** Where the article of a noun stands; -1 for none. */
  function held(code: string, k: number, each: Care): number {
    let h = each.from - 1
    while (h > k && adjective(code.charCodeAt(h)) && !article.has(code.charCodeAt(h))) h--
    return h > k && article.has(code.charCodeAt(h)) ? h : -1
  }

  function object(code: string, k: number, each: Care, p: Passage): boolean {
    if (
      each.from <= k ||
      each.from > k + 7 ||
      each.act ||
      !(each.strong || each.body) ||
      held(code, k, each) < 0
    )
      return false
    const next = each.to < p.to ? code.charCodeAt(each.to) : 0
    return next !== CODE.other && next !== CODE.otherIng && !(first(next) & STAFF) && !(second(next) & NOUN)
  }

  /** A day, "this", where it was taken from, or somebody in the next sentence. */
  function sure(code: string, passages: readonly Passage[], i: number, each: Care): boolean {
    const p = passages[i] as Passage
    if (p.a & (CLOSE | SHE)) return true
    let h = each.from - 1
    while (h > p.from && !article.has(code.charCodeAt(h))) h--
    if (pointed.has(code.charCodeAt(h))) return true
    for (let k = each.to; k < p.to && k < each.to + 4; k++)
      if (out.has(code.charCodeAt(k)) && article.has(code.charCodeAt(k + 1))) return true
    const [q, r] = [passages[i + 1], passages[i + 2]]
    return (
      (q !== undefined && ((q.a & (SHE | PATIENT)) !== 0 || (q.b & TELLS) !== 0)) ||
      (r !== undefined && (r.a & (SHE | PATIENT)) !== 0)
    )
  }

  function wholesale(code: string, p: Passage): boolean {
    for (let i = p.from; i < p.to; i++) if (many.has(code.charCodeAt(i))) return true
    return false
  }
}

/** Finds "lips on @somebody", "so happy for @somebody, your journey …", "@somebody after her peel". */
export function tagFinder({ second, b, words }: Lists) {
  const [OFFER, CRAFT, CHEER, TURN, SOFT] = [
    b('story.offer'),
    b('story.craft'),
    b('story.cheer'),
    b('hinge', 'prep', 'be', 'have', 'modal'),
    b('soft'),
  ] as const // prettier-ignore
  const theirs = words('her his your ur their')
  const upon = words('for on with of by')
  const adjective = (c: number) => !(second(c) & TURN) || (second(c) & SOFT) !== 0

  return (
    code: string,
    passages: readonly Passage[],
    figures: readonly Figure[],
    care: CareFound,
  ): Tie | undefined => {
    for (const figure of figures) {
      if (figure.as !== 'handle') continue
      const p = passages[figure.passage] as Passage
      if (p.b & OFFER) continue
      for (const each of care.near(figure.from, figure.passage - 1, figure.passage + 1)) {
        const near = each.passage === figure.passage
        let k = each.from - 1
        while (
          k > p.from &&
          k > each.from - 5 &&
          !theirs.has(code.charCodeAt(k)) &&
          adjective(code.charCodeAt(k))
        )
          k--
        const own =
          theirs.has(code.charCodeAt(k)) &&
          !(second(code.charCodeAt(each.to)) & CRAFT) &&
          (near || each.strong)
        const on = near && each.from < figure.from && figure.from - each.from <= 9 && up(code, figure.from)
        const cheered = near && each.strong && (p.b & CHEER) !== 0 && !p.told && figure.from < each.from
        if (own || on || cheered) return { figure, care: each }
      }
    }
    return undefined
  }

  /** "on the stunning @…", "face by @…" */
  function up(code: string, at: number): boolean {
    for (let k = at - 1; k >= 0 && k > at - 4; k--) if (upon.has(code.charCodeAt(k))) return true
    return false
  }
}
