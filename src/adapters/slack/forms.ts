import { z } from 'zod'
import type { Dialogs, Ids } from '../../bot/ports.ts'
import { Block, FormBlock } from '../../bot/reply.ts'

/** A form waits behind its button for a day; it may hold the words of a draft, so it lies sealed with the dialogs. */
const KEEP_MS = 24 * 60 * 60 * 1000

const Kept = z.object({ form: FormBlock, before: z.array(Block) })
export type KeptForm = z.infer<typeof Kept>

const keyOf = (user: string, key: string) => `slack:form:${user}:${key}`

export interface Forms {
  keep(user: string, form: KeptForm): Promise<string>
  /** Undefined: its day is over, or it was somebody else's. */
  get(user: string, key: string): Promise<KeptForm | undefined>
}

export function formsOf(dialogs: Dialogs, ids: Ids): Forms {
  return {
    async keep(user, form) {
      const key = ids.next()
      await dialogs.set(keyOf(user, key), form, KEEP_MS)
      return key
    },
    async get(user, key) {
      const found = Kept.safeParse(await dialogs.get(keyOf(user, key)))
      return found.success ? found.data : undefined
    },
  }
}
