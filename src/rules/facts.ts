import type { Adjustment } from './strictness.ts'

/** What the practice says of itself. Masked before anybody else's facts are looked for. */
export interface PracticeFacts {
  name?: string | undefined
  /** Names as staff are called in posts, credentials allowed: "Dr. Maria Rivera", "Bella, RN". */
  staff?: readonly string[] | undefined
  phones?: readonly string[] | undefined
  addresses?: readonly string[] | undefined
  emails?: readonly string[] | undefined
  handles?: readonly string[] | undefined
  urls?: readonly string[] | undefined
  services?: readonly string[] | undefined
  /** Rules that it turned up, down or off. */
  strictness?: readonly Adjustment[] | undefined
}
