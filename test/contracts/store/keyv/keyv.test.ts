import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { systemClock } from '../../../../src/adapters/clock/clock.ts'
import { keyvOn } from '../../../../src/adapters/store/keyv/keyv.ts'
import { openStore } from '../../../../src/adapters/store/open.ts'
import { postgresPrograms, type Server, startPostgres } from '../postgres-server.ts'
import { type KeyvSite, keyvContract } from './keyv.contract.ts'

const KEY = Buffer.alloc(32, 7)
const root = mkdtempSync(join(tmpdir(), 'chaperone-keyv-'))
const bin = postgresPrograms()
let server: Server | undefined
let homes = 0
beforeAll(async () => {
  if (bin) server = await startPostgres(bin)
})
afterAll(async () => {
  await server?.stop()
  rmSync(root, { recursive: true, force: true })
})

async function site(databaseUrl: string | undefined): Promise<KeyvSite> {
  const home = join(root, String(++homes))
  const { store, ground } = await openStore({ home, databaseUrl, key: KEY, clock: systemClock() })
  return {
    keyv: async (namespace) => keyvOn(ground, namespace),
    close: () => store.close(),
    raw: async () => JSON.stringify(await ground.db.selectFrom('dialog').selectAll().execute()),
  }
}

keyvContract('SQLite', () => site(undefined))
describe.skipIf(!bin)(bin ? 'on a real PostgreSQL' : 'NOT RUN: there is no PostgreSQL here', () => {
  keyvContract('PostgreSQL', async () => site(await (server as Server).database()))
})
