import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { HOME, yaml } from '../src/knowledge/load.ts'
import { openReadingRoom } from '../src/knowledge/reading-room.ts'
import { Beyond } from '../src/knowledge/scope.ts'
import { FEATURES } from '../src/knowledge/search/features.ts'
import { type Ranking, SIGNS } from '../src/knowledge/search/ranking.ts'
import { ROOT } from './rules.ts'

/**
 * `npm run learn`, its last part. Learns what each feature of the search weighs, and writes knowledge/ask/ranking.yml: a few numbers, the same on
 * every machine. Learns from every way of asking that stands in an article, each looked up as if it did not stand
 * there, from the questions of outside.yml in the same way, and from the open questions of test/quality; never from
 * the locked ones. Prints how well fifths are told that it did not learn from.
 */
const OPEN = ['open', 'fresh-open', 'last-open'].map((name) => `test/quality/questions/${name}.jsonl`)
const OUT = 'knowledge/ask/ranking.yml'
/** One real question weighs as much as this many that an editor thought of. */
const REAL = 4
const STEPS = 150
const RATE = 0.5
const PULL = 1e-4
const FOLDS = 5
/** Too few ways of asking name a State to learn from them that it decides. */
const LEAST = FEATURES.map((name) => (name === 'place' ? 1.5 : 0))
/** Articles of each question that are learned from. */
const ROWS = 20
/** A way of asking that is met word for word weighs this much. */
const SAME = 0.1

interface Example {
  weight: number
  /** A row of features for each article that was looked at. */
  rows: number[][]
  /** Which of the rows are right; none where the question is not ours. */
  right: boolean[]
  inside: boolean
  signs: number[]
}
interface Case {
  x: number[]
  yes: number
  weight: number
}

const room = openReadingRoom()
const examples = [
  ...room.articles.flatMap(({ id, asks }) => asks.map((ask) => example(ask, [id], 1, ask))),
  ...room.articles.flatMap(({ id, asks }) => asks.map((ask) => example(ask, [id], SAME))),
  ...Object.values(yaml(HOME, 'ask/outside.yml', Beyond)).flatMap((asks) =>
    asks.map((ask) => example(ask, [], 1, ask)),
  ),
  ...OPEN.flatMap(questionsIn).map(({ q, articles }) => example(q, articles ?? [], REAL)),
]

const told = crossed(examples)
const { order, sure } = learn(examples)
const ranking: Ranking = {
  order: named(FEATURES, order),
  sure: {
    bias: round(sure[0] ?? 0),
    features: named(FEATURES, sure.slice(1)),
    signs: named(SIGNS, sure.slice(1 + FEATURES.length)),
  },
}
writeFileSync(join(ROOT, OUT), `# Written by scripts/learn-ranking.ts; see there.\n${stringify(ranking)}`)
console.log(told)

function questionsIn(path: string): { q: string; articles?: string[] }[] {
  const lines = readFileSync(join(ROOT, path), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as { q: string; articles?: string[] })
}

function example(question: string, articles: readonly string[], weight: number, without?: string): Example {
  const { candidates: all, signs } = room.search.measure(question, without)
  const candidates = all.filter(({ article }, i) => i < ROWS || articles.includes(article.id))
  return {
    weight,
    rows: candidates.map(({ features }) => FEATURES.map((name) => features[name])),
    right: candidates.map(({ article }) => articles.includes(article.id)),
    inside: articles.length > 0,
    signs: SIGNS.map((name) => signs[name]),
  }
}

function learn(from: readonly Example[]): { order: number[]; sure: number[] } {
  const order = ordered(from)
  const firsts = from.flatMap(({ rows, right, inside, signs, weight }): Case[] => {
    const best = bestOf(rows, order)
    const row = rows[best]
    // What ours was answered from the wrong article says nothing of where ours ends.
    if (row === undefined || (inside && !right[best])) return []
    return [{ x: [1, ...row, ...signs], yes: Number(inside), weight }]
  })
  const yes = firsts.reduce((sum, one) => sum + one.weight * one.yes, 0)
  const no = firsts.reduce((sum, one) => sum + one.weight * (1 - one.yes), 0)
  return {
    order,
    sure: logistic(firsts.map((one) => (one.yes ? one : { ...one, weight: (one.weight * yes) / no }))),
  }
}

