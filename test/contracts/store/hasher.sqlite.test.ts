import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { hasherContract } from './hasher.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'chaperone-hasher-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function hasher(home: string) {
  const { store, hasher } = await openSqlite({ home: join(root, home), clock: { now: () => 0 } })
  await store.close()
  return hasher
}

hasherContract('sqlite', async () => ({
  one: await hasher('one'),
  other: await hasher('other'),
  restarted: await hasher('one'),
}))
