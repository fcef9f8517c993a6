import type { Attention, Skill } from '../../bot/skill.ts'
import { dayOf, plusDays } from '../../bot/time/day.ts'
import { UNDELIVERED } from '../../bot/traffic/undelivered.ts'
import { COPY } from './copy.ts'
import { digestOf } from './make.ts'
import { sendDue, unreached } from './send.ts'
import { showDigest } from './show.ts'

/** @param all every skill, this one too: whichever knows of something that waits is asked when a digest is made. */
export function createDigest(all: () => readonly Skill[]): Skill {
  return {
    name: 'digest',
    about: 'Tells the managers each morning what needs them, and on demand how things stand.',
    needs: 'manager',
    intents: ['show', 'tick'],
    async run(intent, { event, ports, practice, roles }) {
      const skills = all()
      if (intent.name === 'tick') {
        if (event.body.type === 'tick') await sendDue({ ports, practice, skills })
        return []
      }
      const date = dayOf(ports.clock.now(), practice.timeZone)
      return [showDigest(await digestOf(date, { ports, practice, roles, skills }))]
    },
    async attention({ ports, practice }) {
      const missed = await unreached(ports)
      const yesterday = plusDays(dayOf(ports.clock.now(), practice.timeZone), -1)
      const lost = Number((await ports.store.marks.get(UNDELIVERED + yesterday)) ?? 0)
      const lines: Attention[] = []
      if (missed > 0) lines.push({ what: 'delivery', says: COPY.unreached(missed) })
      if (lost > 0) lines.push({ what: 'delivery', says: COPY.undelivered(lost) })
      return lines
    },
  }
}
