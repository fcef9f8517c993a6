/** A label that is glued to its number: "DOB06/30/1944", "MRN00482913". */
const GLUED = /([A-Za-z]{2,20}[#.:]?)(?=\d{2})/g
/** "9:30Botox", "9:30amSmith". */
const AFTER_TIME = /(\d{1,2}:\d{2}(?:\s?[ap]\.?m\b|\s?[ap]m)?)(?=[A-Za-z])(?![ap]\.?m)/gi
/** "SarahSmith"; "McDonald" and "DeLuca" stay whole. */
const CAMEL = /([a-z]{3})(?=[A-Z][a-z])/g
/** "Smith,Sarah", "Patient:Sarah", "Fee:120". */
const AFTER_SIGN = /([,;:])(?=[A-Za-z])/g
/** "1944Smith"; a unit stays with its number. */
const AFTER_NUMBER = /(\d{4,})(?=[A-Z][a-z])/g
/** Of "06 /30/ 1944", "303 - 555 - 0147". */
const AROUND_SIGN = /(?<=\d) ?([/-]) ?(?=\d)/g
/** "D0B", "M R N", "D O B": what readers of pictures make of labels. */
const LABELS: readonly [RegExp, string][] = [
  [/\bD\s?[.]?\s?[O0]\s?[.]?\s?B\b[.]?/g, 'DOB'],
  [/\bM\s?\.?\s?R\s?\.?\s?N\b\.?/g, 'MRN'],
  [/\bS\s?\.?\s?S\s?\.?\s?N\b\.?/g, 'SSN'],
]

/**
 * Words as a person would have read them: text that was read from a picture lacks spaces, and has some where none
 * belong. Every quantifier is bounded but one of digits, which is followed by none of its own.
 */
export function repaired(text: string): string {
  let out = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  out = out.replace(AROUND_SIGN, '$1').replace(GLUED, '$1 ').replace(AFTER_SIGN, '$1 ')
  out = out.replace(AFTER_NUMBER, '$1 ').replace(CAMEL, '$1 ').replace(AFTER_TIME, '$1 ')
  for (const [label, plain] of LABELS) out = out.replace(label, plain)
  return out.replace(/ {2,}/g, ' ')
}
