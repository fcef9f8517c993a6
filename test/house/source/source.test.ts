import { describe, expect, test } from 'vitest'
import { unbounded } from '../bounded.ts'
import { importsOfSource } from './imports.ts'
import { tokensOf } from './lexer.ts'

describe('what a file reaches for', () => {
  test.each([
    ["import a from './a.ts'", ['./a.ts']],
    ["import a, { type B, c as d } from './a.ts'", ['./a.ts']],
    ["import * as a from './a.ts'", ['./a.ts']],
    ["import './a.ts'", ['./a.ts']],
    ["import {\n  a,\n  from,\n} from './a.ts'", ['./a.ts']],
    ["import data from './a.json' with { type: 'json' }", ['./a.json']],
    ["export * from './a.ts'", ['./a.ts']],
    ["export * as a from './a.ts'", ['./a.ts']],
    ["export { default as a } from './a.ts'", ['./a.ts']],
    ["const a = await import('./a.ts')", ['./a.ts']],
    ['const a = await import(`./a.ts`)', ['./a.ts']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a template, not a template.
    ['const a = await import(`./${name}.ts`)', [undefined]],
    ["const a = await import('./' + name)", [undefined]],
    ["require('./a.ts')", ['./a.ts']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a template, not a template.
    ["const a = `${await import('./a.ts')} import './b.ts'`", ['./a.ts']],
    ["const a = /'/\nimport './a.ts'\nconst b = /\"/", ['./a.ts']],
    ["const a = b / c\nimport './a.ts'\nconst d = e / f", ['./a.ts']],
    ["export const a = 1\nexport { a }\nimport b from './b.ts'", ['./b.ts']],
    ["// import './a.ts'\n/* import './a.ts' */\nconst a = \"import './a.ts'\"", []],
    ["export default { from: './a.ts' }", []],
    ["const from = array.import('./a.ts')", []],
  ])('%j', (source, wanted) => {
    expect(importsOfSource(source).map(({ from }) => from)).toEqual(wanted)
  })

  test.each([
    ["import type { A } from './a.ts'", true],
    ["import { type A, type B } from './a.ts'", true],
    ["export type { A } from './a.ts'", true],
    ["type A = import('./a.ts').A", true],
    ["let a: import('./a.ts').A", true],
    ["import { type A, b } from './a.ts'", false],
    ["import type from './a.ts'", false],
    ["const a = { b: import('./a.ts').then(c) }", false],
    ["const a = await import('./a.ts')", false],
  ])('%j brings types alone: %s', (source, typeOnly) => {
    expect(importsOfSource(source)).toMatchObject([{ from: expect.anything(), typeOnly }])
  })
})

test('a token knows its line', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a template, not a template.
  const source = "/*\n*/ a\n`x\n${b}\n` / 2 /\n'c'"
  expect(tokensOf(source).map(({ text, line }) => `${text}@${line}`)).toEqual([
    'a@2',
    'x\n@3',
    'b@4',
    '\n@4',
    '/@5',
    '2@5',
    '/@5',
    'c@6',
  ])
})

test.each([
  ['a*', '*'],
  ['(?:a|b)+', '+'],
  ['a{2,}', '{2,}'],
  ['[^"]*"', '*'],
  ['a.*?b', '*'],
  ['\\*\\+[*+]{0,3}a{2}b?(?<=c)(?<!d)', undefined],
  ['[\\]*]', undefined],
])('the repetition without a bound in /%s/ is %s', (source, found) => {
  expect(unbounded(source)).toBe(found)
})
