import { z } from 'zod'
import { readWhen } from '../dates.ts'
import type { Format } from '../json/format.ts'
import { type Entry, LONGEST_ITEM, type Own, POST_KINDS, POST_PLATFORMS, type Post } from '../published.ts'

/** Cuts bytes into lines and never holds more of one than it was told to: src/cli/check/lines.ts does. */
export type LineCutter = (limit: number) => {
  push(chunk: Buffer): { bytes: Buffer; tooLong: boolean }[]
  end(): { bytes: Buffer; tooLong: boolean }[]
}

const Words = z.array(z.string()).nullish()
/** As in `check --jsonl`, and where and when it was posted. */
const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  kind: z.enum(POST_KINDS).nullish(),
  platform: z.enum(POST_PLATFORMS).nullish(),
  account: z.enum(['practice', 'personal']).nullish(),
  context: z.string().nullish(),
  url: z.string().nullish(),
  date: z.union([z.string(), z.number()]).nullish(),
  practice: z
    .object({
      name: z.string().nullish(),
      staff: Words,
      phones: Words,
      addresses: Words,
      emails: Words,
      handles: Words,
      urls: Words,
      services: Words,
    })
    .nullish(),
})

/** One JSON object a line. */
export function jsonl(cutLines: LineCutter): Format {
  return {
    name: 'Lines (JSONL)',
    claims: ({ head }) => head.trimStart()[0] !== '[' && hasLine(head),
    async *read(source) {
      const cut = cutLines(LONGEST_ITEM)
      let at = 0
      function* pass(lines: { bytes: Buffer; tooLong: boolean }[]) {
        for (const line of lines) {
          const entry = entryOf(++at, line)
          if (entry) yield entry
        }
      }
      for await (const chunk of source.open()) yield* pass(cut.push(chunk))
      yield* pass(cut.end())
    },
  }
}

/** Any of the first lines will do: a broken one may stand before it. */
function hasLine(head: string): boolean {
  return head.split('\n', 20).some((line) => {
    const value = line.trimStart().startsWith('{') ? parsed(line) : undefined
    return typeof value === 'object' && value !== null && 'text' in value
  })
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
function entryOf(at: number, line: { bytes: Buffer; tooLong: boolean }): Entry | undefined {
  if (line.tooLong) return { at, unread: 'too_long' }
  let text: string
  try {
    text = decoder.decode(line.bytes)
  } catch {
    return { at, unread: 'not_utf8' }
  }
  if (text.trim() === '') return undefined
  const value = parsed(text)
  if (value === undefined) return { at, unread: 'not_json' }
  const checked = Line.safeParse(value)
  if (!checked.success) return { at, unread: 'bad_field' }
  return toEntry(at, checked.data)
}

function toEntry(at: number, line: z.infer<typeof Line>): Entry {
  const { text, kind, platform, account, context, url, id } = line
  const when = readWhen(line.date)
  const where = {
    ...(kind && { kind }),
    ...(platform && { platform }),
    ...(when && { when }),
    ...(url && { url }),
    ...(id !== null && id !== undefined && { id: String(id) }),
  }
  if (text.trim() === '') return { at, silent: 'no_words', where }
  const post: Post = { ...where, text, ...(account && { account }), ...(context && { context }) }
  if (line.practice) post.own = ownOf(line.practice)
  return { at, post }
}

/** Without what is absent, so that it does not hide what the practice file says. */
function ownOf(practice: NonNullable<z.infer<typeof Line>['practice']>): Own {
  return Object.fromEntries(
    Object.entries(practice).filter(([, value]) => value !== null && value !== undefined),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
