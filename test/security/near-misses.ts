import { type Example, readExamples } from '../../scripts/examples.ts'
import { findRuleFiles, ROOT } from '../../scripts/rules.ts'

export interface NearMisses {
  /** Whole drafts. */
  texts: string[]
  /** Only what the rule points at. */
  marks: string[]
}

/** What a rule, or every rule, is to find, each time with the last word taken away and no end of a sentence. */
export function nearMisses(only?: string): NearMisses {
  const examples = findRuleFiles(ROOT)
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ path }) => flagged(path))
  return {
    texts: examples.map(({ draft }) => cut(draft.text)).filter(Boolean),
    marks: examples
      .flatMap(({ draft, marks }) => marks.map(({ start, end }) => cut(draft.text.slice(start, end))))
      .filter(Boolean),
  }
}

function flagged(path: string): Example[] {
  try {
    const { flag, pairs } = readExamples(ROOT, path)
    return [...flag, ...pairs.map((pair) => pair.flag)]
  } catch {
    // What is wrong with the file, the test of the examples says.
    return []
  }
}

function cut(text: string): string {
  return text
    .replace(/[.!?\n|…]+/g, ' ')
    .trim()
    .replace(/\s*\S+$/, '')
}
