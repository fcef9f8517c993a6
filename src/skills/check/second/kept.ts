import type { Noticed } from '../../../bot/model/model.ts'
import type { Dialogs } from '../../../bot/ports.ts'
import type { Second } from './look.ts'

/** As long as the draft itself is kept. */
const HOUR_MS = 60 * 60 * 1000

const keyOf = (person: string, check: string) => `check-second:${person}:${check}`

/** A model does not say the same twice: what is said about a verdict later is about what was shown. */
export async function keepNoticed(dialogs: Dialogs, person: string, check: string, second: Second) {
  if (second !== 'off') await dialogs.set(keyOf(person, check), { second }, HOUR_MS)
}

export async function noticedBefore(dialogs: Dialogs, person: string, check: string): Promise<Second> {
  const found = await dialogs.get(keyOf(person, check))
  if (typeof found !== 'object' || found === null || !('second' in found)) return 'off'
  const { second } = found
  if (second === 'unavailable') return second
  return Array.isArray(second) ? second.filter(isNoticed) : 'off'
}

function isNoticed(value: unknown): value is Noticed {
  if (typeof value !== 'object' || value === null) return false
  return (
    'category' in value &&
    typeof value.category === 'string' &&
    'quote' in value &&
    typeof value.quote === 'string'
  )
}
