import type { SkillContext } from '../../skill.ts'
import { dayOf, findForm } from '../authorization.ts'
import type { Looked } from './covered.ts'

/** A post that shows more people than that is no post any more. */
const MOST_CODES = 10

/** "B-112, B-113": one form for each person shown. */
export const codesIn = (text: string): string[] =>
  [...new Set(text.split(/[,;\n]/).map((code) => code.trim()))].filter(Boolean).slice(0, MOST_CODES)

/** Looks codes up for whoever checks a draft; the trail says which forms they saw. */
export async function lookUp(
  references: string,
  { event, ports, practice }: SkillContext,
): Promise<Looked[]> {
  const reader = { surface: event.surface, person: event.person.id }
  const today = dayOf(ports.clock.now(), practice.timeZone)
  return Promise.all(
    codesIn(references).map(async (code): Promise<Looked> => {
      const form = await findForm(ports.store.register, code, reader)
      return form ? { found: 'form', form, today } : { found: 'unknown' }
    }),
  )
}
