import type { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { learnSelf } from '../../../src/adapters/slack/self.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'

/** Who Chaperone is to Slack, when Slack could not be asked at first. */
const event = { type: 'event_callback', authorizations: [{ user_id: 'UFROMEVENT', team_id: 'T1' }] }

function learning(...answers: (object | Error)[]) {
  const ports = fakePorts()
  let asked = 0
  const test = async () => {
    const answer = answers[asked++]
    if (answer instanceof Error) throw answer
    return { ok: true, ...answer }
  }
  const client = { auth: { test } } as unknown as WebClient
  return { ports, self: learnSelf(client, ports.clock, ports.log), asked: () => asked }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('who we are', () => {
  it('is what Slack says, workspace and organization as well', async () => {
    const { self } = learning({ user_id: 'UBOT', team_id: 'T1', enterprise_id: 'E1' })
    await self.ask()
    expect(self.now(event)).toEqual({ user: 'UBOT', team: 'T1', enterprise: 'E1' })
  })

  it('is what an event says of us while Slack has trouble, and asked again after a minute, once', async () => {
    const { self, ports, asked } = learning(new Error('no way there'), { user_id: 'UBOT', team_id: 'T1' })
    await self.ask()
    expect(self.now(event)).toEqual({ user: 'UFROMEVENT' })
    expect(asked()).toBe(1)
    ports.wait(60_000)
    for (let n = 0; n < 3; n++) self.now(event)
    await settled()
    expect(asked()).toBe(2)
    expect(self.now(event)).toEqual({ user: 'UBOT', team: 'T1', enterprise: undefined })
  })

  it.each([undefined, null, 'text', { authorizations: {} }, { authorizations: [{ user_id: 7 }] }])(
    'is nobody where nothing says so: %j',
    (payload) => {
      expect(learning(new Error('no way there')).self.now(payload)).toEqual({ user: '' })
    },
  )
})
