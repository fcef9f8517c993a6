import type { Verdict } from '../../../rules/vocabulary.ts'
import type { Answers, QuestionId } from '../answers.ts'
import type { Cover } from '../copies.ts'
import { listed } from './words.ts'

/** Every sentence of the photo skill that is no finding. The reader is at the front desk, with a phone in hand. */

/** The same words as for a text: one verdict, one name. */
export const VERDICT_TITLES: Record<Verdict, string> = {
  stop: 'Do not post this',
  needs_authorization: 'Only with a signed authorization',
  caution: 'Take another look',
  unchecked: 'Not checked',
  clear: 'Nothing found',
}

export const VERDICT_TEXTS: Record<Verdict, string> = {
  stop: 'Good that you asked first. Below you see where, why it is a risk, and what to do instead.',
  needs_authorization:
    'I may have seen people. If it is a patient, it can go out only when that person has signed your practice’s ' +
    'authorization form for this very picture and use. If it is your team, tell me below.',
  caution: 'Nothing here has to be a problem. Look at the places below before you post it.',
  unchecked:
    'I could not look at all of this, so please do not take it as fine. Ask a colleague to look closely before ' +
    'you post it. What I did find stands below.',
  clear:
    'I found nothing: no face, nobody in the background, no screen, no name, and nothing hidden in the file. ' +
    'There is much that I cannot see, and I can miss things. Six short questions follow; a person still decides ' +
    'whether to post it.',
}

export const UNSEEN_TEXT =
  'Nobody has looked at this yet, so please do not take it as fine. Ask a colleague to look closely before you post ' +
  'it. What I know stands below.'
/** Once somebody has said who is in it. */
export const NEEDS_AFTER =
  'It can go out only when the person in it has signed your practice’s authorization form for this very picture ' +
  'and use. A yes in the chair or a kind message is not enough.'

export const clearAfter = (looked: number) =>
  `I found nothing, and you looked at the ${looked === 1 ? 'thing' : 'things'} that only you can see. ` +
  'I can miss things, and so can you: a person still decides whether to post it.'

export const SIGNED_NOTE =
  'You told me that the form is signed. Look at it once more: does it name this picture and this place to post it, ' +
  'and is it still running? Then a person decides.'
export const NO_SIGNED_TEXT = 'Nothing was posted. Keep the picture to yourself until the form is there.'

export const photoTitle = (n: number, verdict: Verdict) => `Photo ${n}: ${VERDICT_TITLES[verdict]}`
export const WORDS_HEADING = 'The words that go with it'
export const wordsFine = 'In the words that go with it I found nothing.'

