import { z } from 'zod'
import { createFlow, type Flow, type FlowStep, step } from '../../../bot/flow/flow.ts'
import type { ReplyDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { State, type StepName } from './answers.ts'
import { COPY } from './copy.ts'
import { optionsOf, UP } from './lists.ts'
import { reviewStep } from './overview.ts'
import * as questions from './questions.ts'
import { after, formStep, type Masking, withNote } from './steps.ts'
import { localOf, when } from './when.ts'

/** Raise it whenever a question changes its meaning. */
const VERSION = 1
/** Somebody who went home frightened finds everything again after a holiday. */
const KEEP_MS = 30 * 24 * 3_600_000

const up: FlowStep<State, StepName> = step<State, StepName, 'yes' | 'no' | 'unknown'>({
  ask: (state) => ({
    summary: COPY.up.summary,
    blocks: withNote(state, [{ type: 'text', text: COPY.up.text }]),
    choices: optionsOf(UP),
  }),
  answer: z.enum(['yes', 'no', 'unknown']),
  unclear: COPY.up.unclear,
  next: (state, answer) => ({
    to: after('up', state),
    state: { ...state, answers: { ...state.answers, up: answer } },
  }),
  skip: (state) => ({ to: after('up', state), state }),
})

/** What the dialog knows beforehand, and what happens when it is complete. */
export interface DialogParts {
  mask(text: string): string
  /** The platform that was named when the report began. */
  platform: string | undefined
  done(state: State): Promise<readonly ReplyDraft[]>
}

export function dialogOf({ mask, platform, done }: DialogParts, { ports, practice }: SkillContext): Flow {
  const masking = maskingOf(mask)
  const zone = practice.timeZone
  const now = localOf(ports.clock.now(), zone)
  return createFlow<State, StepName>(
    {
      skill: 'incident',
      version: VERSION,
      state: State,
      first: 'up',
      begin: () => ({ id: ports.ids.next(), zone, answers: {}, masked: false, reviewing: false }),
      steps: {
        up,
        evidence: formStep(questions.evidence, masking),
        down: formStep(questions.down, masking),
        where: formStep(questions.where(platform), masking),
        when: formStep(when(now), masking),
        kinds: formStep(questions.kinds, masking),
        people: formStep(
          questions.people(practice.states.length === 1 ? practice.states[0] : undefined),
          masking,
        ),
        seen: formStep(questions.seen, masking),
        acted: formStep(questions.acted(masking), masking),
        more: formStep(questions.more(masking), masking),
        review: reviewStep,
      },
      done,
      keepMs: KEEP_MS,
    },
    ports,
  )
}

function maskingOf(mask: (text: string) => string): Masking {
  let took = false
  return {
    mask(text) {
      const masked = mask(text)
      took ||= masked !== text
      return masked
    },
    took: () => took,
  }
}
