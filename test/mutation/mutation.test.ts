import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/rules.ts'
import { withFolder } from '../house/folder.ts'
import { mutantsOf } from './mutants.ts'
import { alternations } from './scan.ts'

const KIT = pathToFileURL(join(ROOT, 'src/rules/kit.ts')).href

const rule = (id: string, match: string) => `import { defineRule, phrases, REPLIES } from '${KIT}'

export default defineRule({
  id: '${id}',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'says',
  why: 'why',
  instead: 'instead',
  citations: [],
  since: '0.1.0',
  match: ${match},
})
`
const MATCH = "phrases(['thanks for coming', 'you came'], { unless: ['open house'] })"
const HALF = 'flag:\n  - text: "[[Thanks for coming]] in!"\npass:\n  - text: "Thanks!"\npairs: []\n'
const WHOLE = `${HALF.replace('pass:', '  - text: "Glad [[you came]]!"\npass:\n  - text: "You came to our open house!"')}`

test('the runner sees which parts of a condition the examples hold in place', { timeout: 60_000 }, () =>
  withFolder(
    {
      'package.json': '{ "type": "module" }',
      'src/rules/confirms/held.ts': rule('confirms/held', MATCH),
      'src/rules/confirms/held.examples.yml': WHOLE,
      'src/rules/confirms/loose.ts': rule('confirms/loose', MATCH),
      'src/rules/confirms/loose.examples.yml': HALF,
    },
    async (root) => {
      const { stdout, code } = await mutate('--root', root, '--json')
      const { rules, share } = JSON.parse(stdout)
      const [held, loose] = rules
      expect(held).toMatchObject({ rule: 'confirms/held', killed: 4, survived: 0, lost: 0 })
      expect(loose).toMatchObject({ rule: 'confirms/loose', killed: 1, survived: 3 })
      expect(loose.survivors).toContainEqual({
        at: 'src/rules/confirms/loose.ts:13',
        what: 'without "you came"',
      })
      expect(share).toBe(5 / 8)
      expect(code, 'too many survived').toBe(1)
    },
  ),
)

test.each<[string, string, string[]]>([
  ['a comparison', 'x.length >= 3', ['x.length < 3', 'x.length >= 4']],
  ['a helper', 'ours(x) && has.test(x)', ['ours(x) || has.test(x)', 'ours(x) && !has.test(x)']],
  ['an exception', '!ours', ['ours']],
  ['an expression', '/a|b{2,4}/', ['/b{2,4}/', '/a/', '/a|b{2}/']],
  ['a list of phrases', "['a b', 'c d']", ["[ 'c d']", "['a b', ]"]],
  ['a class', "is('{visit} ..2 a')", ["is('{time} ..2 a')", "is('{visit} ..0 a')", "is('{visit} ..9 a')"]],
  ['the head of a loop', 'for (let i = 0; i < 3; i++) i', []],
])('%s is changed', (_, condition, changed) => {
  const made = mutantsOf(rule('confirms/x', `() => ${condition}`)).map(({ source }) => source)
  expect(made.sort()).toEqual(changed.map((each) => rule('confirms/x', `() => ${each}`)).sort())
})

test('a bar inside a class of characters parts nothing', () => {
  expect(alternations('[a|b](?:c|d)')).toEqual([
    [
      { from: 8, to: 9 },
      { from: 10, to: 11 },
    ],
  ])
})

function mutate(...args: string[]): Promise<{ stdout: string; code: number }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'test/mutation/run.ts'), ...args],
      { env: { ...process.env, NODE_OPTIONS: '' } },
      (error, stdout) => resolve({ stdout, code: Number(error?.code ?? 0) }),
    )
  })
}