export function albumText(worst: readonly number[], total: number): string {
  if (worst.length === 0) return ''
  return `I looked at ${total} photos. ${worst.length === 1 ? 'Photo' : 'Photos'} ${listed(worst.map(String), 'and')} ${worst.length === 1 ? 'needs' : 'need'} a look.`
}
export const quietPhotos = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? 'Photo' : 'Photos'} ${listed(numbers.map(String), 'and')}: nothing found.`

export const MOST_PHOTOS = 10
export const tooMany = (left: number) =>
  `I look at ${MOST_PHOTOS} photos at a time. Send me the ${left === 1 ? 'last one' : `other ${left}`} again in a new message.`
export const notPictures = (count: number) =>
  `I cannot open ${count === 1 ? 'one of the files' : `${count} of the files`}: I look at photos and short videos. ` +
  'A PDF or a document, please let a colleague read.'
export const NO_PICTURES =
  'I look at photos (JPEG, PNG, HEIC, WebP, GIF, AVIF) and short videos. This is another kind of file, so nobody ' +
  'has looked at it. Save it as a picture, or ask a colleague.'

/** Why a file did not come. */
export const FETCH = {
  refused: 'I could not take this file: it is larger than I look at, or it is no picture.',
  unreachable: 'I could not get this file; it may have been taken away. Please send it once more.',
} as const

export const frames = (count: number, seconds: number) =>
  `It is a video: I looked at ${count} ${count === 1 ? 'moment' : 'moments'} of its ${seconds} ` +
  `${seconds === 1 ? 'second' : 'seconds'}. I did not look between them, and I cannot hear the sound.`

export const more = (count: number) =>
  `${count} more ${count === 1 ? 'place is' : 'places are'} not shown. The ones above are the most serious.`

/** "boxes 2 to 9", instead of eight findings that say the same. */
export const boxes = (first: number, last: number) => `boxes ${first} to ${last}`
export const together = (message: string, count: number) => `${message} ${count} of them.`

export const altOf = (places: readonly { number: number; place: string; what: string }[]) =>
  places.length === 0
    ? 'Your photo.'
    : `Your photo with numbered boxes. ${places.map(({ number, place, what }) => `${number}, ${place}: ${what}`).join('; ')}.`

export const BUTTONS = {
  clean: 'Clean copy (no hidden data)',
  faces: 'Cover the faces',
  people: 'Cover the people',
  screens: 'Cover the screens',
  text: 'Cover all writing',
  everything: 'Cover everything I found',
  another: 'Check something else',
  write: 'Write the words for me',
  change: 'Change the words',
  wentOut: 'It went out already',
  ask: 'Answer the questions',
} as const

export const COPY = {
  clean: 'Here is the clean copy: the same picture, without place, time, phone or names in the file.',
  cleanAlt: 'Your photo without hidden data.',
  coveredAlt: (what: string) => `Your photo with ${what} under black boxes.`,
  covered: (what: string) =>
    `Here is a copy with ${what} under solid boxes, without hidden data. I looked at the copy and found ` +
    'none left. A covered picture can still show who somebody is: if it is a patient, the form is still needed.',
  nothingToCover: (what: string) => `I found no ${what} to cover. Here is the clean copy.`,
  refused: {
    still:
      'I tried three times, and some of it could still be seen, so I give you no copy. Take the picture again, or cut that part off.',
    unsure:
      'I could not look at the copy again, so I do not hand it out. Please try once more, or take the picture again.',
    private:
      'Something hidden was still in the copy, so I do not hand it out. Take a screenshot of the photo and send me that.',
  },
  gone: 'I have no photo here for this. Send it to me, and I make the copy.',
  failed:
    'I could not make this copy. Please try once more, or take a screenshot of the photo and send me that.',
  note: 'Save it right away: I keep no copy.',
} as const

export const COVER_WORDS: Record<Cover, string> = {
  faces: 'faces',
  people: 'people',
  screens: 'screens',
  text: 'writing',
}

/** Questions are numbered, so that whoever answers sees the end of it. */
export const QUESTION_TEXTS: Record<QuestionId, string> = {
  who: 'Who is in it? Look at the edges and at the back, too.',
  signed: 'Has that person signed your authorization form for this very picture?',
  minor: 'Is anybody in it younger than 18?',
  mark: 'Can you see a tattoo, a birthmark or a scar?',
  reflection: 'Does a mirror, a window, glasses or a dark screen show somebody else?',
  place: 'Would people in town know when or where this was, and so who it is?',
}
export const questionTitle = (n: number, of: number) => `Question ${n} of ${of}`
export const QUESTIONS_INTRO = 'What I cannot see, only you can tell me.'

export const CHOICE_LABELS: { [Q in QuestionId]: Record<NonNullable<Answers[Q]>, string> } = {
  who: {
    nobody: 'Nobody',
    team: 'It is our team',
    patient: 'It is a patient or visitor',
    unsure: 'I do not know',
  },
  signed: {
    yes: 'Yes, signed',
    verbal: 'They said yes',
    no: 'No',
    unsure: 'I do not know',
  },
  minor: { no: 'No', yes: 'Yes', unsure: 'I do not know' },
  mark: { no: 'No', yes: 'Yes', unsure: 'I do not know' },
  reflection: { no: 'No', yes: 'Yes', unsure: 'I do not know' },
  place: { no: 'No', yes: 'Yes', unsure: 'I do not know' },
}
export const ANSWERED = 'Thank you.'
export const EXPIRED =
  'I have no photo of yours for this: I keep what I saw for one hour, and for nobody but you. Send me the photo, and I look at it.'
export const OPEN = {
  title: 'Show me the photo first',
  text: 'Send me the photo or the short video that you are about to post, with the words that go with it. I look for faces, people, screens, names and what is hidden in the file. Only you see my answer.',
}

export function summary(verdict: Verdict, places: number): string {
  const title = VERDICT_TITLES[verdict]
  return places === 0 ? `${title}.` : `${title}: ${places} ${places === 1 ? 'place' : 'places'} to look at.`
}
