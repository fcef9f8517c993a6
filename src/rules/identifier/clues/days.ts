/** How days are written, and what ties them to somebody. */
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** 3/14/2019 · 14.3.2019 · 2019-03-14 · March 14, 2019 · 14 March 2019 */
const FULL =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d\\d|(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?: \\d\\d:\\d\\d(?::\\d\\d)?)?|(?:' +
  MONTHS +
  ')\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:' +
  MONTHS +
  ')\\.?,? (?:19|20)\\d\\d)'
export const BORN = new RegExp(
  `\\b(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|bday|born|dod|died|deceased|date of (?:death|service|admission|discharge)|dos|admitted|discharged)\\b[^.!?\\n\\d]{0,24}?(${FULL}|\\d{1,2}\\/\\d{1,2}(?![\\d/])|(?:${MONTHS})\\.? \\d{1,2}(?!\\d))`,
  'gi',
)
export const NUMERIC = new RegExp(
  `(?<![\\w/.-])(?:${FULL}|(?:0?[1-9]|1[0-2])\\/(?:0?[1-9]|[12]\\d|3[01])(?![\\d/%]))(?![\\w/-])`,
  'gi',
)
/** "on the 9th", "until the 15th" */
export const NTH =
  /\b(?:on|by|until|since|for|before|after|from|around) the (?:[12]?\d|3[01])(?:st|nd|rd|th)(?= {0,3}(?:[.,!?;:)\n]|$|at|and|or|when|so|was|is|we|you|of|because)(?![a-z]))/gi
export const LABEL = /^date\W{1,3}$/i
/** Out of 10, and teeth: scores are no days. */
export const SCORE = /^(?:10\/10|[1-9]\/10|5\/5|1\/2|1\/3|2\/3|1\/4|3\/4|1\/1|9\/10|4\/5)$/
/** Also verbs and names: only with a capital, or behind a word like "in". */
export const DOUBTFUL = /^(?:may|march|sat|sun|wed|mar|mon)$/
export const LEADS =
  /^(?:in|on|since|by|until|last|next|of|early|late|mid|this|every|from|to|through|till|after|before)$/

/** Whoever lived then is nobody's patient. */
export const LONG_AGO = /\b(?:in|since|born|of|from|,) 1[5-8]\d\d\b|\d, 1[5-8]\d\d\b/i

/** On whatever day it is posted: "Happy birthday to our patient …" */
export const WISH = ['(happy|belated|feliz) ..3 (birthday|anniversary|cumpleanos|cumple)']
/** "Left: March. Right: July." */
export const SIDE = [
  '(day|week|month) ..1 {colon|comma} ({month}|{weekday}|{dayword}|{sameday})',
  '(left|right|before|after|top|bottom|start|finish|{soft} (pic|photo|picture)) ({be|colon|comma}|from) {comma|be|colon}*1 ({month}|{weekday}|{dayword}|{sameday})',
]
/** "last Tuesday's extraction", "yesterday's 4 pm" */
export const POSSESSED = [
  "({dayword}|{weekday}|{holiday}|today) 's {soft}*2 ({procedure}|{visit}|{patient.one}|{condition}|{body} {procedure}|..1 (am|pm|o'clock))",
  "(my|our|the) {soft}*1 ..1 (am|pm|o'clock) {soft}*2 ({past}|{talk.past}|no showed|knows)",
  '(know|knows|remember|recall|guess) {soft}*2 who ..6 ({weekday}|{month}|{holiday}|{dayword})',
]
/** "Glad we could squeeze you in on Christmas Eve" */
export const MET = [
  '({glad}|nice|great|wonderful|lovely|pleasure|loved|enjoyed|joy|fun) ..4 (see|seeing|meet|meeting|met|squeeze|fit|get|work|have|having|help|treat|care for) (you|your|{name}) ..5 (on|in|last|this|for)? ({weekday}|{month}|{holiday}|{dayword}|{sameday})',
  '({we}|{staff}) {soft}*1 ({talk.past}|saw|met|squeezed|fit|worked|got|had|treated|helped|told) (you|your|{name}) ..7 (on|in|last)? ({weekday}|{month}|{holiday}|{dayword})',
  '(name|anyone|nobody|no one|you|not|never) ..7 (our|the) (schedule|calendar|books|system|records) {soft}*1 (on|in|for)? ({weekday}|{month}|{holiday}|{dayword})',
]

/** From the first to the last character of a day: "March 3rd", "the 3rd of March", "March" alone. */
export function wholeDay(text: string, from: number, to: number): { from: number; to: number } {
  const behind = BEHIND.exec(text.slice(to, to + 20))
  if (behind !== null) return { from, to: to + behind[0].length }
  const before = BEFORE.exec(text.slice(Math.max(0, from - 16), from))
  return { from: before === null ? from : from - before[0].length, to }
}
const BEHIND =
  /^\.? {0,2}(?:the )?(?:3[01]|[12]?\d)(?:st|nd|rd|th)?(?![\w%:/-]|[,.]\d)(?:,? (?:19|20)\d\d(?!\d))?/
const BEFORE = /(?<![\w$/.-])(?:3[01]|[12]?\d)(?:st|nd|rd|th)? (?:of )?$/

/** "Before: 3/2", "Day 30 (11/2)" */
export const SIDED =
  /\b(?:before|after|left|right|start|finish|debond|(?:day|week|month) \d{1,3}) ?[:(–-] ?$/i
