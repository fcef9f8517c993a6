import { afterEach, describe, expect, it } from 'vitest'
import { actionsOf, readable } from './cards.ts'
import { activity, inChannel, openTeams, type TeamsRunning } from './running.ts'

let running: TeamsRunning
afterEach(() => running.close())
const said = (text: string, user = 'desk', more: object = {}) =>
  activity(running.connector, user, { text, ...more })

describe('one activity has one effect', () => {
  it('under twenty deliveries at once, and one a minute later', async () => {
    running = await openTeams()
    const one = said('Thank you, Sarah!')
    const answers = await Promise.all(Array.from({ length: 20 }, () => running.post(one)))
    await running.settled()
    running.ports.wait(60_000)
    answers.push(await running.post(one))
    await running.settled()
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(running.connector.said).toHaveLength(1)
    expect(running.ports.checks).toHaveLength(1)
  })

  it('even when the first try died: the retry is answered', async () => {
    let died = false
    running = await openTeams({
      wrap: (handle) => async (event, platform) => {
        if (died) return handle(event, platform)
        died = true
        throw new Error('the process fell over')
      },
    })
    const one = said('Thank you, Sarah!')
    await running.post(one)
    await running.settled()
    expect(running.connector.said).toEqual([])
    await running.post(one)
    await running.settled()
    expect(running.connector.said).toHaveLength(1)
  })
})

describe('nothing gets mixed up', () => {
  it('between two people', async () => {
    running = await openTeams()
    await Promise.all([
      running.post(said('Thank you, Sarah!', 'one')),
      running.post(said('Thank you, Maria!', 'two')),
    ])
    await running.settled()
    const got = running.connector.said.map(({ conversation, activity: one }) => {
      const text = readable(one)
      return `${conversation} ${['Sarah', 'Maria'].filter((word) => text.includes(word))}`
    })
    expect(got.sort()).toEqual(['a:one Sarah', 'a:two Maria'])
  })

  it('in the order in which one person wrote', async () => {
    running = await openTeams()
    const names = ['Sarah', 'Maria', 'Kevin', 'Linda', 'Brenda', 'Carol']
    for (const name of names) await running.post(said(`Thank you, ${name}!`))
    await running.settled()
    const order = running.connector.said.map(({ activity: one }) =>
      names.find((name) => readable(one).includes(name)),
    )
    expect(order).toEqual(names)
  })
})

describe('an answer arrives all the same', () => {
  it.each([412, 429, 502, 503, 504])('when Teams says %s twice', async (status) => {
    running = await openTeams()
    running.connector.fail('a:desk', { status, retryAfter: 1 }, { status })
    await running.post(said('Thank you, Sarah!'))
    await running.settled()
    expect(readable(running.connector.said.map((one) => one.activity))).toContain('Do not post this')
  })

  it('a press is acknowledged before the work', async () => {
    let go: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    running = await openTeams({
      wrap: (handle) => async (event, platform) => {
        await gate
        return handle(event, platform)
      },
    })
    const data = { chaperone: { does: 'press', action: 'check/help', value: '' } }
    const value = { action: { type: 'Action.Execute', verb: 'press', data } }
    const { status, body } = await running.post(
      activity(running.connector, 'desk', { type: 'invoke', name: 'adaptiveCard/action', value }),
    )
    expect([status, (body as { statusCode: number }).statusCode]).toEqual([200, 200])
    expect(running.connector.said).toEqual([])
    go()
    await running.settled()
    expect(running.connector.said.length).toBeGreaterThan(0)
  })

  it('edited and deleted messages are read by nobody', async () => {
    running = await openTeams()
    for (const type of ['messageUpdate', 'messageDelete'])
      expect((await running.post(said('Thank you, Sarah!', 'desk', { type }))).status).toBe(200)
    await running.settled()
    expect(running.connector.calls).toBe(0)
  })

  it('“Copy” brings the words alone, with no markup', async () => {
    running = await openTeams()
    await running.post(said('Thank you for the kind words! We take all feedback seriously.'))
    await running.settled()
    const copy = actionsOf(running.connector.said.at(-1)?.activity).find(
      ({ data }) => (data.chaperone as { does: string }).does === 'copy',
    )
    const value = { action: { type: 'Action.Execute', verb: 'copy', data: copy?.data } }
    await running.post(
      activity(running.connector, 'desk', { type: 'invoke', name: 'adaptiveCard/action', value }),
    )
    await running.settled()
    const last = running.connector.said.at(-1)?.activity
    expect([last?.text, last?.textFormat]).toEqual([
      'Thank you for the kind words! We take all feedback seriously.',
      'plain',
    ])
  })
})

it('no word that somebody typed is printed or logged, whatever breaks', async () => {
  const printed: unknown[] = []
  const own = { error: console.error, warn: console.warn, log: console.log }
  for (const name of ['error', 'warn', 'log'] as const) console[name] = (...all) => void printed.push(all)
  try {
    running = await openTeams()
    running.connector.fail('a:desk', ...Array.from({ length: 12 }, () => ({ status: 500 })))
    await running.post(said('Thank you, Sarah Brown!'))
    await running.post({ type: 'message', text: 'Thank you, Sarah Brown!' })
    await running.post(said('Sarah Brown', 'desk', { ...inChannel, entities: 'Sarah Brown' }))
    await running.settled()
  } finally {
    Object.assign(console, own)
  }
  expect(JSON.stringify(printed)).not.toContain('Sarah')
  expect(running.ports.logged()).not.toContain('Sarah')
  expect(running.ports.logged()).toContain('event failed')
})
