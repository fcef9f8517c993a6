import { expect, test } from 'vitest'
import { loadLexicon } from '../../src/knowledge/load.ts'
import { boundAdvice, TOKENISERS, unbounded } from '../house/bounded.ts'
import { expectNone } from '../house/report.ts'

/** The house test reads what is written down; this sees what the rules put together while they are made. */
test('no rule puts together an expression that repeats without a bound', async () => {
  const made: { source: string; by: string }[] = []
  const Original = globalThis.RegExp
  const lexicon = loadLexicon()
  // vitest itself makes expressions too: only what comes from a rule counts.
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]) {
      const by = /src\/rules\/[\w./-]+/.exec(new Error('made here').stack ?? '')?.[0]
      if (by) made.push({ source: String(source), by })
      return new target(source as string, flags as string)
    },
  })
  try {
    const { RULES } = await import('../../src/rules/registry.ts')
    const { createEngine } = await import('../../src/rules/engine.ts')
    createEngine({ rules: RULES, lexicon, now: () => 0 }).check({ text: 'Thanks for coming in!' })
  } finally {
    globalThis.RegExp = Original
  }
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
