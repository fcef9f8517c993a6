import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Argument, Command, Option } from 'commander'
import { ACCOUNTS, CATEGORIES, KINDS, PLATFORMS } from '../../src/rules/vocabulary.ts'
import { environmentOf, type Variable } from './environment.ts'
import { code, MARKDOWN_NOTE, type Page, page, table } from './page.ts'

const RUN = 'npm run -s chaperone --'

const VERDICT_MEANS: readonly [string, string][] = [
  ['clear', 'Nothing was found. That is not a promise that the post is safe, legal or compliant.'],
  ['caution', 'Something in it is worth a second look, or a second opinion.'],
  ['needs_authorization', 'It may go out only with a valid written authorization of the person in it.'],
  ['unchecked', 'Something could not be looked at. Never read it as clear.'],
  ['stop', 'Do not post it as it is.'],
]

/** What a verdict looks like; a test compares its keys with those of a real one. */
export const SAMPLE = {
  verdict: 'stop',
  kind: 'review_reply',
  platform: null,
  guessed: { kind: false, platform: true },
  findings: [
    {
      rule: 'group/name',
      category: 'patient-status',
      severity: 'stop',
      start: 0,
      end: 20,
      quote: 'Thanks for coming in',
      message: 'What it says.',
      why: 'Why that is a risk.',
      instead: 'What to write instead.',
      citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
    },
  ],
  notes: [],
  checked: { rules: 80, model: 'off', ms: 0.4 },
}

/** What `photo` prints; a test compares its keys with those of a real one. */
export const PHOTO_SAMPLE = {
  verdict: 'stop',
  findings: [
    {
      rule: 'photo/birth-date',
      category: 'date',
      severity: 'stop',
      message: 'What it says.',
      why: 'Why that is a risk.',
      instead: 'What to do instead.',
      citations: [{ article: 'dates-and-ages', source: '45 CFR 164.514(b)(2)(i)(C)' }],
      start: 0,
      end: 14,
      quote: 'DOB 06/30/1944',
      box: { x: 620, y: 150, width: 110, height: 14 },
    },
  ],
  faces: [{ box: { x: 40, y: 60, width: 90, height: 120 }, score: 0.93 }],
  text: [{ text: 'DOB06/30/1944', box: { x: 620, y: 150, width: 110, height: 14 }, score: 0.97 }],
  metadata: { gps: true, taken: true, device: false, person: false, fields: ['GPSLatitude'] },
  questions: ['Who is in it? …'],
  notes: [],
}

export async function cliPage(root: string): Promise<Page> {
  const path = 'src/cli/program.ts'
  if (!existsSync(join(root, path)))
    throw new Error(`${path} is not there, so there are no commands to describe`)
  const { buildProgram } = (await import(pathToFileURL(join(root, path)).href)) as { buildProgram(): Command }
  const program = buildProgram()
  const variables = await environmentOf(root)
  return page('docs/cli.md', [
    '# Command line',
    MARKDOWN_NOTE,
    program.description(),
    `\`\`\`sh\n${RUN} COMMAND …\n\`\`\``,
    table(
      ['command', 'does'],
      program.commands.map((command) => [code(usage(command)), cell(command.description())]),
    ),
    ...program.commands.map(section),
    '## Exit codes',
    'The same for every command. What went wrong stands in one line on standard error.',
    table(
      ['code', 'means'],
      [
        ['0', 'nothing found, or done'],
        ['1', 'findings; refused; not found'],
        ['2', 'wrong use, or input that cannot be read'],
      ],
    ),
    '## Verdict',
    'With `--json`, `check` prints one verdict as one object:',
    `\`\`\`json\n${JSON.stringify(SAMPLE, null, 2)}\n\`\`\``,
    '`start` and `end` count UTF-16 units in the draft as given. `notes` advise and never change the verdict. The worst finding decides:',
    table(
      ['verdict', 'means'],
      VERDICT_MEANS.map(([name, means]) => [code(name), means]),
    ),
    '`checked.model` is `off` without a model, `on` where one read along, `unavailable` where it should have and did not: then the rules alone decided, and a note says so. What a model adds has a rule that begins with `model/`, weighs `caution` at most, and is worded by us.',
    ...PHOTO,
    listed('Kinds of draft', KINDS),
    listed('Platforms', PLATFORMS),
    listed('Accounts', ACCOUNTS),
    listed('Categories', CATEGORIES),
    variables.length > 0 ? '## Environment' : undefined,
    variables.length > 0 ? environment(variables) : undefined,
  ])
}

/** Between the verdicts and the lists of words. */
const PHOTO = [
  '## Photo',
  'With `--json`, `photo` prints one object. For one file it is this; for several it is `{"photos":[{"file", …}]}`, each of them this with its file, in the order of the command line:',
  `\`\`\`json\n${JSON.stringify(PHOTO_SAMPLE, null, 2)}\n\`\`\``,
  '`box` counts pixels of the upright picture from its upper left corner; findings about the file have none. `start` and `end` count in `quote`, which is what was read there. `at` is there for videos: milliseconds from the start. `copy` is there with `--clean`. `questions` are what only a person can see. A file that cannot be opened is `unchecked`, and one line on standard error names it; the others are looked at all the same. Where one is not there, the exit code is 2, and the others are looked at too.',
]

function section(command: Command): string {
  const rows = [
    ...command.registeredArguments.map((argument) => [
      code(argumentName(argument)),
      cell(argument.description),
    ]),
    ...command.options
      .filter(({ hidden }) => !hidden)
      .map((option) => [code(option.flags), cell(aboutOption(option))]),
  ]
  return [
    `## ${command.name()}`,
    sentence(command.description()),
    `\`\`\`sh\n${RUN} ${usage(command)}\n\`\`\``,
    rows.length > 0 ? table(['', 'means'], rows) : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function environment(variables: readonly Variable[]): string {
  const rows = variables.map(({ name, meaning, usual }) => [
    code(name),
    cell(meaning),
    usual ? code(usual) : '',
  ])
  return [
    'Settings are read once, at the start. One that is wrong or half there stops the start with a line that names it.',
    table(['variable', 'means', 'if not set'], rows),
  ].join('\n\n')
}

function usage(command: Command): string {
  return [command.name(), ...command.registeredArguments.map(argumentName), '[options]'].join(' ')
}

function argumentName(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`
  return argument.required ? name : `[${name}]`
}

function aboutOption(option: Option): string {
  const parts = [option.description]
  if (option.argChoices) parts.push(`one of ${option.argChoices.map(code).join(', ')}`)
  if (option.defaultValue !== undefined) parts.push(`if left out: ${code(String(option.defaultValue))}`)
  return parts.join('; ')
}

function listed(title: string, words: readonly string[]): string {
  return `**${title}.** ${words.map(code).join(', ')}.`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${cell(text.slice(1))}.`
}
