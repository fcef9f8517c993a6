/** The questions behind the buttons of a form, and what is said when it is done. */
export const ACT = {
  notThere: 'I have no such form any more. Look for it by its code.',
  notYours: 'That is for a manager or the privacy officer.',
  notOpen: 'That was done before. This is how the form stands now.',
  ownForm: 'Somebody else should look the paper over: four eyes see more.',
  submit: 'Write it down',
  renew: {
    title: 'A new signature',
    text: 'What does the newly signed form say? The form before stays readable.',
    done: 'The new signature is written down.',
  },
  correct: {
    title: 'Correct what was written down',
    text: 'What does the paper say? This is for slips of the pen. For a new signature use “New signature”.',
    done: 'It is corrected. Somebody else should look the paper over again.',
  },
  revoke: {
    title: 'It was taken back',
    text: 'A patient may take a form back at any time, in writing. From now on it covers nothing. I list what is up under it, so that it comes down.',
    day: 'The day that stands on the letter, or on which it came',
    done: 'It is noted: the form was taken back.',
    told: 'Managers and the privacy officer have been told.',
    untold: 'I could not reach a manager or the privacy officer: please tell them.',
  },
  publish: {
    title: 'A post went out under this form',
    text: 'So that it can be found if the form is taken back or ends.',
    url: 'The link of the post',
    platform: 'Where it is',
    badUrl: 'I need the link of the post, beginning with https://',
    badPlatform: 'Please choose where the post is.',
    done: 'The post is on the list.',
    uncovered: 'Careful: this form does not cover that.',
  },
  happened: {
    title: 'Its event happened',
    text: (event: string) => `The form ends with: ${event}. On which day did that happen?`,
    day: 'The day',
    done: 'The form has ended.',
  },
  badDay: 'I need a day of the calendar that does not lie ahead.',
  looked: 'Thank you. Two have seen the paper now.',
  copied: 'Good: the signer has a copy.',
  down: 'Thank you. That one is gone.',
  allDown: 'Everything that was up under this form is gone now. Thank you for looking.',
  photo: {
    title: 'Tie pictures to this form',
    text: 'Send the pictures that the form was signed for. I keep a fingerprint of each, never the picture; a copy, a crop or a smaller one is recognised.',
    files: 'Pictures',
    none: 'No picture came with that.',
    done: (count: number) =>
      count === 1 ? 'The picture is tied to the form.' : `${count} pictures are tied to the form.`,
    known: 'That picture was tied to the form before.',
    cannot: 'I could not open one of the pictures; nothing was tied.',
  },
  added: (number: string) => `It is written down: ${number}.`,
  raced: (code: string) =>
    `Somebody was quicker and wrote down a form with the code ${code}. Nothing of theirs was changed. This is it:`,
} as const

export const NOTICE = {
  revoked: (code: string, number: string) => `The form ${code} (${number}) was taken back.`,
  up: (count: number) =>
    count === 0
      ? 'Nothing is listed as up under it.'
      : `${count} of its posts ${count === 1 ? 'is' : 'are'} still up and ${count === 1 ? 'has' : 'have'} to come down.`,
  planned: 'Nothing planned under it may go out.',
  daily: 'Signed forms that need you',
  'take-down': (code: string, count: number, since: string) =>
    `${code}: ${count === 1 ? 'one post is' : `${count} posts are`} still up without a form that stands${since === '' ? '' : `, since ${since}`}`,
  expiring: (code: string, on: string, days: number) => `${code} ends on ${on} (${daysLeft(days)})`,
  'comes-of-age': (code: string, on: string, days: number) =>
    `${code}: the patient comes of age after ${on} (${daysLeft(days)}); then their own signature is needed`,
  'came-of-age': (code: string, on: string) =>
    `${code}: the patient came of age on ${on}; their own signature is needed before anything more goes out`,
  defective: (code: string) => `${code} is defective and covers nothing`,
  'event-due': (code: string) => `${code} ends with an event: has it happened?`,
  'copy-not-given': (code: string) => `${code}: the signer has no copy yet`,
  'not-looked-over': (code: string) => `${code}: nobody else has looked the paper over yet`,
  nothing: 'No form needs you today.',
} as const

const daysLeft = (days: number) => (days === 0 ? 'today' : days === 1 ? 'one day left' : `${days} days left`)
