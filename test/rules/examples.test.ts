import { describe, test } from 'vitest'
import { findRuleFiles, ROOT } from '../../scripts/rules.ts'
import { loadLexicon } from '../../src/knowledge/load.ts'
import { RULES } from '../../src/rules/registry.ts'
import { expectNone } from '../house/report.ts'
import { exampleProblems } from './compare.ts'
import { listen } from './listening.ts'

/** Every rule keeps what its examples promise, with all the other rules around it. */
describe('rules find and pass what their examples say', () => {
  const engine = listen(RULES, loadLexicon())

  for (const { path, id } of findRuleFiles(ROOT))
    test(id, () => {
      const rule = RULES.find((each) => each.id === id)
      if (!rule) return expectNone([`${path} is not in src/rules/registry.ts: run \`npm run gen\`.`])
      expectNone(exampleProblems(ROOT, path, rule, engine))
    })
})
