import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** Everything that decides what the check says of a post and in which order posts come. */
const PARTS = ['rules/', 'adapters/exports/', 'cli/audit/', '../knowledge/lexicon/']

/**
 * What an interrupted run must have in common with the next one, as a hash: the program, its word lists, and
 * whatever the caller hands in. Verdicts of two versions must not stand in one report.
 */
export function runIdOf(settings: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(settings) ?? '')
  for (const part of PARTS) {
    const folder = new URL(`../../${part}`, import.meta.url)
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort()
    for (const name of names) hash.update(readFileSync(name))
  }
  return hash.digest('hex').slice(0, 32)
}
