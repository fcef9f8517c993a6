import type { Death, Refusal, Status } from '../../bot/records/approval.ts'
import type { Kind } from '../../rules/vocabulary.ts'

/**
 * Every word about a second pair of eyes. A go-ahead is one person's word about one text; nothing here calls a
 * post anything more than that.
 */

export const STATUS: Readonly<Record<Status, string>> = {
  waiting: 'waits for a second pair of eyes',
  changes: 'a change was asked for',
  granted: 'has a go-ahead',
  published: 'went out',
  declined: 'was turned down',
  withdrawn: 'was taken back',
  ended: 'has ended',
}

export const DEATHS: Readonly<Record<Death, string>> = {
  expired: 'The time for which the go-ahead holds is over.',
  unanswered: 'Nobody decided in time.',
  changed: 'The words are other ones than those that somebody looked at.',
  form: 'A signed form that it needs does not cover it, or says something else by now.',
  stop: 'I find something in it now that must not go out.',
  found: 'I find something in it now that nobody had before them who gave the go-ahead.',
  left: 'Whoever asked is not in the practice file any more.',
}

export const REFUSALS: Readonly<Record<Refusal | 'otherWords', string>> = {
  settled: 'That is settled already. This is how it stands.',
  own: 'These are your own words, so somebody else has to look at them. All your ids count as you.',
  notReviewer: 'A go-ahead comes from a reviewer, a manager or the privacy officer.',
  notAuthor: 'Only whoever asked can do that.',
  notPoster: 'The practice file says who may post there, and does not name you. Ask one of them to post it.',
  cooling: 'It is too early. You are the only one who may look, so let it rest first and read it again then.',
  unlooked: 'I could not check all of it. Please look at that part yourself, and say that you did.',
  stop: 'I cannot take these words: something in them must not go out, whoever says so. See below and change them.',
  needsForm:
    'This shows or tells one person’s care. It needs the code of a signed form that covers it; nobody’s go-ahead takes its place.',
  noWords: 'The words are not kept any more. Ask anew with the words.',
  noProposal: 'There are no words to accept here.',
  planPast: 'That time is over. Choose one that lies ahead.',
  planLate:
    'That is later than the go-ahead, or the signed form, holds. Choose an earlier time, or ask anew then.',
  noGoAhead: 'There is no go-ahead for it, so please do not post it.',
  otherWords:
    'That button was about other words. These are the words as they are now; please look at them again.',
}

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  caption: 'a post or caption',
  story: 'a story',
  ad: 'an ad',
  review_reply: 'a reply to a review',
  comment_reply: 'a reply to a comment',
  dm_reply: 'a private message',
  repost: 'a repost',
  visitor_comment: 'a visitor’s comment',
}

export const VERDICTS: Readonly<Record<string, string>> = {
  clear: 'My rules found nothing. That is no promise.',
  caution: 'My rules want another look at some words.',
  needs_authorization: 'This shows or tells one person’s care.',
  unchecked: 'I could not check all of it.',
  stop: 'Something in it must not go out.',
}

export const ASK = {
  title: 'Ask for a second pair of eyes',
  text: 'A colleague reads it before it goes out. I need a little more to know what exactly they look at.',
  submit: 'Ask for it',
  kind: 'What is it?',
  platform: 'Where does it go?',
  handle: 'Which account there?',
  codes: 'Code of the signed form, if somebody is shown or told about',
  codesHint: 'The code from your register, never a name. Several: with a comma between them.',
  note: 'Anything for whoever looks at it?',
  noNames: 'No names, please. I take out what I recognise.',
  sent: (who: string) => `I asked ${who}. I tell you as soon as they answer.`,
  sentNobody:
    'It is written down and stands in the list of everybody who may look. I could reach nobody in a message, so tell them.',
  sentAlone: (when: string) =>
    `You are the only one here who may look. So let it rest until ${when}, then read it again and say yes or no.`,
  already: 'You have asked about just these words already. This is how it stands.',
  nobody:
    'Nobody in the practice file is a reviewer, a manager or a privacy officer besides you, and you are none. Ask whoever keeps that file.',
  gone: 'I have no words of yours for this: I keep what you show me for one hour, and for nobody but you. Paste them once more and ask again.',
  nothing: 'Which words? Paste them, and I ask a colleague to look: “/approve” and the words behind it.',
  empty: 'There are no words here yet. Write “/approve” and behind it what is to go out.',
  picture: 'Please show me the picture with its words first, and ask from there.',
  unknownForm: (code: string) => `There is no form with the code ${code} in the register.`,
  uncovered: 'The signed form does not cover this, so I cannot ask anybody to let it out:',
} as const

