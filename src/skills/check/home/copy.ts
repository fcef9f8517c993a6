/** What stands on the page that somebody sees first. Reviewed like copy.ts beside it. */
export const HOME = {
  text:
    'Show it to me before it goes out. I point at the words that could give away a patient, say why, and what to ' +
    'write instead. Only you see my answer.',
  last: 'Your last checks',
  lastNote: 'Of the last seven days. I keep what it was and what I said, and no word of what you wrote.',
  zone: 'The times are those of New York until the practice file says where you are.',
  none: 'None in the last seven days. Show me the next post before it goes out.',
  line: (when: string, what: string, said: string) => `${when} · ${what} · ${said}`,
  something: 'a draft',
  today: 'Today at the practice',
  todayNone: 'Nothing has been checked yet today.',
  todayTotal: (count: number) => `${count} ${count === 1 ? 'draft was' : 'drafts were'} checked.`,
  todayLine: (said: string, count: number) => `${said}: ${count}`,
  todayNote: 'Managers see these numbers. They name nobody.',
  accident: 'Did something go out by accident?',
  accidentText:
    'First take a picture of it, with its date and time. Then take it down. Then press the button, or tell your ' +
    'privacy officer, today, even when you are not sure. Asking for help early is always right.',
  accidentButton: 'Something went out by accident',
  reports: 'What was reported',
  rule: 'The rule in one line',
  ruleText:
    'Nothing that shows or tells who is a patient goes out without that person’s signed authorization for this ' +
    'very use: no name, no picture, no “thank you for coming in”, not even when they said it first.',
  ruleNote:
    '45 CFR 164.502(a) and 164.508. Your practice’s policy may ask for more; your privacy officer decides.',
  policy: (where: string) => `Your practice’s policy: ${where}`,
  ask: 'Ask what may be posted',
  forms: 'Signed forms',
  stands: 'How things stand',
  help: 'How this works',
  summary: 'Paste what you are about to post, see your last checks, or report what went out by accident.',
} as const
