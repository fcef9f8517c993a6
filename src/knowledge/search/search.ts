import MiniSearch from 'minisearch'
import type { Article } from '../article.ts'
import { createSpelling } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'
import { createWords, stem, type Words } from './words.ts'

export interface Hit {
  article: Article
  /** From 0 to 1: how much of what is asked this article speaks to. See `score`. */
  confidence: number
}

export interface Search {
  /** Best first, at most `most`. */
  find(question: string, most?: number): Hit[]
  words: Words
}

/** Articles that are looked at closely; the index finds them however many there are. */
const LOOKED_AT = 25
/** A word that "often means the same" counts for this much. */
const NEAR = 0.5
/** A word whose spelling had to be guessed. */
const GUESSED = 0.85
/** Weights of the three views in `score`; they add up to 1. */
const ASKED = 0.55
const ANSWERED = 0.3
const SAID = 0.15

/** The terms of one article, in the three views that are compared with a question. */
interface Profile {
  article: Article
  asks: readonly ReadonlySet<string>[]
  answer: ReadonlySet<string>
  all: ReadonlySet<string>
}

/** A term of the question with what it may count for. */
interface Wanted {
  term: string
  weight: number
  /** Terms that count in its place, and for how much of it. */
  instead: ReadonlyMap<string, number>
}

/** @param english everyday words, the most frequent first, one a line. */
export function createSearch(articles: readonly Article[], synonyms: Synonyms, english = ''): Search {
  const words = createWords(synonyms)
  const profiles = articles.map((article) => profileOf(article, words))
  const index = new MiniSearch<{ id: number; asks: string; answer: string; text: string }>({
    fields: ['asks', 'answer', 'text'],
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: (term) => term,
  })
  index.addAll(
    articles.map(({ title, asks, answer, detail, todo }, id) => ({
      id,
      asks: words.terms([title, ...asks].join('. ')).join(' '),
      answer: words.terms(answer).join(' '),
      text: words.terms(`${detail}\n${todo}`).join(' '),
    })),
  )
  const rarity = rarityOf(profiles, commonness(english))
  const spelling = createSpelling(rarity.known)

  function wantedOf(question: string): Wanted[] {
    return [...new Set(words.terms(question))].map((term) => {
      const instead = new Map<string, number>()
      for (const other of words.near(term)) instead.set(other, NEAR)
      const known = rarity.known.has(term)
      // "Pasta" is no misspelt "paste": a word that everybody knows is meant as it stands.
      const meant = known || rarity.everyday(term) ? undefined : spelling.nearest(term)
      if (meant === undefined) return { term, weight: rarity.of(term), instead }
      instead.set(meant, GUESSED)
      for (const other of words.near(meant)) instead.set(other, NEAR * GUESSED)
      return { term, weight: rarity.of(meant), instead }
    })
  }

  function find(question: string, most = 5): Hit[] {
    const wanted = wantedOf(question)
    if (wanted.length === 0) return []
    const query = wanted.flatMap(({ term, instead }) => [
      { term, boost: 1 },
      ...[...instead].map(([other, boost]) => ({ term: other, boost })),
    ])
    const boosts = new Map(query.map(({ term, boost }) => [term, boost]))
    const found = index.search(query.map(({ term }) => term).join(' '), {
      boost: { asks: 3, answer: 2 },
      boostTerm: (term) => boosts.get(term) ?? 1,
    })
    const best = found[0]?.score ?? 1
    return found
      .slice(0, LOOKED_AT)
      .map(({ id, score: rank }) => {
        const profile = profiles[id] as Profile
        return { article: profile.article, confidence: score(wanted, profile, rarity.of), rank: rank / best }
      })
      .sort((a, b) => b.confidence + RANK * b.rank - (a.confidence + RANK * a.rank))
      .slice(0, most)
      .map(({ article, confidence }) => ({ article, confidence }))
  }

  return { find, words }
}

/** What the index's own order weighs among articles that speak to the same words. */
const RANK = 0.25

function profileOf(article: Article, words: Words): Profile {
  const { title, asks, answer, detail, todo } = article
  const views = [title, ...asks].map((ask) => new Set(words.terms(ask)))
  const short = new Set([...views.flatMap((view) => [...view]), ...words.terms(answer)])
  return {
    article,
    asks: views,
    answer: short,
    all: new Set([...short, ...words.terms(`${detail}\n${todo}`)]),
  }
}

/**
 * How much of a question an article speaks to: mostly how near it comes to one of the ways in which staff ask
 * it, then how much of it stands in title, asks and answer, and a little for the rest. Each word counts by how
 * rare it is; a word that stands nowhere counts as the rarest, so that a question about something else falls.
 */
function score(wanted: readonly Wanted[], profile: Profile, rarity: (term: string) => number): number {
  const asked = Math.max(...profile.asks.map((ask) => likeness(wanted, ask, rarity)))
  return ASKED * asked + ANSWERED * covered(wanted, profile.answer) + SAID * covered(wanted, profile.all)
}

function got({ term, weight, instead }: Wanted, terms: ReadonlySet<string>): number {
  if (terms.has(term)) return weight
  let best = 0
  for (const [other, part] of instead) if (part > best && terms.has(other)) best = part
  return weight * best
}

function covered(wanted: readonly Wanted[], terms: ReadonlySet<string>): number {
  const all = wanted.reduce((sum, { weight }) => sum + weight, 0)
  return all === 0 ? 0 : wanted.reduce((sum, one) => sum + got(one, terms), 0) / all
}

/** Dice's measure over weighted terms: 1 when both say the same. */
function likeness(
  wanted: readonly Wanted[],
  ask: ReadonlySet<string>,
  rarity: (term: string) => number,
): number {
  const mine = wanted.reduce((sum, { weight }) => sum + weight, 0)
  const theirs = [...ask].reduce((sum, term) => sum + rarity(term), 0)
  const shared = wanted.reduce((sum, one) => sum + got(one, ask), 0)
  return mine + theirs === 0 ? 0 : Math.min(1, (2 * shared) / (mine + theirs))
}

/** For each everyday word from 0 (said all the time) to 1 (hardly ever). */
function commonness(english: string): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  const lines = english.split('\n').filter(Boolean)
  const most = Math.log(1 + lines.length)
  for (const [rank, word] of lines.entries()) {
    const root = stem(word)
    if (!ranks.has(root)) ranks.set(root, Math.log(1 + rank) / most)
  }
  return ranks
}

/** The least that a word said all the time keeps of its weight. */
const EVERYDAY = 0.3

/** The logarithm of how few articles a term stands in, less for words that everybody says all the time. */
function rarityOf(profiles: readonly Profile[], everyday: ReadonlyMap<string, number>) {
  const known = new Map<string, number>()
  for (const { all } of profiles) for (const term of all) known.set(term, (known.get(term) ?? 0) + 1)
  const most = Math.log(1 + profiles.length)
  const of = (term: string) => {
    const count = known.get(term)
    const rare = count === undefined ? most : Math.max(0.3, Math.log(1 + profiles.length / count))
    return rare * (EVERYDAY + (1 - EVERYDAY) * (everyday.get(term) ?? 1))
  }
  return { known, of, everyday: (term: string) => everyday.has(term) }
}
