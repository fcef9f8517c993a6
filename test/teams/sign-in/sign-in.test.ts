import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import nock from 'nock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bytesOf } from '../../surfaces/fake-vision.ts'
import { readable } from '../cards.ts'
import { activity, openTeams, type TeamsRunning } from '../running.ts'

const APP = '11111111-2222-3333-4444-555555555555'
const TENANT = '99999999-2222-3333-4444-555555555555'
const ISSUER = 'https://api.botframework.com'
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 })
const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 })

let running: TeamsRunning
beforeAll(async () => {
  nock.disableNetConnect()
  nock.enableNetConnect('127.0.0.1')
  const jwk = KEYS.publicKey.export({ format: 'jwk' })
  nock('https://login.botframework.com')
    .persist()
    .get('/v1/.well-known/openidconfiguration')
    .reply(200, { issuer: ISSUER, jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' })
    .get('/v1/.well-known/keys')
    .reply(200, { keys: [{ ...jwk, kid: 'ours', use: 'sig', endorsements: ['msteams'] }] })
  // What we answer with needs a token of ours; the tenant's own sign-in hands it out.
  nock('https://login.microsoftonline.com')
    .persist()
    .get(/.*/)
    .reply(200, (uri: string) => metadata(uri))
    .post(/\/oauth2\/v2\.0\/token/)
    .reply(200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'out' })
  running = await openTeams({ registration: { appId: APP, password: 'a-secret', tenantId: TENANT } })
})
afterAll(async () => {
  await running.close()
  nock.cleanAll()
  nock.enableNetConnect()
})

function metadata(uri: string): object {
  const base = `https://login.microsoftonline.com/${TENANT}`
  if (uri.includes('discovery/instance'))
    return {
      tenant_discovery_endpoint: `${base}/v2.0/.well-known/openid-configuration`,
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: ['login.microsoftonline.com'],
        },
      ],
    }
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  }
}

beforeEach(() => {
  running.replies.length = 0
})

const seconds = () => Math.floor(Date.now() / 1000)
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function good(): Record<string, unknown> {
  return {
    iss: ISSUER,
    aud: APP,
    exp: seconds() + 600,
    nbf: seconds() - 60,
    serviceurl: running.connector.serviceUrl,
  }
}

