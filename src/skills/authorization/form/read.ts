import {
  CHECKLIST,
  CODE_PROBLEMS,
  codeProblem,
  ENDLESS_REASON,
  type Expiry,
  isEndless,
  lettersOf,
  NO_END,
  problemsOf,
  Terms,
} from '../../../bot/records/authorization.ts'
import { READ } from '../copy/read.ts'
import {
  CONTENT_WORDS,
  dayFrom,
  lacksOf,
  manyOf,
  oneOf,
  platformsOf,
  REMUNERATION_WORDS,
  SIGNER_WORDS,
  SUBJECT_WORDS,
  WRONGS,
  yesNo,
} from './words.ts'

/** Values of a form, a row of a sheet or options of a command, by the names of `FIELDS`. */
export type Raw = Readonly<Record<string, unknown>>

/** The columns of a sheet, in its order. */
export const FIELDS = [
  'code',
  'subject',
  'content',
  'areas',
  'platforms',
  'purpose',
  'signer',
  'authority',
  'signed_on',
  'expires',
  'comes_of_age',
  'remuneration',
  'copy_given',
  'paper',
  'lacks',
] as const
export type FieldName = (typeof FIELDS)[number]

export interface Around {
  /** The practice's own day. */
  today: string
  /** Takes out of a text what says who somebody is. */
  mask(text: string): string
}

export type Read<T> = { value: T } | { problem: string }
/** `masked`: something was taken out of what was typed. */
export type ReadTerms = { terms: Terms; masked: boolean } | { problems: Problem[] }
/** `field` null: each line can be read, and they contradict each other. */
export interface Problem {
  field: FieldName | null
  says: string
}

export const isProblem = <T>(read: Read<T>): read is { problem: string } => 'problem' in read

