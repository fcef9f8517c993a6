/** Why a reference cannot be the practice's own code for a form. */
export type CodeProblem =
  | 'empty'
  | 'long'
  | 'signs'
  | 'ours'
  | 'email'
  | 'phone'
  | 'date'
  | 'record-number'
  | 'name'
  | 'no-number'

/** Words that practices begin their references with; every other run of letters could be somebody's name. */
const WORDS =
  /\b(?:aut|auth|authorization|form|photo|photos|pic|pics|video|videos|media|release|consent|case|post|smile|ref|file|before|after|ba|marketing|mkt|social)\b/gi
const RECORD = /\b(?:mrn|chart|record|rec|acct|account|patient|pat|pt|ssn|dob|born|id|dl|npi)\b/i
const DATE =
  /(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2})(?!\d)/
/** Letters that stand together: two are initials at most, three in capitals a practice's own short word. */
const LETTERS = /\p{L}+/gu

/** What is wrong with a code by its shape alone; a rules engine may know more (given names, say). */
export function codeProblem(written: string): CodeProblem | undefined {
  const code = written.trim()
  if (code === '') return 'empty'
  if (code.includes('@')) return 'email'
  if (code.length > 32) return 'long'
  if (/^(?:INC|AUT|APR|TRN)-\d{4}-\d+$/i.test(code)) return 'ours'
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9 ._/#-]*[A-Za-z0-9])?$/.test(code)) {
    return /[^\p{ASCII}]/u.test(code) && /\p{L}/u.test(code) ? 'name' : 'signs'
  }
  const plain = code.replace(/[_#]/g, ' ')
  if (RECORD.test(plain)) return 'record-number'
  if (DATE.test(plain)) return 'date'
  // A year that stands by itself is no part of anybody's number.
  const rest = plain.replace(/(?<!\d)20\d{2}(?!\d)/, '')
  const digits = rest.replace(/\D/g, '')
  if (digits.length >= 7 && digits.length <= 11 && /\d[^\d]\d/.test(rest)) return 'phone'
  if (digits.length > 5) return 'record-number'
  if (!/\d/.test(plain)) return lettersOf(plain).length > 0 ? 'name' : 'no-number'
  return lettersOf(plain).some((letters) => !isShortWord(letters)) ? 'name' : undefined
}

/** Runs of letters in a code that are no common word of references. For whoever knows given names. */
export function lettersOf(code: string): readonly string[] {
  const spaced = code.replace(/[^\p{L}]+/gu, ' ')
  return spaced.replace(WORDS, ' ').match(LETTERS) ?? []
}

function isShortWord(letters: string): boolean {
  return letters.length <= 2 || (letters.length === 3 && letters === letters.toUpperCase())
}

/** One spelling of a code, so that "b-12", "B-12" and "B 12" are the same form. */
export function codeKey(code: string): string {
  return code
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
}

export const CODE_PROBLEMS: Readonly<Record<CodeProblem, string>> = {
  empty: 'The form needs a code of your own, like B-112.',
  long: 'A code has at most 32 characters; a short one like B-112 is enough.',
  signs: 'A code has letters, digits, hyphens and dots, like B-112.',
  ours: 'That is one of my own numbers. The code is the practice’s own reference, like B-112.',
  email:
    'That looks like an e-mail address or a handle. The code must not tell who it is: use one like B-112.',
  phone: 'That looks like a phone number. The code must not tell who it is: use one like B-112.',
  date: 'That looks like a date, and a date can be somebody’s birthday. Use a code like B-112.',
  'record-number':
    'That looks like a record number. The code must not lead to a chart by itself: use one like B-112.',
  name: 'That looks like a name. The code must not tell who it is: use one like B-112.',
  'no-number': 'A code has a number in it, like B-112.',
}
