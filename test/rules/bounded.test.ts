import { expect, test } from 'vitest'
import { loadLexicon } from '../../src/knowledge/load.ts'
import { boundAdvice, TOKENISERS, unbounded } from '../house/bounded.ts'
import { expectNone } from '../house/report.ts'

/** What makes an expression for somebody else. */
const SEARCH = 'src/rules/reading/search/search.ts'

/** The house test reads what is written down; this sees what the rules put together while they are made. */
test('no rule puts together an expression that repeats without a bound', async () => {
  const all: { expression: RegExp; by: string }[] = []
  const Original = globalThis.RegExp
  const lexicon = loadLexicon()
  // vitest itself makes expressions too: only what comes from a rule counts.
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, as) {
      const expression = Reflect.construct(target, given, as) as RegExp
      const by = [...(new Error('made here').stack ?? '').matchAll(/src\/rules\/[\w./-]+/g)]
        .map(([path]) => path)
        .find((path) => path !== SEARCH)
      if (by) all.push({ expression, by })
      return expression
    },
  })
  try {
    const { RULES } = await import('../../src/rules/registry.ts')
    const { createEngine } = await import('../../src/rules/engine.ts')
    createEngine({ rules: RULES, lexicon, now: () => 0 }).check({ text: 'Thanks for coming in!' })
  } finally {
    globalThis.RegExp = Original
  }
  // Phrases are written out when they are first tried; asked for their source, they are written out all.
  const made = all.map(({ expression, by }) => ({ source: expression.source, by }))
  expect(made.length, 'the phrases of the rules become expressions').toBeGreaterThan(0)
  const open = made.filter(({ by }) => by === 'src/rules/reading/pattern.ts' || !(by in TOKENISERS))
  expectNone([
    ...new Set(
      open.flatMap(({ source, by }) => {
        const found = unbounded(source)
        return found ? [`${by} ${boundAdvice(found, source)}`] : []
      }),
    ),
  ])
})
