import { type Day, written } from './days.ts'
import type { Authorization, Content, Platform, TiedPhoto } from './model.ts'
import { type Standing, standing, stands } from './standing.ts'

/** What is to go out, as far as it is known. */
export interface Wanted {
  /** Null: nobody said where it goes. */
  platform: Platform | null
  content: readonly Content[]
  /** Fingerprints of the photos, one list each (Looked.fingerprint); left out where nobody looked at them. */
  photos?: readonly (readonly string[])[] | undefined
  /** Left out: a patient. */
  about?: 'patient' | 'staff' | undefined
  /** What is known of the person shown; left out where it is not known. */
  subjectIsMinor?: boolean | undefined
  /** The practice's own day on which it goes out. */
  on: Day
}

/** Vision.nearness, or less where no pictures can be looked at here. */
export type Nearness = (a: readonly string[], b: readonly string[]) => 'same' | 'ask' | 'other'

export type Gap =
  | 'not-valid'
  | 'platform'
  | 'no-platform'
  | 'content'
  | 'other-photo'
  | 'photo-ask'
  | 'colleague'
  | 'patient'
  | 'minor'
  | 'adult'

export interface Coverage {
  covered: boolean
  standing: Standing
  /** Why it is not covered, in words for whoever is about to post. Empty where it is. */
  reasons: readonly { gap: Gap; says: string }[]
  /** What only a person who looks at form and picture can tell. Never empty of meaning where it is covered. */
  ask: readonly string[]
}

const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  x: 'X',
  linkedin: 'LinkedIn',
  google: 'Google',
  yelp: 'Yelp',
  healthgrades: 'Healthgrades',
  realself: 'RealSelf',
  website: 'the website',
}
export const platformName = (platform: Platform): string => PLATFORM_NAMES[platform]

const CONTENT_NAMES: Readonly<Record<Content, string>> = {
  photo: 'photos',
  video: 'video',
  words: 'words about them',
}
export const contentName = (content: Content): string => CONTENT_NAMES[content]

export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** Whether a form lets just this go out on just that day. Every reason is given, not the first alone. */
export function covers(authorization: Authorization, wanted: Wanted, near: Nearness = alike): Coverage {
  const { terms, photos, lookedOver } = authorization
  const at = standing(authorization, wanted.on)
  const reasons: { gap: Gap; says: string }[] = []
  const say = (wrong: boolean, gap: Gap, says: string) => {
    if (wrong) reasons.push({ gap, says })
  }
  say(!stands(at), 'not-valid', `The form ${standingWords(at)}.`)

  const about = wanted.about ?? 'patient'
  say(
    about === 'patient' && terms.subject === 'staff',
    'colleague',
    'This is a colleague’s permission to be shown at work. It covers no patient.',
  )
  say(
    about === 'staff' && terms.subject !== 'staff',
    'patient',
    'This is a patient’s form. A colleague’s own permission is something else.',
  )
  say(
    wanted.subjectIsMinor === true && terms.subject !== 'minor',
    'minor',
    'The post shows a minor, and this form was not signed for a minor.',
  )
  say(
    wanted.subjectIsMinor === false && terms.subject === 'minor',
    'adult',
    'The form was signed for a minor. Somebody who is of age by now signs for themselves.',
  )

  const named = listed(terms.platforms.map(platformName))
  if (wanted.platform === null) {
    const says = `Say where it will be posted: the form is for ${named} alone.`
    say(!coversEverywhere(terms.platforms), 'no-platform', says)
  } else {
    const says = `The form is for ${named}, not for ${platformName(wanted.platform)}.`
    say(!terms.platforms.includes(wanted.platform), 'platform', says)
  }
  const missing = wanted.content.filter((one) => !terms.content.includes(one))
  const allowed = listed(terms.content.map(contentName))
  say(
    missing.length > 0,
    'content',
    `The form covers ${allowed}, not ${listed([...new Set(missing)].map(contentName))}.`,
  )

  const seen = (wanted.photos ?? []).map((photo) => nearest(photo, photos, near))
  say(
    photos.length > 0 && seen.includes('other'),
    'other-photo',
    'A picture here is none of those that the form was signed for.',
  )
  say(
    photos.length > 0 && seen.includes('ask'),
    'photo-ask',
    'A picture here looks like one that the form was signed for, but I am not sure. If it is the same, tie it to the form first.',
  )
  return { covered: reasons.length === 0, standing: at, reasons, ask: asks() }

  function asks(): string[] {
    const pictures = wanted.content.some((one) => one !== 'words')
    const ask: string[] = []
    if (terms.areas.length > 0 && pictures)
      ask.push(`The form names ${listed(terms.areas)}: is nothing else to be seen?`)
    if (pictures && photos.length === 0)
      ask.push('No picture is tied to this form yet: is it the one that was agreed to?')
    if ('event' in terms.expires) ask.push(`The form ends with: ${terms.expires.event}. Has that happened?`)
    if (lookedOver === null) ask.push('Nobody else has looked the paper over yet.')
    return ask
  }
}

function nearest(photo: readonly string[], tied: readonly TiedPhoto[], near: Nearness) {
  const found = tied.map(({ fingerprint }) => near(photo, fingerprint))
  return found.includes('same') ? 'same' : found.includes('ask') ? 'ask' : 'other'
}

/** Without Vision: only the very same picture is the same; any part that matches asks. */
export const alike: Nearness = (a, b) => {
  if (a.length > 0 && a.length === b.length && a.every((part, i) => part === b[i])) return 'same'
  return a.some((part) => b.includes(part)) ? 'ask' : 'other'
}

const coversEverywhere = (platforms: readonly Platform[]) =>
  Object.keys(PLATFORM_NAMES).every((name) => platforms.includes(name as Platform))

/** Ends "The form …". */
export function standingWords(at: Standing): string {
  switch (at.is) {
    case 'valid':
      return at.until === null ? 'is valid until its event happens' : `is valid until ${written(at.until)}`
    case 'expiring':
      return at.days === 0
        ? `is valid today for the last time`
        : `is valid until ${written(at.until)}: ${at.days === 1 ? 'one more day' : `${at.days} more days`}`
    case 'expired':
      return `ended on ${written(at.on)}`
    case 'came-of-age':
      return `was signed for a minor who came of age on ${written(at.on)}, and needs their own signature now`
    case 'revoked':
      return `was taken back on ${written(at.on)}`
    case 'defective':
      return listed(at.defects.map(({ says }) => says))
    case 'not-yet':
      return `was only signed on ${written(at.on)}`
  }
}
