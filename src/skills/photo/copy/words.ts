import type { Blind, Hidden } from '../../../bot/pictures.ts'
import type { Category } from '../../../rules/vocabulary.ts'

export const METADATA_WORDS = {
  gps: 'where it was taken',
  taken: 'when',
  device: 'with which phone or camera',
  person: 'whose it is or who is in it',
} as const

export const HIDDEN_WORDS: Record<Hidden, string> = {
  thumbnail: 'a small preview, which may show what was cropped away',
  'second-picture': 'a second picture',
  video: 'a short film around the shot',
  trailer: 'something behind its end',
  'earlier-version': 'an earlier version of the picture',
}

export const BLIND_WORDS: Record<Blind, string> = {
  pixels: 'the picture itself',
  faces: 'faces',
  people: 'people',
  screens: 'screens',
  text: 'words',
  metadata: 'what the file tells',
  frames: 'every moment of it',
}

export function sentence(start: string, things: readonly string[]): string {
  return `${start} ${listed(things, 'and')}.`
}

export function notLooked(things: readonly string[]): string {
  return `I could not look for ${listed(things, 'or')} in all of it.`
}

export function listed(things: readonly string[], word: 'and' | 'or'): string {
  if (things.length < 2) return things.join('')
  return `${things.slice(0, -1).join(', ')} ${word} ${things.at(-1)}`
}

/** What a rule says of words that are stored in the file. */
export const inFile = (says: string) =>
  `In words that are stored in the file: ${says.replace(/^(?:This|The|A|An|It) /, (word) => word.toLowerCase())}`
export const NAME_IN_FILE = 'a name stands there.'
/** Of a file name that somebody's program wrote into the file. */
export const OLD_FILE_NAME = {
  message: 'A file name that is stored in the file tells who the picture shows, or when it was taken.',
  why: 'You do not see it, and whoever gets the file can read it, whatever the file is called now.',
}
/** The words stand in no post, so that there is nothing to leave out or to write anew. */
export const WITHOUT_WORDS = 'Take the clean copy: the same picture without these words.'

/** What can be read on one screen or sheet, when it is too much to tell one by one. */
export const READ_WORDS: Partial<Record<Category, string>> = {
  name: 'names',
  date: 'dates',
  'record-number': 'chart or account numbers',
  ssn: 'social security numbers',
  appointment: 'lines of a schedule',
  'treatment-detail': 'treatments',
  phone: 'phone numbers',
  email: 'e-mail addresses',
  location: 'addresses',
}
export const OTHER_READ = 'other details'
export const readHere = (onScreen: boolean, things: readonly string[]) =>
  `${onScreen ? 'On this screen' : 'In this part'} can be read: ${listed(things, 'and')}.`
