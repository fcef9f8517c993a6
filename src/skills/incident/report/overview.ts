import { z } from 'zod'
import { type FlowStep, step } from '../../../bot/flow/flow.ts'
import { type Answers, type Asked, known, STEPS, type State, type StepName } from './answers.ts'
import { COPY } from './copy.ts'
import * as lists from './lists.ts'
import { withNote } from './steps.ts'

const { labelsOf } = lists
const { labels, review } = COPY

/** One answer in plain words; undefined: it was left out. */
export function said(answers: Answers, name: Asked): string | undefined {
  const answer = answers[name]
  if (answer === undefined) return undefined
  if (answer === 'unknown') return COPY.notKnown
  switch (name) {
    case 'up':
      return lists.UP[answers.up as keyof typeof lists.UP]
    case 'evidence':
      return labelsOf(lists.EVIDENCE, known(answers.evidence) ?? [])
    case 'down':
      return labelsOf(lists.DOWN, known(answers.down) ?? [])
    case 'kinds':
      return labelsOf(lists.KINDS, known(answers.kinds) ?? [])
    case 'where':
      return whereOf(answers)
    case 'when':
      return whenOf(answers)
    case 'people':
      return peopleOf(answers)
    case 'seen':
      return seenOf(answers)
    case 'acted': {
      const acted = known(answers.acted)
      return parts(labelsOf(lists.ACTED, acted?.steps ?? []), acted?.words)
    }
    case 'more':
      return answers.more
  }
}

/** Everything that was answered, one line each. */
export function lines(answers: Answers): string {
  return STEPS.map((name) => `${labels[name]}: ${said(answers, name) ?? review.open}`).join('\n')
}

function whereOf(answers: Answers): string | undefined {
  const where = known(answers.where)
  if (!where) return undefined
  const label = (list: Readonly<Record<string, string>>, value: string) => list[value] ?? value
  return parts(
    label(lists.PLATFORMS, where.platform),
    label(lists.ACCOUNTS, where.account),
    label(lists.FORMS, where.form),
    where.link ?? undefined,
  )
}

function whenOf(answers: Answers): string | undefined {
  const when = known(answers.when)
  if (!when) return undefined
  const moment = (day: string | null, time: string | null) =>
    [day ?? 'day not known', time].filter(Boolean).join(' ')
  const by = lists.NOTICED_BY[when.noticedBy as keyof typeof lists.NOTICED_BY]
  return `went out ${moment(when.postedDay, when.postedTime)}; noticed ${moment(when.noticedDay, when.noticedTime)}; by: ${by}`
}

function peopleOf(answers: Answers): string | undefined {
  const people = known(answers.people)
  if (!people) return undefined
  const states = Object.entries(people.states).map(([code, number]) =>
    number === null ? code : `${code} ${number}`,
  )
  const yes = (value: string) => lists.YES_NO[value as keyof typeof lists.YES_NO]
  return parts(
    people.count === null ? 'number not known' : people.count.toLocaleString('en-US'),
    states.join(', '),
    `under 18: ${yes(people.minors)}`,
    `died: ${yes(people.dead)}`,
  )
}

function seenOf(answers: Answers): string | undefined {
  const seen = known(answers.seen)
  if (!seen) return undefined
  const number = (label: string, value: number | null) =>
    value === null ? undefined : `${label}: ${value.toLocaleString('en-US')}`
  return parts(
    lists.AUDIENCE[seen.audience as keyof typeof lists.AUDIENCE],
    lists.VIEWED[seen.viewed as keyof typeof lists.VIEWED],
    number('views', seen.views),
    number('comments', seen.comments),
    `copies: ${lists.YES_NO[seen.copies as keyof typeof lists.YES_NO]}`,
  )
}

function parts(...all: readonly (string | undefined)[]): string {
  return all.filter((part) => part !== undefined && part !== '').join('; ')
}

/** The last question: send it, or change one answer and come back. */
export const reviewStep: FlowStep<State, StepName> = step<State, StepName, 'send' | Asked>({
  ask: (state) => ({
    summary: review.summary,
    blocks: withNote(state, [
      { type: 'heading', text: review.title },
      { type: 'text', text: lines(state.answers) },
      { type: 'text', text: review.text },
    ]),
    choices: [
      { value: 'send', label: review.send, style: 'primary' },
      // Somebody who is frightened sees one thing to do; what can be changed is as long as the report.
      ...STEPS.map((name) => ({ value: name, label: `${review.change}${labels[name]}`, more: true })),
    ],
  }),
  answer: z.enum(['send', ...STEPS]),
  unclear: review.unclear,
  next: (state, answer) =>
    answer === 'send'
      ? { to: 'done', state }
      : { to: answer, state: { ...state, masked: false, reviewing: true } },
})
