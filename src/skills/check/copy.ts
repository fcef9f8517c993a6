import type { Account, Kind, Platform, Verdict } from '../../rules/vocabulary.ts'
import type { OwnList } from './own.ts'

/**
 * Every word the check skill says, in one place, so that it can be read aloud and reviewed by somebody who
 * does not program. The reader is at the front desk, in a hurry, and afraid of having done something wrong:
 * short sentences, no blame, no law before the plain words. A verdict never promises that a post may go out.
 */

export const VERDICT_TITLES: Record<Verdict, string> = {
  stop: 'Do not post this',
  needs_authorization: 'Only with a signed authorization',
  caution: 'Take another look',
  unchecked: 'Not checked',
  clear: 'Nothing found',
}

export const VERDICT_TEXTS: Record<Exclude<Verdict, 'clear'>, string> = {
  stop: 'Good that you asked first. Below you see the words, why they are a risk, and what to write instead.',
  needs_authorization:
    'This shows or describes one person’s care. It can go out only when that person has signed your practice’s ' +
    'authorization form for this very use. A yes in the chair or a kind message is not enough. ' +
    'Ask whoever keeps the forms, or write it without the person.',
  caution:
    'Nothing here has to be a problem, but it can be read the wrong way. ' +
    'See the words below and change them, or ask a colleague before you post.',
  unchecked:
    'I could not read all of this, so please do not take it as fine. ' +
    'Ask a colleague who knows the privacy rules to read it before you post.',
}

export function clearText(rules: number): string {
  return (
    `I read the words with ${rules} ${rules === 1 ? 'rule' : 'rules'}: names and numbers, visits and ` +
    'treatment, who is a patient, stories, claims. I can miss things, and I do not know what people in your town ' +
    'know. If a photo goes with it, show me that too: I have not seen it. A person still decides whether to post it.'
  )
}

/** Completes "It is …" and "I took this for …". */
export const KIND_NAMES: Record<Kind, string> = {
  caption: 'a post or caption',
  story: 'a story',
  ad: 'an ad',
  review_reply: 'a reply to a review',
  comment_reply: 'a reply to a comment',
  dm_reply: 'a private message',
  repost: 'a repost of somebody’s post',
  visitor_comment: 'a visitor’s comment on our page',
}

export const PLATFORM_NAMES: Record<Platform, string> = {
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
  website: 'our website',
}

export const ACCOUNT_NAMES: Record<Account, string> = {
  practice: 'The practice’s account',
  personal: 'My own account',
}

export function takenFor(kind: Kind, platform: Platform | null, guessed: boolean): string {
  const where = platform ? ` on ${PLATFORM_NAMES[platform]}` : ''
  return guessed
    ? `I took this for ${KIND_NAMES[kind]}${where}. If it is something else, choose what it is: the answer can change.`
    : `Read as ${KIND_NAMES[kind]}${where}, as you told me.`
}

export function summary(verdict: Verdict, findings: number): string {
  const title = VERDICT_TITLES[verdict]
  if (findings === 0) return `${title}.`
  return `${title}: ${findings} ${findings === 1 ? 'place' : 'places'} to look at.`
}

export function moreFindings(count: number): string {
  return `${count} more ${count === 1 ? 'place is' : 'places are'} like these. Change the first ones and check again.`
}

export const WELCOME = {
  title: 'What are you about to post?',
  text:
    'Paste it below. I point at the words that could give away a patient, say why, and what to write instead. ' +
    'Only you see my answer.',
  summary: 'Paste what you are about to post, and I read it first.',
}

export const HELP = {
  title: 'How I can help',
  text:
    'Show me a post, a photo, a story, a review reply or a message before it goes out. ' +
    'I look for anything that tells who your patients are, and for promises that get practices into trouble.\n\n' +
    'Paste the words and send them. Choose what it is, or let me work it out. ' +
    'For a reply, also paste the review that you are answering: it helps a lot.\n\n' +
    'In a photo I look for faces, people, screens, names and hidden details in the file. Send it with its words.\n\n' +
    'I can miss things, in words and in pictures. When you are unsure, ask your privacy officer before you ' +
    'post: asking first is always right.\n\n' +
    'I remember your words for one hour, so that you can correct me, and then forget them.',
  summary: 'Paste a draft, and I say what in it could give away a patient.',
}

