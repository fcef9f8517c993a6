import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pagesOf, write } from './gen.ts'
import { ROOT } from './rules.ts'

/** Files of something new, path → text. */
export type Scaffold = Readonly<Record<string, string>>

/** Words with hyphens: what a file name and an id may be. */
export const NAME = /^[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,5}$/

/** Writes the files, unless one of them is there already. */
export function lay(root: string, files: Scaffold): void {
  const there = Object.keys(files).find((path) => existsSync(join(root, path)))
  if (there)
    throw new Error(`${there} exists already: nothing was written. Choose another name, or edit that file.`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Runs a scaffold command: one clear line and exit code 2 when it cannot. */
export async function runScaffold(make: (name: string | undefined) => Scaffold, next: string): Promise<void> {
  try {
    const files = make(process.argv[2])
    lay(ROOT, files)
    console.log(`Written: ${Object.keys(files).join(', ')}.`)
    const changed = write(ROOT, await pagesOf(ROOT))
    console.log(`Brought up to date: ${changed.join(', ')}.\n${next}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
