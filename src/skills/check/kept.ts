import type { Event } from '../../bot/event.ts'
import type { Dialogs } from '../../bot/ports.ts'
import { lastKeys } from '../../bot/reading/back.ts'
import type { Draft } from '../../rules/verdict.ts'
import { readDraft } from './draft.ts'

/** Long enough to finish a post after lunch, short enough that nothing lies around overnight. */
const HOUR_MS = 60 * 60 * 1000

/** A draft that waits for "no, it is a review reply". `picture`: something came along that was not read. */
export interface Kept {
  draft: Draft
  picture: boolean
  /** The code of the signed form that the draft relies on, as it was given. */
  authorization?: string
}

/** Keyed by person too: a check id that leaks opens nobody else's words. */
function keyOf(person: string, check: string): string {
  return `check:${person}:${check}`
}

export async function keep(dialogs: Dialogs, person: string, check: string, kept: Kept): Promise<void> {
  const { text, kind, platform, account, context } = kept.draft
  const { picture, authorization } = kept
  const values = { text, kind, platform, account, replying_to: context, picture, authorization }
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  await dialogs.set(keyOf(person, check), Object.fromEntries(present), HOUR_MS)
}

export async function recall(dialogs: Dialogs, person: string, check: string): Promise<Kept | undefined> {
  const found = await dialogs.get(keyOf(person, check))
  if (typeof found !== 'object' || found === null) return undefined
  const draft = readDraft('', found as Record<string, string>)
  if (!draft.text) return undefined
  const { picture, authorization } = found as { picture?: unknown; authorization?: unknown }
  return {
    draft,
    picture: picture === true,
    ...(typeof authorization === 'string' ? { authorization } : {}),
  }
}

/** For "can I repost this?" and "it's an ad" in the same talk: whichever way the draft came that was answered there. */
export async function noteLast(dialogs: Dialogs, event: Event, check: string): Promise<void> {
  const [here] = lastKeys(event)
  // In a channel nobody goes on talking with us: what is said there is meant for the others.
  const goesOn = event.body.type === 'message' || event.place.private
  if (here && goesOn) await dialogs.set(here, { check }, HOUR_MS)
}

export async function lastOf(dialogs: Dialogs, event: Event): Promise<string | undefined> {
  for (const key of lastKeys(event)) {
    const found = await dialogs.get(key)
    if (typeof found === 'object' && found !== null && 'check' in found && typeof found.check === 'string')
      return found.check
  }
  return undefined
}
