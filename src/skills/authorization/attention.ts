import { allForms, dayOf, needsAttention } from '../../bot/records/authorization.ts'
import type { Attention, SkillContext } from '../../bot/skill.ts'
import { BUTTONS } from './copy/show.ts'
import { needLine } from './show/list.ts'

/** What forms need, for whoever runs the practice: posts that have to come down, forms that end, signatures due. */
export async function waiting({
  ports,
  practice,
}: Pick<SkillContext, 'ports' | 'practice'>): Promise<readonly Attention[]> {
  const forms = await allForms(ports.store.register, 'nobody')
  const today = dayOf(ports.clock.now(), practice.timeZone)
  return needsAttention(forms, today).map((need) => ({
    what: need.what === 'take-down' ? 'takedown' : 'authorization',
    number: need.number,
    says: needLine(need),
    // What is up and should not be is late from the day on which it should have gone; the line says since when.
    ...(need.on !== undefined && need.what !== 'came-of-age' ? { due: need.on } : {}),
    opens: { action: 'authorization/show', value: need.number, label: BUTTONS.open(need.code) },
  }))
}