export const FORM = {
  title: 'Check before you post',
  submit: 'Check it',
  text: 'Your post, reply or message',
  kind: 'What is it?',
  platform: 'Where does it go?',
  auto: 'Work it out for me',
  account: 'From which account?',
  replyingTo: 'What are you answering?',
  replyingToHint:
    'Paste the review or comment that you are answering. It helps me see what your reply confirms.',
  photos: 'Photos that go with it',
  authorization: 'Code of the signed authorization, if there is one',
  authorizationHint: 'The code from your register, never a name.',
  noNames: 'No names, please. I take out what I recognise, and keep the rest locked away.',
}

export const BUTTONS = {
  copyDraft: 'Copy my words',
  copyAdvice: 'Copy the advice',
  change: 'Change words or details',
  another: 'Check something else',
  start: 'Check a post',
  write: 'Write it for me',
  notAProblem: 'Not a problem',
  override: 'Post it all the same',
  share: 'Share the advice here, without my words',
  wentOut: 'It went out already',
  secondEyes: 'Ask for a second pair of eyes',
  itIs: (kind: Kind) => `It is ${KIND_NAMES[kind]}`,
}

/** Somebody says that a finding is mistaken. */
export const NOT_A_PROBLEM = {
  title: 'Tell me what I got wrong',
  submit: 'Send it',
  text: 'Thank you for telling me. Whoever takes care of the rules reads this, with names and numbers taken out.',
  which: 'Which one is it about?',
  because: 'Why is it not a problem?',
  reasons: {
    not_patient: 'It is not about a patient',
    own: 'It is about us: our team, our number, our address',
    general: 'It is general information for everybody',
    authorized: 'The person has signed our authorization form',
    other: 'Something else',
  },
  words: 'Anything to add?',
  thanks:
    'Written down, thank you. My answer for this draft stays as it was: I cannot change it for one post. ' +
    'If you are sure, ask a manager or your privacy officer before you post.',
} as const

/** Somebody posts although something was found. */
export const OVERRIDE = {
  title: 'Post it all the same',
  submit: 'I take responsibility',
  text: 'You can decide otherwise. Tell me why in one sentence: your managers see the reason in their daily digest.',
  reason: 'Why is it all right to post this?',
  missing: 'I need a reason of a few words before I can write this down.',
  done: 'Written down with your reason. Your managers see it in their daily digest.',
  redLine:
    'Nobody here can pass over this one with a button: the words could tell who a patient is. Change them, or ask ' +
    'your privacy officer.',
} as const

/** For everybody in a channel. Nothing here is filled in with anything but a verdict's title and a rule's sentences. */
export const SHARE = {
  title: 'Worth knowing before you post',
  text: (said: string) =>
    `Somebody showed me a draft first, as everybody should. I said: ${said}. This is why:`,
  lesson: (says: string, instead: string) => `${says}\nInstead: ${instead}`,
  more: (count: number) => `And ${count} more.`,
  note: 'No words of the draft stand here. Show me yours in private: send me a message before you post.',
  summary: 'Something worth knowing before you post.',
  gone: 'There is nothing left to share: I keep what you show me for one hour, and for nobody but you.',
} as const

/** One friendly line each, where there is nothing to check. */
export const LINES = {
  empty: 'There are no words here yet. Paste what you are about to post, and I read it for you.',
  wordless:
    'I see no words here, only symbols or emoji, and those I cannot judge. Paste the words that go with them.',
  tooLong:
    'This is longer than I can read at once. Send it in parts of up to 100,000 characters, one at a time.',
  pictureOnly: 'I cannot open this kind of file. Paste the words from it, or send it as a photo.',
  expired:
    'I have no words of yours for this: I keep what you show me for one hour, and for nobody but you. Paste them here, and I read them.',
}

export const PICTURE_NOTE =
  'I read the words only. A picture can show a face, a tattoo, a chart or a name: ask a colleague to look at it too.'

/** Somebody wrote it into a channel. No word of it may be repeated here. */
export const OVERHEARD =
  'Only you see this. Your last message here may show who a patient is, and everybody in this channel can read it. ' +
  'Please delete it, and use the chart or a call instead.'

/** For a practice that has not told Chaperone about itself. */
export const OWN_NOTES: Record<OwnList, string> = {
  staff: 'If that is a colleague: put the names of your team into the practice file, and I know them.',
  phones: 'If that is your own number: put it into the practice file, and I know it.',
  addresses: 'If that is your own address: put it into the practice file, and I know it.',
  emails: 'If that is your own e-mail address: put it into the practice file, and I know it.',
  urls: 'If that is your own website: put it into the practice file, and I know it.',
}
