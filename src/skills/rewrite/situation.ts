import type { Situation, Templates } from '../../knowledge/templates.ts'
import type { Draft, Result } from '../../rules/verdict.ts'
import type { Kind } from '../../rules/vocabulary.ts'

/** As what a version is written. A repost stays somebody else's words, and a visitor's comment is theirs. */
export function writtenAs(kind: Kind): Kind {
  if (kind === 'repost') return 'caption'
  return kind === 'visitor_comment' ? 'comment_reply' : kind
}

/** What a text says in whole words, as far as signs and situations look at it. */
type Words = (list: readonly string[]) => number

function reading(text: string): Words {
  const plain = ` ${text
    .slice(0, 20_000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `
  return (list) => list.filter((word) => plain.includes(` ${word.toLowerCase()} `)).length
}

/** What was answered counts for more than the answer, which often repeats only half of it. */
const ANSWERED = 2
const MOOD = 3
/** One hit in what was found says more than a word. */
const FOUND = 1.5

/** The situations of this kind, the likeliest first; those for whatever is left come last. */
export function situationsFor(draft: Draft, result: Result, templates: Templates): Situation[] {
  const kind = writtenAs(result.kind)
  const theirs = result.kind === 'visitor_comment' ? draft.text : (draft.context ?? '')
  const ours = reading(draft.text)
  const answered = reading(theirs)
  const mood = moodOf(theirs === '' ? ours : answered, templates)
  const categories = new Set<string>(result.findings.map(({ category }) => category))

  const weigh = ({ when, id }: Situation): number => {
    if (when.account !== undefined && when.account !== (draft.account ?? 'practice')) return -1
    if (when.mood !== undefined && when.mood !== mood) return -1
    const words = ours(when.words) + ANSWERED * answered(when.words)
    const found = when.categories.filter((category) => categories.has(category)).length
    const about = words + FOUND * found
    const narrow = when.words.length > 0 || when.categories.length > 0
    // "A bill in an unhappy review" needs the bill; "an unhappy review" needs nothing but the mood.
    if (narrow && about === 0) return id === 'own-account' ? MOOD : -1
    return (
      about + (narrow ? 1 : 0) + (when.mood === undefined ? 0 : MOOD) + (when.account === undefined ? 0 : 10)
    )
  }
  return templates.situations
    .filter(({ kinds }) => kinds.includes(kind))
    .map((situation) => ({ situation, weight: weigh(situation) }))
    .filter(({ weight }) => weight >= 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ situation }) => situation)
}

function moodOf(words: Words, { signs }: Templates): 'good' | 'bad' | undefined {
  const good = words(signs.good)
  const bad = words(signs.bad)
  if (good === bad) return good === 0 ? undefined : 'bad'
  return good > bad ? 'good' : 'bad'
}

/** What the draft is about in general, so that a post keeps its point without the person. */
export function subjectOf({ text, context }: Draft, { signs }: Templates): string | undefined {
  const words = reading(`${text} ${context ?? ''}`)
  return signs.subjects
    .map(({ subject, words: list }) => ({ subject, hits: words(list) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)[0]?.subject
}
