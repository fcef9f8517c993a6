import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../../src/adapters/clock/clock.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'

/**
 * A second process on the same data folder: `node store-child.ts HOME HOLDER JOB`. It writes one line as soon
 * as its part is done.
 */
const [home = '', holder = '', job = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const forever = () => setInterval(() => {}, 60_000)

try {
  const thread = job === 'write-beside-until-killed'
  const { store, migrated } = await openSqlite({ home, clock: systemClock(), thread })
  if (job === 'open') say(`opened ${migrated}`)
  if (job === 'race') {
    const events = Array.from({ length: 50 }, (_, index) => `race:${index}`)
    const results = await Promise.all(events.map((event) => store.claim(event, holder, 1_000, 60_000)))
    say(results.filter((result) => result === 'won').length.toString())
  }
  if (job === 'claim-and-hang') {
    say(await store.claim('killed:1', holder, 1_000, 60_000))
    forever()
  }
  // Time for the thread to open: what is written before that, is written here.
  if (thread) await setTimeout(1_000)
  if (job === 'write-until-killed' || thread) {
    for (let n = 0; ; n++) {
      const id = `${holder}-${String(n).padStart(6, '0')}`
      const words = { surface: 'web', person: 'p', draftHash: 'h', verdict: 'clear', kind: 'ad' }
      await Promise.all([
        store.record({ id, at: n, platform: null, rules: [], ...words }),
        store.dialogs.set(id, { text: id }, 1e13),
      ])
      say(id)
    }
  }
  await store.close()
} catch (error) {
  say(`failed ${(error as { code?: string }).code}`)
  process.exitCode = 1
}
