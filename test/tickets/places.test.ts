import { createHmac, timingSafeEqual } from 'node:crypto'
import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createJira } from '../../src/adapters/tickets/jira.ts'
import { counted, openMirrors } from '../../src/adapters/tickets/open.ts'
import { retryAfter } from '../../src/adapters/tickets/send.ts'
import { createWebhook } from '../../src/adapters/tickets/webhook.ts'
import { TICKET } from '../contracts/outside/tickets.contract.ts'

const JIRA = 'https://maple.atlassian.net'
const LABEL = 'chaperone-abcd1234-inc-2026-0001'
const settings = {
  url: JIRA,
  user: 'it@maple.example',
  token: 'secret',
  project: 'PRIV',
  installation: 'abcd1234',
}
const jira = createJira(settings)

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

/** What was asked, in order, as "METHOD path" and body. */
function watched() {
  const asked: [string, Record<string, unknown>][] = []
  const on = (method: 'POST' | 'PUT', path: string, status: number, body: unknown = '') =>
    nock(JIRA)
      .intercept(path, method)
      .basicAuth({ user: 'it@maple.example', pass: 'secret' })
      .reply(async (request: Request) => {
        asked.push([`${method} ${path}`, (await request.json()) as Record<string, unknown>])
        return [status, body as never]
      })
  return { asked, on }
}

