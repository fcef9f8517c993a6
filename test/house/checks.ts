import type { RuleFile } from '../../scripts/rules.ts'
import { boundProblems } from './bounded.ts'
import { doorProblems } from './doors.ts'
import { contractProblems, skillProblems } from './outside.ts'
import { purityProblems } from './purity.ts'
import { ruleProblems } from './rules.ts'
import { folderProblems, nameProblems, sizeProblems } from './sizes.ts'
import type { Tree } from './tree.ts'
import { wordProblems } from './words.ts'

export interface Check {
  /** What it promises about the house. */
  promise: string
  /** One sentence for each place that breaks the promise, saying what to do. */
  run(tree: Tree, rules: readonly RuleFile[]): string[]
}

export const CHECKS: readonly Check[] = [
  { promise: 'rooms reach each other through their doors alone', run: doorProblems },
  { promise: 'clock, chance, environment and console stay where they belong', run: purityProblems },
  { promise: 'no file is too long', run: sizeProblems },
  { promise: 'no folder is too full', run: folderProblems },
  { promise: 'names say what is inside', run: nameProblems },
  { promise: 'every rule has its id, its words, its law and enough examples', run: ruleProblems },
  { promise: 'rules repeat nothing without a bound', run: (tree) => boundProblems(tree) },
  { promise: 'every skill has transcripts', run: skillProblems },
  { promise: 'every adapter runs the contract of its port', run: contractProblems },
  { promise: 'the files speak to a reader who has only them', run: wordProblems },
]
