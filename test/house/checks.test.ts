import { describe, expect, test } from 'vitest'
import { loadRules } from '../../scripts/rules.ts'
import { boundProblems } from './bounded.ts'
import { CHECKS } from './checks.ts'
import { withFolder } from './folder.ts'
import { DOORS } from './samples/doors.ts'
import { GOOD } from './samples/good.ts'
import { RULES } from './samples/rules.ts'
import { SHAPE } from './samples/shape.ts'
import { readTree } from './tree.ts'

const SAMPLES = { ...DOORS, ...RULES, ...SHAPE }
const PACKAGE = {
  'package.json': '{ "dependencies": { "express": "1" }, "devDependencies": { "vitest": "1" } }',
}

async function problemsOf(root: string, promise?: string): Promise<string[]> {
  const rules = await loadRules(root)
  const tree = readTree(root)
  const wanted = CHECKS.filter((check) => promise === undefined || check.promise === promise)
  // The list of tokenisers names files that these small trees do not have.
  return wanted.flatMap(({ promise, run }) =>
    promise.startsWith('rules repeat') ? boundProblems(tree, {}) : run(tree, rules),
  )
}

test('every check is tried on something bad', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(CHECKS.map(({ promise }) => promise).sort())
})

for (const [promise, rows] of Object.entries(SAMPLES)) {
  describe(`${promise}: fails for`, () => {
    for (const [what, files, ...sentences] of rows)
      test(what, () =>
        withFolder({ ...PACKAGE, ...files }, async (root) => {
          const problems = (await problemsOf(root, promise)).join('\n')
          for (const sentence of sentences) expect(problems).toContain(sentence)
        }),
      )
  })
}

describe('the checks leave alone', () => {
  for (const [what, files] of GOOD)
    test(what, () =>
      withFolder({ ...PACKAGE, ...files }, async (root) => expect(await problemsOf(root)).toEqual([])),
    )
})
