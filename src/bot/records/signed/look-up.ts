import type { SkillContext } from '../../skill.ts'
import { dayOf, findForm } from '../authorization.ts'
import type { Looked } from './covered.ts'

/** Looks a code up for whoever checks a draft; the trail says that they saw the form. */
export async function lookUp(reference: string, { event, ports, practice }: SkillContext): Promise<Looked> {
  const reader = { surface: event.surface, person: event.person.id }
  const form = await findForm(ports.store.register, reference, reader)
  if (!form) return { found: 'unknown' }
  return { found: 'form', form, today: dayOf(ports.clock.now(), practice.timeZone) }
}
