import { rule } from './rules.ts'
import type { Samples } from './sample.ts'

export const DOORS: Samples = {
  'rooms reach each other through their doors alone': [
    [
      'a rule that reads files',
      { 'src/rules/story/x.ts': "import { readFileSync } from 'node:fs'\n" },
      'src/rules/story/x.ts:1 imports node:fs. Rules are pure: let src/knowledge/load.ts read the file and hand the data in.',
    ],
    [
      'a rule with a package',
      { 'src/rules/kit.ts': "import { z } from 'zod'\n" },
      'src/rules/kit.ts:1 imports zod. Rules are pure',
    ],
    [
      'a rule that leans on a rule',
      {
        'src/rules/story/x.ts': `import y from './y.ts'\n${rule('story/x')}`,
        'src/rules/story/y.ts': rule('story/y'),
      },
      'A rule stands alone',
    ],
    [
      'a rule that knows the bot',
      { 'src/rules/kit.ts': "import type { Event } from '../bot/event.ts'\n" },
      'Rules know their kit',
    ],
    [
      'the reading room with a rule',
      { 'src/knowledge/search.ts': "import { RULES } from '../rules/registry.ts'\n" },
      'write `import type`',
    ],
    [
      'the reading room reading by itself',
      { 'src/knowledge/search.ts': "import 'node:fs'\n" },
      'Only src/knowledge/load.ts reads files',
    ],
    [
      'the reading room in the bot',
      { 'src/knowledge/load.ts': "import '../bot/event.ts'\n" },
      'knows none of them',
    ],
    [
      'the hall with a skill',
      { 'src/bot/router.ts': "import { createCheck } from '../skills/check/skill.ts'\n" },
      'The hall knows events and replies alone',
    ],
    [
      'the hall with an SDK',
      { 'src/bot/router.ts': "import express from 'express'\n" },
      'The hall knows no SDK',
    ],
    [
      'a skill that meets a skill',
      { 'src/skills/ask/skill.ts': "export * from '../check/copy.ts'\n" },
      'Skills never meet',
    ],
    [
      'a skill that loads an adapter late',
      { 'src/skills/ask/skill.ts': "const s = await import('../../adapters/store/open.ts')\n" },
      'let main hand in',
    ],
    [
      'a skill that runs the pipeline',
      { 'src/skills/ask/skill.ts': "import { run } from '../../bot/pipeline.ts'\n" },
      'The pipeline calls skills',
    ],
    [
      'a skill with the machine',
      { 'src/skills/ask/skill.ts': "import { join } from 'path'\n" },
      'through ports',
    ],
    [
      'a skill that hides its door',
      { 'src/skills/ask/skill.ts': 'const s = await import(name)\n' },
      'imports something computed at run time. Write the path out',
    ],
    [
      'a skill that goes round the import',
      { 'src/skills/ask/skill.ts': "process.getBuiltinModule('node:fs')\n" },
      'imports node:fs',
    ],
    [
      'an adapter that meets an adapter',
      { 'src/adapters/slack/a.ts': "export { b } from '../web/b.ts'\n" },
      'One folder, one outside thing',
    ],
    [
      'an adapter that knows a rule',
      { 'src/adapters/slack/a.ts': "import type { Rule } from '../../rules/kit.ts'\n" },
      'An adapter knows the types of the hall',
    ],
    [
      'a package that is there in development alone',
      { 'src/cli/check.ts': "import { test } from 'vitest'\n" },
      'imports vitest. Only what stands under "dependencies"',
    ],
    [
      'src with a test',
      { 'src/cli/check.ts': "import '../../test/house/tree.ts'\n" },
      'What runs in a practice stands in src',
    ],
    [
      'somebody who imports main',
      { 'src/cli.ts': "import './main.ts'\n", 'test/a.test.ts': "import '../src/main.ts'\n" },
      'src/cli.ts:1 imports ./main.ts.',
      'test/a.test.ts:1 imports ../src/main.ts.',
    ],
  ],
  'clock, chance, environment and console stay where they belong': [
    [
      'a skill with a clock',
      { 'src/skills/ask/skill.ts': 'const now = Date.now()\nconst at = new Date()\n' },
      'skill.ts:1 uses Date.now. Time is a port',
      'skill.ts:2 uses newDate()',
    ],
    [
      'a rule by chance',
      { 'src/rules/kit.ts': 'export const x = Math.random()\n' },
      'src/rules/kit.ts:1 uses Math.random. Chance is a port',
    ],
    ['the hall that waits by itself', { 'src/bot/router.ts': 'setTimeout(() => {}, 5)\n' }, 'clock.sleep'],
    [
      'the hall on the network',
      { 'src/bot/router.ts': "await globalThis.fetch('x')\n" },
      'The network is outside',
    ],
    [
      'an adapter with the environment',
      { 'src/adapters/log/a.ts': 'const { PORT } = process.env\n' },
      'src/adapters/log/a.ts:1 uses process.env. The environment is read once',
    ],
    [
      'the environment taken apart',
      { 'src/adapters/log/a.ts': 'const { env } = process\n' },
      'The environment is read once',
    ],
    [
      'an adapter that prints',
      { 'src/adapters/log/a.ts': "console.log('x')\n" },
      'Only the command line prints',
    ],
  ],
}