const asText = (raw: Raw, name: FieldName): string => {
  const value = raw[name]
  return typeof value === 'string' ? value.replace(/[^\P{Cc}\n]/gu, ' ').trim() : ''
}
const asList = (raw: Raw, name: FieldName): string | readonly string[] => {
  const value = raw[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : asText(raw, name)
}

/** The practice's own reference; a name, a birthday, a chart number and the like are refused. */
export function readCode(text: string, { mask }: Pick<Around, 'mask'>): Read<string> {
  const code = text.normalize('NFKC').trim()
  const wrong = codeProblem(code)
  if (wrong !== undefined) return { problem: CODE_PROBLEMS[wrong] }
  // A given name of three letters has the shape of an abbreviation; the word lists know the difference.
  const named = lettersOf(code).some((letters) => {
    const sentence = `thank you ${letters.toLowerCase()} for coming`
    return letters.length > 2 && mask(sentence) !== sentence
  })
  return named ? { problem: CODE_PROBLEMS.name } : { value: code }
}

/** Everything that one signed form says; all problems at once, each one line. */
export function readTerms(raw: Raw, around: Around): ReadTerms {
  const problems: Problem[] = []
  const wrong = (field: FieldName, says: string) => void problems.push({ field, says })
  let masked = false
  const need = <T>(field: FieldName, value: T | undefined, says: string, otherwise: T): T => {
    if (value === undefined) wrong(field, says)
    return value ?? otherwise
  }
  const words = (name: FieldName, most: number): string => {
    const text = asText(raw, name)
    if (/^[=+@]/.test(text)) wrong(name, READ.formula(name))
    else if (text.length > most) wrong(name, READ.long(name, most))
    const kept = around.mask(text.slice(0, most)).slice(0, most)
    masked ||= kept !== text.slice(0, most)
    return kept
  }
  const day = (name: 'signed_on' | 'comes_of_age') => {
    const text = asText(raw, name)
    if (text === '') return null
    const found = dayFrom(text)
    if (found === undefined) wrong(name, READ.day(name))
    return found ?? null
  }

  const lacks = need('lacks', lacksOf(asList(raw, 'lacks')), READ.lacks, [])
  const subject = need('subject', oneOf(asText(raw, 'subject'), SUBJECT_WORDS), READ.subject, 'patient')
  const content = need('content', some(manyOf(asList(raw, 'content'), CONTENT_WORDS)), READ.content, [
    'words',
  ])
  const platforms = need('platforms', some(platformsOf(asList(raw, 'platforms'))), READ.platforms, [
    'website',
  ])
  const areas = words('areas', 600)
    .split(/[,;\n]/)
    .map((area) => area.trim())
    .filter(Boolean)
  if (areas.length > 20 || areas.some((area) => area.length > 60)) wrong('areas', READ.areas)
  const purpose = words('purpose', 300) || (lacks.includes('purpose') ? READ.notStated : '')
  if (!/\p{L}{2}/u.test(purpose)) wrong('purpose', READ.purpose)
  const role = need('signer', oneOf(asText(raw, 'signer'), SIGNER_WORDS), READ.signer, 'patient')
  const authority = words('authority', 200)
  const signedOn = day('signed_on') ?? (lacks.includes('signature') ? around.today : null)
  if (signedOn === null && asText(raw, 'signed_on') === '') wrong('signed_on', READ.signedOn)
  const comesOfAge = day('comes_of_age')
  const paid = oneOf(asText(raw, 'remuneration'), REMUNERATION_WORDS)
  const remuneration = need('remuneration', paid, READ.remuneration, 'none')
  const copyGiven = need('copy_given', yesNo(asText(raw, 'copy_given')), READ.copyGiven, false)
  const paper = words('paper', 200)
  if (paper === '') wrong('paper', READ.paper)
  const ends = asText(raw, 'expires')
  const endless = lacks.includes('expiration') && (ends === '' || isEndless(ends))
  const expires = endless ? { value: { expires: NO_END, masked: false } } : readExpiry(ends, around)
  if (isProblem(expires)) wrong('expires', expires.problem)
  else masked ||= expires.value.masked
  if (problems.length > 0 || isProblem(expires)) return { problems }

  const terms = Terms.safeParse({
    subject,
    content,
    areas,
    platforms,
    purpose,
    signer: { role, authority: authority === '' ? null : authority },
    signedOn,
    expires: expires.value.expires,
    comesOfAge,
    remuneration,
    copyGiven,
    paper,
    has: Object.fromEntries(CHECKLIST.map((item) => [item, !lacks.includes(item)])),
    ...Object.fromEntries(WRONGS.map((wrong) => [wrong, lacks.includes(wrong)])),
  })
  if (!terms.success) return { problems: [{ field: null, says: READ.broken }] }
  const contradictions = problemsOf(terms.data, around.today)
  return contradictions.length > 0
    ? { problems: contradictions.map((says) => ({ field: null, says })) }
    : { terms: terms.data, masked }
}

/** A day, or in words the event at which a form ends; "indefinite" is told why it cannot be. */
export function readExpiry(
  text: string,
  { mask }: Pick<Around, 'mask'>,
): Read<{ expires: Expiry; masked: boolean }> {
  if (text === '') return { problem: READ.expires }
  const on = dayFrom(text)
  if (on !== undefined) return { value: { expires: { on }, masked: false } }
  // Somebody meant a day, and it is none: as an event nobody would ever see it happen.
  if (/^[\d/. -]*\d[\d/. -]*$/.test(text) || /^\D{0,12}\d{1,2}\D+\d{2,4}$/.test(text))
    return { problem: READ.day('expires') }
  if (isEndless(text)) return { problem: ENDLESS_REASON }
  if (/^[=+@]/.test(text)) return { problem: READ.formula('expires') }
  if (text.length > 120) return { problem: READ.long('expires', 120) }
  const event = mask(text).slice(0, 120)
  return { value: { expires: { event, happened: null }, masked: event !== text } }
}

const some = <T>(list: readonly T[] | undefined): T[] | undefined =>
  list !== undefined && list.length > 0 ? [...list] : undefined
