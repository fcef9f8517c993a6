import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { readConfig } from '../../src/config.ts'
import { startChaperone } from '../../src/wiring.ts'
import { command } from '../cli/command.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A place that answers as told, and data with one report in it. */
async function start(status: number) {
  const home = await mkdtemp(join(tmpdir(), 'chaperone-mirror-'))
  closing.push(() => rm(home, { recursive: true }))
  const came: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (chunk) => came.push(String(chunk)))
    request.on('end', () => response.writeHead(status).end('{}'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const { store } = await openSqlite({ home, clock: { now: () => Date.now() } })
  const details = { zone: 'America/Chicago', answers: { more: 'canary' }, told: ['canary'] }
  await store.incidents.open(
    { id: 'r', at: Date.now(), by: 'slack:UCANARY', what: 'reported', details },
    null,
    2026,
  )
  await store.close()
  const env = {
    CHAPERONE_HOME: home,
    TICKET_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
    TICKET_WEBHOOK_SECRET: 'secret-of-hook',
  }
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }, home)
  const chaperone = await startChaperone(config, NO_PRACTICE)
  closing.push(() => chaperone.stop())
  const metrics = async () => (await fetch(`http://127.0.0.1:${chaperone.port}/metrics`)).text()
  const doctor = async () => {
    const { out } = await command(['doctor', '--json'], '', env)
    const { items } = JSON.parse(out) as { items: { name: string; state: string; says: string }[] }
    return items.filter(({ name }) => name === 'tickets').map(({ state, says }) => `${state}: ${says}`)
  }
  return { came, metrics, doctor }
}

describe('a mirror that the settings name', () => {
  it('gets what lay in the register from the first tick on, and the metrics say so', async () => {
    const { came, metrics, doctor } = await start(204)
    await expect.poll(() => came.length, { timeout: 10_000 }).toBe(1)
    expect(JSON.parse(came[0] ?? '')).toMatchObject({
      type: 'incident',
      number: 'INC-2026-0001',
      status: 'open',
    })
    expect(came[0]?.toLowerCase()).not.toContain('canary')
    await expect.poll(metrics).toContain('chaperone_ticket_mirror_total{target="webhook",outcome="ok"} 1')
    expect(await doctor()).toEqual([
      expect.stringMatching(
        /^ok: Are mirrored to the webhook at 127\.0\.0\.1:\d+: number, state, counts and days, and no typed word\.$/,
      ),
    ])
  })

  it('that fails is seen in the metrics and by the doctor, and nothing is missing here', async () => {
    const { metrics, doctor } = await start(503)
    await expect
      .poll(metrics, { timeout: 10_000 })
      .toContain('chaperone_ticket_mirror_failing{target="webhook"} 1')
    await expect
      .poll(doctor)
      .toContain(
        'attention: 1 has not arrived at the webhook (server_error); they are tried again. Here nothing is missing.',
      )
  })

  it('is off where nothing is set', async () => {
    const { out } = await command(['doctor', '--json'], '', { CHAPERONE_HOME: '/nowhere/at/all' })
    expect(JSON.parse(out).items).toContainEqual({
      name: 'tickets',
      state: 'off',
      says: 'Stay here; no mirror is configured.',
    })
  })
})
