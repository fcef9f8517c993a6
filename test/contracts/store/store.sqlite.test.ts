import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import type { Store } from '../../../src/bot/ports.ts'
import { outboxContract } from '../outside/outbox.contract.ts'
import { incidentsContract } from './incidents.contract.ts'
import { latestContract } from './latest.contract.ts'
import { marksContract } from './marks.contract.ts'
import { registerContract } from './register.contract.ts'
import { remarksContract } from './remarks.contract.ts'
import { type StoreSite, storeContract } from './store.contract.ts'

async function site(): Promise<StoreSite> {
  const home = mkdtempSync(join(tmpdir(), 'chaperone-store-'))
  const opened: Store[] = []
  let time = 0
  return {
    async open() {
      const { store } = await openSqlite({ home, clock: { now: () => time } })
      opened.push(store)
      return store
    },
    setTime(ms) {
      time = ms
    },
    async dispose() {
      for (const store of opened) await store.close().catch(() => {})
      rmSync(home, { recursive: true, force: true })
    },
  }
}

storeContract('sqlite', site)
remarksContract('sqlite', site)
latestContract('sqlite', site)
incidentsContract('sqlite', site)
marksContract('sqlite', site)
registerContract('sqlite', site)
outboxContract('sqlite', site)
