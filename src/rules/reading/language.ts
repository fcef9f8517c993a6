import { type Names, ORDINARY } from './names.ts'
import type { Parts } from './reading.ts'
import { FOREIGN, PART, WORD } from './tokens.ts'
import type { Term } from './words/terms.ts'

export type Language = 'english' | 'spanish' | 'unknown' | 'none'

/** Small words carry a language: they are in nearly every sentence of it and seldom in another's. */
export const SMALL_WORDS: readonly string[] =
  'the a an is are was were of to in on at for with you your we our us my me it its this that and or but not be been have has had do does did so as if from by about they them their he she his her i what when how who all can will would just more very thank thanks please no yes up out get got happy new love see'.split(
    ' ',
  )
const SPANISH: ReadonlySet<string> = new Set(
  'el la los las un una de del en y o que es son fue con por para su sus tu tus usted ustedes nos nuestro nuestra nuestros nuestras se lo le les muy gracias esta este estamos gusto cita clinica paciente tratamiento hola pero como mas ya si al mi hoy dia todos ha han tiene me te'.split(
    ' ',
  ),
)

/** Tokens that are looked at: the language of a long text shows early. */
const ENOUGH = 600

/**
 * What the draft is written in, as far as it matters: English is checked in full, Spanish in part.
 * `none`: no words at all (only signs, emoji, numbers).
 */
export function languageOf({ tokens, entries }: Parts, names: Names): Language {
  let words = 0
  let english = 0
  let spanish = 0
  let known = 0
  let foreign = 0
  const last = Math.min(tokens.length, ENOUGH)
  for (let i = 0; i < last; i++) {
    if (tokens.kind[i] !== WORD || (tokens.flags[i] as number) & PART) continue
    words++
    const entry = entries[i]
    if (entry !== undefined) entry.small ? english++ : known++
    else if ((tokens.flags[i] as number) & FOREIGN) foreign++
    if (entry?.small !== true && SPANISH.has(tokens.word[i] as string)) spanish++
  }
  if (words === 0) return 'none'
  if (foreign * 3 > words) return 'unknown'
  if (spanish >= 2 && spanish > english) return 'spanish'
  if (english > 0 && (english + known) * 5 >= words * 2) return 'english'
  // Short drafts ("Glowing!") have no small words; ordinary English words speak for them.
  let ordinary = english + known
  for (let i = 0; i < last; i++) {
    if (
      tokens.kind[i] === WORD &&
      entries[i] === undefined &&
      (names.bits(tokens.term[i] as Term) & ORDINARY) !== 0
    )
      ordinary++
  }
  return ordinary * (english > 0 ? 5 : 4) >= words * 2 ? 'english' : 'unknown'
}
