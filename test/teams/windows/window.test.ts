import { afterEach, describe, expect, it } from 'vitest'
import type { Practice } from '../../../src/bot/practice.ts'
import type { PracticeFacts } from '../../../src/rules/facts.ts'
import { type Action, actionsOf, cardsOf, readable, troubleWith } from '../cards.ts'
import { activity, openTeams, type TeamsRunning } from '../running.ts'

const PEOPLE: Pick<Practice, 'people'> = {
  people: [{ surface: 'teams', id: 'mia', roles: ['privacy officer'] }],
}

let running: TeamsRunning
afterEach(async () => {
  expect(running.connector.mistakes).toEqual([])
  await running.close()
})
const open = async () => {
  running = await openTeams({ facts: PEOPLE as PracticeFacts })
}
const send = async (more: object, user = 'desk') => {
  const answer = await running.post(activity(running.connector, user, more))
  await running.settled()
  return answer.body
}
const last = () => running.connector.said.at(-1)?.activity
const press = (within: unknown, title: string): Action => {
  const found = actionsOf(within).find((one) => one.title === title)
  if (!found) throw new Error(`no button “${title}”; there is ${actionsOf(within).map((one) => one.title)}`)
  return found
}
const inWindow = async (shown: unknown, title: string, filled: Record<string, string> = {}) => {
  const { data } = press(shown, title)
  const { fields = '' } = data.chaperone as { fields?: string }
  const values = Object.fromEntries(
    Object.entries(filled).map(([name, value]) => [`${fields}${name}`, value]),
  )
  const body = await send({ type: 'invoke', name: 'task/submit', value: { data: { ...data, ...values } } })
  expect(troubleWith(body)).toEqual([])
  return body
}
const opened = async () => {
  await send({ text: 'I posted something by accident' })
  const { data, type } = press(last(), 'Answer in a window')
  expect([type, data.msteams]).toEqual(['Action.Submit', { type: 'task/fetch' }])
  return send({ type: 'invoke', name: 'task/fetch', value: { data } })
}

describe('the guided report', () => {
  it('goes on in a window: the same question, and nothing more in the chat', async () => {
    await open()
    const shown = await opened()
    expect(readable(shown)).toContain('is it still up?')
    expect(running.connector.said).toHaveLength(1)
    // Nobody is in two windows at once.
    expect(actionsOf(shown).map(({ title }) => title)).not.toContain('Answer in a window')
  })

  it('says in the window what it could not read, and asks again', async () => {
    await open()
    let shown = await inWindow(await opened(), 'No, it is gone')
    for (let skipped = 0; skipped < 5; skipped++) shown = await inWindow(shown, 'Skip this')
    expect(readable(shown)).toContain('How many patients')
    const form = actionsOf(shown).find(({ data }) => (data.chaperone as { does: string }).does === 'form')
    shown = await inWindow(shown, form?.title ?? '', { count: 'a few' })
    expect(readable(shown)).toMatch(/I did not get that number[\s\S]*How many patients/)
    shown = await inWindow(shown, form?.title ?? '', { count: '3' })
    expect(readable(shown)).toContain('Who could see it')
    expect(running.connector.said).toHaveLength(1)
  })

  it('and its end stands in the chat too, since a window closes', async () => {
    await open()
    let shown = await inWindow(await opened(), 'No, it is gone')
    for (let skipped = 0; skipped < 9; skipped++) shown = await inWindow(shown, 'Skip this')
    shown = await inWindow(shown, 'Send it')
    expect(readable(shown)).toContain('INC-2026-0001')
    await running.settled()
    expect(readable(last())).toContain('INC-2026-0001')
  })

  it('where a client has no windows, the press brings the question as a card', async () => {
    await open()
    await send({ text: 'I posted something by accident' })
    const { data } = press(last(), 'Answer in a window')
    await send({ value: data })
    expect(running.connector.said).toHaveLength(2)
    expect(readable(last())).toContain('is it still up?')
  })
})

describe('a card that comes up to date by itself', () => {
  /** A report by the desk, and the card that the privacy officer opens. */
  async function ticket(): Promise<unknown> {
    await open()
    let shown = await inWindow(await opened(), 'No, it is gone')
    for (let skipped = 0; skipped < 9; skipped++) shown = await inWindow(shown, 'Skip this')
    await inWindow(shown, 'Send it')
    await send({ text: '/incident INC-2026-0001' }, 'mia')
    return last()
  }
  const refreshOf = (message: unknown) =>
    (cardsOf(message)[0] as { refresh?: { action: Action; userIds: string[] } }).refresh
  const look = (message: unknown, user: string) =>
    send(
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { trigger: 'automatic', action: refreshOf(message)?.action },
      },
      user,
    )

  it('for whoever got it, and for nobody else', async () => {
    expect(refreshOf(await ticket())?.userIds).toEqual(['29:mia'])
  })

  it('shows in its place how things stand now, and says nothing in the chat', async () => {
    const shown = await ticket()
    const take = actionsOf(shown).find(({ data }) => JSON.stringify(data).includes('.take'))
    await send({ type: 'invoke', name: 'adaptiveCard/action', value: { action: take } }, 'mia')
    const before = running.connector.said.length
    const body = (await look(shown, 'mia')) as { statusCode: number; type: string; value: object }
    expect([body.statusCode, body.type]).toEqual([200, 'application/vnd.microsoft.card.adaptive'])
    expect(readable(body.value)).not.toBe(readable(shown))
    expect(troubleWith(body)).toEqual([])
    expect(running.connector.said).toHaveLength(before)
  })

  it('somebody without the role sees none of it', async () => {
    const shown = await ticket()
    const words = readable((await look(shown, 'stranger')) as object)
    expect(words).not.toContain('Report 1')
    expect(words).not.toBe('')
  })
})