export const SHOW = {
  asked: (who: string, what: string, where: string, when: string) =>
    `${who} asked on ${when} about ${what} on ${where}.`,
  account: (handle: string) => `Account: ${handle}`,
  personal: 'From somebody’s own account.',
  note: (who: string, words: string) => `${who} wrote: ${words}`,
  answering: 'It answers this:',
  decideBy: (when: string) => `Somebody has to decide by ${when}.`,
  granted: (who: string, until: string) =>
    `${who} gave the go-ahead. It holds until ${until}, for just these words.`,
  grantedAlone: (who: string, until: string) =>
    `${who} read it again after the time to cool off. It holds until ${until}, for just these words.`,
  looked: 'They say that they looked at what I could not check.',
  planned: (when: string) => `Planned for ${when}.`,
  proposed: (who: string, note: string) =>
    note ? `${who} asks for a change: ${note}` : `${who} proposes other words.`,
  words: 'The words that were proposed. I read them too.',
  declined: (who: string, reason: string) => `${who} turned it down: ${reason}`,
  withdrawn: (who: string) => `${who} took it back.`,
  published: (who: string, where: string, when: string) => `${who} says it is on ${where} since ${when}.`,
  ahead: 'It went out without a go-ahead that held. Take it down, or let a reviewer look at it now.',
  down: (when: string) => `It is not online any more since ${when}.`,
  cooling: (when: string) => `You can read it again and decide from ${when} on.`,
  form: (code: string, says: string) => `Signed form ${code}: ${says}`,
  covers: 'covers it.',
  coversUntil: (when: string) => `covers it until ${when}.`,
  noForm: 'is not in the register.',
  picture: 'A picture goes with it that I could not look at, and do not keep. Let them show it to you.',
  photos: (count: number) => `${count} ${count === 1 ? 'photo goes' : 'photos go'} with it.`,
  gone: 'The words are not kept any more; only their fingerprint is.',
  notYours: 'That one is for whoever asked and for those who may look at it. If you need it, ask them.',
  list: 'A second pair of eyes',
  none: 'Nothing waits for you here.',
  forYou: 'For you to look at',
  yours: 'Yours',
  ready: 'With a go-ahead',
  online: 'Online',
  line: (number: string, what: string, where: string) => `${number}: ${what} on ${where}`,
  from: (who: string) => `from ${who}`,
  since: (when: string) => `since ${when}`,
  until: (when: string) => `holds until ${when}`,
  plannedFor: (when: string) => `planned for ${when}`,
} as const

export const DONE = {
  grant: 'Written down. I tell whoever asked.',
  propose: 'I hand it on. They can take your words with one click.',
  accept: 'Taken.',
  acceptLook: 'Taken. Somebody has to look at it once more, since I find something else in it by now.',
  decline: 'Written down. I tell whoever asked, with your reason.',
  withdraw: 'Taken back. The words are gone from the record.',
  rework: 'Thank you. I ask for a second pair of eyes for the new words.',
  plan: 'Noted. I remind you then.',
  publish: 'Noted. I keep an eye on it from now on: it is on the watch list.',
  online: 'Noted. It is on the watch list, and I tell whoever may look at it.',
  down: 'Noted: it is not online any more.',
  dead: 'It cannot go out like this:',
  deadOnline: 'If it is online already, press the button below, so that somebody looks after it.',
} as const

