import type { Row } from './sample.ts'

/** What looks bad and is not. */
export const GOOD: readonly Row[] = [
  [
    'sentences about imports',
    {
      'src/rules/kit.ts': "// import 'node:fs'\nexport const x = 'import y from \"zod\"'\n/* Date.now() */\n",
    },
  ],
  [
    'types from the rules in the reading room',
    {
      'src/knowledge/load.ts':
        "import type { A } from '../rules/a.ts'\nimport { type B } from '../rules/a.ts'\nlet c: import('../rules/a.ts').C\n",
    },
  ],
  [
    'a date that is handed in',
    { 'src/bot/copy.ts': 'const at = new Date(now)\nconst x = ports.Date.now()\n' },
  ],
  [
    'a bounded expression',
    { 'src/rules/kit.ts': 'const a = /[*+]{0,4}\\+\\*?b{2}c?/u\nconst half = (a / 2) * b / 3\n' },
  ],
  ['a part beside a rule', { 'src/rules/story/shapes.ts': 'export const SHAPES = []\n' }],
  [
    'an address that is no path of a machine',
    { 'docs/a.md': 'https://example.com/home/page and the tissue 12 days later\n' },
  ],
]
