import type { Hold } from './noun.ts'

/** A stretch of code units. */
export interface Stretch {
  from: number
  to: number
}

/** One individual in a post, as far as words show one. */
export interface Figure extends Stretch {
  /** Index of the sentence. */
  passage: number
  /** How we know: by name or initials, by handle, as a patient, by the hour ("my 3 pm") or the bed, as a person … */
  as: 'name' | 'handle' | 'patient' | 'slot' | 'ward' | 'person' | 'age' | 'public' | 'group' | 'pronoun'
  /** 3 "our patient" · 2 "this lady", a name, an age · 1 "a gentleman", "she". */
  weight: 1 | 2 | 3
  hold: Hold
  /** "She" may be one of the staff. */
  staff?: boolean
}
