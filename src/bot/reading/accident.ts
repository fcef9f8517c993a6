import { has, isAll, oneOf } from './phrases.ts'
import { ACCIDENT, WHOLE } from './words.ts'

const { before, who, slip, did, wrong, did_wrong, colleague, patient } = ACCIDENT
/** Somebody who is frightened writes a few lines, not a page. */
const LONGEST = 500

const start = `(?:^|[.!?\\n]\\s*|,\\s*)(?:${oneOf(before)}[\\s,.!-]+){0,4}`
const between = '[^.!?\\n]{0,80}?'
const edge = "(?![\\w'])"
const TOLD = [
  `${start}(?:${oneOf(who)}\\s+)?(?:[a-z']+\\s+){0,3}${oneOf(slip)}\\s+(?:[a-z']+\\s+){0,2}${oneOf(did)}${edge}`,
  `${start}(?:${oneOf(who)}\\s+)?(?:[a-z']+\\s+){0,3}${oneOf(did)}${edge}${between}(?<![\\w'])${oneOf(slip)}${edge}`,
  `${start}(?:${oneOf(who)}\\s+)?(?:[a-z']+\\s+){0,3}${oneOf(did)}${edge}${between}(?<![\\w'])${oneOf(wrong)}${edge}`,
  `${start}${oneOf(who)}\\s+(?:[a-z']+\\s+){0,2}${oneOf(did_wrong)}${edge}`,
  `${start}${oneOf(colleague)}\\s+(?:[a-z']+\\s+){0,2}${oneOf(did)}${edge}${between}(?<![\\w'])${oneOf(patient)}${edge}`,
].map((source) => new RegExp(source, 'u'))
const ordered = isAll(WHOLE.accident)
/** "What if somebody posts by accident?" asks; nothing has happened. */
const supposed = /^(?:what (?:if|happens)|if|do|does|can|could|should|how|when|is|are|suppose|imagine|say)\b/
const sorryToAll = has(["sorry for|our apologies|we apologi[sz]e|link in bio|your|you'll|happy to"])

/** Something went out that should not have: "I think I posted something by accident". */
export function isAccident(plain: string): boolean {
  if (plain.length > LONGEST || supposed.test(plain)) return false
  if (ordered(plain.replace(/[.!]+$/, ''))) return true
  if (/#\w|https?:/.test(plain) || sorryToAll(plain)) return false
  return TOLD.some((pattern) => pattern.test(plain))
}
