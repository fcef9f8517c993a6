import { systemClock } from '../../../src/adapters/clock/clock.ts'
import { openStore } from '../../../src/adapters/store/open.ts'

/**
 * A replica: `node register-child.ts PLACE NAME COUNT`. PLACE is a data folder or a PostgreSQL address. It makes
 * COUNT incidents and writes each number as soon as it was acknowledged.
 */
const [place = '', name = '', count = '0'] = process.argv.slice(2)
const databaseUrl = place.startsWith('postgres:') ? place : undefined
const key = Buffer.alloc(32, 7)
const { store } = await openStore({ home: place, databaseUrl, key, clock: systemClock() })
try {
  for (let n = 0; n < Number(count); n++) {
    const made = { at: n, year: 2026, state: 'open', body: { name, n }, origin: `${name}:${n}` }
    const { number } = await store.register.create('incident', made, { surface: 'web', person: name })
    process.stdout.write(`${number}\n`)
  }
} catch (error) {
  process.stdout.write(`failed ${(error as { code?: string }).code}\n`)
  process.exitCode = 1
}
await store.close()
