import { PRACTICE_PLATFORMS } from '../../../bot/practice.ts'
import {
  CHECKLIST,
  type CheckItem,
  type Content,
  isDay,
  type Platform,
  type REMUNERATION,
  type Signer,
  type Subject,
} from '../../../bot/records/authorization.ts'

/** What people write in a sheet, on a command line or in a chat, in the register's own words. */
type Synonyms<T extends string> = Readonly<Record<T, readonly string[]>>

export const SUBJECT_WORDS: Synonyms<Subject> = {
  patient: ['patient', 'adult', 'adult patient', 'client'],
  minor: ['minor', 'child', 'minor patient', 'kid', 'teen'],
  staff: ['staff', 'colleague', 'employee', 'team', 'team member', 'staff member'],
  deceased: ['deceased', 'died', 'dead', 'late'],
}
export const CONTENT_WORDS: Synonyms<Content> = {
  photo: ['photo', 'photos', 'picture', 'pictures', 'image', 'images', 'before-after', 'before/after'],
  video: ['video', 'videos', 'reel', 'reels', 'film', 'clip'],
  words: ['words', 'word', 'text', 'story', 'testimonial', 'quote', 'review', 'interview'],
}
export const SIGNER_WORDS: Synonyms<Signer> = {
  patient: ['patient', 'self', 'person', 'themself', 'themselves', 'colleague', 'staff', 'minor', 'client'],
  parent: ['parent', 'mother', 'father', 'mom', 'dad', 'parents'],
  representative: [
    'representative',
    'personal representative',
    'guardian',
    'legal guardian',
    'executor',
    'administrator',
    'proxy',
    'power of attorney',
  ],
}
export const REMUNERATION_WORDS: Synonyms<(typeof REMUNERATION)[number]> = {
  none: ['none', 'no', 'nobody', 'n', 'false', '0'],
  stated: ['stated', 'disclosed', 'yes', 'y', 'true', '1', 'paid and stated'],
  not_stated: ['not_stated', 'not stated', 'not disclosed', 'undisclosed', 'paid and not stated'],
}
const PLATFORM_WORDS: Readonly<Record<string, Platform>> = {
  ig: 'instagram',
  insta: 'instagram',
  fb: 'facebook',
  'tik tok': 'tiktok',
  yt: 'youtube',
  twitter: 'x',
  'google business': 'google',
  'google business profile': 'google',
  site: 'website',
  web: 'website',
  'our website': 'website',
  homepage: 'website',
}
const ALL = /^(?:all|every|everywhere|all platforms|all of them)$/

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')

/** The one that is meant; undefined: none of them. */
export function oneOf<T extends string>(text: string, synonyms: Synonyms<T>): T | undefined {
  const word = plain(text)
  return (Object.keys(synonyms) as T[]).find((name) => name === word || synonyms[name].includes(word))
}

const parts = (given: string | readonly string[]): string[] =>
  [given]
    .flat()
    .flatMap((one) => one.split(/[,;|\n]|\s&\s|\band\b/i))
    .map(plain)
    .filter(Boolean)

/** Every one that is meant, in the register's order; undefined: something in the list is none of them. */
export function manyOf<T extends string>(
  given: string | readonly string[],
  synonyms: Synonyms<T>,
): T[] | undefined {
  const found = parts(given).map((one) => oneOf(one, synonyms))
  return found.includes(undefined)
    ? undefined
    : (Object.keys(synonyms) as T[]).filter((name) => found.includes(name))
}

export function platformsOf(given: string | readonly string[]): Platform[] | undefined {
  const words = parts(given)
  if (words.some((word) => ALL.test(word))) return [...PRACTICE_PLATFORMS]
  const found = words.map((word) => PRACTICE_PLATFORMS.find((one) => one === word) ?? PLATFORM_WORDS[word])
  return found.includes(undefined) ? undefined : PRACTICE_PLATFORMS.filter((one) => found.includes(one))
}

/** What a form lacks or breaks, in one list: "none", or names of the checklist and of the three wrongs. */
export const WRONGS = ['combined', 'conditioned', 'untrue'] as const
export type Wrong = (typeof WRONGS)[number]
export function lacksOf(given: string | readonly string[]): (CheckItem | Wrong)[] | undefined {
  const words = parts(given).map((word) => word.replace(/ /g, '_'))
  if (words.length === 0) return undefined
  if (words.length === 1 && /^(?:none|nothing|complete|no)$/.test(words[0] as string)) return []
  const known = [...CHECKLIST, ...WRONGS]
  return words.every((word) => known.includes(word as CheckItem))
    ? known.filter((one) => words.includes(one))
    : undefined
}

export function yesNo(text: string): boolean | undefined {
  const word = plain(text)
  if (/^(?:yes|y|true|1|x|given|✓|✔)$/.test(word)) return true
  return /^(?:no|n|false|0|not yet|not given)$/.test(word) ? false : undefined
}

/** "2026-05-01", "5/1/2026", "05/01/26" (US order), "May 1, 2026"; undefined: no day of the calendar. */
export function dayFrom(text: string): string | undefined {
  const word = plain(text)
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(word)
  if (us) {
    const [, month = '', day = '', year = ''] = us
    return real(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  const named = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(word)
  if (named) {
    const month = MONTHS.indexOf((named[1] as string).slice(0, 3)) + 1
    return month === 0 ? undefined : real(`${named[3]}-${two(month)}-${named[2]?.padStart(2, '0')}`)
  }
  // What spreadsheets add when they take a day for a moment.
  return real(word.replace(/[t ]00:00(?::00(?:\.0+)?)?z?$/, ''))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (number: number) => String(number).padStart(2, '0')
const real = (day: string) => (isDay(day) ? day : undefined)
