import { finding, type PhotoFinding } from './findings.ts'

/** What only a person can see, in the order in which it is asked. */
export const QUESTIONS = ['who', 'signed', 'minor', 'mark', 'reflection', 'place'] as const
export type QuestionId = (typeof QUESTIONS)[number]

/** The answers that a button can carry. */
export const CHOICES = {
  who: ['nobody', 'team', 'patient', 'unsure'],
  signed: ['yes', 'verbal', 'no', 'unsure'],
  minor: ['no', 'yes', 'unsure'],
  mark: ['no', 'yes', 'unsure'],
  reflection: ['no', 'yes', 'unsure'],
  place: ['no', 'yes', 'unsure'],
} as const satisfies Record<QuestionId, readonly string[]>

export type Answers = { readonly [Q in QuestionId]?: (typeof CHOICES)[Q][number] | undefined }

/** The next thing to ask; undefined: all is answered. What follows from an answer is not asked. */
export function nextQuestion(answers: Answers): QuestionId | undefined {
  return asked(answers).find((question) => answers[question] === undefined)
}

/** Which of the six make sense so far. */
export function asked({ who }: Answers): QuestionId[] {
  if (who !== 'nobody' && who !== 'team') return [...QUESTIONS]
  return ['who', 'reflection', 'place']
}

const PEOPLE: ReadonlySet<string> = new Set(['photo/face', 'photo/person'])
/** One answer is about the whole picture: what it adds has no box. */
const SAYS_YES = {
  minor: 'photo/minor',
  mark: 'photo/mark',
  reflection: 'photo/reflection',
  place: 'photo/recognisable',
} as const

/** What the machine found, in the light of what a person said. */
export function withAnswers(found: readonly PhotoFinding[], answers: Answers): PhotoFinding[] {
  const { who, signed } = answers
  const told = found.map((one) => {
    if (!PEOPLE.has(one.rule) || (who !== 'team' && who !== 'nobody')) return one
    return finding(who === 'team' ? 'photo/team' : 'photo/nobody', { ...(one.box ? { box: one.box } : {}) })
  })
  return [...told, ...added(found, answers, signed)]
}

function added(found: readonly PhotoFinding[], answers: Answers, signed: Answers['signed']): PhotoFinding[] {
  const possible = asked(answers)
  const yes = (Object.keys(SAYS_YES) as (keyof typeof SAYS_YES)[]).filter(
    (question) => possible.includes(question) && answers[question] === 'yes',
  )
  const unsure = possible.some((question) => answers[question] === 'unsure')
  const patient = answers.who === 'patient'
  const unseen = patient && !found.some(({ rule }) => PEOPLE.has(rule) || rule === 'photo/barred')
  return [
    ...(patient && (signed === 'no' || signed === 'verbal') ? [finding('photo/not-signed')] : []),
    ...(unseen ? [finding('photo/person', { message: THEY_SAY })] : []),
    ...yes.map((question) => finding(SAYS_YES[question])),
    ...(unsure ? [finding('photo/unsure')] : []),
  ]
}
const THEY_SAY = 'A patient or a visitor is in it, you told me.'
