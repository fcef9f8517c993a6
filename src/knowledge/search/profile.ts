import type { Article } from '../article.ts'
import { firstOf, kindsOf } from './kinds.ts'
import type { Words } from './words.ts'

/** One way of asking, as it is compared with a question. */
export interface Ask {
  terms: ReadonlySet<string>
  /** With the words that say nothing by themselves. */
  said: ReadonlySet<string>
  /** Neighbouring terms, in either order. */
  pairs: ReadonlySet<string>
  /** Neighbouring words, the empty ones among them, as they follow each other. */
  steps: ReadonlySet<string>
  kinds: readonly number[]
  /** The kinds that its first words show. */
  opens: readonly number[]
}

/** The terms of one article, in the views that are compared with a question. */
export interface Profile {
  article: Article
  title: Ask
  /** States that it names. */
  places: readonly string[]
  /** The title among them. */
  asks: readonly Ask[]
  /** In how many of the asks a term stands. */
  often: ReadonlyMap<string, number>
  answer: ReadonlySet<string>
  /** Title, asks and answer. */
  short: ReadonlySet<string>
  all: ReadonlySet<string>
  /** How often each word is said in it, the empty ones too: three times in a way of asking, twice in the answer. */
  said: ReadonlyMap<string, number>
  spoken: number
  /** The kinds of question that its asks are, on average. */
  kinds: readonly number[]
  opens: readonly number[]
}

/** Terms that stand for a State: synonyms.yml puts each of them near "state". */
export function placesIn(terms: Iterable<string>, words: Words): string[] {
  return [...terms].filter((term) => words.near(term).includes('state'))
}

export function askOf(text: string, words: Words): Ask {
  const { terms, all: said } = words.both(text)
  return {
    terms: new Set(terms),
    said: new Set(said),
    steps: stepsOf(said),
    pairs: pairsOf(terms),
    kinds: kindsOf(text),
    opens: kindsOf(firstOf(text)),
  }
}

export function pairsOf(terms: readonly string[]): Set<string> {
  const pairs = new Set<string>()
  for (let i = 1; i < terms.length; i++) {
    const [a, b] = [terms[i - 1] as string, terms[i] as string]
    pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`)
  }
  return pairs
}

export function stepsOf(said: readonly string[]): Set<string> {
  return new Set(said.slice(1).map((word, i) => `${said[i]} ${word}`))
}

export function profileOf(article: Article, words: Words): Profile {
  const { title, answer, detail, todo } = article
  const asks = [title, ...article.asks].map((ask) => askOf(ask, words))
  const often = new Map<string, number>()
  for (const { terms } of asks) for (const term of terms) often.set(term, (often.get(term) ?? 0) + 1)
  const answers = words.both(answer)
  const rest = words.both(`${detail}\n${todo}`)
  const short = new Set([...often.keys(), ...answers.terms])
  const said = new Map<string, number>()
  const count = (spoken: Iterable<string>, times: number) => {
    for (const word of spoken) said.set(word, (said.get(word) ?? 0) + times)
  }
  for (const ask of asks) count(ask.said, 3)
  count(answers.all, 2)
  count(rest.all, 1)
  return {
    article,
    said,
    spoken: [...said.values()].reduce((sum, times) => sum + times, 0),
    title: asks[0] as Ask,
    places: placesIn([...(asks[0]?.terms ?? []), ...answers.terms, ...rest.terms], words),
    asks,
    often,
    answer: new Set(answers.terms),
    short,
    all: new Set([...short, ...rest.terms]),
    kinds: mean(asks.map(({ kinds }) => kinds)),
    opens: mean(asks.map(({ opens }) => opens)),
  }
}

function mean(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length)
}
