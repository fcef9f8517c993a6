import MiniSearch from 'minisearch'
import type { Article } from '../article.ts'
import type { Scope } from '../scope.ts'
import { type Bearing, createBearing } from './bearing.ts'
import { type Features, featuresOf } from './features.ts'
import { type Profile, profileOf } from './profile.ts'
import { orderOf, type Ranking, type Signs, signsOf, sureness } from './ranking.ts'
import { rarityOf } from './rarity.ts'
import { createSpelling } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'
import { type Asked, askedOf } from './wanted.ts'
import { createWords, type Words } from './words.ts'

export interface Hit {
  article: Article
  /** From 0 to 1: how likely it is that this article answers what is asked. */
  confidence: number
  /** From 0 to 1: how likely it is this one of all that were looked at. */
  share: number
}

/** A question measured beside one article: what the weights are learned from. */
export interface Measured {
  article: Article
  features: Features
}

export interface Search {
  /** Best first, at most `most`. */
  find(question: string, most?: number): Hit[]
  /** Whether a question is ours at all. */
  bearing(question: string): Bearing
  words: Words
  /**
   * What a question is ranked by.
   * @param without a way of asking that is treated as if nobody had written it down.
   */
  measure(question: string, without?: string): { candidates: Measured[]; signs: Signs }
}

export interface Shelf {
  articles: readonly Article[]
  synonyms: Synonyms
  scope: Scope
  /** Questions that are not ours, by the id of their entry in `scope.outside`. */
  beyond: Readonly<Record<string, readonly string[]>>
  ranking: Ranking
  /** Everyday words, the most frequent first, one a line. */
  english: string
}

/** Articles that are looked at closely; the index finds them however many there are. */
const LOOKED_AT = 25

export function createSearch({ articles, synonyms, scope, beyond, ranking, english }: Shelf): Search {
  const words = createWords(synonyms)
  const profiles = articles.map((article) => profileOf(article, words))
  const index = new MiniSearch<{ id: number; asks: string; answer: string; text: string }>({
    fields: ['asks', 'answer', 'text'],
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: (term) => term,
  })
  index.addAll(
    profiles.map(({ asks, answer, all }, id) => ({
      id,
      asks: asks.flatMap(({ terms }) => [...terms]).join(' '),
      answer: [...answer].join(' '),
      text: [...all].join(' '),
    })),
  )
  const rarity = rarityOf(profiles, english)
  const spelling = createSpelling(rarity.known)
  const bearingOf = createBearing(scope, beyond, words, rarity, profiles)
  const take = (question: string) => askedOf(question, words, rarity, spelling)

  /** By the index, roughly the best first. */
  function candidatesFor({ wanted }: Asked): Profile[] {
    const boosts = new Map<string, number>()
    for (const { term, instead } of wanted)
      for (const [other, boost] of [[term, 1] as const, ...instead])
        boosts.set(other, Math.max(boosts.get(other) ?? 0, boost))
    const found = index.search([...boosts.keys()].join(' '), {
      boost: { asks: 3, answer: 2 },
      boostTerm: (term) => boosts.get(term) ?? 1,
    })
    return found.slice(0, LOOKED_AT).map(({ id }) => profiles[id] as Profile)
  }

  function find(question: string, most = 5): Hit[] {
    const asked = take(question)
    if (asked.wanted.length === 0) return []
    const signs = signsOf(asked, bearingOf(asked, question))
    const ordered = candidatesFor(asked)
      .map((profile) => ({ profile, features: featuresOf(asked, profile, rarity) }))
      .map((one) => ({ ...one, order: orderOf(ranking, one.features) }))
      .sort((a, b) => b.order - a.order)
    const best = ordered[0]?.order ?? 0
    const all = ordered.reduce((sum, { order }) => sum + Math.exp(order - best), 0)
    return ordered.slice(0, most).map(({ profile, features, order }) => ({
      article: profile.article,
      confidence: sureness(ranking, features, signs),
      share: Math.exp(order - best) / all,
    }))
  }

  return {
    find,
    words,
    bearing: (question) => bearingOf(take(question), question),
    measure(question, without) {
      const asked = take(question)
      const candidates = candidatesFor(asked).map((profile) => {
        const { article } = profile
        const has = without !== undefined && article.asks.includes(without)
        const asks = article.asks.filter((ask) => ask !== without)
        const seen = has ? profileOf({ ...article, asks }, words) : profile
        return { article, features: featuresOf(asked, seen, rarity) }
      })
      return { candidates, signs: signsOf(asked, bearingOf(asked, question, without)) }
    },
  }
}
