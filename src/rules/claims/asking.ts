/** A sentence that asks whether something is so does not say that it is; "Did you know …" does. */
export const ASKS = '^ {emoji|sign}*2 !(did you know) {claim.asks}'
