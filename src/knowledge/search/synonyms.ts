import { z } from 'zod'

/** "instagram: [ig, insta, the gram]": what stands behind the colon is read as what stands before it. */
const Words = z
  .union([z.string(), z.array(z.coerce.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((word) => word.trim()).filter(Boolean),
  )
export const Synonyms = z.strictObject({
  /** Other words, and misspellings, for the same thing. */
  same: z.record(z.string(), Words),
  /** Words that often mean the same: they count for half. */
  near: z.array(Words),
  /** Words that say nothing of what a question is about. */
  empty: Words,
})
export type Synonyms = z.infer<typeof Synonyms>
