import nock from 'nock'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSignIn } from '../../../src/adapters/teams/sign-in/sign-in.ts'

const APP = '11111111-2222-4333-8444-555555555555'
const TENANT = '99999999-2222-4333-8444-555555555555'

beforeAll(() => nock.disableNetConnect())
afterAll(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

it('a managed identity signs in with no password: the Azure resource itself is asked', async () => {
  const asked: string[] = []
  // Where every Azure machine finds its own identity.
  nock('http://169.254.169.254')
    .persist()
    .get((uri) => asked.push(uri) > 0)
    .reply(200, {
      access_token: 'managed',
      expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      token_type: 'Bearer',
      resource: 'x',
    })
  const signIn = createSignIn({ appId: APP, tenantId: TENANT, password: undefined }, Date)
  expect(await signIn.token()).toBe('managed')
  const last = decodeURIComponent(asked.at(-1) ?? '')
  expect(last).toContain(`client_id=${APP}`)
  expect(last).toContain('resource=https://api.botframework.com')
  const { length } = asked
  expect(await signIn.token()).toBe('managed')
  expect(asked).toHaveLength(length)
})

it('and whoever writes to us is looked at all the same', async () => {
  const signIn = createSignIn({ appId: APP, tenantId: TENANT, password: undefined }, Date)
  const answer = (header: string) => signIn.verify(header, { channelId: 'msteams' }).catch(String)
  // Turned away for what it is, and not because something broke on the way.
  for (const header of ['', 'Bearer a.b.c'])
    expect(await answer(header)).toMatch(/^Symbol\(refused\)$|401|[Uu]nauth/)
})
