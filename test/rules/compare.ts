import { type Example, type Examples, readExamples } from '../../scripts/examples.ts'
import type { Rule } from '../../src/rules/kit.ts'
import type { Heard, Listening } from './listening.ts'

/** One line for each example that does not come out as its file promises, or for what is wrong with the file. */
export function exampleProblems(root: string, rulePath: string, rule: Rule, engine: Listening): string[] {
  try {
    return compare(rule, readExamples(root, rulePath), engine)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

export function compare(rule: Rule, examples: Examples, engine: Listening): string[] {
  const pairs = examples.pairs.flatMap(({ flag, pass }) => [flag, pass])
  return [...examples.flag, ...examples.pass, ...pairs].flatMap((example) => {
    const [usual = 'caption'] = rule.kinds
    const at = `${examples.path}:${example.line} ${example.label} ${quote(example.draft.text)}`
    const checked = tryCheck(
      engine,
      { ...example.draft, kind: example.draft.kind ?? usual },
      example.practice,
    )
    if (checked instanceof Error) return [`${at}: ${checked.message}`]
    const { result, heard } = checked
    const own = heard.filter(({ rule: id }) => id === rule.id)
    const wrong = example.marks.length > 0 ? missed(example, own) : extra(example, own)
    if (wrong === undefined) return []
    const others = [...new Set(heard.map(({ rule: id }) => id))].filter((id) => id !== rule.id)
    const beside = others.length > 0 ? `; other rules: ${others.join(', ')}` : ''
    return [`${at}: ${wrong} (${result.kind}, ${result.verdict}${beside})`]
  })
}

function tryCheck(engine: Listening, ...[draft, practice]: Parameters<Listening['check']>) {
  try {
    return engine.check(draft, practice)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function missed({ draft, marks, severity, category }: Example, own: readonly Heard[]): string | undefined {
  if (own.length === 0) return 'the rule finds nothing'
  const wide = marks.find((mark) => !own.some((hit) => hit.start < mark.end && mark.start < hit.end))
  if (wide)
    return `the rule finds ${places(draft.text, own)}, and not ${quote(draft.text.slice(wide.start, wide.end))}`
  const outside = own.filter(({ start, end }) => start < 0 || end > draft.text.length || start >= end)
  if (outside.length > 0) return `the rule points outside the draft: ${JSON.stringify(outside)}`
  if (severity && !own.some((hit) => hit.severity === severity))
    return `weighs ${unique(own.map((hit) => hit.severity))}, not ${severity}`
  if (category && !own.some((hit) => hit.category === category))
    return `is called ${unique(own.map((hit) => hit.category))}, not ${category}`
  return undefined
}

function extra({ draft }: Example, own: readonly Heard[]): string | undefined {
  return own.length > 0 ? `the rule finds ${places(draft.text, own)}, and should find nothing` : undefined
}

function places(text: string, hits: readonly Heard[]): string {
  return unique(hits.map(({ start, end }) => quote(text.slice(start, end))))
}

function unique(words: readonly string[]): string {
  return [...new Set(words)].join(', ')
}

/** On one line and not too long: where it is, the file and line say. */
function quote(text: string): string {
  const line = JSON.stringify(text)
  return line.length > 120 ? `${line.slice(0, 118)}…"` : line
}
