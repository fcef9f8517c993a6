/** A handle that is no person's: "@stateflossassociation". */
const SOURCE =
  /@\w{0,40}(?:association|academy|society|institute|foundation|health|gov|cdc|fda|ada|news|univ|school|library|museum|chamber|county|magazine|official|dental|derm|medical|supply|brand)/i
/** What the post that is shared does not say itself. */
const OWN =
  /\b(?:(?:we|i) can confirm|confirming|true story|\d{1,6} (?:units|syringes|vials|sessions|implants|grafts)\b[^.!?]{0,60}\b(?:by|from|with) us|(?:he|she|they) (?:started|began|finished) with us|discharged)\b/i
const SOCIETY =
  /\b(?:cdc|fda|nih|ada|aad|aap|aao|asps|aaos|apta|who'?s? (?:guidance|update)|association|academy|society|institute|department|library|museum|school|university|college|chamber|foundation|shelter|rescue|zoo|police|fire dept|city of|county|awareness|fundraiser|drive|5k|parade|festival|market|weather|storm|news|infographic|article|study|recall|guideline|tips?|recipe|meme|vendor|rep|manufacturer|brand|device|devices|science|reminder)\b/i

/** A society, a paper, a school or a shop speaks, and no patient. */
export const isNews = (text: string): boolean => SOCIETY.test(text) || SOURCE.test(text)
export const fromHouse = (text: string): boolean => SOURCE.test(text)
/** Confirms, or tells more than the post that is shared. */
export const adds = (text: string): boolean => OWN.test(text)
