import { waitingOf } from '../../../bot/records/approval.ts'
import type { Attention } from '../../../bot/skill.ts'
import { dayOf } from '../../../bot/time/day.ts'
import type { Around } from '../bind.ts'
import { WAITS } from '../copy.ts'
import { recent } from '../desk.ts'

const HOUR_MS = 3_600_000

/** What went out on its own first, then what somebody waits for, then what is planned or ends. */
export async function attention(around: Around): Promise<readonly Attention[]> {
  const now = around.ports.clock.now()
  const { timeZone } = around.practice
  // What went out long ago may still be up.
  const { decide, planned, expiring, ahead } = waitingOf(await recent(around, undefined, true), now, timeZone)
  const line = (what: Attention['what'], number: string, says: string, due?: string): Attention => ({
    what,
    number,
    says,
    ...(due ? { due } : {}),
    opens: { action: 'approve/show', value: number, label: WAITS.open(number) },
  })
  return [
    ...ahead.map(({ number }) => line('takedown', number, WAITS.ahead(number))),
    ...decide.map(({ number, since }) =>
      line('approval', number, WAITS.decide(number, Math.floor((now - since) / HOUR_MS))),
    ),
    ...planned.map(({ number, late }) =>
      line('publication', number, late ? WAITS.late(number) : WAITS.today(number), dayOf(now, timeZone)),
    ),
    ...expiring.map(({ number, until }) =>
      line('approval', number, WAITS.expiring(number), dayOf(until, timeZone)),
    ),
  ]
}
