/** What somebody wants to know, whatever it is about: a question for a number is not met by an answer that permits. */
const KINDS = {
  may: /\b(?:can|may|could|allowed|allow|permitted|ok(?:ay)?|alright|fine (?:to|if)|good (?:to|enough)|is it (?:a )?(?:violation|legal|illegal))\b/,
  must: /\b(?:must|have to|has to|had to|gotta|required?|need(?:s|ed)? to|need|supposed to|mandatory|obligat\w+)\b/,
  long: /\b(?:how (?:long|soon|quick\w*|fast|late)|when|deadline|due|days?|by when|expires?|expiration|how often|hours?|clock)\b/,
  much: /\b(?:how much|fines?|fined|cost|penalt\w+|amount|pay|paid|maximum|\$\d)/,
  many: /\b(?:how many|numbers?|count|threshold|more than|fewer than|at least)\b|\b\d{3,}\b/,
  who: /\b(?:who|whom|whose|which person)\b/,
  whatIf:
    /\b(?:what if|what happens?|by accident|accidentally|already|oops|i posted|we posted|deleted?|what now|in trouble)\b/,
  whatIs: /\b(?:what(?:'s| is| are|s)?|define|meaning|means?|difference|counts? as|considered)\b/,
  how: /\bhow (?:do|does|to|should|can|would)\b/,
  why: /\b(?:why|how come|reason)\b/,
  words:
    /\b(?:what (?:do|should|can|would) (?:i|we|you) (?:say|write|reply|answer|respond)|reply|respond|answer|wording|template|sample|example)\b/,
  tell: /\b(?:tell|told|notify|report|notice|letters?|inform)\b/,
  case: /\b(?:case|settle\w*|what did|what happened|lost (?:her|his|their) licen[sc]e|got fined|get fined|was fined)\b/,
} as const

export const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]

/** Which of the kinds a way of asking shows, as ones and zeros in the order of KIND_NAMES. */
export function kindsOf(question: string): readonly number[] {
  const plain = question.toLowerCase().replace(/[’`]/g, "'")
  return KIND_NAMES.map((name) => (KINDS[name].test(plain) ? 1 : 0))
}

/** What a question begins with says most of what it wants: "what's the fine if …". */
const FIRST = 5

export function firstOf(question: string): string {
  return question.trim().split(/\s+/).slice(0, FIRST).join(' ')
}

/** From 0 to 1: how far two ways of asking want the same (cosine). */
export function alike(a: readonly number[], b: readonly number[]): number {
  let [dot, left, right] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    dot += x * y
    left += x * x
    right += y * y
  }
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right)
}
