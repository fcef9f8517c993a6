import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { readConfig } from '../../src/config.ts'
import { startChaperone } from '../../src/wiring.ts'
import { readable } from './cards.ts'
import { type Connector, openConnector } from './connector.ts'
import { activity } from './running.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(env: Record<string, string>): Promise<{ connector: Connector; url: string }> {
  const home = await mkdtemp(join(tmpdir(), 'chaperone-teams-'))
  closing.push(() => rm(home, { recursive: true }))
  const connector = await openConnector()
  closing.push(() => connector.close())
  const config = readConfig({ PORT: '0', CHAPERONE_HOME: home, LOG_LEVEL: 'silent', ...env }, home)
  const chaperone = await startChaperone(config, NO_PRACTICE)
  closing.push(() => chaperone.stop())
  return { connector, url: `http://127.0.0.1:${chaperone.port}/api/messages` }
}

const post = async (url: string, body: object) => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  await response.arrayBuffer()
  return response.status
}

it('with TEAMS_ANONYMOUS a test client on this machine is answered', async () => {
  const { connector, url } = await start({ TEAMS_ANONYMOUS: '1' })
  expect(await post(url, activity(connector, 'desk', { text: 'Thank you, Sarah!' }))).toBe(200)
  await expect.poll(() => readable(connector.said.map((one) => one.activity))).toContain('Do not post this')
})

it('with an app id nobody is answered without a token', async () => {
  const id = '11111111-2222-4333-8444-555555555555'
  const { connector, url } = await start({
    MICROSOFT_APP_ID: id,
    MICROSOFT_APP_PASSWORD: 'a-secret-of-ours',
    MICROSOFT_APP_TENANT_ID: id,
  })
  expect(await post(url, activity(connector, 'desk', { text: 'Thank you, Sarah!' }))).toBe(401)
  expect(connector.calls).toBe(0)
})

it('without either there is no Teams', async () => {
  const { connector, url } = await start({})
  expect(await post(url, activity(connector, 'desk', { text: 'Thank you, Sarah!' }))).toBe(404)
  expect(connector.calls).toBe(0)
})
