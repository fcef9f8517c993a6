import { describe, test } from 'vitest'
import { loadRules, ROOT } from '../scripts/rules.ts'
import { CHECKS } from './house/checks.ts'
import { expectNone } from './house/report.ts'
import { measure } from './house/sizes.ts'
import { readTree } from './house/tree.ts'

/** The plan of the house as tests. Each failure is a sentence that says what to do. */
describe('the house', async () => {
  const tree = readTree(ROOT)
  const loaded = await loadRules(ROOT).catch((error: Error) => error)
  const rules = loaded instanceof Error ? [] : loaded
  const { files, median, longest } = measure(tree)
  console.log(
    `${files} source files, median ${median} lines, longest ${longest?.path} with ${longest?.lines}`,
  )

  test('every rule can be loaded', () => expectNone(loaded instanceof Error ? [loaded.message] : []))
  for (const { promise, run } of CHECKS) test(promise, () => expectNone(run(tree, rules)))
})