function token(claims: object = {}, header: object = {}, key: KeyObject = KEYS.privateKey): string {
  const body = `${part({ alg: 'RS256', typ: 'JWT', kid: 'ours', ...header })}.${part({ ...good(), ...claims })}`
  return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`
}

function unsigned(): string {
  return `${part({ alg: 'none', typ: 'JWT', kid: 'ours' })}.${part(good())}.`
}

/** The oldest trick: our public key, which everybody has, as the secret of a symmetric signature. */
function symmetric(): string {
  const secret = KEYS.publicKey.export({ type: 'spki', format: 'pem' })
  const body = `${part({ alg: 'HS256', typ: 'JWT', kid: 'ours' })}.${part(good())}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

function tampered(): string {
  const [head, , signature] = token().split('.')
  return `${head}.${part({ ...good(), exp: seconds() + 99_999 })}.${signature}`
}

const ours = {
  conversation: { id: 'a:desk', conversationType: 'personal', tenantId: TENANT },
  channelData: {},
}
const theirs = (tenantId?: string) => ({
  conversation: { id: 'a:desk', conversationType: 'personal', ...(tenantId ? { tenantId } : {}) },
  channelData: {},
})
const said = (more: object = ours) =>
  activity(running.connector, 'desk', { text: 'Thank you, Sarah!', ...more })

describe('who may speak for Teams', () => {
  it('whoever holds a token of Microsoft for this app, and the answer carries one of ours', async () => {
    const { status } = await running.post(said(), { authorization: `Bearer ${token()}` })
    await running.settled()
    expect(status).toBe(200)
    const [answer] = running.connector.said
    expect(readable(answer?.activity)).toContain('Do not post this')
    expect(answer?.authorization).toBe('Bearer out')
    running.connector.said.length = 0
    running.replies.length = 0
  })

  it('and a photo is fetched with our token for the service that keeps it', async () => {
    const service = nock('https://smba.trafficmanager.net', { reqheaders: { authorization: 'Bearer out' } })
      .get('/amer/v3/attachments/1/views/original')
      .reply(200, Buffer.from(bytesOf('lobby-with-face.jpg')), { 'content-type': 'image/jpeg' })
    const contentUrl = 'https://smba.trafficmanager.net/amer/v3/attachments/1/views/original'
    const attachments = [{ contentType: 'image/*', contentUrl, name: 'lobby.jpg' }]
    await running.post(said({ ...ours, text: '', attachments }), { authorization: `Bearer ${token()}` })
    await running.settled()
    expect(service.isDone()).toBe(true)
    expect(readable(running.connector.said.map((one) => one.activity))).toContain('Possibly a face')
    running.connector.said.length = 0
    running.replies.length = 0
  })

  it.each<[string, () => string | undefined]>([
    ['no token', () => undefined],
    ['an empty one', () => ''],
    ['garbage', () => 'Bearer garbage'],
    ['three parts of garbage', () => 'Bearer a.b.c'],
    ['another scheme', () => `Basic ${token()}`],
    ['a token that has expired', () => `Bearer ${token({ exp: seconds() - 3600, nbf: seconds() - 7200 })}`],
    ['a token for later', () => `Bearer ${token({ nbf: seconds() + 3600, exp: seconds() + 7200 })}`],
    ['a token without an end', () => `Bearer ${token({ exp: undefined })}`],
    ['another issuer', () => `Bearer ${token({ iss: 'https://evil.example' })}`],
    ['no issuer', () => `Bearer ${token({ iss: undefined })}`],
    ['another app', () => `Bearer ${token({ aud: '22222222-2222-3333-4444-555555555555' })}`],
    ['no app', () => `Bearer ${token({ aud: undefined })}`],
    ['alg none', () => `Bearer ${unsigned()}`],
    ['HS256 with the public key', () => `Bearer ${symmetric()}`],
    ['another key under a known name', () => `Bearer ${token({}, {}, STRANGER.privateKey)}`],
    ['an unknown key', () => `Bearer ${token({}, { kid: 'other' }, STRANGER.privateKey)}`],
    ['no key named', () => `Bearer ${token({}, { kid: undefined })}`],
    ['claims that were changed', () => `Bearer ${tampered()}`],
    ['another service', () => `Bearer ${token({ serviceurl: 'https://evil.example/' })}`],
    ['no service', () => `Bearer ${token({ serviceurl: undefined })}`],
    [
      'a skill of somebody else',
      () =>
        `Bearer ${token({ ver: '2.0', azp: '33333333-2222-3333-4444-555555555555', iss: `https://login.microsoftonline.com/${TENANT}/v2.0` })}`,
    ],
  ])('%s: 401, and nothing happens', async (_name, make) => {
    const authorization = make()
    const calls = running.connector.calls
    const { status } = await running.post(said(), authorization === undefined ? {} : { authorization })
    await running.settled()
    expect(status).toBe(401)
    expect(running.replies).toHaveLength(0)
    expect(running.connector.calls).toBe(calls)
  })

  it('a token that was good is good for the service that it names, and for no other', async () => {
    const authorization = `Bearer ${token()}`
    expect((await running.post(said(), { authorization })).status).toBe(200)
    expect((await running.post(said(), { authorization })).status).toBe(200)
    await running.settled()
    const { calls } = running.connector
    const elsewhere = said({ ...ours, serviceUrl: 'https://evil.example/' })
    expect((await running.post(elsewhere, { authorization })).status).toBe(401)
    await running.settled()
    expect(running.connector.calls).toBe(calls)
  })

  it.each<[string, object]>([
    ['another practice’s Teams', theirs('88888888-2222-3333-4444-555555555555')],
    ['a place of no tenant', theirs()],
  ])('%s: nothing happens', async (_name, place) => {
    const authorization = `Bearer ${token()}`
    await running.post(said(place), { authorization })
    const value = {
      action: { type: 'Action.Execute', data: { chaperone: { does: 'press', action: 'check/help' } } },
    }
    const invoke = said({ ...place, type: 'invoke', name: 'adaptiveCard/action', value })
    expect((await running.post(invoke, { authorization })).status).toBe(403)
    await running.settled()
    expect(running.replies).toHaveLength(0)
  })
})

describe('a test client without sign-in', () => {
  it.each<[string, Record<string, string>, object, number]>([
    ['a page of another site', { origin: 'https://evil.example' }, {}, 403],
    ['through a proxy', { 'x-forwarded-for': '203.0.113.9' }, {}, 403],
    ['a body that is no JSON by its type', { 'content-type': 'text/plain' }, {}, 400],
    ['answers for another machine', {}, { serviceUrl: 'https://evil.example/' }, 200],
  ])('%s: nothing happens', async (_name, headers, more, expected) => {
    const open = await openTeams()
    const { status } = await open.post(
      activity(open.connector, 'desk', { text: 'Thank you, Sarah!', ...more }),
      headers,
    )
    await open.settled()
    expect([status, open.replies, open.connector.calls]).toEqual([expected, [], 0])
    await open.close()
  })

  it.each<[string, RequestInit, number]>([
    ['GET', { method: 'GET' }, 405],
    ['half a body', { method: 'POST', body: '{"type":' }, 400],
    ['a list', { method: 'POST', body: '[]' }, 400],
    [
      'a body of 300 KB',
      { method: 'POST', body: JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }) },
      413,
    ],
  ])('%s: refused without a word', async (_name, init, expected) => {
    const open = await openTeams()
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(open.url, { headers, ...init })
    expect([response.status, await response.text()]).toEqual([expected, ''])
    await open.close()
  })
})
