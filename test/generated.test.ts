import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SAMPLE } from '../scripts/gen/cli-page.ts'
import { environmentOf } from '../scripts/gen/environment.ts'
import { registryPage } from '../scripts/gen/registry-page.ts'
import { loadSkill } from '../scripts/gen/skills-page.ts'
import { pagesOf, stale, write } from '../scripts/gen.ts'
import { ROOT, type RuleFile } from '../scripts/rules.ts'
import { openEngine } from '../src/library.ts'
import { put, withCopy, withFolder } from './house/folder.ts'
import { expectNone } from './house/report.ts'

describe('what is generated', async () => {
  const pages = await pagesOf(ROOT)

  test('is up to date', () => expectNone(stale(ROOT, pages)))

  test('comes out the same twice', async () => expect(await pagesOf(ROOT)).toEqual(pages))

  test('is said to be stale, and what to run', () =>
    withCopy(async (root) => {
      write(root, pages)
      expect(stale(root, pages)).toEqual([])
      put(root, 'docs/rules.md', 'something else')
      const check = spawnSync(process.execPath, ['scripts/gen.ts', '--check'], {
        cwd: root,
        encoding: 'utf8',
      })
      expect(check.stderr).toBe('docs/rules.md is out of date: run `npm run gen`.\n')
      expect(check.status).toBe(1)
      const gen = spawnSync(process.execPath, ['scripts/gen.ts'], { cwd: root, encoding: 'utf8' })
      expect(gen.stdout).toBe('Written: docs/rules.md.\n')
      expect(stale(root, pages)).toEqual([])
    }))
})

test.each([[0], [1], [3], [40]])('the registry of %i rules is as the formatter wants it', (count) => {
  // Names that sort differently with and without their endings.
  const names = ['see', 'see-you', 'a-b', 'ab', 'a-2', 'a-10', 'see-you-again']
  const rules = Array.from(
    { length: count },
    (_, i) => `claims/${names[i % names.length]}${i > 6 ? `-${i}` : ''}`,
  )
  const page = registryPage(rules.sort().map((id) => ({ id, path: `src/rules/${id}.ts` }) as RuleFile))
  const args = ['check', '--write', `--stdin-file-path=${page.path}`]
  const run = spawnSync(join(ROOT, 'node_modules/.bin/biome'), args, {
    cwd: ROOT,
    input: page.text,
    encoding: 'utf8',
  })
  expect(run.stdout, run.stderr).toBe(page.text)
})

test('a verdict has the keys that docs/cli.md shows', () => {
  const result = openEngine().check({ text: SAMPLE.findings[0]?.quote ?? '', kind: 'review_reply' })
  expect(result.verdict).toBe(SAMPLE.verdict)
  expect(keysOf(result)).toEqual(keysOf(SAMPLE))
  expect(keysOf(result.findings[0])).toEqual(keysOf(SAMPLE.findings[0]))
  expect(keysOf(result.checked)).toEqual(keysOf(SAMPLE.checked))
})

describe('what cannot be described is refused with one line', () => {
  test('a variable that nobody has explained', () =>
    withFolder({ 'src/cli/a.ts': 'env.SECRET_SAUCE\n' }, async (root) => {
      const line = 'src/cli/a.ts reads SECRET_SAUCE, which docs/cli.md cannot explain'
      await expect(environmentOf(root)).rejects.toThrow(line)
      put(root, 'src/cli/a.ts', "env['NO_COLOR']\n")
      expect((await environmentOf(root)).map(({ name }) => name)).toEqual(['NO_COLOR'])
    }))

  test.each([
    ['export const a = 1', 'must export one function create…()'],
    ['export function createA(ask) { ask.engine.open(); return {} }', 'a skill does its work in run()'],
    [
      "export function createA() { return { name: 'b' } }",
      'calls itself "b"; its name must be its folder: "a"',
    ],
  ])('a skill like this: %s', (source, sentence) =>
    withFolder({ 'src/skills/a/skill.ts': source }, (root) =>
      expect(loadSkill(root, 'a')).rejects.toThrow(sentence),
    ),
  )
})

function keysOf(value: object | undefined): string[] {
  return Object.keys(value ?? {}).sort()
}