export const BUTTONS = {
  ask: 'Ask for a second pair of eyes',
  grant: 'Give the go-ahead',
  confirm: 'I read it again: it can go out',
  propose: 'Ask for a change',
  decline: 'Turn it down',
  revoke: 'Take the go-ahead back',
  accept: 'Take these words',
  rework: 'Change the words',
  withdraw: 'Take it back',
  plan: 'Plan a time',
  publish: 'It is online now',
  online: 'It is online all the same',
  down: 'It is not online any more',
  show: 'Look at it',
  list: 'See the list',
  copy: 'Copy the words',
  write: 'Write it for me',
  check: 'Change words or details',
} as const

export const FORMS = {
  submit: 'Send it',
  looked: 'I could not check all of it',
  lookedText:
    'I could not check all of this: a picture, or words that I do not understand. Look at that part yourself: faces, tattoos, charts, screens, names.',
  lookedYes: 'I looked at what could not be checked',
  lookedNo: 'I have not looked at it',
  words: 'The words as you would post them',
  wordsHint: 'Leave them as they are if you only want to say what should change.',
  say: 'What should change?',
  reason: 'Why not? One sentence helps.',
  newWords: 'The words as they are to go out',
  day: 'On which day?',
  time: 'At what time?',
  timeHint: 'Like 9:30 am.',
  link: 'The link to it',
  changed: 'Only if you changed anything: the words as they went out',
  pictures: 'Which pictures went out with it?',
  samePictures: 'Just those that were looked at',
  otherPictures: 'Other ones, or changed ones',
  noReason: 'I need a reason of a few words.',
  noChange: 'Say what should change, or change the words.',
  noDay: 'I need a day and a time, like 9:30 am.',
  noLink: 'That is no link. Copy it from the post itself, like https://…',
  otherPlace: (where: string) => `That link does not lead to ${where}. The go-ahead is for ${where} alone.`,
} as const

export const NEWS = {
  please: (who: string) => `${who} asks for a second pair of eyes before this goes out.`,
  granted: (number: string) => `${number}: there is a go-ahead.`,
  proposed: (number: string) => `${number}: a change was asked for.`,
  declined: (number: string) => `${number}: it was turned down.`,
  ended: (number: string) => `${number}: it has ended.`,
  cooled: (number: string) => `${number}: the time to cool off is over. Read it again, and decide.`,
  due: (number: string) => `${number}: this is the time that you planned. Tell me when it is online.`,
  ahead: (number: string) => `${number}: it went out without a go-ahead that held. Please look at it now.`,
  summary: (number: string) => `${number}: please look at it.`,
} as const

/** One line each, for whoever runs the practice. */
export const WAITS = {
  decide: (number: string, hours: number) =>
    `${number} waits for a second pair of eyes${hours < 1 ? '' : hours < 48 ? `, for ${hours} ${hours === 1 ? 'hour' : 'hours'}` : `, for ${Math.floor(hours / 24)} days`}`,
  late: (number: string) => `${number} was planned for a time that is over; is it online?`,
  today: (number: string) => `${number} is planned for today`,
  expiring: (number: string) => `The go-ahead ${number} ends within two days`,
  ahead: (number: string) => `${number} went out without a go-ahead that held, and is still up`,
  open: (number: string) => `Open ${number}`,
} as const

export const HOME = {
  heading: 'A second pair of eyes',
  forYou: (count: number) =>
    count === 1 ? 'One draft waits for you to look at it.' : `${count} drafts wait for you to look at them.`,
  yours: (count: number) => (count === 1 ? 'One of yours needs you.' : `${count} of yours need you.`),
  waits: (number: string, when: string) => `${number} waits for a second pair of eyes since ${when}.`,
  rests: (number: string, when: string) =>
    `${number} rests. You can read it again and decide from ${when} on.`,
  more: (count: number) => (count === 1 ? 'One more of yours waits.' : `${count} more of yours wait.`),
} as const
