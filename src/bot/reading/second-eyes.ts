import { oneOf } from './phrases.ts'
import { SECOND_EYES } from './words.ts'

const asking = oneOf(SECOND_EYES)
const HELLO = '(?:(?:hi|hey|hello)(?:\\s+(?:there|team|all|chaperone))?[\\s,!.–-]{1,4})?'
const BEFORE = new RegExp(`^\\s*${HELLO}${asking}\\s{0,3}(?:[?:.!]+|\\n)\\s*`, 'iu')
const AFTER = new RegExp(`(?:(?<=[.!?…"”)])\\s{1,20}|\\n\\s{0,20})${asking}[\\s?.!]*$`, 'iu')
const ALL = new RegExp(`^\\s*${HELLO}${asking}[\\s?.!:]*$`, 'iu')
/** Longer texts are drafts, however they begin. */
const LONGEST = 20_000

/**
 * "Can somebody approve this?": the draft that came with it, or '' where it is the one shown before. Undefined: nobody
 * asks for that. Only whole phrases from the table are taken away, so no word of a draft is lost.
 */
export function asksSecondEyes(given: string): string | undefined {
  if (given.length > LONGEST) return undefined
  if (ALL.test(given)) return ''
  const before = BEFORE.exec(given)?.[0] ?? ''
  const rest = given.slice(before.length)
  const after = AFTER.exec(rest)?.[0] ?? ''
  const text = rest.slice(0, rest.length - after.length).trim()
  return before + after !== '' && /[\p{L}\p{N}]/u.test(text) ? text : undefined
}
