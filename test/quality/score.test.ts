import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/rules.ts'
import type { Checker } from '../../src/rules/verdict.ts'
import { withFolder } from '../house/folder.ts'
import { type Line, readFolder, readLines } from './lines.ts'
import { FIGURES, judge, score, wantedOf } from './score.ts'

/** Takes the verdict and the categories out of the draft: "stop name date". */
const engine: Checker = {
  check({ text, kind = 'caption' }) {
    const [verdict, ...categories] = text.split(' ')
    const findings = categories.map((category) => ({ category }))
    return { verdict, kind, findings } as unknown as ReturnType<Checker['check']>
  },
}
const line = (
  text: string,
  label: Line['label'],
  rules: Line['rules'] = [],
  kind: Line['kind'] = 'caption',
) => ({ id: text, text, label, rules, kind }) satisfies Line

test.each([
  ['violation', ['name'], 'stop'],
  ['violation', ['ftc-claim'], 'caution'],
  ['violation', ['ftc-claim', 'name'], 'stop'],
  ['violation', [], 'stop'],
  ['needs_authorization', ['ftc-claim'], 'needs_authorization'],
  ['ok', [], 'clear'],
] as const)('a line labelled %s %j asks for %s', (label, rules, verdict) => {
  expect(wantedOf({ label, rules: [...rules] })).toBe(verdict)
})

test('figures count what their names say', () => {
  const { figures, categories } = score(
    judge(engine, [
      line('stop name', 'violation', ['name', 'date']),
      line('caution date', 'violation', ['name']),
      line('clear', 'violation', ['ftc-claim']),
      line('needs_authorization before-after', 'needs_authorization', ['before-after']),
      line('stop name', 'needs_authorization', ['testimonial']),
      line('clear', 'ok', [], 'review_reply'),
      line('unchecked', 'ok', [], 'dm_reply'),
      line('caution name', 'ok', [], 'story'),
      line('clear', 'ok', [], 'visitor_comment'),
    ]),
  )
  expect(FIGURES.map((figure) => `${figures[figure].hits}/${figures[figure].of} ${figure}`)).toEqual([
    '2/3 violations flagged',
    '2/2 needs-authorization flagged',
    '1/2 needs-authorization with exactly that verdict',
    '1/2 safe replies flagged',
    '1/2 ordinary posts flagged',
    '4/6 precision',
    '4/5 recall',
    '4/9 verdict exact',
    '2/5 right category named',
    '1/2 names found',
    '1/4 safe lines flagged for a name',
  ])
  expect(categories).toEqual({
    name: { lines: 2, flagged: 2, named: 1 },
    date: { lines: 1, flagged: 1, named: 0 },
    'before-after': { lines: 1, flagged: 1, named: 1 },
    testimonial: { lines: 1, flagged: 1, named: 0 },
    'ftc-claim': { lines: 1, flagged: 0, named: 0 },
  })
})

describe('reading labelled drafts', () => {
  test.each([
    ['{"id":"a"', 'a.jsonl:2 is not JSON'],
    ['{"id":"a","text":"secret words","label":"fine"}', 'a.jsonl:2 label: '],
    ['{"id":"a","text":"secret words","label":"ok","rules":["names"]}', 'a.jsonl:2 rules.0: '],
  ])('%s is refused without its words', (broken, message) =>
    withFolder({ 'a.jsonl': `{"id":"0","text":"x","label":"ok"}\n${broken}\n` }, (root) => {
      expect(() => readLines(join(root, 'a.jsonl'))).toThrow(message)
      expect(() => readLines(join(root, 'a.jsonl'))).not.toThrow('secret')
    }),
  )
})

describe('the locked part of the corpus', () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'test/quality/run.ts'), ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 2 ** 26,
    })
  const locked = readFolder('locked', join(ROOT, 'test/corpus/locked'), false)?.lines ?? []

  test.each([[[]], [['--json']]])('shows figures and no line of it %j', (more) => {
    const shown = run(
      '--show',
      'misses',
      '--show',
      'false',
      '--show',
      'verdict',
      '--show',
      'category',
      ...more,
    )
    expect(shown).toContain('own corpus, locked')
    expect(locked.filter(({ text }) => shown.includes(JSON.stringify(text)))).toEqual([])
  })

  test('cannot be given as a file', () => {
    expect(() => run('--file', join(ROOT, 'test/corpus/locked/posts-ok.jsonl'))).toThrow('never shown')
  })
})
