/**
 * Every word of the guided report. The reader holds a telephone and is frightened: one thing at a time, no
 * blame, nothing about penalties, and never a question for a patient's name.
 */

export const COPY = {
  notKnown: 'I do not know',
  masked:
    'I took out what looks like a name or a number in what you wrote. That is how it should be: we do not need it here.',

  up: {
    summary: 'You did right to come. Is it still up?',
    text:
      'You did right to come, and you are not alone with this. I ask a few short questions, one at a time. ' +
      'You can go back, skip, or stop and come back later: nothing is lost.\n\n' +
      'Please do not write to the patient or answer them under the post: that is done by letter, by the right person. ' +
      'And do not delete anything yet, not even messages about it.\n\n' +
      'First: is it still up?',
    unclear: 'Yes, no, or “I do not know” is enough.',
  },
  evidence: {
    summary: 'Before it goes, take pictures of it.',
    before:
      'Before you take it down, take pictures of it. It needs two minutes, and it can be what shows later that hardly anybody saw it.\n\n' +
      'Keep them where only your privacy officer sees them: not in a chat, not in a group, and please not here. ' +
      'If it shows a person and you cannot take pictures quickly, take it down first.\n\n' +
      'Tick what you have.',
    after:
      'It is gone: good. Some of it may still be there to be kept: a screenshot that somebody made, the numbers in the insights, ' +
      'notifications, e-mails from the platform. Do not write to the patient to ask.\n\n' +
      'Keep it where only your privacy officer sees it, and please not here. Tick what you have.',
    title: 'What is kept',
    label: 'What do you have?',
    unclear: 'Tick what you have, or choose “I could not take pictures”.',
  },
  down: {
    summary: 'Now take it down, and look for copies.',
    before:
      'Now take it down, if you may. If you cannot, tell the person who can, now, by phone.\n\n' +
      'Then look for copies: a story, a repost, an ad or a memory can bring it back. Tick what is gone.',
    after: 'Now look for copies: a story, a repost, an ad or a memory can bring it back. Tick what is gone.',
    title: 'What is gone',
    label: 'What is gone, or was never there?',
    unclear: 'Tick what is gone, or “Not yet”.',
  },
  where: {
    summary: 'Where was it?',
    text: 'Thank you. Where was it? If you have the link, put it here: it says exactly which post is meant.',
    title: 'Where was it?',
    platform: 'Where?',
    account: 'Which account?',
    form: 'What was it?',
    link: 'The link',
    linkHint: 'Paste it if you have it. Leave it empty otherwise.',
    unclear: 'Choose where it was, or “I do not know”.',
  },
  when: {
    summary: 'When did it go out, and when was it noticed?',
    text:
      'When did it go out, and when did somebody notice? These are two different times, and both matter. ' +
      'What you are not sure of, leave empty.',
    title: 'When was it?',
    postedDay: 'Day it went out',
    postedTime: 'Time it went out',
    noticedDay: 'Day somebody noticed',
    noticedTime: 'Time somebody noticed',
    timeHint: 'Like 2:30 pm. About is enough.',
    noticedBy: 'Who noticed first?',
    unclear: 'Choose the days that you know, or “I do not know”.',
  },
  kinds: {
    summary: 'What could people see or read in it?',
    text:
      'What could people see or read in it? Tick all that fit. Please no names, and none of the words of the post: ' +
      'the boxes are enough.',
    title: 'What was in it?',
    label: 'It showed or said',
    unclear: 'Tick what fits, or “I do not know”.',
  },
  people: {
    summary: 'How many people is it about?',
    text:
      'How many patients is it about? A good guess is fine; it can be corrected later. Count each person once, ' +
      'also those in the background.',
    title: 'How many people?',
    count: 'How many people?',
    countHint: 'A number, like 1. Leave it empty if you do not know.',
    states: 'In which State do they live?',
    statesHint: 'Like TX, or TX 10, FL 2.',
    minors: 'Is somebody under 18 among them?',
    dead: 'Has somebody among them died?',
    unclear: 'A number is enough, or “I do not know”.',
  },
  seen: {
    summary: 'Who could see it, and who did?',
    text: 'Who could see it, and who did? The numbers under the post or in the insights are enough.',
    title: 'Who saw it?',
    audience: 'Who could see it?',
    viewed: 'Did anybody?',
    views: 'Views',
    comments: 'Comments',
    numberHint: 'The number, if you can see it.',
    copies: 'Screenshots, shares or downloads by others?',
    unclear: 'Choose who could see it, or “I do not know”.',
  },
  acted: {
    summary: 'What was done already?',
    text: 'Nearly done. What was done already, by you or by others?',
    title: 'What was done?',
    label: 'Done already',
    words: 'Anything else that was done?',
    wordsHint: 'No names, please.',
    unclear: 'Tick what was done, or “Nothing yet”.',
  },
  more: {
    summary: 'Is there anything else?',
    text: 'Is there anything else that your privacy officer should know? How it came about helps, too. No names, please.',
    title: 'Anything else?',
    label: 'In your own words',
    submit: 'Go on',
    unclear: 'A sentence is enough, or skip it.',
  },
  review: {
    summary: 'Please look it over, then send it.',
    title: 'This is what I understood',
    text: 'Please look it over. Nothing has to be perfect: all of it can be corrected later.',
    send: 'Send it',
    unclear: 'Press “Send it”, or choose what to change.',
    change: 'Change: ',
    open: 'not answered',
  },
  goOn: 'Go on',

  problems: {
    at: (label: string, problem: string) => `At “${label}”: ${problem}`,
    count: 'I did not get that number. Write it like 12, or leave it empty.',
    tooMany: 'That is more people than live in the country. Look at the number once more, or leave it empty.',
    states: 'I did not get the States. Write them like TX, or with numbers: TX 10, FL 2.',
    statesSum: 'Together the States have more people than you wrote in all. Look at the numbers once more.',
    time: 'I did not get that time. Write it like 2:30 pm, or leave it empty.',
    day: 'I did not get that day. Choose it in the calendar, or write it like 11/21/2026.',
    link: 'That does not look like a link. Copy it from the post, or leave it empty.',
    future: 'That day or time has not come yet. Look at it once more, or leave it empty.',
    order: 'Nobody can notice it before it went out. Look at the two days once more, or leave one empty.',
  },

  labels: {
    up: 'Still up?',
    evidence: 'Kept',
    down: 'Gone',
    where: 'Where',
    when: 'When',
    kinds: 'What was in it',
    people: 'People',
    seen: 'Who saw it',
    acted: 'Done already',
    more: 'Anything else',
  },
} as const

