import { z } from 'zod'
import type { Dialogs, Ports } from '../../bot/ports.ts'
import { Reply } from '../../bot/reply.ts'
import { BEGUN } from './report/copy.ts'
import { personOf } from './who.ts'

/**
 * Who has begun a report and not sent it: the practice knows from the day on which somebody noticed, so it must
 * not be forgotten in a pocket. Kept beside the dialogs; what is lost of it costs a friendly word and no report.
 */
const Begun = z.record(z.string(), z.object({ ref: z.string(), at: z.number(), nudged: z.int() }))

const ROW = 'incident:begun'
const HOUR_MS = 3_600_000
const KEEP_MS = 30 * 24 * HOUR_MS
/** After an hour, a day, a week; then they know. */
const NUDGES = [HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS]

async function read(dialogs: Dialogs): Promise<z.infer<typeof Begun>> {
  const found = Begun.safeParse(await dialogs.get(ROW))
  return found.success ? found.data : {}
}

/** @param ref where the person is now, which is where a word reaches them. */
export async function noteBegun(dialogs: Dialogs, key: string, ref: string, now: number): Promise<void> {
  const begun = await read(dialogs)
  const before = begun[key] ?? { at: now, nudged: 0 }
  await dialogs.set(ROW, { ...begun, [key]: { ...before, ref } }, KEEP_MS)
}

export const hasBegun = async (dialogs: Dialogs, key: string) => Object.hasOwn(await read(dialogs), key)

export async function noteSent(dialogs: Dialogs, key: string): Promise<void> {
  const { [key]: _sent, ...rest } = await read(dialogs)
  await dialogs.set(ROW, rest, KEEP_MS)
}

/** A word to each whose report lies there unsent. */
export async function nudge({ store: { dialogs }, clock, tell }: Ports): Promise<void> {
  const now = clock.now()
  for (const [key, { ref, at, nudged }] of Object.entries(await read(dialogs))) {
    const wait = NUDGES[nudged]
    if (now - at > KEEP_MS) await noteSent(dialogs, key)
    else if (wait !== undefined && now - at >= wait) {
      await tell(personOf(ref), Reply.parse(WORD))
      const begun = await read(dialogs)
      if (begun[key]) await dialogs.set(ROW, { ...begun, [key]: { ref, at, nudged: nudged + 1 } }, KEEP_MS)
    }
  }
}

const WORD = {
  blocks: [
    { type: 'text', text: BEGUN.text },
    {
      type: 'buttons',
      buttons: [{ action: 'incident/resume', label: BEGUN.goOn, style: 'primary' }],
    },
  ],
  summary: BEGUN.summary,
}
