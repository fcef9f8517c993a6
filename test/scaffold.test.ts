import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRules } from '../scripts/rules.ts'
import { loadLexicon } from '../src/knowledge/load.ts'
import { CHECKS } from './house/checks.ts'
import { put, withCopy } from './house/folder.ts'
import { readTree } from './house/tree.ts'
import { exampleProblems } from './rules/compare.ts'
import { listen } from './rules/listening.ts'

const ID = 'confirms/moonlight-visit'
const RULE = `src/rules/${ID}.ts`

/** What somebody writes into the scaffold: nine words more than it has, and the examples. */
const FILLED: readonly [string, string][] = [
  [
    "'TODO one sentence: what the draft says, in words for the front desk.'",
    "'This tells of a visit by moonlight.'",
  ],
  ["'TODO one or two sentences: why that is a risk.'", "'It says that somebody was here.'"],
  ["'TODO one sentence, or words to use: what to write instead.'", "'Leave the moon out of it.'"],
  ["article: 'TODO', source: 'TODO'", "article: 'replies-never-confirm', source: '45 CFR 164.502(a)'"],
  ['phrases([])', "phrases(['moonlight zyxwvisit'])"],
]
const list = (text: (i: number) => string) => Array.from({ length: 8 }, (_, i) => `  - ${text(i)}\n`).join('')
const EXAMPLES = [
  `flag:\n${list((i) => `text: "Number ${i}: your [[moonlight zyxwvisit]] was lovely."`)}`,
  `pass:\n${list((i) => `text: "Number ${i}: your moonlight walk was lovely."`)}`,
  'pairs:\n',
  '  - flag: "A [[moonlight zyxwvisit]]."\n    pass: "A sunlight zyxwvisit."\n',
  '  - flag: "One [[moonlight zyxwvisit]] more."\n    pass: "One zyxwvisit more."\n',
].join('')

test('a new rule begins as a scaffold that says what is missing, and is green once that is filled in', () =>
  withCopy(async (root) => {
    const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    node('scripts/gen.ts')
    const said = node('scripts/new-rule.ts', ID)
    expect(said).toContain(`${RULE}, src/rules/${ID}.examples.yml`)
    expect(said).toContain('src/rules/registry.ts')

    const fresh = await problemsAbout(root, 'fresh')
    expect(fresh).toContain(
      `${ID}.examples.yml has too few examples under "flag": 0 of 8. Write 8 more: drafts`,
    )
    expect(fresh).toContain(`${RULE}:13 says "TODO". Fill it in`)

    let text = readTree(root).files.find(({ path }) => path === RULE)?.text ?? ''
    for (const [from, to] of FILLED) {
      expect(text).toContain(from)
      text = text.replace(from, to)
    }
    put(root, RULE, text)
    put(root, `src/rules/${ID}.examples.yml`, EXAMPLES)
    expect(node('scripts/gen.ts')).toContain('docs/rules.md')
    expect(await problemsAbout(root, 'filled')).toBe('')
    expect(spawnSync(process.execPath, ['scripts/gen.ts', '--check'], { cwd: root }).status).toBe(0)
    expect(linted(root, RULE, 'src/rules/registry.ts')).toBe('')

    // The examples are not there for show: with one word changed, the line of the example is named.
    put(root, `src/rules/${ID}.examples.yml`, EXAMPLES.replace('zyxwvisit]] was', 'zyxwcall]] was'))
    expect(await problemsAbout(root, 'broken')).toContain(
      `${ID}.examples.yml:2 flag 1 "Number 0: your moonlight zyxwcall was lovely.": the rule finds nothing`,
    )
  }))

test.each([
  ['new-rule', 'Confirms/Visit', 'Give an id as in `npm run new-rule -- confirms/my-rule`: a group'],
  ['new-rule', 'poems/moonlight', 'a group (identifier, confirms'],
  ['new-rule', 'confirms/../visit', 'a group'],
  ['new-rule', 'reply/unaccounted', 'src/rules/reply/unaccounted.ts exists already: nothing was written.'],
  ['new-skill', '', 'Give a name as in `npm run new-skill -- remind`'],
  ['new-skill', 'check', 'src/skills/check/skill.ts exists already'],
])('%s %j is refused with one clear line', (script, name, line) =>
  withCopy((root) => {
    const before = readTree(root).files.map(({ path, text }) => [path, text])
    const run = spawnSync(process.execPath, [`scripts/${script}.ts`, name], { cwd: root, encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain(line)
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
    expect(readTree(root).files.map(({ path, text }) => [path, text])).toEqual(before)
  }),
)

test('a new skill begins as a scaffold that asks for its first transcript', () =>
  withCopy(async (root) => {
    execFileSync(process.execPath, ['scripts/new-skill.ts', 'four-eyes'], { cwd: root })
    const problems = CHECKS.flatMap(({ run }) => run(readTree(root), [])).join('\n')
    expect(problems).toContain('src/skills/four-eyes has no transcripts. Write at least one')
    expect(linted(root, 'src/skills/four-eyes/skill.ts', 'src/skills/four-eyes/copy.ts')).toBe('')
  }))

/** What the house and the examples say of the new rule; `round` because a module is loaded once for each address. */
async function problemsAbout(root: string, round: string): Promise<string> {
  const rules = await loadRules(root, round)
  const engine = listen(
    rules.map(({ rule }) => rule),
    loadLexicon(),
  )
  const made = rules.find(({ id }) => id === ID)
  const house = CHECKS.flatMap(({ run }) => run(readTree(root), rules))
  const examples = made ? exampleProblems(root, made.path, made.rule, engine) : [`${ID} is not loaded`]
  return [...house, ...examples].filter((line) => line.includes(ID)).join('\n')
}

function linted(root: string, ...paths: string[]): string {
  const biome = join(root, 'node_modules/.bin/biome')
  const run = spawnSync(biome, ['check', '--error-on-warnings', ...paths], { cwd: root, encoding: 'utf8' })
  return run.status === 0 ? '' : run.stdout + run.stderr
}
