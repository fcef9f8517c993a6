/**
 * What single words say of a whole draft, as bits: an expression over its characters that cannot do without one of
 * them is not tried where none stands.
 */
export const SIGNS = {
  /** Somebody's kin. */
  kin: 1,
  /** What stands in front of a name that no list has to know. */
  called: 2,
  /** A figure that is written out. */
  spelled: 4,
  /** A count that is written out, perhaps grown together with what is counted: "seven", "fortyish". */
  counted: 8,
} as const
/** Something whose words were not all looked at: it may hold any. */
export const ANY_SIGN = -1

const WORDS: Readonly<Record<'kin' | 'called' | 'spelled', string>> = {
  kin: 'kid son daughter husband wife mom mother dad father brother sister baby twin twins friend neighbor grandma grandpa grandson granddaughter partner fiance fiancee boyfriend girlfriend uncle aunt nephew niece cousin',
  called:
    'name names surname named called call calls goes address patient client belongs belonging labeled labelled under change aka',
  spelled: 'zero oh o one two three four five six seven eight nine double triple',
}
const COUNTED =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirt|fort|fift|twent|sixt|sevent|eight|ninet|hundred)/
const bits = new Map<string, number>()
for (const [sign, words] of Object.entries(WORDS) as [keyof typeof WORDS, string][])
  for (const word of words.split(' ')) bits.set(word, (bits.get(word) ?? 0) | SIGNS[sign])

/** The signs of one word, in small letters. Letters of other alphabets and apostrophes may hide another inside it. */
export function signsOf(word: string): number {
  if (!/^(?:[a-z]{1,99}|'s|[^\p{L}]{1,99})$/u.test(word)) return ANY_SIGN
  return (bits.get(word) ?? 0) | (COUNTED.test(word) ? SIGNS.counted : 0)
}
