import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LexiconSource } from '../rules/reading/lexicon.ts'

export const HOME = new URL('../../knowledge/', import.meta.url)

/** "one, two" or a list. */
const Words = z
  .union([z.string(), z.array(z.coerce.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((w) => w.trim().toLowerCase()).filter(Boolean),
  )
/** Written by scripts/learn.ts. */
const MODELS = ['replies', 'posts', 'authorization', 'claims']
const Lists = z.record(
  z.string(),
  z.strictObject({ nouns: Words.optional(), verbs: Words.optional(), words: Words.optional() }),
)
const Aliases = z.record(z.string(), z.coerce.string())

/**
 * Reads knowledge/lexicon.
 * @throws with the file's name when one is missing or malformed: without word lists nothing could be checked.
 */
export function loadLexicon(home: URL = HOME): LexiconSource {
  const classes: Record<string, z.infer<typeof Lists>[string]> = {}
  for (const file of readdirSync(new URL('lexicon/', home)).sort()) {
    if (!file.endsWith('.yml') || file === 'aliases.yml') continue
    const lists = yaml(home, `lexicon/${file}`, Lists)
    for (const [key, list] of Object.entries(lists)) {
      const before = classes[key]
      classes[key] = before === undefined ? list : merge(before, list)
    }
  }
  return {
    classes,
    aliases: yaml(home, 'lexicon/aliases.yml', Aliases),
    names: {
      given: text(home, 'lexicon/names/given.txt'),
      surnames: text(home, 'lexicon/names/surnames.txt'),
      words: text(home, 'lexicon/names/words.txt'),
    },
    likeness: Object.fromEntries(MODELS.map((name) => [name, text(home, `likeness/${name}.txt`)])),
  }
}

type List = z.infer<typeof Lists>[string]
const merge = (a: List, b: List): List => ({
  nouns: [...(a.nouns ?? []), ...(b.nouns ?? [])],
  verbs: [...(a.verbs ?? []), ...(b.verbs ?? [])],
  words: [...(a.words ?? []), ...(b.words ?? [])],
})

/** @throws with the file's path when it cannot be read. */
export function text(home: URL, path: string): string {
  const url = new URL(path, home)
  try {
    return readFileSync(url, 'utf8')
  } catch (cause) {
    throw new Error(`${fileURLToPath(url)} cannot be read: without it the knowledge is not whole`, { cause })
  }
}

/** Names of the files in a folder, sorted; none where there is no such folder yet. */
export function filesIn(home: URL, folder: string, ending: string): string[] {
  const url = new URL(`${folder}/`, home)
  if (!existsSync(url)) return []
  return readdirSync(url)
    .filter((file) => file.endsWith(ending))
    .sort()
}

/** @throws with the file's name when it is missing or malformed. */
export function yaml<T>(home: URL, path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(text(home, path)))
  if (!result.success) throw new Error(`knowledge/${path}: ${z.prettifyError(result.error)}`)
  return result.data
}
