import { z } from 'zod'
import type { Dialogs } from '../../bot/ports.ts'
import { MOST_WORDS } from './report/read.ts'

/** What somebody said on the way in, masked: frightened people tell first and are asked later. */
const Told = z.object({ words: z.array(z.string()), platform: z.string().optional() })
export type Told = z.infer<typeof Told>

const KEEP_MS = 30 * 24 * 3_600_000
/** Somebody who cannot stop telling is heard, up to a point. */
const MOST_TOLD = 20

const NAMES: readonly [string, RegExp][] = [
  ['instagram', /\b(?:instagram|insta|ig)\b/i],
  ['facebook', /\b(?:facebook|fb)\b/i],
  ['tiktok', /\btik ?tok\b/i],
  ['youtube', /\byou ?tube\b/i],
  ['google', /\bgoogle\b/i],
  ['yelp', /\byelp\b/i],
  ['linkedin', /\blinked ?in\b/i],
  ['healthgrades', /\bhealth ?grades\b/i],
  ['realself', /\breal ?self\b/i],
  ['x', /\b(?:twitter|tweet(?:ed)?)\b/i],
  ['website', /\b(?:our|the) (?:web ?site|home ?page)\b/i],
]

const rowOf = (key: string) => `incident:told:${key}`

export async function recall(dialogs: Dialogs, key: string): Promise<Told> {
  const found = Told.safeParse(await dialogs.get(rowOf(key)))
  return found.success ? found.data : { words: [] }
}

/** @param words masked. */
export async function listen(dialogs: Dialogs, key: string, words: string): Promise<void> {
  const before = await recall(dialogs, key)
  const platform = NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? before.platform
  const told = [...new Set([...before.words, words.slice(0, MOST_WORDS)])].slice(0, MOST_TOLD)
  await dialogs.set(rowOf(key), { words: told, ...(platform ? { platform } : {}) }, KEEP_MS)
}

/** The button under a verdict knows where the post went; nothing was typed. */
export async function notePlatform(dialogs: Dialogs, key: string, platform: string): Promise<void> {
  const { words } = await recall(dialogs, key)
  await dialogs.set(rowOf(key), { words, platform }, KEEP_MS)
}

export const forget = (dialogs: Dialogs, key: string) => dialogs.delete(rowOf(key))
