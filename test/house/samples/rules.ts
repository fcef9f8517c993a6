import type { Samples } from './sample.ts'

const entries = (count: number, text = 'words') =>
  Array.from({ length: count }, (_, i) => `  - text: "${text} ${i}"\n`).join('')
const examples = (flag: number, pass: number, pairs: number) =>
  `flag:${flag ? `\n${entries(flag, '[[find]]')}` : ' []\n'}pass:${pass ? `\n${entries(pass)}` : ' []\n'}` +
  `pairs:${pairs ? `\n${Array.from({ length: pairs }, (_, i) => `  - flag: "[[a]] ${i}"\n    pass: "b ${i}"\n`).join('')}` : ' []\n'}`
export const rule = (id: string, more = '') =>
  `export default { id: '${id}', says: 'a', why: 'b', instead: 'c', since: '1', kinds: ['ad'], citations: [{ article: 'told', source: 's' }]${more} }\n`

export const RULES: Samples = {
  'every rule has its id, its words, its law and enough examples': [
    [
      'no examples',
      { 'src/rules/story/x.ts': rule('story/x') },
      'src/rules/story/x.ts has no examples. Write src/rules/story/x.examples.yml',
    ],
    [
      'too few examples',
      { 'src/rules/story/x.ts': rule('story/x'), 'src/rules/story/x.examples.yml': examples(7, 8, 0) },
      'under "flag": 7 of 8. Write 1 more',
      'under "pairs": 0 of 2. Write 2 more',
    ],
    [
      'an example without a mark',
      {
        'src/rules/story/x.ts': rule('story/x'),
        'src/rules/story/x.examples.yml': 'flag:\n  - text: hello\npass: []\npairs: []\n',
      },
      'x.examples.yml:2 flag 1: text needs [[ ]] around what the finding points at',
    ],
    [
      'an example with an unknown kind',
      {
        'src/rules/story/x.ts': rule('story/x'),
        'src/rules/story/x.examples.yml': 'flag: []\npass:\n  - text: hello\n    kind: song\npairs: []\n',
      },
      'x.examples.yml:3 pass 1: kind',
    ],
    [
      'examples that are no YAML',
      { 'src/rules/story/x.ts': rule('story/x'), 'src/rules/story/x.examples.yml': 'flag: [\n' },
      'is not YAML',
    ],
    [
      'the same example twice',
      {
        'src/rules/story/x.ts': rule('story/x'),
        'src/rules/story/x.examples.yml': `${examples(8, 8, 2).replace('words 1', 'words 0')}`,
      },
      'pass 2 is the same as pass 1',
    ],
    [
      'an example that the rule never sees',
      {
        'src/rules/story/x.ts': rule('story/x'),
        'src/rules/story/x.examples.yml': 'flag: []\npass:\n  - text: hello\n    kind: story\npairs: []\n',
      },
      'x.examples.yml:3 pass 1 is a story, which this rule never looks at',
    ],
    [
      'another id than its path',
      { 'src/rules/story/x.ts': rule('story/y') },
      'src/rules/story/x.ts calls itself "story/y". Its id must be its path',
    ],
    [
      'examples without a rule',
      { 'src/rules/story/x.examples.yml': examples(8, 8, 2) },
      'belongs to no rule',
    ],
    [
      'a rule outside the groups',
      { 'src/rules/poems/x.ts': 'export default defineRule({})\n' },
      'is a rule outside the groups',
    ],
    [
      'an article that is not there',
      { 'src/rules/story/x.ts': rule('story/x'), 'knowledge/articles/other.md': '' },
      'cites the article "told", which is not there',
    ],
    [
      'words that are missing',
      { 'src/rules/story/x.ts': rule('story/x', ", why: ' '") },
      'does not say its "why" yet',
    ],
  ],
  'rules repeat nothing without a bound': [
    [
      'a star',
      { 'src/rules/story/x.ts': 'const a = /a.*b/g\n' },
      'src/rules/story/x.ts:1 repeats without a bound: "*" in /a.*b/',
    ],
    [
      'an open count',
      { 'src/rules/story/x.ts': "const a = new RegExp('(?:x|[+*]){2,}' + b)\n" },
      'repeats without a bound: "{2,}"',
    ],
  ],
}
