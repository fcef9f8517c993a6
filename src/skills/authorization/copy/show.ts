import type { Act, Standing } from '../../../bot/records/authorization.ts'
import { standingWords } from '../../../bot/records/authorization.ts'

const SHORT: Readonly<Record<Standing['is'], string>> = {
  valid: 'valid',
  expiring: 'ends soon',
  expired: 'ended',
  'came-of-age': 'needs their own signature',
  revoked: 'taken back',
  defective: 'defective',
  'not-yet': 'not signed yet on that day',
}
export const standingShort = (at: Standing): string => SHORT[at.is]

export const ACT_HISTORY: Readonly<Record<Act, string>> = {
  added: 'wrote it down',
  looked_over: 'looked the paper over',
  renewed: 'wrote down a new signature',
  revoked: 'noted that it was taken back',
  event_happened: 'noted that its event happened',
  photo_tied: 'tied a picture to it',
  photo_untied: 'untied a picture',
  published: 'noted a post under it',
  taken_down: 'confirmed that a post is gone',
  corrected: 'corrected it',
  reminded: 'reminded of it',
}

export const SHOW = {
  title: (number: string, code: string) => `${number}: ${code}`,
  stands: (at: Standing) => `The form ${standingWords(at)}.`,
  defects: 'It covers nothing, because it …',
  fix: 'A defective form cannot be mended: ask for a new signature on a complete one, and renew it here.',
  notLookedOver: 'Nobody besides the one who wrote it down has looked the paper over yet.',
  noCopy: 'The signer has no copy yet (45 CFR 164.508(c)(4)).',
  who: 'Who',
  covers: 'Covers',
  areas: 'Body areas',
  platforms: 'Platforms',
  purpose: 'What for',
  signed: (who: string, on: string) => `Signed by ${who} on ${on}`,
  authority: 'By what right',
  ends: 'Ends',
  ofAge: 'Comes of age on',
  pays: 'Payment',
  copy: (given: boolean) => (given ? 'The signer has a copy' : 'The signer has no copy yet'),
  paper: 'Paper',
  photos: (count: number) =>
    count === 0
      ? 'No picture is tied to it yet.'
      : count === 1
        ? 'One picture is tied to it.'
        : `${count} pictures are tied to it.`,
  posts: 'Posts under it',
  up: (place: string, url: string) => `${place}: ${url} (up)`,
  down: (place: string, url: string, on: string) => `${place}: ${url} (gone since ${on})`,
  takeDown: (count: number) =>
    count === 1
      ? 'One post under it is still up. It has to come down, and nothing planned under this form may go out. Take it down, look whether it is gone, and tell me.'
      : `${count} posts under it are still up. They have to come down, and nothing planned under this form may go out. Take each one down, look whether it is gone, and tell me.`,
  takeDownMore:
    'Look for copies too: stories and highlights, shares, scheduled posts and ads, the website, an agency’s library. What was printed or passed on by others before is not asked for (45 CFR 164.508(b)(5)).',
  accounting:
    'This list is for your own use: posts under a valid authorization need not stand in an accounting of disclosures (45 CFR 164.528(a)(1)). A post that no form covered does: report that as an incident. Forms are kept for six years after their last day (164.530(j)(2)).',
  history: 'What happened',
  earlier: (count: number) =>
    count === 1 ? 'One earlier form under this code.' : `${count} earlier forms under this code.`,
  list: 'Signed forms',
  none: 'No form is written down yet.',
  noneFound:
    'No form like that is written down. Is it another code? Forms are found by your own code, a number like AUT-2026-0001, or a platform.',
  more: (count: number) => `${count} more: find one by its code, or by a platform.`,
  line: (code: string, number: string, short: string, until: string) =>
    `${code} (${number}): ${short}${until === '' ? '' : `, until ${until}`}`,
  pick: 'Which signed form covers this post?',
  pickNone: 'No form that stands today is written down. Is there one on paper? Then write it down first.',
  pickCode: 'Or the code; for several people one code each, with commas',
  pickSubmit: 'Check with this form',
  use: 'Check with',
} as const

export const BUTTONS = {
  add: 'Write down a form',
  list: 'All forms',
  expiring: 'What needs me',
  renew: 'New signature',
  correct: 'Correct it',
  revoke: 'It was taken back',
  publish: 'A post went out',
  look: 'I looked the paper over',
  happened: 'Its event happened',
  photo: 'Tie pictures',
  copied: 'The signer has a copy now',
  down: (place: string) => `It is gone: ${place}`,
  open: (code: string) => `Open ${code}`,
} as const
