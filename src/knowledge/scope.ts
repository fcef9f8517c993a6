import { z } from 'zod'

/** knowledge/ask/outside.yml: how people ask what is not ours, by the id of an entry of `outside`. */
export const Beyond = z.record(z.string(), z.array(z.string().trim().min(5)))

const Line = z.string().trim().min(10)
const Ways = z
  .union([z.string(), z.array(z.coerce.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((words) => words.trim()).filter(Boolean),
  )

/** What lies outside, what is urgent, and who helps there. An entry is met when all its words are in the question. */
export const Scope = z.strictObject({
  /** Confidence from which an article is an answer; measured, see `npm run quality`. */
  least: z.number().min(0).max(1),
  /** Words that our subject has and others mostly have not. */
  subject: Ways,
  handoff: z.string().trim().min(3),
  unknown: Line,
  outside: z.array(z.strictObject({ id: z.string(), handoff: z.string().min(3), says: Line, words: Ways })),
  urgent: z.array(
    z.strictObject({
      id: z.string(),
      handoff: z.string().min(3),
      says: Line,
      /** The article that says what to do, where there is one. */
      article: z.string().optional(),
      source: z.string().min(5),
      asOf: z.iso.date(),
      words: Ways,
    }),
  ),
})
export type Scope = z.infer<typeof Scope>

/** Finds the first entry of which all words of one of its ways are among the given terms. */
export function compiled<T extends { words: readonly string[] }>(
  entries: readonly T[],
  termsOf: (words: string) => string[],
): (given: ReadonlySet<string>) => T | undefined {
  const ways = entries.map((entry) => ({
    entry,
    ways: entry.words.map(termsOf).filter((terms) => terms.length > 0),
  }))
  return (given) =>
    ways.find(({ ways }) => ways.some((terms) => terms.every((term) => given.has(term))))?.entry
}
