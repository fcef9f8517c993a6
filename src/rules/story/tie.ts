import { CODE } from '../reading/lexicon.ts'
import type { Care, CareFound } from './care.ts'
import type { Genre } from './elsewhere.ts'
import type { Figure, Stretch } from './figures.ts'
import type { Lists } from './lists.ts'
import { holding, type Passage } from './passages.ts'

/** An individual and care that is theirs: the link that makes a post a disclosure. */
export interface Tie {
  figure: Figure
  care: Stretch
}

type Post = {
  code: string
  passages: readonly Passage[]
  figures: readonly Figure[]
  care: CareFound
  genre: Genre
}

/** Further than two sentences nobody looks for who is meant. */
const REACH = 2

/** Finds the surest link in a post. */
export function tieFinder({ second, a, b, words }: Lists): (post: Post) => Tie | undefined {
  const [SHE, WHEN, YOU, WE] = [a('she'), a('when', 'weekday', 'month'), a('you'), a('we')] as const
  const [CHEER, OFFER, CRAFT, SHOWN, CAME, VERB, TURN, SOFT, STRUGGLE, EVENT] = [
    b('story.cheer'),
    b('story.offer'),
    b('story.craft'),
    b('story.pic', 'story.gaze'),
    b('story.came.past'),
    b('be', 'have', 'modal'),
    b('hinge', 'prep', 'be', 'have', 'modal'),
    b('soft'),
    b('story.struggle'),
    b('story.event'),
  ] as const // prettier-ignore
  const her = words('her his')
  const looks = words('looks look is feels loves cannot could')
  const upon = words('for on with of')
  const now = holding(words('now finally'))
  const again = holding(words('now finally already back'))
  const whether = words('does do is are can could will would should did has have')
  const asksWhether = (code: string, p: Passage) => whether.has(code.charCodeAt(p.from))
  const asking = holding(words('asked asks ask wondered question questions once'))
  const thanked = words('thank thanks thank_you congrats congratulations happy hey hi')

  const adjective = (c: number) => !(second(c) & TURN) || (second(c) & SOFT) !== 0
  /** A few words without a verb: "Heel spur." */
  const fragment = (p: Passage) => !(p.b & VERB) && !(p.a & YOU) && !p.told && p.to - p.from <= 16
  /** Speaks of anybody: "if you", "your skin", what is sold. */
  const anybody = (q: Passage, spoken: boolean) =>
    !q.told && (q.open || (q.a & YOU && !(q.a & SHE) && !spoken) || (q.b & OFFER) !== 0)

  return (post) => {
    const { code, passages, figures, care, genre } = post
    let best: Tie | undefined
    let most = 0
    const alone = figures.every((figure) => figure.as === 'pronoun')
    for (const figure of figures) {
      if (figure.as === 'handle' || figure.as === 'ward') continue
      if (genre.research && figure.weight < 3 && figure.as !== 'name') continue
      if (genre.machine && (figure.as === 'pronoun' || figure.as === 'name')) continue
      const p = passages[figure.passage] as Passage
      const here = genre.study || p.told || (p.a & (SHE | WHEN)) !== 0 || (p.b & CHEER) !== 0
      // "Third round for this gorgeous client"
      const shown = (p.b & SHOWN) !== 0 || (upon.has(code.charCodeAt(figure.from - 1)) && fragment(p))
      if (figure.weight === 3 && (here || shown) && most < 1) {
        best = { figure, care: figure }
        most = 1
      }
      // "A patient told us …" says it, unless it only asks what everybody asks.
      if (
        figure.weight === 2 &&
        figure.as === 'patient' &&
        p.told &&
        !(p.a & YOU) &&
        most < 1 &&
        !asking(code, p)
      ) {
        best = { figure, care: figure }
        most = 1
      }
      for (const each of care.near(figure.from, figure.passage - REACH, figure.passage + REACH)) {
        const score = weigh(code, figure, each, p, passages[each.passage] as Passage, here, alone)
        if (score > most) {
          best = { figure, care: each }
          most = score
        }
      }
      if (most >= 5) break
    }
    return best
  }

  /** How sure it is that this care is this individual's; 0: not at all. */
  function weigh(
    code: string,
    figure: Figure,
    care: Care,
    p: Passage,
    q: Passage,
    here: boolean,
    alone: boolean,
  ): number {
    const apart = Math.abs(care.passage - figure.passage)
    // "Our filler girl", "yesterday's transfer couple": the care stands inside.
    if (care.from >= figure.from && care.to <= figure.to && figure.as !== 'patient')
      return here && !care.body && !care.act && figure.hold === 'hold' && figure.as !== 'name' ? 2 : 0
    // "Thank you, Mrs. H! Glad the dentures treat you well."
    const spoken = figure.as === 'name' && ((p.a & YOU) !== 0 || thanked.has(code.charCodeAt(p.from)))
    if (apart > 0 && anybody(q, spoken)) return 0
    if (p.open && !p.told && figure.hold !== 'hold') return 0
    if (figure.as === 'pronoun')
      return apart === 0 ? own(code, figure, care, p, alone) : beside(figure, care, p, q, apart, alone)
    if (figure.weight === 3) return (care.strong || apart === 0) && !(p.open && !p.told) ? 5 - apart : 0
    return figure.weight === 2
      ? certain(code, figure, care, p, q, apart, here)
      : somebody(code, figure, care, p, q, apart)
  }

  /** A name, an age, "this lady". */
  function certain(
    code: string,
    figure: Figure,
    care: Care,
    p: Passage,
    q: Passage,
    apart: number,
    here: boolean,
  ): number {
    if (p.b & OFFER && !p.told && !(p.a & SHE)) return 0
    if (care.strong) {
      if (apart < 2) return 4 - apart
      return q.a & SHE || (figure.as === 'patient' && p.told && q.told) ? 1 : 0
    }
    if (care.paper && figure.as === 'name') return 0
    // "She could barely hold a mug": what is loose elsewhere is her care here.
    if ((p.b & STRUGGLE || (figure.hold === 'hold' && again(code, p))) && !care.act) return 1
    const on =
      upon.has(code.charCodeAt(figure.from - 1)) &&
      (care.done || figure.as === 'patient' || (fragment(p) && !care.act && !care.paper))
    if (apart === 0 && (here || on)) return 3
    return figure.as === 'age' && q.told && q.a & WE ? 1 : 0
  }

  /** "A gentleman", "the kid". */
  function somebody(code: string, figure: Figure, care: Care, p: Passage, q: Passage, apart: number): number {
    if (p.open && !p.told) return 0
    if (care.strong) {
      if (apart === 0) return 3
      return apart === 1 && (q.a & SHE || (q.told && p.told) || fragment(q)) ? 2 : 0
    }
    // "Brows on this gorgeous mama"
    if (
      apart === 0 &&
      figure.hold === 'hold' &&
      !care.act &&
      !care.paper &&
      upon.has(code.charCodeAt(figure.from - 1))
    )
      return 1
    const around = (p.b & (CAME | EVENT)) !== 0 || (p.a & WHEN) !== 0 || figure.hold === 'the'
    return apart === 0 && !care.act && (p.told || p.going) && around ? 1 : 0
  }

  /** "Her stroke", "she finished chemo": care of the one who is only "she". */
  function own(code: string, figure: Figure, care: Care, p: Passage, alone: boolean): number {
    if (p.open && !p.told) return 0
    // "Does she need her drops?" asks about anybody.
    if (p.asked && !p.told && asksWhether(code, p)) return 0
    let k = care.from - 1
    while (k > p.from && k > care.from - 5 && !her.has(code.charCodeAt(k)) && adjective(code.charCodeAt(k)))
      k--
    if (k >= p.from && her.has(code.charCodeAt(k)) && !(second(code.charCodeAt(care.to)) & CRAFT)) {
      // One of the staff is "she": her calendar and her technique are no care, her stroke is somebody's.
      if (figure.staff) return care.strong && !care.body && !counted(code, k, care.from) ? 2 : 0
      // "Her hands are steady"
      return care.strong || !care.body || p.told || alone ? 3 : 0
    }
    // "She came to us after three surgeries."
    if (alone && !figure.staff && p.told && p.a & WE && !care.paper && !care.act) return 1
    // "Post-op day 3 and she looks incredible."
    if (alone && care.strong && care.done && care.from < figure.from && looks.has(code.charCodeAt(figure.to)))
      return p.a & YOU ? 0 : 2
    if (figure.staff || !care.strong || (p.asked && !p.told)) return 0
    return p.told || p.a & WHEN || p.b & CHEER || now(code, p) ? 2 : 0
  }

  /** "Her 1,000th LASIK" is one that she performed. */
  function counted(code: string, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (code.charCodeAt(i) === CODE.number) return true
    return false
  }

  /** Nobody else in the post: she is in the picture. */
  function beside(figure: Figure, care: Care, p: Passage, q: Passage, apart: number, alone: boolean): number {
    const near = q.told || (q.a & SHE) !== 0 || fragment(q)
    // "She came to us after years of trying. Two transfers later: twins!"
    if (
      !figure.staff &&
      apart === 1 &&
      p.told &&
      (p.b & (STRUGGLE | CAME)) !== 0 &&
      (alone || (p.a & WE) !== 0) &&
      !care.act &&
      !care.paper &&
      near
    )
      return 1
    return alone &&
      !figure.staff &&
      apart === 1 &&
      care.strong &&
      (p.told || p.a & WHEN || p.b & STRUGGLE) &&
      near
      ? 1
      : 0
  }
}
