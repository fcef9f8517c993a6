import { z } from 'zod'
import { givenAgain } from '../../../bot/flow/again.ts'
import type { Question } from '../../../bot/flow/copy.ts'
import { createFlow, type Flow, type FlowStep, step } from '../../../bot/flow/flow.ts'
import type { BlockDraft, ReplyDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { ADD } from '../copy/form.ts'
import { type Asked, rawOf, STEPS, type StepName } from './answers.ts'
import { QUESTIONS } from './questions.ts'
import { type Around, type FieldName, isProblem, type Raw, readCode, readTerms } from './read.ts'
import { summaryOf } from './review.ts'

/** Raise it whenever a question changes its meaning. */
const VERSION = 1
/** Until the paper that lies in the other office has been found. */
const KEEP_MS = 7 * 24 * 3_600_000

const State = z.object({
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The one line about the answer before, which could not be taken as it was. */
  problem: z.string().nullable(),
  masked: z.boolean(),
})
export type State = z.infer<typeof State>

/** Stand in for what was not asked yet, so that one reader can look at every answer when it comes. */
const NOT_ASKED: Record<FieldName, string> = {
  code: 'B-112',
  subject: 'patient',
  content: 'words',
  areas: '',
  platforms: 'website',
  purpose: 'not asked yet',
  signer: 'patient',
  authority: '',
  signed_on: '2000-01-01',
  expires: '2001-01-01',
  comes_of_age: '',
  remuneration: 'none',
  copy_given: 'yes',
  paper: 'not asked yet',
  lacks: 'none',
}

export interface DialogParts extends Around {
  /** The practice's States, for the age of majority. */
  states: readonly string[]
  done(values: Raw): Promise<readonly ReplyDraft[]>
}

/** The guided form: one question at a time, each answer looked at when it comes, nothing typed twice. */
export function dialogOf(parts: DialogParts, { ports }: SkillContext): Flow {
  const steps = Object.fromEntries(
    STEPS.map((name) => [name, name === 'review' ? review(parts) : question(name, parts)]),
  ) as Record<StepName, FlowStep<State, StepName>>
  return createFlow<State, StepName>(
    {
      skill: 'authorization',
      version: VERSION,
      state: State,
      first: 'code',
      begin: () => ({ values: {}, problem: null, masked: false }),
      steps,
      done: ({ values }) => parts.done(rawOf(values)),
      keepMs: KEEP_MS,
    },
    ports,
  )
}

const Values = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()]))

function question(name: Asked, parts: DialogParts): FlowStep<State, StepName> {
  const asked = QUESTIONS[name]
  return step<State, StepName, string | z.infer<typeof Values>>({
    ask: (state) => ({
      summary: ADD.title,
      blocks: [
        ...notes(state),
        ...(state.problem === null ? [{ type: 'text' as const, text: asked.text }] : []),
      ],
      ...onceMore(asked.ask(state.values, parts.states), state),
    }),
    answer: z.union([z.string(), Values]),
    unclear: ADD.unclear,
    next(state, answer) {
      const read = asked.read(answer, state.values)
      const cleaned = clean({ ...state.values, ...read }, parts)
      const problem = problemOf(name, cleaned.values, parts)
      const masked = cleaned.masked
      if (problem !== undefined)
        return { to: name, state: { values: kept(name, cleaned.values), problem, masked } }
      return { to: after(name, cleaned.values), state: { values: cleaned.values, problem: null, masked } }
    },
  })
}

/** With every answer that was given, also where a question begins with one that fits most forms. */
function onceMore<T extends Pick<Question, 'form'>>(asked: T, { problem, values }: State): T {
  const { form } = asked
  return problem === null || !form
    ? asked
    : { ...asked, form: { ...form, fields: givenAgain(form.fields, values) } }
}

/** Nothing that says who somebody is waits in a half-finished dialog either. */
function clean(values: State['values'], { mask }: Around): { values: State['values']; masked: boolean } {
  let masked = false
  const cleaned = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'string' || !TYPED.includes(name)) return [name, value]
    const kept = mask(value.slice(0, MOST_TYPED))
    masked ||= kept !== value.slice(0, MOST_TYPED)
    return [name, kept]
  })
  return { values: Object.fromEntries(cleaned), masked }
}
const TYPED: readonly string[] = ['areas', 'purpose', 'authority', 'paper', 'event']
const MOST_TYPED = 1000

/** What is wrong with the answers to this question, or between them and the ones before. */
function problemOf(name: Asked, values: State['values'], parts: Around): string | undefined {
  if (name === 'code') {
    const code = readCode(typeof values.code === 'string' ? values.code : '', parts)
    return isProblem(code) ? code.problem : undefined
  }
  const read = readTerms({ ...NOT_ASKED, ...rawOf(values) }, parts)
  if (!('problems' in read)) return undefined
  const { fields, settles } = QUESTIONS[name]
  return read.problems.find(({ field }) => (field === null ? settles : fields.includes(field)))?.says
}

/** A code that was refused may be somebody's name: it is not kept, not even to be put right. */
const kept = (name: Asked, { code, ...values }: State['values']): State['values'] =>
  name === 'code' || code === undefined ? values : { code, ...values }

const after = (name: Asked, values: State['values']): StepName => {
  const next = STEPS[STEPS.indexOf(name) + 1] ?? 'review'
  // A colleague gives permission in person: there is nothing to ask.
  return next === 'signer' && values.subject === 'staff' ? 'has' : next
}

function review(parts: DialogParts): FlowStep<State, StepName> {
  return step<State, StepName, 'save'>({
    ask: (state) => ({
      summary: ADD.title,
      blocks: [...notes(state), ...summaryOf(rawOf(state.values), parts)],
      choices: [{ value: 'save', label: ADD.review.save, style: 'primary' }],
    }),
    answer: z.literal('save'),
    unclear: ADD.unclear,
    next: (state) => ({ to: 'done', state }),
  })
}

const notes = ({ problem, masked }: State): BlockDraft[] => [
  ...(problem === null ? [] : [{ type: 'text' as const, text: problem }]),
  ...(masked ? [{ type: 'note' as const, text: ADD.masked }] : []),
]
