import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { htmlReport } from './html/page.ts'
import { csvReport } from './report/csv.ts'
import { markdownReport } from './report/markdown.ts'
import type { Report } from './report/model.ts'

/** What a report is written as, by the ending of its file. */
export const FORMS: Readonly<Record<string, (report: Report) => Generator<string>>> = {
  '.md': markdownReport,
  '.csv': csvReport,
  '.html': htmlReport,
}

/** Whole or not at all, and readable by this account alone: it holds what must not have been posted. */
export async function writeReport(path: string, pieces: Generator<string>): Promise<void> {
  const part = `${path}.part`
  try {
    await rm(part, { force: true })
    await pipeline(Readable.from(pieces), createWriteStream(part, { mode: 0o600, flags: 'wx' }))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
