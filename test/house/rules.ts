import { type Examples, readExamples, shortfalls } from '../../scripts/examples.ts'
import { exportsRule, inGroup, type RuleFile } from '../../scripts/rules.ts'
import type { Rule } from '../../src/rules/kit.ts'
import { GROUPS, KINDS } from '../../src/rules/vocabulary.ts'
import type { Tree } from './tree.ts'

/** What a rule owes: its id, its examples, its words, its article. */
export function ruleProblems(tree: Tree, rules: readonly RuleFile[]): string[] {
  return [...rules.flatMap((rule) => oneRule(tree, rule)), ...orphans(tree)]
}

function oneRule(tree: Tree, { path, id, rule }: RuleFile): string[] {
  const said: string[] = []
  if (rule.id !== id)
    said.push(`${path} calls itself "${rule.id}". Its id must be its path: write id: '${id}'.`)
  for (const field of ['says', 'why', 'instead', 'since'] as const) {
    if (rule[field].trim() === '')
      said.push(`${path} does not say its "${field}" yet. Write it in words for somebody at the front desk.`)
  }
  if (rule.kinds.length === 0)
    said.push(`${path} is for no kind of draft. Name some of: ${KINDS.join(', ')}.`)
  said.push(...citationsOf(tree, path, rule), ...examplesOf(tree, path, rule))
  return said
}

function citationsOf(tree: Tree, path: string, rule: Rule): string[] {
  if (rule.citations.length === 0)
    return [
      `${path} names no law. Give citations: [{ article, source }], with the source as in "45 CFR 164.502(a)".`,
    ]
  // The reading room is filled after the rules; from its first article on, every rule has to be explained there.
  if (!tree.has('knowledge/articles')) return []
  return rule.citations
    .filter(({ article }) => !tree.has(`knowledge/articles/${article}.md`))
    .map(
      ({ article }) =>
        `${path} cites the article "${article}", which is not there. Write knowledge/articles/${article}.md, or cite another.`,
    )
}

function examplesOf(tree: Tree, path: string, rule: Rule): string[] {
  let examples: Examples
  try {
    examples = readExamples(tree.root, path)
  } catch (error) {
    return (error as Error).message.split('\n')
  }
  const { flag, pass, pairs } = examples
  const texts = [...flag, ...pass, ...pairs.flatMap((pair) => [pair.flag, pair.pass])]
  const said = shortfalls(examples)
  const seen = new Map<string, string>()
  for (const { draft, label, line, practice } of texts) {
    const key = JSON.stringify([draft, practice])
    const first = seen.get(key)
    if (first)
      said.push(
        `${examples.path}:${line} ${label} is the same as ${first}. Let each example show something new.`,
      )
    else seen.set(key, label)
    const { kind } = draft
    if (kind && !rule.kinds.includes(kind))
      said.push(
        `${examples.path}:${line} ${label} is a ${kind}, which this rule never looks at: whatever it said would pass. Choose one of: ${rule.kinds.join(', ')}.`,
      )
  }
  return said
}

/** Examples that no rule owns, and rules in a folder that is no group: nobody would ever run them. */
function orphans(tree: Tree): string[] {
  const isRule = (path: string) =>
    inGroup(path) && tree.files.some((file) => file.path === path && exportsRule(file.text))
  return [
    ...tree.under('src/rules', '.examples.yml').flatMap(({ path }) => {
      const rule = path.replace(/\.examples\.yml$/, '.ts')
      return isRule(rule)
        ? []
        : [`${path} belongs to no rule. Let ${rule} have an \`export default defineRule(…)\`.`]
    }),
    ...tree.under('src/rules', '.ts').flatMap(({ path, text }) => {
      const lost = !inGroup(path) && /^export default defineRule\b/m.test(text)
      return lost ? [`${path} is a rule outside the groups. Move it into one: ${GROUPS.join(', ')}.`] : []
    }),
  ]
}