describe('Jira', () => {
  it('gets an issue with a label of its own, a document and a table of the clocks', async () => {
    const { asked, on } = watched()
    on('POST', '/rest/api/3/issue', 201, { key: 'PRIV-7' })
    await jira.put(TICKET, { ref: null, begun: false })
    expect(asked).toMatchObject([
      [
        'POST /rest/api/3/issue',
        {
          fields: {
            project: { key: 'PRIV' },
            issuetype: { name: 'Task' },
            labels: ['chaperone', LABEL],
            summary: 'INC-2026-0001: In hand',
            description: {
              type: 'doc',
              version: 1,
              content: [
                { type: 'paragraph' },
                { type: 'paragraph' },
                { type: 'table' },
                { type: 'paragraph' },
              ],
            },
          },
        },
      ],
    ])
    expect(JSON.stringify(asked)).toContain('2027-01-19')
  })

  it('is asked for the label first where an answer was lost, and the issue that is there is brought up to date', async () => {
    const { asked, on } = watched()
    on('POST', '/rest/api/3/search/jql', 200, { issues: [{ key: 'PRIV-7' }] })
    on('PUT', '/rest/api/3/issue/PRIV-7', 204)
    expect(await jira.put(TICKET, { ref: null, begun: true })).toEqual({ ok: true, ref: 'PRIV-7' })
    expect(asked.map(([what]) => what)).toEqual([
      'POST /rest/api/3/search/jql',
      'PUT /rest/api/3/issue/PRIV-7',
    ])
    expect(asked[0]?.[1].jql).toBe(`project = "PRIV" AND labels = "${LABEL}" ORDER BY created ASC`)
  })

  it('gets a new issue where the lost try made none, and none while it cannot be asked', async () => {
    const { asked, on } = watched()
    on('POST', '/rest/api/3/search/jql', 200, { issues: [] })
    on('POST', '/rest/api/3/issue', 201, { key: 'PRIV-8' })
    expect(await jira.put(TICKET, { ref: null, begun: true })).toEqual({ ok: true, ref: 'PRIV-8' })
    on('POST', '/rest/api/3/search/jql', 503)
    expect(await jira.put(TICKET, { ref: null, begun: true })).toEqual({ ok: false, trouble: 'server_error' })
    expect(asked.map(([what]) => what)).toEqual([
      'POST /rest/api/3/search/jql',
      'POST /rest/api/3/issue',
      'POST /rest/api/3/search/jql',
    ])
  })

  it('gets its issue anew when somebody deleted it there', async () => {
    const { asked, on } = watched()
    on('PUT', '/rest/api/3/issue/PRIV-7', 404)
    // The index of the search may still name it.
    on('POST', '/rest/api/3/search/jql', 200, { issues: [{ key: 'PRIV-7' }] })
    on('POST', '/rest/api/3/issue', 201, { key: 'PRIV-9' })
    expect(await jira.put(TICKET, { ref: 'PRIV-7', begun: true })).toEqual({ ok: true, ref: 'PRIV-9' })
    expect(asked).toHaveLength(3)
  })

  it.each([
    ['no JSON', 'hello'],
    ['no key', '{"id":"1"}'],
    ['a key that leads elsewhere', '{"key":"../../../user"}'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('that answers with %s is not believed', async (_what, body) => {
    nock(JIRA).post('/rest/api/3/issue').reply(201, body)
    expect(await jira.put(TICKET, { ref: null, begun: false })).toEqual({ ok: false, trouble: 'unreadable' })
  })
})

describe('a webhook', () => {
  it('can prove who sent it and when, and sees the same key for the same state', async () => {
    const seen: { headers: Record<string, string>; body: string }[] = []
    nock('https://hooks.example')
      .post('/in')
      .times(2)
      .reply(async (request: Request) => {
        seen.push({ headers: Object.fromEntries(request.headers), body: await request.text() })
        return [204]
      })
    let now = 1_795_000_000_000
    const hook = createWebhook({
      url: 'https://hooks.example/in',
      secret: 'pst',
      installation: 'abcd1234',
      now: () => now,
    })
    await hook.put(TICKET, { ref: null, begun: false })
    now += 60_000
    await hook.put(TICKET, { ref: null, begun: true })
    for (const { headers, body } of seen) {
      const stamp = headers['x-chaperone-timestamp']
      const proof = `v1=${createHmac('sha256', 'pst').update(`v1:${stamp}:${body}`).digest('hex')}`
      expect(timingSafeEqual(Buffer.from(proof), Buffer.from(headers['x-chaperone-signature'] ?? ''))).toBe(
        true,
      )
      expect(headers['idempotency-key']).toBe('abcd1234.INC-2026-0001.3')
    }
    expect(seen.map(({ headers }) => headers['x-chaperone-timestamp'])).toEqual(['1795000000', '1795000060'])
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
      type: 'incident',
      number: 'INC-2026-0001',
      version: 3,
      status: 'taken',
    })
  })

  it('that has it already has it', async () => {
    nock('https://hooks.example').post('/in').reply(409)
    const hook = createWebhook({
      url: 'https://hooks.example/in',
      secret: 'pst',
      installation: 'a',
      now: Date.now,
    })
    expect(await hook.put(TICKET, { ref: null, begun: true })).toEqual({ ok: true, ref: null })
  })
})

describe('the places of the settings', () => {
  it('are none unless somebody names them', () => {
    const none = { jira: undefined, webhook: undefined, installation: 'a', now: Date.now }
    expect(openMirrors(none)).toEqual([])
    expect(counted([]).samples()).toEqual([])
  })

  it('are counted, with labels of closed lists', async () => {
    const { places, samples } = counted([jira])
    nock(JIRA).post('/rest/api/3/issue').reply(500)
    await places[0]?.put(TICKET, { ref: null, begun: false })
    nock(JIRA).post('/rest/api/3/issue').reply(429)
    await places[0]?.put(TICKET, { ref: null, begun: false })
    const failing = () => samples().find(({ type }) => type === 'gauge')?.value
    expect(failing()).toBe(2)
    nock(JIRA).post('/rest/api/3/issue').reply(201, { key: 'PRIV-1' })
    await places[0]?.put(TICKET, { ref: null, begun: false })
    expect(failing()).toBe(0)
    expect(
      samples()
        .filter(({ type }) => type === 'counter')
        .map(({ labels, value }) => [(labels as { outcome: string }).outcome, value]),
    ).toEqual([
      ['server_error', 1],
      ['limited', 1],
      ['ok', 1],
    ])
  })
})

describe('how long to wait', () => {
  const now = Date.parse('2026-11-21T15:00:00Z')
  it.each([
    [null, undefined],
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Sat, 21 Nov 2026 15:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 14:00:00 GMT', 0],
    ['99999999', 3_600_000],
    ['-5', 0],
    ['later', undefined],
  ])('%j is %j', (header, ms) => expect(retryAfter(header, now)).toBe(ms))
})
