import { exportsRule, inGroup } from '../../scripts/rules.ts'
import { isSource } from './doors.ts'
import type { Tree, TreeFile } from './tree.ts'

const LONGEST = 300
const WIDEST = 14
/** Rules in one group: the groups are fixed, and the law alone has eighteen identifiers. */
const MOST_RULES = 30
/** Names that say nothing of what is inside, so that everything ends up there. */
const EMPTY_NAMES = /(^|[-_.])(utils?|helpers?|common|managers?)([-_.]|$)/i

export function sizeProblems(tree: Tree): string[] {
  return codeOf(tree)
    .filter(({ lines }) => lines > LONGEST)
    .map(
      ({ path, lines }) =>
        `${path} has ${lines} lines; ${LONGEST} is the most. Find the part that can be named on its own and give it a file.`,
    )
}

export function nameProblems(tree: Tree): string[] {
  const ours = tree.files.filter(({ path }) => /^(src|test|scripts)\//.test(path))
  const names = new Set(ours.flatMap(({ path }) => parts(path)))
  return [...names]
    .filter((path) => EMPTY_NAMES.test(path.split('/').at(-1) as string))
    .map(
      (path) =>
        `${path}: this name says nothing of what is inside. Name it after the thing that it knows or does.`,
    )
}

/** A folder that nobody can take in at a glance. In a group of rules the rules count, not what lies beside them. */
export function folderProblems(tree: Tree): string[] {
  const counts = new Map<string, number>()
  for (const { path, text } of codeOf(tree)) {
    if (inGroup(path) && !exportsRule(text)) continue
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].flatMap(([folder, count]) => {
    const rules = inGroup(`${folder}/x.ts`)
    if (count <= (rules ? MOST_RULES : WIDEST)) return []
    return rules
      ? [
          `${folder} holds ${count} rules; ${MOST_RULES} is the most. Let rules that tell people the same thing be one.`,
        ]
      : [
          `${folder} holds ${count} source files; ${WIDEST} is the most. Give the ones that belong together a folder of their own.`,
        ]
  })
}

export function measure(tree: Tree): { files: number; median: number; longest: TreeFile | undefined } {
  const code = [...codeOf(tree)].sort((a, b) => a.lines - b.lines)
  return { files: code.length, median: code[code.length >> 1]?.lines ?? 0, longest: code.at(-1) }
}

function codeOf(tree: Tree): TreeFile[] {
  return tree.files.filter(({ path }) => isSource(path) && /^(src|test|scripts)\//.test(path))
}

/** The path and every folder on the way to it. */
function parts(path: string): string[] {
  const steps = path.split('/')
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'))
}
