import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { peopleOf } from '../../src/adapters/teams/people.ts'
import { createTyping } from '../../src/adapters/teams/typing.ts'
import { Reply } from '../../src/bot/reply.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { readable } from './cards.ts'
import { activity, inChannel, openTeams, type TeamsRunning } from './running.ts'

const news = Reply.parse({ blocks: [{ type: 'text', text: 'Good morning' }], summary: 'Good morning' })

describe('where somebody can be reached', () => {
  let running: TeamsRunning
  beforeEach(async () => {
    running = await openTeams()
  })
  afterEach(() => running.close())
  const send = async (more: object) => {
    await running.post(activity(running.connector, 'desk', more))
    await running.settled()
  }
  const mornings = () =>
    running.connector.said.filter((one) => readable(one.activity).includes('Good morning')).length

  it('is forgotten when they take the app away, and nothing is sent there', async () => {
    await send({ text: 'help' })
    await send({ type: 'installationUpdate', action: 'remove' })
    const { calls } = running.connector
    expect(await running.teams.tell('desk', news)).toBe(false)
    expect(running.connector.calls).toBe(calls)
  })

  it('is known again when they bring it back, before they say a word', async () => {
    await send({ text: 'help' })
    await send({ type: 'installationUpdate', action: 'remove' })
    await send({ type: 'installationUpdate', action: 'add' })
    expect(await running.teams.tell('desk', news)).toBe(true)
    expect(mornings()).toBe(1)
  })

  it('stays when a team lets the app go', async () => {
    await send({ text: 'help' })
    await send({ ...inChannel, type: 'installationUpdate', action: 'remove' })
    expect(await running.teams.tell('desk', news)).toBe(true)
  })

  it('is written once in an hour, however much they say, and at once when it changes', async () => {
    let writes = 0
    const ports = fakePorts()
    const { dialogs } = ports.store
    const set: typeof dialogs.set = (...all) => {
      writes++
      return dialogs.set(...all)
    }
    const people = peopleOf({ ...dialogs, set }, ports.clock)
    const reference = {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/',
      bot: { id: '28:chaperone' },
      user: { id: '29:desk' },
      conversation: { id: 'a:desk' },
    }
    for (let said = 0; said < 5; said++) await people.keep('desk', reference)
    expect(writes).toBe(1)
    await people.keep('desk', { ...reference, conversation: { id: 'a:other' } })
    await people.keep('desk', { ...reference, conversation: { id: 'a:other' } }, true)
    ports.wait(61 * 60_000)
    await people.keep('desk', { ...reference, conversation: { id: 'a:other' } })
    expect(writes).toBe(4)
  })

  it('what must be said once is not said again after a crash behind it', async () => {
    await send({ text: 'help' })
    const key = 'digest:2026-11-21'
    expect(await running.teams.tell('desk', news, { key, again: false })).toBe(true)
    expect(await running.teams.tell('desk', news, { key, again: true })).toBe(true)
    expect(mornings()).toBe(1)
    expect(await running.teams.tell('desk', news, { key: 'digest:2026-11-22', again: true })).toBe(true)
    expect(mornings()).toBe(2)
  })

  it('what did not arrive is said again', async () => {
    await send({ text: 'help' })
    const key = 'digest:2026-11-21'
    running.connector.fail('a:desk', { status: 500 })
    expect(await running.teams.tell('desk', news, { key, again: false })).toBe(false)
    expect(await running.teams.tell('desk', news, { key, again: true })).toBe(true)
    expect(mornings()).toBe(1)
  })
})

describe('“Chaperone is typing”', () => {
  const HERE = {
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/',
    bot: { id: '28:chaperone' },
    user: { id: '29:desk' },
    conversation: { id: 'a:desk' },
  }
  /** Time passes as often as it is let pass. */
  function clock() {
    const waits: (() => void)[] = []
    return {
      pass: async () => {
        waits.shift()?.()
        await new Promise((resolve) => setImmediate(resolve))
      },
      sleep: (_ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve) => {
          waits.push(resolve)
          signal?.addEventListener('abort', () => resolve())
        }),
    }
  }

  it('shows while an answer takes its time, and no longer', async () => {
    const { pass, sleep } = clock()
    const shown: unknown[] = []
    const bot = { send: async (...all: unknown[]) => void shown.push(all) }
    let end: () => void = () => {}
    const work = new Promise<void>((resolve) => {
      end = resolve
    })
    createTyping(bot, { sleep })(HERE, work)
    await pass()
    expect(shown).toEqual([])
    await pass()
    expect(shown).toEqual([[HERE, [{ type: 'typing' }]]])
    for (let looks = 0; looks < 8; looks++) await pass()
    expect(shown).toHaveLength(2)
    end()
    for (let looks = 0; looks < 9; looks++) await pass()
    expect(shown).toHaveLength(2)
  })

  it('shows to each who waits, and goes on for one when the other is answered', async () => {
    const { pass, sleep } = clock()
    const shown: string[] = []
    const bot = { send: async ({ user }: typeof HERE) => void shown.push(user.id) }
    const typing = createTyping(bot, { sleep })
    let end: () => void = () => {}
    typing(HERE, new Promise<void>((resolve) => (end = resolve)))
    typing({ ...HERE, user: { id: '29:other' } }, new Promise(() => {}))
    await pass()
    await pass()
    expect(shown).toEqual(['29:desk', '29:other'])
    end()
    for (let looks = 0; looks < 8; looks++) await pass()
    expect(shown).toEqual(['29:desk', '29:other', '29:other'])
  })

  it('does not show for an answer that is there at once, and its failure is nobody’s', async () => {
    const { pass, sleep } = clock()
    let tries = 0
    const bot = { send: () => Promise.reject(new Error(`no ${++tries}`)) }
    const typing = createTyping(bot, { sleep })
    typing(HERE, Promise.reject(new Error('work failed')))
    for (let looks = 0; looks < 3; looks++) await pass()
    expect(tries).toBe(0)
    typing(HERE, new Promise(() => {}))
    for (let looks = 0; looks < 3; looks++) await pass()
    expect(tries).toBe(1)
  })
})
