import type { Vocabulary } from '../reading/lexicon.ts'
import { CODE } from '../reading/lexicon.ts'
import { CAPITAL } from '../reading/tokens.ts'
import { type FigureMasks, NO_INITIALS } from './figure-masks.ts'
import type { Lists } from './lists.ts'
import type { Passage } from './passages.ts'
import type { Walk } from './walk.ts'

/** Names that are also what a post praises. */
const virtues = new Set(
  'patience hope faith grace joy honesty charity mercy serenity harmony summer autumn trinity destiny constance prudence'.split(
    ' ',
  ),
)

/** Finds people by their names, their initials and the name of their family. */
export function nameSeeker({ third, words }: Lists, m: FigureMasks, vocabulary: Vocabulary) {
  const clans = words('all both got finally just brought came each at')
  return { name, initials, clan }

  /** A town is no person; "Guy" that opens a sentence is any guy. */
  function name(w: Walk, i: number, p: Passage): void {
    const { tokens, first: tokenOf, last: tokenTo } = w.reading
    const before = i > p.from ? third(w.at(i - 1)) : 0
    const beside = w.figures.at(-1)
    // "in Elk Ridge"
    const inTown = i - 2 >= p.from && w.at(i - 1) === CODE.Other && third(w.at(i - 2)) & (m.INSIDE | m.FROM)
    if (
      inTown ||
      before & m.INSIDE ||
      (before & m.FROM && beside?.passage === w.index && beside.as !== 'pronoun')
    )
      return
    const at = tokenOf[i] as number
    const to = tokenTo[i] as number
    if (vocabulary.has(to === at ? w.word(i) : tokens.word.slice(at, to + 1).join(' '), 'story.famous')) {
      w.last = 'any'
      return
    }
    // "Patience is half the treatment"
    if (i === p.from && to === at && virtues.has(w.word(i)) && third(w.at(i + 1)) & m.IS) return
    if (i === p.from && to === at && vocabulary.has(w.word(i), 'person.one'))
      w.put(i, i + 1, 'bare', 'person', 1)
    else w.put(i, i + 1, 'hold', 'name', 2)
  }

  /** "J.M.", "K. L." and not "U.S." or "M.D." */
  function initials(w: Walk, i: number): boolean {
    const { tokens, first: tokenOf } = w.reading
    const at = tokenOf[i] as number
    const word = tokens.word[at] as string
    if (word.length !== 1 || tokens.word[at + 1] !== '.' || tokens.word[at + 2]?.length !== 1) return false
    if (!((tokens.flags[at] as number) & CAPITAL) || !((tokens.flags[at + 2] as number) & CAPITAL))
      return false
    return !NO_INITIALS.test(word + tokens.word[at + 2])
  }

  /** "The Dunleavys all got theirs" */
  function clan(w: Walk, i: number, p: Passage): boolean {
    return (
      i > p.from &&
      (third(w.at(i - 1)) & m.THE) !== 0 &&
      p.told &&
      w.word(i).endsWith('s') &&
      clans.has(w.at(i + 1))
    )
  }
}
