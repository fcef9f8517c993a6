import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '../../src/rules/kit.ts'
import {
  GROUPS,
  KINDS,
  type Kind,
  POSTS,
  REPLIES,
  type Severity,
  VERDICTS,
} from '../../src/rules/vocabulary.ts'
import { type Example, type Examples, readExamples } from '../examples.ts'
import { examplesPath, type RuleFile } from '../rules.ts'
import { code, MARKDOWN_NOTE, type Page, page, plain } from './page.ts'

/** How many examples a page shows of each sort; the file has them all. */
const SHOWN = 4

const ABOUT: Readonly<Record<(typeof GROUPS)[number], string>> = {
  identifier: 'Names, numbers, places and dates that say who somebody is.',
  confirms: 'Words that confirm that somebody is, was or was not a patient.',
  story: 'Stories from which somebody can be recognised.',
  consent: 'What may be posted only with a written authorization.',
  claims: 'Promises about results, and how reviews are won.',
  advice: 'Advice that belongs into the treatment room.',
  reply: 'What a public answer may say at all.',
  channel: 'Things that must not be asked for in a comment or a message.',
}

const EXAMPLE = `strictness:
  - rule: claims/superlative
    level: mute
    platforms: [linkedin]
    reason: We won the reader poll and say so there.
    by: Dr. Maria Rivera`

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml}\n\`\`\``
}

function redLines(rules: readonly RuleFile[]): string {
  const ids = rules.filter(({ rule }) => rule.redLine === true).map(({ id }) => code(id))
  return ids.length > 0 ? ids.join(', ') : 'none'
}

export function rulesPage(root: string, rules: readonly RuleFile[]): Page {
  const groups = GROUPS.map((group) => ({ group, own: rules.filter(({ id }) => id.startsWith(`${group}/`)) }))
  return page('docs/rules.md', [
    '# Rules',
    MARKDOWN_NOTE,
    `What Chaperone looks for: ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}. Each one says what it finds, why that is a risk, what to write instead, and where the law says so. Nothing here is legal advice, and a draft in which nothing is found is not thereby allowed.`,
    '## How to silence a rule',
    'A practice may turn a rule up (`stop`), down (`caution`, `needs_authorization`) or off (`mute`) in its practice file, for all platforms or for some. Each line needs a reason and the name of whoever decided. Where a rule is off and would have spoken, the verdict says so in a note.',
    fenced(EXAMPLE),
    `Red lines can be turned up and never down; a start with a practice file that tries is refused. They are: ${redLines(rules)}.`,
    ...groups.flatMap(({ group, own }) =>
      own.length === 0 ? [] : [`## ${group}`, ABOUT[group], ...own.map((rule) => section(root, rule))],
    ),
  ])
}

function section(root: string, { path, id, rule }: RuleFile): string {
  const facts = [
    `- **Finds** ${code(rule.category)}`,
    `- **Weighs** ${weights(rule)}`,
    `- **Looks at** ${kinds(rule.kinds)}`,
    `- **To silence** ${rule.redLine ? 'a red line: it can be turned up, not down or off' : `\`{ rule: ${id}, level: caution or mute, reason: …, by: … }\` under \`strictness\` in the practice file`}`,
    `- **Law** ${rule.citations.map(({ source, article }) => `${plain(source)} (${code(article)})`).join('; ')}`,
    `- **Since** ${rule.since}`,
  ]
  return [
    `### ${id}`,
    plain(rule.says),
    `**Why.** ${plain(rule.why)}`,
    `**Instead.** ${plain(rule.instead)}`,
    facts.join('\n'),
    // The house test asks for the file; until it is there the rule is listed without it.
    existsSync(join(root, examplesPath(path))) ? shown(readExamples(root, path)) : undefined,
  ]
    .filter((block) => block !== undefined)
    .join('\n\n')
}

/** One weight, or one for each sort of draft where it depends on that. */
function weights(rule: Rule): string {
  const { severity } = rule
  if (typeof severity !== 'function') return code(severity)
  const byWeight = new Map<Severity, Kind[]>()
  for (const kind of rule.kinds) {
    const weight = severity({ text: '', kind })
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), kind])
  }
  const rows = [...byWeight].sort(([a], [b]) => VERDICTS.indexOf(b) - VERDICTS.indexOf(a))
  if (rows.length === 1) return code(rows[0]?.[0] as string)
  return rows.map(([weight, of]) => `${code(weight)} in ${kinds(of)}`).join('; ')
}

function kinds(list: readonly Kind[]): string {
  const same = (other: readonly Kind[]) =>
    other.length === list.length && other.every((kind) => list.includes(kind))
  if (same(KINDS)) return 'every kind of draft'
  if (same(REPLIES)) return `every reply (${REPLIES.join(', ')})`
  if (same(POSTS)) return `every post (${POSTS.join(', ')})`
  const [missing, ...more] = KINDS.filter((kind) => !list.includes(kind))
  return missing && more.length === 0 ? `everything but ${missing}` : list.join(', ')
}

function shown({ path, flag, pass, pairs }: Examples): string {
  const rows = (examples: readonly Example[]) =>
    examples.slice(0, SHOWN).map((example) => `- ${marked(example)}`)
  const parts: string[] = []
  if (flag.length > 0) parts.push(['It finds:', '', ...rows(flag)].join('\n'))
  if (pass.length > 0) parts.push(['It leaves alone:', '', ...rows(pass)].join('\n'))
  const pair = pairs[0]
  if (pair) parts.push(`What decides: ${marked(pair.flag)} is found, ${marked(pair.pass)} is not.`)
  parts.push(`More in [${path.split('/').at(-1)}](../${path}).`)
  return parts.join('\n\n')
}

/** The draft with what the finding points at in bold, and the review that it answers. */
function marked({ draft, marks }: Example): string {
  let out = ''
  let at = 0
  for (const { start, end } of marks) {
    out += `${spaced(draft.text.slice(at, start))}**${plain(draft.text.slice(start, end))}**`
    at = end
  }
  out += spaced(draft.text.slice(at))
  return draft.context ? `“${out}” in answer to “${plain(draft.context)}”` : `“${out}”`
}

/** Plain, but with the blanks at its ends, on which the neighbours lean. */
function spaced(text: string): string {
  return `${/^\s/.test(text) ? ' ' : ''}${plain(text)}${/\s$/.test(text) && text.trim() !== '' ? ' ' : ''}`
}
