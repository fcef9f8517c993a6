import type { Tree } from './tree.ts'

/** What a reader outside cannot follow: how the project was made, and where on whose machine. */
const TELLTALES: readonly { find: RegExp; advice: string; only?: string }[] = [
  {
    find: /\bissues?\s+#?\d+\b/i,
    advice: 'A reader has only this checkout: say what the reason is instead of where it was discussed.',
  },
  {
    find: /(?<![\w.:-])\/(?:work|home|root|Users|tmp)\/[\w./-]+/,
    advice: 'This path exists on one machine: make it relative to the checkout.',
  },
  {
    find: /\b[A-Z]:\\(?:Users|home)\\/i,
    advice: 'This path exists on one machine: make it relative to the checkout.',
  },
  {
    find: /\bTODO\b/,
    advice: 'Fill it in: what comes here is said beside it.',
    // The scaffolds in scripts say it on purpose.
    only: 'src/',
  },
]

export function wordProblems(tree: Tree): string[] {
  return tree.files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) =>
      TELLTALES.flatMap(({ find, advice, only = '' }) => {
        const match = path.startsWith(only) ? find.exec(line) : null
        return match ? [`${path}:${i + 1} says "${match[0]}". ${advice}`] : []
      }),
    ),
  )
}