/** Which row comes first: multinomial logistic regression over the rows of each question. */
function ordered(from: readonly Example[]): number[] {
  const asked = from.filter(({ right }) => right.includes(true))
  const total = asked.reduce((sum, { weight }) => sum + weight, 0)
  const weights = FEATURES.map(() => 1)
  const past = FEATURES.map(() => 1e-8)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => PULL * weight)
    for (const { rows, right, weight } of asked) {
      const sums = rows.map((row) => dot(row, weights))
      const most = Math.max(...sums)
      const parts = sums.map((sum) => Math.exp(sum - most))
      const all = parts.reduce((sum, part) => sum + part, 0)
      const good = parts.reduce((sum, part, i) => (right[i] ? sum + part : sum), 0)
      for (const [i, row] of rows.entries()) {
        const part = parts[i] ?? 0
        const pull = (weight / total) * (part / all - (right[i] ? part / good : 0))
        if (Math.abs(pull) > 1e-9)
          for (const [f, value] of row.entries()) slope[f] = (slope[f] ?? 0) + pull * value
      }
    }
    descend(weights, slope, past)
    // More of anything is never worse.
    for (const [f, weight] of weights.entries()) weights[f] = Math.max(LEAST[f] ?? 0, weight)
  }
  return weights
}

function logistic(cases: readonly Case[]): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0)
  const weights = [0, ...FEATURES.map(() => 0), ...SIGNS.map(() => 0)]
  const past = weights.map(() => 1e-8)
  for (let step = 0; step < STEPS * 3; step++) {
    const slope = weights.map((weight) => PULL * weight)
    for (const { x, yes, weight } of cases) {
      const pull = (weight / total) * (1 / (1 + Math.exp(-dot(x, weights))) - yes)
      for (const [f, value] of x.entries()) slope[f] = (slope[f] ?? 0) + pull * value
    }
    descend(weights, slope, past)
  }
  return weights
}

/** AdaGrad (Duchi, Hazan, Singer 2011). */
function descend(weights: number[], slope: readonly number[], past: number[]): void {
  for (const [f, pull] of slope.entries()) {
    past[f] = (past[f] ?? 0) + pull * pull
    weights[f] = (weights[f] ?? 0) - (RATE * pull) / Math.sqrt(past[f] ?? 1)
  }
}

function crossed(all: readonly Example[]): string {
  const tally = { first: 0, inside: 0, real: 0, realFirst: 0, kept: 0, declined: 0, outside: 0 }
  for (let fold = 0; fold < FOLDS; fold++) {
    const { order, sure } = learn(all.filter((_, index) => index % FOLDS !== fold))
    for (const { rows, right, inside, signs, weight } of all.filter((_, index) => index % FOLDS === fold)) {
      const best = bestOf(rows, order)
      const row = rows[best]
      const yes = row !== undefined && dot([1, ...row, ...signs], sure) > 0
      if (inside && weight >= 1) {
        tally.inside++
        if (right[best]) tally.first++
        if (yes) tally.kept++
        if (weight > 1) tally.real++
        if (weight > 1 && right[best]) tally.realFirst++
      } else if (!inside) {
        tally.outside++
        if (!yes) tally.declined++
      }
    }
  }
  const { first, inside, real, realFirst, kept, declined, outside } = tally
  return (
    `${all.length} questions; of fifths that it did not learn from: right article first ${percent(first, inside)} ` +
    `(of those that people asked ${percent(realFirst, real)}), answered ${percent(kept, inside)}, ` +
    `handed on ${percent(declined, outside)} of what is not ours`
  )
}

function bestOf(rows: readonly number[][], weights: readonly number[]): number {
  let best = 0
  for (const [i, row] of rows.entries()) if (dot(row, weights) > dot(rows[best] ?? [], weights)) best = i
  return best
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

function named<Name extends string>(names: readonly Name[], values: readonly number[]) {
  return Object.fromEntries(names.map((name, i) => [name, round(values[i] ?? 0)])) as Record<Name, number>
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(1)} %`
}
