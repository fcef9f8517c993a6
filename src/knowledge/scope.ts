import { z } from 'zod'

const Line = z.string().trim().min(10)
const Ways = z
  .union([z.string(), z.array(z.coerce.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((words) => words.trim()).filter(Boolean),
  )

/** What lies outside, what is urgent, and who helps there. An entry is met when all its words are in the question. */
export const Scope = z.strictObject({
  /** Confidence from which an article is an answer; measured, see docs on `npm run quality`. */
  least: z.number().min(0).max(1),
  /** Confidence from which even a question with a word of `outside` is answered. */
  sure: z.number().min(0).max(1),
  /** The same where it has words of `subject` too. */
  sureOfOurs: z.number().min(0).max(1),
  /** The same for a question without any word of `subject`. */
  bare: z.number().min(0).max(1),
  /** Words that our subject has and others mostly have not. A question without any has to come very near. */
  subject: Ways,
  handoff: z.string().trim().min(3),
  unknown: Line,
  outside: z.array(z.strictObject({ id: z.string(), handoff: z.string().min(3), says: Line, words: Ways })),
  urgent: z.array(
    z.strictObject({
      id: z.string(),
      handoff: z.string().min(3),
      says: Line,
      source: z.string().min(5),
      asOf: z.iso.date(),
      words: Ways,
    }),
  ),
})
export type Scope = z.infer<typeof Scope>

/** The first entry of which all words of one of its ways are among the terms. */
export function met<T extends { words: readonly string[] }>(
  entries: readonly T[],
  given: readonly string[],
  termsOf: (words: string) => string[],
): T | undefined {
  const there = new Set(given)
  return entries.find(({ words }) =>
    words.some((way) => {
      const wanted = termsOf(way)
      return wanted.length > 0 && wanted.every((term) => there.has(term))
    }),
  )
}
