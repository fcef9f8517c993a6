import type { LeftOut } from '../../adapters/exports/open.ts'
import type { Unread } from '../../adapters/exports/published.ts'
import type { Category, Severity, Verdict } from '../../rules/vocabulary.ts'
import { addDays, sayDay } from './calendar.ts'

/**
 * Every word of the report, in one place. The reader manages a practice, has a minute, and has perhaps never seen
 * such a list: what to do stands before why, and nothing here promises that a post is lawful.
 */
export const TITLE = 'Posts that are already online'

export const KEEP = {
  quotes:
    'This report repeats words that can disclose patients. It is for the practice alone: keep it like a chart, do not ' +
    'mail it or paste it into a chat, and destroy copies that are not needed.',
  plain:
    'This report leaves the words out, but says where they stand. It is for the practice alone: keep it like a chart.',
}

export const VERDICT_NAMES: Record<Verdict, string> = {
  stop: 'Take down first',
  needs_authorization: 'Needs a signed form',
  unchecked: 'Not checked',
  caution: 'Second look',
  clear: 'Nothing found',
}

export const SECTIONS: Record<Severity, { title: string; lead: string; ticks: readonly string[] }> = {
  stop: {
    title: 'Take these down first',
    lead: 'Each of these discloses a patient, gives medical advice, or is plainly unlawful. Most places first, then the youngest.',
    ticks: ['Evidence kept', 'Taken down', 'Privacy officer told'],
  },
  needs_authorization: {
    title: 'Is a signed form on file?',
    lead:
      'Each of these tells or shows one person’s care. It may stay only with that person’s signed authorization for ' +
      'this very use (45 CFR 164.508). No form, or an expired one: treat it like the posts above.',
    ticks: ['Form found and still valid', 'No form: evidence kept, taken down, privacy officer told'],
  },
  unchecked: {
    title: 'Somebody has to read these',
    lead: 'They could not be read in full: another language, damaged text, or too few words. That is not a yes.',
    ticks: ['Read by a person'],
  },
  caution: {
    title: 'Worth a second look',
    lead: 'They can be read the wrong way, or make a claim that needs proof. Change them when you come to it.',
    ticks: ['Read again'],
  },
}

export const STEPS_TITLE = 'For every post that you take down, in this order'
export const STEPS: readonly { do: string; how: string }[] = [
  {
    do: 'Keep evidence.',
    how: 'Screenshot with the address, the date and time, views and comments. Put it where charts are kept.',
  },
  {
    do: 'Take it down.',
    how: 'Delete the post or the reply, also where it was shared again. Do not answer, explain or apologize online.',
  },
  {
    do: 'Tell the privacy officer today.',
    how: 'Deleting does not end it: a disclosure by mistake may be a breach.',
  },
]

/** @param today YYYY-MM-DD */
export function clock(today: string): string {
  return (
    'A disclosure counts as a breach unless the practice shows in writing that a compromise is unlikely (45 CFR ' +
    '164.402). Letters to the people concerned go out without unreasonable delay, no later than 60 days after ' +
    'discovery (45 CFR 164.404), and State law can be quicker. Discovered means the first day on which somebody here, ' +
    `other than whoever posted it, knew or should have known. If that is today, day 60 is ${sayDay(addDays(today, 60))}.`
  )
}

export const LIMITS: readonly string[] = [
  'Pictures and videos were not looked at, only words. A face, a chart or a name in a picture needs a person’s eyes.',
  'What visitors wrote, private messages, live videos, and profile texts are not in such files or were left out.',
  '“Nothing found” means that no rule found anything. It is not a promise that a post is lawful.',
]

export const CATEGORY_NAMES: Record<Category, string> = {
  name: 'A name',
  location: 'An address or a small place',
  date: 'A date of birth or of care',
  age: 'An age over 89',
  phone: 'A telephone number',
  email: 'An e-mail address',
  ssn: 'A Social Security number',
  'record-number': 'A record number',
  account: 'An account number',
  license: 'A license number',
  vehicle: 'A license plate',
  device: 'A device number',
  url: 'A web address',
  ip: 'An IP address',
  biometric: 'A fingerprint or voice',
  photo: 'A photo that shows somebody',
  'other-identifier': 'Another identifier',
  'patient-status': 'Who is a patient',
  appointment: 'A visit or appointment',
  'treatment-detail': 'A treatment or condition',
  payment: 'A bill or insurance',
  'defensive-reply': 'An argument with a reviewer',
  mosaic: 'Details that add up',
  'medical-advice': 'Medical advice in public',
  'insecure-channel': 'Care over social messages',
  'before-after': 'Before and after',
  testimonial: 'A testimonial',
  repost: 'Somebody else’s post',
  'verbal-consent': 'A yes that is no form',
  contest: 'A contest',
  'staff-permission': 'A colleague as patient',
  'ftc-claim': 'A claim that needs proof',
  'review-gating': 'Paid or chosen reviews',
  'personal-account': 'A personal account',
  metadata: 'Data inside a photo',
  unreadable: 'Another language, or damaged',
}

export const NOT_READ = 'Could not be read'

/** Completes "item 12 …". */
export const UNREAD: Record<Unread, string> = {
  not_json: 'is not valid JSON',
  not_utf8: 'is not readable text (UTF-8)',
  bad_field: 'does not have the fields that it should have',
  too_long: 'is longer than 8 MB',
  too_many_cells: 'has more cells than the header: quotes around words with a comma are missing',
  too_few_cells: 'has fewer cells than the header: quotes around words with a line break are missing',
  open_quote: 'opens a quote that is never closed: nothing behind it could be read',
  cut_off: 'is where the file ends in the middle: download it again',
  damaged: 'is where the file is damaged: nothing behind it could be read',
}

/** Completes "FILE …". */
export const LEFT_OUT: Record<LeftOut['why'], string> = {
  absent: 'is not there',
  forbidden: 'may not be read by this account',
  no_file: 'is no file that can be read twice; save it first',
  damaged: 'is damaged or cannot be read to its end; download it again',
  empty: 'is empty',
  html: 'is a web page; ask Instagram or Facebook for the export in JSON format instead of HTML',
  html_export: 'is the export as web pages; ask Instagram or Facebook for it in JSON format instead of HTML',
  spreadsheet: 'is a spreadsheet; save it as CSV and give me that',
  maps_reviews:
    'holds reviews that you wrote on Google Maps; export "Google Business Profile" from Google Takeout',
  only_reviews: 'holds what reviewers wrote and no column of your replies (reply, response)',
  no_column: 'has no column that I know as words: name one text, caption, message, post, reply or comment',
  no_posts: 'holds no posts in a shape that I know',
  binary: 'is no text file',
  unknown:
    'is no kind of file that I know: CSV, JSONL, or an export of Instagram, Facebook or Google reviews',
  nothing_inside: 'holds no file of posts that I know',
}
