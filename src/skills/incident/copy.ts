import type { What } from '../../knowledge/clocks/deadline.ts'
import type { Trouble } from '../../knowledge/clocks/facts.ts'
import type { Factor, Task } from './ticket/entries.ts'

/** What is said about a ticket. The officer's part is plain, too: many privacy officers are it beside another job. */

export const WHO = {
  chaperone: 'Chaperone',
  here: 'Whoever is at this machine',
}

export const STATUS = {
  open: 'Nobody has taken it yet',
  taken: 'In hand',
  closed: 'Closed',
} as const

export const NOTICE = {
  title: (number: string) => `Something may have gone out by accident: ${number}`,
  summary: (number: string) => `A report came in: ${number}. Please look at it now.`,
  text: 'Somebody has just reported it, which was the right thing to do. Please begin with a word of thanks.',
  joined: 'Somebody else has reported the same post.',
  take: 'I take it',
  open: 'Open it',
}

export const REMINDER = {
  summary: (number: string) => `${number} waits for somebody to take it.`,
  officer: (number: string, hours: string) =>
    `${number} was reported ${hours} ago, and nobody has taken it yet. The clocks run from the day it was noticed, not from the day it is taken.`,
  other: (number: string, hours: string) =>
    `A report to the privacy officer (${number}) has waited for ${hours}, and nobody has taken it. ` +
    'Please see to it that the privacy officer, or whoever stands in, looks at it today.',
  hours: (ms: number) => {
    const hours = Math.floor(ms / 3_600_000)
    const minutes = Math.max(1, Math.floor(ms / 60_000))
    if (hours < 1) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
    return hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.floor(hours / 24)} days`
  },
}

export const SHOW = {
  own: 'Your report',
  ownNext:
    'Only you, your privacy officer and those whom they ask can read this. Your privacy officer tells you what comes of it.',
  report: (index: number, at: string, by: string) => `Report ${index}, ${at}, by ${by}`,
  clocks: 'Clocks',
  noClocks:
    'I cannot reckon the clocks from these days and numbers. Correct them, and keep to 60 calendar days for the letters ' +
    '(45 CFR 164.404(b)) until then. Discovered: ',
  discovered: (day: string, zone: string) =>
    `Counted from ${day}, the first day it was known here (${zone}).`,
  clock: (what: string, due: string, actBy: string) =>
    `${what}: by ${due}${actBy === due ? '' : `, act by ${actBy}`}`,
  standing:
    'Until a low probability is shown, it counts as a breach (45 CFR 164.402(2)). A person decides, not I.',
  assessment: 'Assessment',
  noFact: 'no fact yet',
  stale: 'Something was learned since. Look at it again.',
  notConcluded: 'not concluded',
  times: 'Times',
  began: 'It began (went out)',
  noticed: 'Somebody noticed',
  reported: 'It was reported to me',
  counted: 'Counted as discovered (45 CFR 164.404(a)(2))',
  unknownTime: 'not known',
  tasks: 'Tasks',
  openTask: 'open',
  askedOf: (name: string) => `open, asked of ${name}`,
  notNeeded: 'not needed. ',
  seenBy: (names: string) => `Besides the privacy officers it is seen whole by: ${names}.`,
  history: 'What happened',
  told: 'Said at the beginning',
  counts: (status: string) =>
    `Only the privacy officer and those whom they ask see what it is about. ${status}.`,
  list: 'Incidents',
  none: 'There is nothing here.',
  noneOwn: 'You have reported nothing, and that is fine. If something went out by accident, tell me.',
  notYours:
    'That report is for the privacy officer, for whoever reported it, and for those whom they ask. If you need it, ask your privacy officer.',
  quicker: 'Somebody else was at it in the same moment. This is how it stands now.',
  taken: 'Thank you. It is in your hands now, and the reminders stop.',
  takenBy: (name: string) => `${name} has taken it.`,
  written: 'Written down.',
  already: 'That cannot be done just now. This is how it stands.',
}

/** In the mirror of a ticket elsewhere, where more people look than may know what it is about. */
export const MIRROR = {
  title: (number: string, status: string) => `${number}: ${status}`,
  about: 'A report to the privacy officer. What it is about stands in Chaperone, for those who need it.',
  people: (count: number | null) => `People affected: ${count ?? 'not known yet'}.`,
  discovered: (day: string) => `Discovered on ${day}.`,
  tasks: (open: readonly string[]) => `Open: ${open.join('; ') || 'nothing'}.`,
  concluded: (outcome: string | null) => `Conclusion: ${outcome ?? 'none yet'}.`,
}

export const CLOCK_NAMES: Readonly<Record<What, string>> = {
  'individual-notice': 'Letters to the patients',
  'hhs-notice': 'Report to HHS',
  'media-notice': 'Notice to the media',
  'substitute-notice': 'Substitute notice, if letters come back',
  'state-notice': 'Notice under State law',
  'state-attorney-general': 'State attorney general',
  'state-agency': 'State agency',
  'state-licensed-facility-notice': 'Patients of a licensed facility',
}

export const TASK_NAMES: Record<Task, string> = {
  takedown: 'Take-down confirmed, with all copies',
  evidence: 'Evidence kept in a restricted place',
  factors: 'The four factors assessed',
  letters: 'Letters to the patients',
  hhs: 'Report to HHS',
  media: 'Notice to the media',
  state: 'Notices under State law',
  cause: 'Root cause found',
  sanctions: 'Sanctions and retraining',
  lessons: 'Lessons drawn',
}

export const FACTOR_NAMES: Record<Factor, string> = {
  nature: 'What was in it',
  recipient: 'Who got it',
  viewed: 'Whether it was really seen',
  mitigated: 'How far the risk was reduced',
}

/** 45 CFR 164.402(2)(i) to (iv), one question each. */
export const FACTOR_ASKS: Record<Factor, string> = {
  nature:
    'First of four. What was in it, and how easily can somebody be recognised? Name the kinds of information and what points at a person. (45 CFR 164.402(2)(i))',
  recipient:
    'Second of four. Who got it, or could get it? Somebody who is bound to privacy weighs differently from the public. (45 CFR 164.402(2)(ii))',
  viewed:
    'Third of four. Was it really seen or taken? Name the number and where it comes from: insights, a viewer list, a log. “Deleted quickly” alone shows nothing. (45 CFR 164.402(2)(iii))',
  mitigated:
    'Last of four. How far was the risk reduced? Name what was done and when: take-down, copies removed, a written assurance. (45 CFR 164.402(2)(iv))',
}

export const WEIGHT_NAMES = {
  low: 'Speaks for a low probability',
  high: 'Speaks against it',
  unknown: 'Not known yet',
} as const

export const EXCEPTION_NAMES = {
  none: 'None of the three fits',
  good_faith: 'Seen in good faith by our own staff, within their work',
  inside: 'Between two people of the practice who may both see it',
  not_retained: 'Whoever got it could not have kept it',
} as const

export const OUTCOME_NAMES = {
  breach: 'It is a breach: notices are due',
  low: 'A low probability of compromise is shown',
  exception: 'One of the three exceptions applies',
} as const

export const FINDING_NAMES = {
  ...OUTCOME_NAMES,
  not_ours: 'Nothing of a patient of ours was in it',
  mistaken: 'Nothing went out',
} as const

export const SOURCE_NAMES = {
  us: 'Somebody of the practice',
  associate: 'A business associate (the day they told us counts)',
  agent: 'A business associate that acts as our agent (their day counts)',
  associate_unknown: 'A business associate; agent or not is not known (their day counts)',
} as const

export const LICENCE_NAMES = {
  unknown: 'I do not know',
  yes: 'Yes, as a clinic or other facility',
  no: 'No',
} as const

export const END_NAMES = {
  done: 'Done',
  not_needed: 'Not needed, and I say why',
} as const

export const ACT_WORDS = {
  take: 'I take it',
  assign: 'Ask somebody to do it',
  add: 'Let somebody see it',
  remove: 'Stop letting somebody see it',
  note: 'Add a note',
  facts: 'Correct numbers or days',
  sent: 'Hold, licence, what was sent',
  factor: 'Next factor',
  exception: 'The three exceptions',
  conclude: 'Conclude and sign',
  task: 'A task is done',
  close: 'Close it',
  reopen: 'Open it again',
} as const

export const FORMS = {
  submit: 'Write it down',
  sign: 'I sign this',
  noNames: 'No patients’ names, please. I take out what I recognise.',
  words: 'In your own words',
  fact: 'The fact that it rests on',
  weighs: 'What does it speak for?',
  which: 'Which one?',
  happened: 'What happened, and when?',
  why: 'Why?',
  person: 'Who?',
  discovered: 'First day somebody here knew, other than who did it',
  startedDay: 'Day it began (it went out)',
  startedTime: 'Time it began',
  noticedDay: 'Day somebody noticed',
  noticedTime: 'Time somebody noticed',
  people: 'How many people?',
  states: 'Residents of each State, like TX 10, FL 2',
  source: 'Who found it?',
  associateDiscovered: 'If a business associate found it: the day it found out itself',
  holdUntil: 'Law enforcement asked in writing to wait until',
  holdStated: 'Law enforcement asked orally on (30 days at most)',
  licensed: 'Does a State license the practice as a facility?',
  lettersSent: 'Day the letters went out',
  hhsTold: 'Day HHS was told',
  unreachable: 'How many people do letters not reach?',
  task: 'What of it?',
  whole: 'All of it',
  end: 'How did it end?',
  missing: 'I need a few words here before I can write it down.',
  missingChoice: 'Please choose one of the list.',
  associateFirst:
    'Say who found it: a day of the business associate stands here, and nobody of the practice has one.',
  lowNeedsFacts:
    'A low probability has to be shown: every one of the four factors needs its fact first, and none may be “not known yet”.',
  exceptionNeedsFact: 'Say first which of the three exceptions it is, with its fact.',
  concludeFirst: 'Conclude first, so that the reason for closing stands on paper.',
  dutiesFirst: 'It is a breach, and these are still open: ',
  nobodyToRemove: 'Nobody besides the privacy officers can see it.',
}

/** Why the clocks cannot go by these facts; the form stays, and nothing is written. */
export const TROUBLES: Record<Trouble, string> = {
  day_not_real: 'One of these days lies further off than any clock runs. Look at the year once more.',
  before_the_rule: 'That is before September 23, 2009, when these clocks began. Look at the year once more.',
  discovered_in_future: 'Nobody can have found it on a day that has not come yet.',
  agent_in_future: 'The business associate cannot have found it on a day that has not come yet.',
  people_not_counted: 'Write how many people as a number, or leave it empty.',
  residents_not_counted: 'Write how many people of each State as a number, or the State alone.',
  residents_exceed_people:
    'Together the States have more people than you wrote in all. Look at the numbers once more.',
  unreachable_exceed_people:
    'More people cannot be reached than are affected. Look at the numbers once more.',
  hold_before_discovery: 'The hold lies before the discovery. Look at the two days once more.',
  hold_in_future: 'The day on which law enforcement asked has not come yet.',
  told_before_discovery: 'Nothing can have been sent before it was discovered. Look at the days once more.',
}

/** To somebody who was asked to look after a ticket or one of its tasks. */
export const ASKED = {
  title: (number: string) => `You were asked to help with ${number}`,
  summary: (number: string) => `You were asked to help with ${number}.`,
  whole: 'The privacy officer asks you to look after this report.',
  task: (name: string) => `The privacy officer asks you to see to this: ${name}.`,
  see: 'The privacy officer lets you see this report.',
  quiet: 'Please talk about it with nobody but them and the privacy officer.',
  told: 'I have told them, in private.',
  untold: 'I could not reach them from here. Please tell them yourself.',
}

export const HISTORY = {
  reported: 'reported it',
  told: 'told the privacy officer',
  untold: 'could reach no privacy officer',
  reminded: 'reminded those who can take it',
  taken: 'took it',
  added: (name: string) => `let ${name} see it`,
  removed: (name: string) => `stopped letting ${name} see it`,
  assigned: (name: string, what: string) => `asked ${name} to look after ${what}`,
  whole: 'all of it',
  note: (words: string) => `noted: ${words}`,
  facts: (why: string) => `corrected numbers or days: ${why}`,
  factor: (name: string, weighs: string, fact: string) => `${name}: ${weighs}. ${fact}`,
  exception: (name: string, fact: string) => `${name}. ${fact}`,
  concluded: (name: string, reason: string) => `concluded and signed: ${name}. ${reason}`,
  task: (name: string, happened: string, needed: boolean) =>
    `${name}: ${needed ? '' : 'not needed. '}${happened}`,
  closed: (name: string, reason: string) => `closed it: ${name}. ${reason}`,
  reopened: (reason: string) => `opened it again: ${reason}`,
}
