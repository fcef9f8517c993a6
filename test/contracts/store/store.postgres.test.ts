import { afterAll, beforeAll, describe, it } from 'vitest'
import { openPostgres } from '../../../src/adapters/store/postgres/postgres.ts'
import type { Store } from '../../../src/bot/ports.ts'
import { outboxContract } from '../outside/outbox.contract.ts'
import { incidentsContract } from './incidents.contract.ts'
import { latestContract } from './latest.contract.ts'
import { marksContract } from './marks.contract.ts'
import { postgresPrograms, type Server, startPostgres } from './postgres-server.ts'
import { registerContract } from './register.contract.ts'
import { remarksContract } from './remarks.contract.ts'
import { type StoreSite, storeContract } from './store.contract.ts'

const bin = postgresPrograms()
const KEY = Buffer.alloc(32, 7)
let server: Server

async function site(): Promise<StoreSite> {
  const url = await server.database()
  const opened: Store[] = []
  let time = 0
  return {
    async open() {
      const { store } = await openPostgres({ url, key: KEY, clock: { now: () => time } })
      opened.push(store)
      return store
    },
    setTime(ms) {
      time = ms
    },
    async dispose() {
      for (const store of opened) await store.close().catch(() => {})
    },
  }
}

if (bin === undefined) {
  it.skip('NOT RUN: there is no PostgreSQL here; npm brings one on Linux (x64), Debian as package "postgresql"', () => {})
} else {
  describe('on a real PostgreSQL', () => {
    beforeAll(async () => {
      server = await startPostgres(bin)
    })
    afterAll(() => server?.stop())

    storeContract('postgres', site)
    remarksContract('postgres', site)
    registerContract('postgres', site)
    outboxContract('postgres', site)
    latestContract('postgres', site)
    incidentsContract('postgres', site)
    marksContract('postgres', site)
  })
}
