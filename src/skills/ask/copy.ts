/** Every word that the ask skill says itself. What is true stands in the articles; these lines lead there. */
export const WELCOME = {
  title: 'What would you like to know?',
  text:
    'Ask me about patient privacy and what may be posted: “Can I repost this?”, “How long do we have to tell ' +
    'patients?”. I answer from articles that were reviewed, and I say so when I have none.',
  field: 'Your question',
  hint: 'No names, please.',
  submit: 'Ask',
}

export const SUMMARY = { found: 'I found an answer for you.', none: 'I have no reviewed answer to that.' }
export const LINES = {
  longer:
    'That is more than I can read as a question. Ask it in a sentence or two, or let me check it as a draft.',
  helpful: 'Good to know, thank you.',
  notHelpful:
    'Thank you for telling me. Whoever writes the articles sees this question, with names and numbers taken out. ' +
    'Please ask your privacy officer until then.',
  noted:
    'I wrote your question down, with names and numbers taken out, so that somebody can write the answer.',
  gone: 'I have no question of yours for this: I keep one for an hour, and for nobody but you. Please ask it here.',
} as const

export const SOURCES = 'Where this stands'
export const BESIDE = 'This may be what you mean as well'
export const asOf = (date: string) =>
  `Reviewed as of ${date}. I am no lawyer: your State or your contracts may ask for more.`
export const person = (names: readonly string[]) =>
  names.length === 0
    ? 'Please ask your privacy officer. Asking first is always right.'
    : `Please ask ${names.join(' or ')}. Asking first is always right.`
export const handsOn = (handoff: string) => `Who can help: ${handoff}.`

/** How far back managers look. */
export const OVERVIEW_DAYS = 30
export const OVERVIEW = {
  title: `What staff asked in the last ${OVERVIEW_DAYS} days`,
  notYours:
    'What staff ask is shown to managers and the privacy officer only. Ask me anything yourself, any time.',
  none: 'Nobody has asked anything yet.',
  counts: (answered: number, unanswered: number) =>
    `${questions(answered)} answered, ${unanswered} without a reviewed answer.`,
  most: 'Asked most',
  line: (title: string, times: number, unhelpful: number) =>
    `${times}× ${title}${unhelpful > 0 ? ` (${unhelpful} said it did not help)` : ''}`,
  uncovered: 'Not covered yet',
  open: (question: string, times: number) => `“${question}”${times > 1 ? ` (${times}×)` : ''}`,
  covered: 'Every question had an article.',
  note:
    'Names and numbers are taken out, and nobody can see here who asked. Questions about pay, health or other ' +
    'subjects that are not mine are not kept.',
}
const questions = (count: number) => (count === 1 ? '1 question' : `${count} questions`)

export const BUTTONS = {
  asked: 'What staff ask',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  person: 'I need a person',
  another: 'Ask something else',
  check: 'Check a post',
} as const
