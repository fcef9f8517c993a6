import type { Clock, Dialogs } from '../../bot/ports.ts'
import { Reference } from './origin.ts'

/** Whoever has not been here for so long gets no message by themselves. */
const KEEP_MS = 400 * 24 * 60 * 60 * 1000
/** What has been written just now need not be written again with every word somebody says. */
const FRESH_MS = 60 * 60 * 1000
/** People whose entry is known to be fresh. */
const MOST = 5000

/** Where people can be reached alone. Lies sealed with the dialogs; a new activity writes it anew. */
export interface People {
  /** `anew`: whoever else may have forgotten it meanwhile. */
  keep(person: string, reference: Reference, anew?: boolean): Promise<void>
  find(person: string): Promise<Reference | undefined>
  forget(person: string): Promise<void>
}

export function peopleOf(dialogs: Dialogs, clock: Pick<Clock, 'now'>): People {
  const fresh = new Map<string, { words: string; until: number }>()
  const keyOf = (person: string) => `teams:person:${person}`
  return {
    async keep(person, reference, anew = false) {
      const words = JSON.stringify(reference)
      const seen = fresh.get(person)
      const now = clock.now()
      if (!anew && seen?.words === words && seen.until > now) return
      await dialogs.set(keyOf(person), reference, KEEP_MS)
      fresh.delete(person)
      fresh.set(person, { words, until: now + FRESH_MS })
      const [oldest] = fresh.keys()
      if (fresh.size > MOST && oldest !== undefined) fresh.delete(oldest)
    },
    async find(person) {
      const found = Reference.safeParse(await dialogs.get(keyOf(person)))
      return found.success ? found.data : undefined
    },
    async forget(person) {
      fresh.delete(person)
      await dialogs.delete(keyOf(person))
    },
  }
}
