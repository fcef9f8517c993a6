import type { Samples } from './sample.ts'

/** Written so that this file does not trip over its own samples. */
const NUMBERED = ['issue', '12'].join(' ')
const MACHINE = ['', 'home', 'ada', 'notes.txt'].join('/')

export const SHAPE: Samples = {
  'no file is too long': [
    ['a long file', { 'src/cli/x.ts': 'x\n'.repeat(301) }, 'src/cli/x.ts has 301 lines; 300 is the most.'],
  ],
  'no folder is too full': [
    [
      'a full folder',
      Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`src/cli/x${i}.ts`, ''])),
      'src/cli holds 15 source files; 14 is the most.',
    ],
    [
      'a full group of rules',
      Object.fromEntries(
        Array.from({ length: 31 }, (_, i) => [
          `src/rules/story/x${i}.ts`,
          `export default { id: 'story/x${i}' }\n`,
        ]),
      ),
      'src/rules/story holds 31 rules; 30 is the most. Let rules that tell people the same thing be one.',
    ],
  ],
  'names say what is inside': [
    [
      'an empty name',
      { 'src/bot/string-utils.ts': '', 'src/common/a.ts': '' },
      'src/bot/string-utils.ts: this name says nothing',
      'src/common: this name',
    ],
  ],
  'every skill has transcripts': [
    [
      'a skill without transcripts',
      { 'src/skills/ask/skill.ts': '' },
      'src/skills/ask has no transcripts. Write at least one',
    ],
    [
      'a folder without a skill',
      { 'src/skills/ask/transcripts/a.yml': '' },
      'src/skills/ask has no skill.ts',
    ],
  ],
  'every adapter runs the contract of its port': [
    [
      'an adapter without',
      {
        'src/adapters/slack/a.ts': '',
        'test/contracts/slack.test.ts': "import '../../src/adapters/slack/a.ts'\n",
      },
      'src/adapters/slack runs no contract. Write test/contracts/slack.<port>.test.ts',
    ],
    [
      'a contract for nobody',
      { 'test/contracts/clock.contract.ts': '' },
      'test/contracts/clock.contract.ts is run by nobody',
    ],
  ],
  'the files speak to a reader who has only them': [
    [
      'a number of something elsewhere',
      { 'docs/a.md': `\nSee ${NUMBERED}.\n` },
      `docs/a.md:2 says "${NUMBERED}". A reader has only this checkout`,
    ],
    [
      "somebody's machine",
      { 'src/cli/a.ts': `// ${MACHINE}\n` },
      `src/cli/a.ts:1 says "${MACHINE}". This path exists on one machine`,
    ],
    ['something left open', { 'src/cli/a.ts': '// TODO later\n' }, 'src/cli/a.ts:1 says "TODO". Fill it in'],
  ],
}
