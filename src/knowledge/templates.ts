import { z } from 'zod'
import { filesIn, HOME, yaml } from './load.ts'

export const TEMPLATE_TONES = ['warm', 'neutral', 'formal'] as const
export type TemplateTone = (typeof TEMPLATE_TONES)[number]

const List = z
  .union([z.string(), z.array(z.coerce.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((word) => word.trim()).filter(Boolean),
  )
const Id = z.string().regex(/^[a-z0-9-]{3,60}$/)

const Situation = z.strictObject({
  id: Id,
  title: z.string().trim().min(5),
  kinds: z.array(z.string()).min(1),
  /** What makes it this situation: each hit counts. A situation without any is for whatever is left. */
  when: z
    .strictObject({
      /** Of the review or comment that is answered. */
      mood: z.enum(['good', 'bad']).optional(),
      /** Only for posts from this account; other posts never get it. */
      account: z.enum(['practice', 'personal']).optional(),
      /** In what is answered, or in the draft; whole words. */
      words: List.default([]),
      /** Of what was found. */
      categories: List.default([]),
    })
    .default({ words: [], categories: [] }),
  texts: z.array(z.strictObject({ tone: z.enum(TEMPLATE_TONES), text: z.string().trim().min(5) })).min(3),
})
export type Situation = z.infer<typeof Situation>

/** What a post can be about in general, and the words by which a draft says so. */
const Subject = z.strictObject({ subject: z.string().trim().min(3), words: List })
const Signs = z.strictObject({ good: List, bad: List, subjects: z.array(Subject) })

export interface Templates {
  situations: readonly Situation[]
  signs: z.infer<typeof Signs>
}

/** @throws with the file's name when one is malformed, and when a situation stands there twice. */
export function loadTemplates(home: URL = HOME): Templates {
  const files = filesIn(home, 'templates', '.yml').filter((file) => file !== 'signs.yml')
  const situations = files.flatMap((file) => yaml(home, `templates/${file}`, z.array(Situation)))
  const ids = situations.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`knowledge/templates: ${twice} stands there twice`)
  return { situations, signs: yaml(home, 'templates/signs.yml', Signs) }
}

/**
 * The template with what is known put in; undefined where something that it cannot do without is missing.
 * "[ at {phone}]" is left out where there is no phone number.
 */
export function fillTemplate(
  text: string,
  known: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const put = (part: string) => part.replace(/\{(\w+)\}/g, (place, key: string) => known[key] ?? place)
  const filled = put(
    text.replace(/\[([^\]]*)\]/g, (_, part: string) => (put(part).includes('{') ? '' : put(part))),
  )
  return filled.includes('{') ? undefined : filled.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}
