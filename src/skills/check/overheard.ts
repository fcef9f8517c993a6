import { factsOf } from '../../bot/practice.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { SkillContext } from '../../bot/skill.ts'
import type { Checker } from '../../rules/verdict.ts'
import type { Category } from '../../rules/vocabulary.ts'
import { OVERHEARD } from './copy.ts'

/** Numbers that belong to one person and to no talk among colleagues. */
const ALONE: readonly Category[] = ['ssn', 'record-number', 'account', 'license', 'device', 'biometric']
/** These say who; next to what was done or when, they say who is a patient. */
const WHO: readonly Category[] = ['name', 'phone', 'email']
const WHAT: readonly Category[] = [
  'patient-status',
  'appointment',
  'treatment-detail',
  'payment',
  'date',
  'photo',
]

/** A private nudge to whoever wrote a patient into a channel; otherwise nothing is said. Nothing is kept of it. */
export function overheard(engine: Checker, text: string, { practice }: SkillContext): readonly ReplyDraft[] {
  if (!/\S/.test(text)) return []
  const found = new Set(
    engine.check({ text, kind: 'caption' }, factsOf(practice)).findings.map((one) => one.category),
  )
  const has = (list: readonly Category[]) => list.some((category) => found.has(category))
  if (!has(ALONE) && !(has(WHO) && has(WHAT))) return []
  return [{ blocks: [{ type: 'text', text: OVERHEARD }], summary: 'Please look at your last message here.' }]
}
