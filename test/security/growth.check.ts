import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../src/knowledge/load.ts'
import { createEngine } from '../../src/rules/engine.ts'
import type { Finder, Rule, Sight } from '../../src/rules/kit.ts'
import { RULES } from '../../src/rules/registry.ts'
import { type Kind, REPLIES } from '../../src/rules/vocabulary.ts'
import { expectNone } from '../house/report.ts'
import { openWorkbench } from '../mutation/sights.ts'
import { growsTooFast, MOST, SIZES } from './growth.ts'
import { GENERATORS, type Generator, generatorsFor } from './hostile.ts'

/** Far above what it takes, for a machine that has much else to do. */
const PATIENCE = 240_000

const lexicon = loadLexicon()
const bench = openWorkbench(RULES, lexicon)
const isReply = (kind: Kind) => REPLIES.includes(kind)

/** A sight that nobody has looked at: parts of a reading are worked out once and kept, and each rule is to pay. */
function unseen(sight: Sight, kind: Kind): Sight {
  const { reading, context } = sight
  return {
    ...sight,
    reading: { ...reading },
    // Under a hostile review a reply is read against that as well.
    context: isReply(kind) && context !== undefined ? { ...context } : undefined,
    draft: { ...sight.draft, kind },
  }
}

const read = ({ text }: Generator): Sight[] =>
  SIZES.map((size) => bench.sight({ text: text(size), kind: 'review_reply', context: text(size) }))

test('there are at least twenty hostile texts, none with an end to its sentence that a rule could rest at', () => {
  expect(GENERATORS.length).toBeGreaterThanOrEqual(20)
  for (const { text } of GENERATORS) for (const size of SIZES) expect(text(size)).toHaveLength(size)
})

/** One line for each kind of draft in which the rule's cost grows too fast. */
function costly({ id, kinds }: Rule, { name }: Generator, sights: readonly Sight[]): string[] {
  const find = bench.finders.get(id) as Finder
  return kinds.flatMap((kind) => {
    const grown = growsTooFast((i) => void find(unseen(sights[i] as Sight, kind)))
    return grown === undefined ? [] : [`${id}, "${name}" as ${kind}: ${grown}`]
  })
}

describe(`twice the text costs no rule more than ${MOST} times`, () => {
  for (const generator of GENERATORS)
    test(generator.name, { timeout: PATIENCE }, () => {
      const sights = read(generator)
      expectNone(RULES.flatMap((rule) => costly(rule, generator, sights)))
    })

  test('what its own examples nearly say', { timeout: PATIENCE }, () => {
    expectNone(
      RULES.flatMap((rule) =>
        generatorsFor(rule.id).flatMap((generator) => costly(rule, generator, read(generator))),
      ),
    )
  })
})

describe(`twice the text costs all rules together at most ${MOST} times`, () => {
  const engine = createEngine({ rules: RULES, lexicon, now: () => 0 })

  // How a draft is read does not depend on its kind; which rules are asked does, and they were asked above.
  for (const kind of ['caption', 'review_reply', 'visitor_comment'] as const)
    test(kind, { timeout: PATIENCE }, () => {
      expectNone(
        GENERATORS.flatMap(({ name, text }) => {
          const drafts = SIZES.map((size) => ({
            text: text(size),
            kind,
            ...(isReply(kind) && { context: text(size) }),
          }))
          const grown = growsTooFast((i) => void engine.check(drafts[i] as (typeof drafts)[number]))
          return grown === undefined ? [] : [`all rules, "${name}" as ${kind}: ${grown}`]
        }),
      )
    })
})
