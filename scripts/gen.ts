import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cliPage } from './gen/cli-page.ts'
import type { Page } from './gen/page.ts'
import { registryPage } from './gen/registry-page.ts'
import { rulesPage } from './gen/rules-page.ts'
import { skillsPage } from './gen/skills-page.ts'
import { loadRules, ROOT } from './rules.ts'

/** Everything that is made from something else: what stands in the files now is not looked at. */
export async function pagesOf(root: string): Promise<Page[]> {
  const rules = await loadRules(root)
  return [registryPage(rules), rulesPage(root, rules), await skillsPage(root), await cliPage(root)]
}

/** One line for each file that is not what it should be. */
export function stale(root: string, pages: readonly Page[]): string[] {
  return pages.flatMap(({ path, text }) => {
    if (!existsSync(join(root, path))) return [`${path} is missing: run \`npm run gen\`.`]
    const same = readFileSync(join(root, path), 'utf8') === text
    return same ? [] : [`${path} is out of date: run \`npm run gen\`.`]
  })
}

/** Writes what is not up to date and returns those paths. */
export function write(root: string, pages: readonly Page[]): string[] {
  const changed = pages.filter((page) => stale(root, [page]).length > 0)
  for (const { path, text } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return changed.map(({ path }) => path)
}

async function main(args: readonly string[]): Promise<number> {
  const pages = await pagesOf(ROOT)
  if (args.includes('--check')) {
    const lines = stale(ROOT, pages)
    for (const line of lines) console.error(line)
    return lines.length > 0 ? 1 : 0
  }
  const changed = write(ROOT, pages)
  console.log(changed.length > 0 ? `Written: ${changed.join(', ')}.` : 'Everything is up to date.')
  return 0
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
