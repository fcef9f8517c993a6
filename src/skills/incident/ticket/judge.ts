import { FACTOR_NAMES, FORMS, TASK_NAMES } from '../copy.ts'
import { isProblem, type Raw, type Read, words } from '../report/read.ts'
import type { Around } from './acts.ts'
import { EXCEPTIONS, FACTORS, type Factor, FINDINGS, OUTCOMES, type Task, WEIGHTS } from './entries.ts'
import { pick } from './fields.ts'
import { openFactors, type Ticket } from './ticket.ts'
import { needed, unchosen, type Written } from './written.ts'

/** The assessment of 45 CFR 164.402: the machine keeps order, the privacy officer judges. */

export const ALL_ASKED =
  'All four factors have their fact. Choose one to write it anew: what stood there before is kept.'
export const EXCEPTION_TEXT =
  'There are three exceptions (45 CFR 164.402(1)). A public post hardly ever fits one of them. Which one, and on what fact does it rest?'
export const CONCLUDE_TEXT =
  'It counts as a breach unless a low probability of compromise is shown (45 CFR 164.402(2)). How bad it feels is not the test. ' +
  'Your conclusion is kept for six years with your name, the day and the facts.'

/**
 * A breach is not done with before these are: also what became of whoever did it, which 45 CFR 164.530(e)(2)
 * wants written down.
 */
const DUTIES: readonly Task[] = ['takedown', 'evidence', 'letters', 'hhs', 'cause', 'sanctions']

/** And what the clocks of this very case ask for. */
function dutiesOf(clocks: Around['clocks']): Task[] {
  const has = (wanted: (what: string) => boolean) => clocks?.deadlines.some(({ what }) => wanted(what))
  return [
    ...DUTIES,
    ...(has((what) => what === 'media-notice') ? (['media'] as const) : []),
    ...(has((what) => what.startsWith('state-')) ? (['state'] as const) : []),
  ]
}

type Mask = (text: string) => string
const oneOf = <T extends string>(values: readonly T[], raw: Raw, name: string): T | undefined =>
  values.find((value) => value === words(raw, name))

export const factorField = (next: Factor | undefined) =>
  pick('factor', FORMS.which, FACTOR_NAMES, next ?? FACTORS[0])

export function readFactor(raw: Raw, mask: Mask): Read<Written> {
  const factor = oneOf(FACTORS, raw, 'factor')
  const weighs = oneOf(WEIGHTS, raw, 'weighs')
  if (!factor) return unchosen(FORMS.which)
  if (!weighs) return unchosen(FORMS.weighs)
  const fact = needed(raw, 'fact', mask)
  return isProblem(fact) ? fact : { value: { what: 'factor', details: { factor, weighs, fact: fact.value } } }
}

export function readException(raw: Raw, mask: Mask): Read<Written> {
  const exception = oneOf(EXCEPTIONS, raw, 'exception')
  if (!exception) return unchosen(FORMS.which)
  const fact = needed(raw, 'fact', mask)
  return isProblem(fact) ? fact : { value: { what: 'exception', details: { exception, fact: fact.value } } }
}

export function readConclusion(raw: Raw, ticket: Ticket, mask: Mask): Read<Written> {
  const outcome = oneOf(OUTCOMES, raw, 'outcome')
  if (!outcome) return unchosen(FORMS.which)
  const unknown = Object.values(ticket.factors).some((factor) => factor.weighs === 'unknown')
  if (outcome === 'low' && (openFactors(ticket).length > 0 || unknown))
    return { problem: FORMS.lowNeedsFacts }
  const exception = ticket.exception?.exception ?? 'none'
  if (outcome === 'exception' && exception === 'none') return { problem: FORMS.exceptionNeedsFact }
  const reason = needed(raw, 'reason', mask)
  return isProblem(reason)
    ? reason
    : { value: { what: 'concluded', details: { outcome, reason: reason.value } } }
}

export function readClosing(raw: Raw, ticket: Ticket, { mask, clocks }: Around): Read<Written> {
  const finding = oneOf(FINDINGS, raw, 'finding')
  if (!finding) return unchosen(FORMS.which)
  const concluded = ticket.conclusion
  const judged = OUTCOMES.some((outcome) => outcome === finding)
  if (judged && (!concluded || concluded.stale || concluded.outcome !== finding))
    return { problem: FORMS.concludeFirst }
  const left = dutiesOf(clocks).filter((task) => !ticket.tasks[task])
  if (finding === 'breach' && left.length > 0)
    return { problem: FORMS.dutiesFirst + left.map((task) => TASK_NAMES[task]).join('; ') }
  const reason = needed(raw, 'reason', mask)
  return isProblem(reason)
    ? reason
    : { value: { what: 'closed', details: { finding, reason: reason.value } } }
}
