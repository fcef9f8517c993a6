import type { Dialogs } from '../../bot/ports.ts'
import { Reference } from './origin.ts'

/** Whoever has not been here for so long gets no message by themselves. */
const KEEP_MS = 400 * 24 * 60 * 60 * 1000

/** Where people can be reached alone. Lies sealed with the dialogs; a new activity writes it anew. */
export interface People {
  keep(person: string, reference: Reference): Promise<void>
  find(person: string): Promise<Reference | undefined>
  forget(person: string): Promise<void>
}

export function peopleOf(dialogs: Dialogs): People {
  const keyOf = (person: string) => `teams:person:${person}`
  return {
    keep: (person, reference) => dialogs.set(keyOf(person), reference, KEEP_MS),
    async find(person) {
      const found = Reference.safeParse(await dialogs.get(keyOf(person)))
      return found.success ? found.data : undefined
    },
    forget: (person) => dialogs.delete(keyOf(person)),
  }
}
