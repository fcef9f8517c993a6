import { posix } from 'node:path'
import { importsOf } from './source/imports.ts'
import type { Tree } from './tree.ts'

/** A skill is known by its transcripts: what people say to it and what it answers, run on every surface. */
export function skillProblems(tree: Tree): string[] {
  return foldersOf(tree, 'src/skills').flatMap((name) => {
    const folder = `src/skills/${name}`
    const said: string[] = []
    if (!tree.has(`${folder}/skill.ts`))
      said.push(`${folder} has no skill.ts. Write one, as in src/skills/check/skill.ts.`)
    if (tree.under(`${folder}/transcripts`, '.yml').length === 0)
      said.push(
        `${folder} has no transcripts. Write at least one in ${folder}/transcripts: what somebody says and what Chaperone answers.`,
      )
    return said
  })
}

/** Each adapter runs the suite of the port that it fills, so that one can stand in for another. */
export function contractProblems(tree: Tree): string[] {
  const contracts = tree.under('test/contracts', '.contract.ts').map(({ path }) => path)
  const runs = tree
    .under('test/contracts', '.test.ts')
    .map((file) =>
      importsOf(file.tokens()).flatMap(({ from }) =>
        from?.startsWith('.') ? [posix.join(posix.dirname(file.path), from)] : [],
      ),
    )
  const adapters = foldersOf(tree, 'src/adapters').filter((name) => {
    const inside = (path: string) => path.startsWith(`src/adapters/${name}/`)
    return !runs.some((paths) => paths.some(inside) && paths.some((path) => contracts.includes(path)))
  })
  return [
    ...adapters.map(
      (name) =>
        `src/adapters/${name} runs no contract. Write test/contracts/${name}.<port>.test.ts, which hands it to test/contracts/<port>.contract.ts.`,
    ),
    ...contracts
      .filter((contract) => !runs.some((paths) => paths.includes(contract)))
      .map((contract) => `${contract} is run by nobody. Write a test beside it that hands an adapter to it.`),
  ]
}

function foldersOf(tree: Tree, parent: string): string[] {
  const names = tree.under(parent).map(({ path }) => path.slice(parent.length + 1).split('/'))
  return [...new Set(names.filter((steps) => steps.length > 1).map((steps) => steps[0] as string))].sort()
}
