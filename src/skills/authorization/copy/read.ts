import type { FieldName } from '../form/read.ts'

/** How a field is called in front of people, on a phone and in a sheet. */
export const FIELD_NAMES: Readonly<Record<FieldName, string>> = {
  code: 'Code',
  subject: 'Who is shown',
  content: 'What it covers',
  areas: 'Body areas',
  platforms: 'Platforms',
  purpose: 'What for',
  signer: 'Who signed',
  authority: 'By what right',
  signed_on: 'Signed on',
  expires: 'Ends',
  comes_of_age: 'Comes of age on',
  remuneration: 'Payment',
  copy_given: 'Copy given',
  paper: 'Where the paper is',
  lacks: 'What the form lacks',
}

/** One clear line for each thing that cannot be read; never a word of what was typed. */
export const READ = {
  formula: (name: FieldName) => `${FIELD_NAMES[name]}: that begins like a formula. Please write it in words.`,
  long: (name: FieldName, most: number) => `${FIELD_NAMES[name]}: at most ${most} characters, please.`,
  day: (name: FieldName) =>
    `${FIELD_NAMES[name]}: I need a day of the calendar, like 2026-05-01 or 5/1/2026.`,
  subject: 'Who is shown: say patient, minor, staff or deceased.',
  content: 'What it covers: say photo, video or words, or several of them.',
  platforms:
    'Platforms: name each one that the form names (instagram, facebook, tiktok, youtube, x, linkedin, google, yelp, healthgrades, realself, website).',
  areas: 'Body areas: at most 20, each in a few words, like “teeth”.',
  purpose: 'What for: say it in a few words, like “showing our work”.',
  signer: 'Who signed: say patient, parent or representative.',
  signedOn: 'Signed on: I need the day of the signature, like 2026-05-01.',
  expires:
    'Ends: I need a day like 2027-05-01, or something that will happen, like “the end of the spring campaign”.',
  remuneration: 'Payment: say none, stated (somebody pays, and the form says so) or not stated.',
  copyGiven: 'Copy given: say yes or no.',
  paper: 'Where the paper is: say it in a few words, like “binder 2”.',
  lacks:
    'What the form lacks: say none, or which of information, discloser, recipient, purpose, expiration, signature, revocation, conditioning, redisclosure, plain, combined, conditioned, untrue.',
  notStated: 'not stated',
  broken: 'I could not read that form. Please look at each line again.',
} as const
