import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { formatsOf } from '../../../src/adapters/exports/detect.ts'
import { openAll } from '../../../src/adapters/exports/open.ts'
import type { Entry } from '../../../src/adapters/exports/published.ts'
import { createLines } from '../../../src/cli/check/lines.ts'

/** A folder of its own with these files, gone afterwards. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (root: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'chaperone-audit-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    }
    return await use(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Opens what is given, and all that stands in it. */
export async function readAll(...given: string[]) {
  const opened = await openAll(given, formatsOf(createLines))
  const entries: (Entry & { file: string; format: string })[] = []
  for (const { source, survey, format } of opened.files)
    for await (const entry of format.read(source, survey))
      entries.push({ ...entry, file: source.inside ?? source.given, format: format.name })
  return { ...opened, entries }
}

/** Reads one file that was named. */
export function readFile(name: string, content: string | Buffer) {
  return withFiles({ [name]: content }, (root) => readAll(join(root, name)))
}

export const textsOf = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => ('post' in entry ? [entry.post.text] : []))
