import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { ACCOUNTS, CATEGORIES, KINDS, PLATFORMS } from '../../src/rules/vocabulary.ts'

/** A draft with what a privacy officer says of it. Fields that only explain a line are passed over. */
const Line = z.object({
  id: z.string().min(1),
  text: z.string(),
  kind: z.enum(KINDS).optional(),
  platform: z.enum(PLATFORMS).optional(),
  account: z.enum(ACCOUNTS).optional(),
  context: z.string().optional(),
  label: z.enum(['violation', 'needs_authorization', 'ok']),
  /** The categories of which at least one is to be named. */
  rules: z.array(z.enum(CATEGORIES)).default([]),
  practice: z
    .object({
      name: z.string().optional(),
      staff: z.array(z.string()).optional(),
      phones: z.array(z.string()).optional(),
      addresses: z.array(z.string()).optional(),
      emails: z.array(z.string()).optional(),
      handles: z.array(z.string()).optional(),
      urls: z.array(z.string()).optional(),
    })
    .optional(),
})
export type Line = z.infer<typeof Line>

export interface LineSet {
  name: string
  /** False: measured and never shown, so that nobody writes rules by looking at it. */
  open: boolean
  lines: readonly Line[]
}

/** Reads labelled drafts. Throws for a line that is none, with file and number; never with its words. */
export function readLines(path: string): Line[] {
  const rows = readFileSync(path, 'utf8').split('\n')
  return rows.flatMap((row, i) => {
    if (row.trim() === '') return []
    const where = `${basename(path)}:${i + 1}`
    let value: unknown
    try {
      value = JSON.parse(row)
    } catch {
      throw new Error(`${where} is not JSON`)
    }
    const read = Line.safeParse(value)
    if (read.success) return [read.data]
    const [issue] = read.error.issues
    throw new Error(`${where} ${issue?.path.join('.')}: ${issue?.message}`)
  })
}

/** All lines of a folder as one set; undefined if there is none. */
export function readFolder(name: string, folder: string, open: boolean): LineSet | undefined {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
  if (files.length === 0) return undefined
  return { name, open, lines: files.flatMap((file) => readLines(join(folder, file))) }
}

export function readFile(name: string, path: string): LineSet | undefined {
  return existsSync(path) ? { name, open: true, lines: readLines(path) } : undefined
}
