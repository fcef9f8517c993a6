import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLexicon } from '../src/library.ts'
import { guesser } from '../src/rules/reading/guess.ts'
import { Vocabulary } from '../src/rules/reading/lexicon.ts'
import { BITS, packed } from '../src/rules/reading/likeness/file.ts'
import { features } from '../src/rules/reading/likeness/score.ts'
import { namesOf } from '../src/rules/reading/names.ts'
import { markOwn, ownOf } from '../src/rules/reading/own.ts'
import { markPeople } from '../src/rules/reading/people.ts'
import { takeApart } from '../src/rules/reading/reading.ts'
import { RULES } from '../src/rules/registry.ts'
import { type Kind, REPLIES } from '../src/rules/vocabulary.ts'
import { type Line, readFolder } from '../test/quality/lines.ts'
import { ROOT } from './rules.ts'

/**
 * Learns how drafts sound from test/corpus (never from its locked part) and writes knowledge/likeness: numbers
 * alone, the same on every machine. Prints how well each model tells fifths that it did not learn from.
 * What the search weighs is learned last, by learn-ranking.ts.
 * Logistic regression with AdaGrad (Duchi, Hazan, Singer 2011).
 */
const EPOCHS = 12
const RATE = 0.15
const DECAY = 2e-5
/** A feature that stands in fewer drafts than this says nothing. */
const RARE = 2
const FOLDS = 5

interface Example {
  features: Int32Array
  yes: boolean
}
interface Model {
  weights: Float32Array
  bias: number
}

/** Which drafts a model is about, and what it says of them. */
const MODELS: readonly { name: string; about(line: Line): boolean; yes(line: Line): boolean }[] = [
  { name: 'replies', about: isReply, yes: ({ label }) => label !== 'ok' },
  { name: 'posts', about: (line) => !isReply(line), yes: ({ label }) => label !== 'ok' },
  {
    name: 'authorization',
    about: (line) => !isReply(line) && line.label !== 'ok',
    yes: ({ label }) => label === 'needs_authorization',
  },
  {
    name: 'claims',
    about: (line) => !isReply(line) && line.label !== 'ok',
    yes: ({ rules }) => rules.some((rule) => rule === 'ftc-claim' || rule === 'review-gating'),
  },
]

function isReply({ kind }: Line): boolean {
  return kind !== undefined && (REPLIES as readonly Kind[]).includes(kind)
}

const lines = ['open', 'learn'].flatMap(
  (name) => readFolder(name, join(ROOT, 'test/corpus', name), true)?.lines ?? [],
)
const read = reader()
const folder = join(ROOT, 'knowledge/likeness')
mkdirSync(folder, { recursive: true })
for (const { name, about, yes } of MODELS) {
  const examples = lines.filter(about).map((line): Example => ({ features: read(line), yes: yes(line) }))
  const common = commonOf(examples)
  for (const example of examples) example.features = example.features.filter((feature) => common.has(feature))
  const { recall, alarms } = crossed(examples)
  console.log(
    `${name}: ${examples.length} drafts, ${common.size} features; of a fifth that it did not learn from it finds ` +
      `${percent(recall)} and takes ${percent(alarms)} of the others for it`,
  )
  const { weights, bias } = train(examples)
  writeFileSync(join(folder, `${name}.txt`), packed(weights, bias))
}
await import('./learn-ranking.ts')

/** What the engine sees of a draft. */
function reader(): (line: Line) => Int32Array {
  const lexicon = openLexicon()
  const vocabulary = new Vocabulary(lexicon)
  vocabulary.learning = true
  for (const rule of RULES) rule.match(vocabulary)
  guesser(vocabulary)
  vocabulary.learning = false
  const names = namesOf(lexicon.names)
  return ({ text, practice }) => {
    const parts = takeApart(text, vocabulary)
    markOwn(parts.tokens, parts.marks, ownOf(practice))
    markPeople(parts, names, vocabulary)
    const found = new Set<number>()
    features(parts, (feature) => found.add(feature))
    return Int32Array.from(found)
  }
}

function commonOf(examples: readonly Example[]): Set<number> {
  const counts = new Map<number, number>()
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= RARE).map(([feature]) => feature))
}

function train(examples: readonly Example[]): Model {
  const weights = new Float32Array(1 << BITS)
  const seen = new Float32Array(1 << BITS).fill(1e-8)
  let bias = 0
  const order = examples.map((_, index) => index)
  const next = random(7)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = next() % (i + 1)
      ;[order[i], order[j]] = [order[j] as number, order[i] as number]
    }
    for (const index of order) {
      const { features, yes } = examples[index] as Example
      let sum = bias
      for (const feature of features) sum += weights[feature] as number
      const slope = 1 / (1 + Math.exp(-sum)) - Number(yes)
      bias -= (RATE / 10) * slope
      for (const feature of features) {
        const weight = weights[feature] as number
        const pull = slope + DECAY * weight
        const past = (seen[feature] as number) + pull * pull
        seen[feature] = past
        weights[feature] = weight - (RATE * pull) / Math.sqrt(past)
      }
    }
  }
  return { weights, bias }
}

function crossed(examples: readonly Example[]): { recall: number; alarms: number } {
  let [found, yes, alarms, no] = [0, 0, 0, 0]
  for (let fold = 0; fold < FOLDS; fold++) {
    const { weights, bias } = train(examples.filter((_, index) => index % FOLDS !== fold))
    for (const [index, example] of examples.entries()) {
      if (index % FOLDS !== fold) continue
      const sum = example.features.reduce((total, feature) => total + (weights[feature] as number), bias)
      if (example.yes) yes++
      else no++
      if (sum > 0) example.yes ? found++ : alarms++
    }
  }
  return { recall: found / yes, alarms: alarms / no }
}

/** The same order on every machine (a linear congruence; Numerical Recipes). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
