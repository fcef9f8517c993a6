import { z } from 'zod'
import type { Question } from '../../../bot/flow/copy.ts'
import { type FlowStep, step } from '../../../bot/flow/flow.ts'
import type { BlockDraft } from '../../../bot/reply.ts'
import { type Answers, type Asked, STEPS, type State, type StepName } from './answers.ts'
import { COPY } from './copy.ts'
import type { Raw, Read } from './read.ts'

type Fields = NonNullable<Question['form']>['fields']

/** What is different from one question to the next. */
export interface Asking<Name extends Asked> {
  name: Name
  summary(state: State): string
  text(state: State): string
  title: string
  submit?: string
  fields(state: State): Fields
  /** Reads a form; what people typed comes back masked. */
  read(raw: Raw): Read<Answers[Name]>
  unclear: string
  /** "I do not know" stands there as a button of its own. */
  canBeUnknown?: boolean
}

/** Something was taken out of what was typed: the step says so at the next question. */
export interface Masking {
  mask(text: string): string
  /** Whether `mask` took something out since it was last asked. */
  took(): boolean
}

const isRaw = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** Where a step leads: on to the next one, or back to the overview when only a change was made. */
export function after(name: Asked, { reviewing }: State): StepName {
  return reviewing ? 'review' : (STEPS[STEPS.indexOf(name) + 1] ?? 'review')
}

export function formStep<Name extends Asked>(
  asking: Asking<Name>,
  masking: Masking,
): FlowStep<State, StepName> {
  const { name, title, unclear, canBeUnknown = true } = asking
  return step<State, StepName, Answers[Name]>({
    ask: (state) => ({
      summary: asking.summary(state),
      blocks: withNote(state, [{ type: 'text', text: asking.text(state) }]),
      ...(canBeUnknown ? { choices: [{ value: 'unknown', label: COPY.notKnown }] } : {}),
      form: { title, submit: asking.submit ?? COPY.goOn, fields: [...asking.fields(state)] },
    }),
    answer: z.unknown().transform((raw, context): Answers[Name] => {
      if (raw === 'unknown' && canBeUnknown) return 'unknown' as Answers[Name]
      const read: Read<Answers[Name]> = isRaw(raw) ? asking.read(raw) : { problem: unclear }
      if (!('problem' in read)) return read.value
      context.addIssue({ code: 'custom', message: read.problem })
      return z.NEVER
    }),
    unclear,
    next: (state, answer) => ({
      to: after(name, state),
      state: { ...state, masked: masking.took(), answers: { ...state.answers, [name]: answer } },
    }),
    skip: (state) => ({ to: after(name, state), state: { ...state, masked: false } }),
  })
}

export function withNote({ masked }: State, blocks: BlockDraft[]): BlockDraft[] {
  return masked ? [{ type: 'note', text: COPY.masked }, ...blocks] : blocks
}