/** After the last step. */
export const SENT = {
  title: (number: string) => `Thank you. Your report is ${number}.`,
  thanks:
    'That was not easy, and you did the right thing for the patient and for the practice. Telling early is what helps most.',
  joined:
    'Somebody had told me about this post before. What you said stands beside it now, and both of you helped.',
  told: 'Your privacy officer has been told just now, in private.',
  unreached:
    'I could not reach your privacy officer from here. Please tell them yourself now, by phone, and give them the number of ' +
    'this report: I keep it at the top of their list.',
  nobody:
    'Nobody is entered as privacy officer where I could reach them. Please tell yours now, by phone, and give them the number ' +
    'of this report: I keep it at the top of their list.',
  next:
    'What happens next: your privacy officer reads it, perhaps asks you something, and decides what has to be done. ' +
    'They write to the patients, if letters are needed. You need not decide anything, and you need not write to anybody.',
  meanwhile:
    'Until then: keep the pictures that you took, delete nothing more, and talk about it with nobody but your privacy officer.',
  open: 'Show my report',
  stillUp: 'It is still up. Please take it down now, or tell the person who can.',
}

/** To somebody who began and has not sent it; the notification must not tell a bystander what it is about. */
export const BEGUN = {
  summary: 'You began something with me. It waits for you.',
  text:
    'You began to tell me about something that went out, and have not sent it yet. Everything is kept. ' +
    'You can leave open what you do not know: sending it early helps more than sending it complete.',
  goOn: 'Go on now',
}
