import { nearMisses } from './near-misses.ts'

/** Makes a text of so many UTF-16 units: one endless sentence, so that nothing ends a search early. */
export interface Generator {
  name: string
  text(length: number): string
}

/** Divides every size, so that a longer text has more of the same and nothing else. */
const UNIT = 2048

/** The same at every run: a failure must be there again when somebody looks. */
function mixed(words: readonly string[], between = ' '): string {
  let seed = 7
  let out = ''
  while (out.length < UNIT) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    out += `${words[(seed >> 8) % words.length]}${between}`
  }
  return out
}

const UNITS: Readonly<Record<string, string>> = {
  names: mixed([
    'Sarah',
    'Maria',
    'José',
    'Grace',
    'Will',
    'Kowalski',
    "O'Brien",
    'Smith-Jones',
    'Hope',
    'May',
    'Ann',
  ]),
  'names with commas': mixed(['Sarah', 'Grace', 'Mark', 'Hope Smith', 'Will', 'Ann-Marie'], ', '),
  initials: mixed(['J.', 'K', 'A.B.', 'M', 'Dr.', 'Mrs.', 'St.']),
  numbers: mixed(['7', '12', '2024', '90', '150', '3']),
  'numbers written out': mixed(['five', 'oh', 'twenty', 'hundred', 'three', 'o', 'double', 'ninety nine']),
  'dollar amounts': mixed(['$150', '$1,200.50', '$ 9', '$40k']),
  'digits with separators': mixed(['555', '01', '4418', '602', '2', '99'], '-'),
  'digits with dots and slashes': mixed(['12/', '3.', '04/', '19.', '7-', '555.', '(602) ', '+1 ']),
  'digits and nothing else': '5550142',
  handles: mixed(['@jane', '@dr_smith', '@a', '@grace.lee.92']),
  tags: mixed(['#tummytuck', '#blessed', '#ourpatient', '#day3', '#2024']),
  links: mixed(['https://a.example/b?c=d', 'www.x.example', 'maps.example/1', 'a.b.c.d', 'http://']),
  'addresses for mail': mixed(['jane@mail.example', 'a@b', 'jane at mail dot com', 'x.y@', '@z.com']),
  quotes: '"so happy " \'my tooth\' “ ” ',
  commas: ', ',
  'signs that open': mixed(['(', '[', '{', '<', '«'], ''),
  'nested brackets': '((the [implant {was) here]} ',
  emoji: '🦷✨❤️👩‍⚕️🏳️‍🌈',
  capitals: mixed(['THANK', 'YOU', 'SARAH', 'YOUR', 'VISIT', 'OUR', 'PATIENT', 'IMPLANT']),
  'unknown capitals': mixed(['Brk', 'Zorvath', 'Quell', 'Tamsin', 'Ooru']),
  doses: '5 mg ',
  'ages and dates': mixed([
    '42 year old',
    'March 3',
    '3 days ago',
    'age 91',
    'last Tuesday',
    '2 p.m.',
    '1987',
  ]),
  'streets and places': mixed(['12 Main Street', 'Apt 4', 'Birch Lane', 'near Bend', 'OR 97701', 'PO Box 9']),
  'numbers that are called something': mixed([
    'MRN',
    'policy',
    'account number',
    '#',
    'ID',
    '00-41',
    'A7',
    'VIN',
  ]),
  pronouns: mixed(['she', 'her', 'you', 'your', 'we', 'they', 'his', 'who', 'our', 'I']),
  care: mixed([
    'implant',
    'crown',
    'your tummy tuck',
    'her acne',
    'Botox',
    'the pain',
    'his surgery',
    'visit',
  ]),
  verbs: mixed([
    'came',
    'thank you for',
    'treated',
    'felt',
    'coming in',
    'healed',
    'lost',
    'told us',
    'call',
  ]),
  'gaps and nothing in them': mixed(['and', 'so', 'very', 'the', 'really', 'just', 'a', 'to', 'for']),
  blanks: '\n \t ',
  'one endless word': 'visit-',
  apostrophes: "y'all's o'clock ' ",
  'a letter': 'a',
}

function endless(name: string, words: string): Generator {
  const unit = words.repeat(Math.ceil(UNIT / words.length)).slice(0, UNIT)
  return { name, text: (length) => unit.repeat(Math.ceil(length / UNIT)).slice(0, length) }
}

/** So many of the texts, from all over the list, as one unit can hold. */
function sampled(texts: readonly string[], offset: number): string {
  const step = Math.max(1, Math.ceil(texts.join(' ').length / UNIT))
  return `${texts.filter((_, i) => i % step === offset % step).join(' ')} `
}

const { texts: ALL, marks: MARKED } = nearMisses()

export const GENERATORS: readonly Generator[] = [
  ...Object.entries(UNITS).map(([name, unit]) => endless(name, unit)),
  ...[0, 1, 2, 3].map((i) => endless(`what rules nearly find, ${i + 1}`, sampled(ALL, i * 7))),
  ...[0, 1].map((i) => endless(`phrases without their last word, ${i + 1}`, sampled(MARKED, i * 5))),
]

/** What a rule's own examples almost say, over and over: it gets as far into its search as a text can bring it. */
export function generatorsFor(id: string): Generator[] {
  const { texts, marks } = nearMisses(id)
  return [
    ...(texts.length > 0 ? [endless('its examples without the last word', sampled(texts, 0))] : []),
    ...(marks.length > 0 ? [endless('its marks without the last word', sampled(marks, 0))] : []),
  ]
}
