import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HELLO, NO_CHAT, POINTER } from '../../src/adapters/teams/copy.ts'
import { createTeams } from '../../src/adapters/teams/teams.ts'
import { Reply } from '../../src/bot/reply.ts'
import { actionsOf, readable, troubleWith } from './cards.ts'
import { activity, hasty, inChannel, mention, openTeams, type TeamsRunning } from './running.ts'

let running: TeamsRunning
beforeEach(async () => {
  running = await openTeams({ facts: { staff: ['Dr. Rivera'], name: 'Maple' } })
})
afterEach(async () => {
  expect(running.connector.mistakes).toEqual([])
  await running.close()
})
const CHANNEL = inChannel.conversation.id
const send = async (more: object, user = 'desk') => {
  const answer = await running.post(activity(running.connector, user, more))
  await running.settled()
  return answer
}
const heard = (place: string) =>
  readable(
    running.connector.said.filter(({ conversation }) => conversation === place).map((one) => one.activity),
  )
const asked = { ...inChannel, text: '<at>Chaperone</at> Thank you, Sarah!', entities: [mention] }

describe('an answer in a channel goes to whoever asked, and to nobody else', () => {
  it('into a chat that is opened for it, with a pointer that holds no words', async () => {
    await send(asked)
    expect(running.connector.opened).toEqual(['29:desk'])
    expect(heard('a:29:desk')).toContain('Sarah')
    expect(heard(CHANNEL)).toBe(POINTER)
  })

  it('into the chat that we have already', async () => {
    await send({ text: 'help' })
    await send(asked)
    expect(running.connector.opened).toEqual([])
    expect(heard('a:desk')).toContain('Sarah')
    expect(heard(CHANNEL)).toBe(POINTER)
  })

  it('and when there can be no such chat, a line says how to open one', async () => {
    running.connector.fail('new', { status: 403 })
    await send(asked)
    expect(heard(CHANNEL)).toBe(NO_CHAT)
    expect(running.connector.said).toHaveLength(1)
  })

  it('and when the chat is gone, a new one is opened', async () => {
    await send({ text: 'help' })
    running.connector.fail('a:desk', { status: 403 })
    await send(asked)
    expect(heard('a:29:desk')).toContain('Sarah')
  })

  it('a patient in talk among colleagues: the author alone is told, and nothing shows in the channel', async () => {
    await send({ ...inChannel, text: 'Maria Lopez MRN 884712 had her crown today' })
    expect(heard('a:29:desk')).toContain('Please delete it')
    expect(heard('a:29:desk')).not.toContain('Maria')
    expect(heard(CHANNEL)).toBe('')
  })

  it.each(['Lunch at 12?', 'Dr. Rivera is in room 3', ''])('talk is left alone: %s', async (text) => {
    await send({ ...inChannel, text })
    expect(running.connector.said).toEqual([])
  })

  it('a team that gets the app is told how to use it', async () => {
    await send({ ...inChannel, type: 'installationUpdate', action: 'add' })
    expect(heard(CHANNEL)).toBe(HELLO)
  })
})

describe('dialogs', () => {
  const fetchTask = (commandId: string, more: object = {}) =>
    send({
      ...inChannel,
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId, ...more },
    })

  it('“Check this message” answers in a dialog, and says nothing in the channel', async () => {
    const content = '<p>Thank you, Sarah!</p>'
    const { status, body } = await fetchTask('checkMessage', {
      messagePayload: { body: { contentType: 'html', content } },
    })
    expect(status).toBe(200)
    expect(readable(body)).toContain('Do not post this')
    expect(troubleWith(body)).toEqual([])
    expect(running.connector.said).toEqual([])
  })

  it('“Check a draft” opens a form, which is answered where it stands', async () => {
    const { body } = await fetchTask('checkDraft')
    const submit = actionsOf(body).find(({ data }) => (data.chaperone as { does: string }).does === 'form')
    expect(submit?.type).toBe('Action.Submit')
    const data = { ...submit?.data, '1.text': 'Thank you, Sarah!', '1.kind': 'review_reply' }
    const answer = await send({
      ...inChannel,
      type: 'invoke',
      name: 'composeExtension/submitAction',
      value: { commandId: 'checkDraft', data },
    })
    expect(readable(answer.body)).toContain('Do not post this')
    expect(running.connector.said).toEqual([])
  })

  it('a repeated invoke says that it was answered, and acts once', async () => {
    const value = { commandId: 'checkMessage', messagePayload: { body: { content: 'Thank you, Sarah!' } } }
    const invoke = activity(running.connector, 'desk', {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value,
    })
    await running.post(invoke)
    const { body } = await running.post(invoke)
    expect(readable(body)).toContain('answered this already')
    expect(running.ports.checks).toHaveLength(1)
  })

  it('an invoke that is none of ours is said to be unknown', async () => {
    expect((await send({ type: 'invoke', name: 'signin/verifyState', value: {} })).status).toBe(501)
  })
})

it('somebody else’s button opens nobody’s words', async () => {
  await send({ text: 'Thank you, Sarah!' })
  const button = actionsOf(running.connector.said.at(-1)?.activity).find(({ data }) =>
    JSON.stringify(data).includes('check/correct'),
  )
  expect(button).toBeDefined()
  const value = { action: { type: 'Action.Execute', verb: 'press', data: button?.data } }
  await send({ type: 'invoke', name: 'adaptiveCard/action', value }, 'other')
  expect(heard('a:other')).toContain('no words of yours for this')
  expect(heard('a:other')).not.toContain('Sarah')
})

describe('a message of our own accord', () => {
  const news = Reply.parse({ blocks: [{ type: 'text', text: 'Good morning' }], summary: 'Good morning' })

  it('reaches whoever has been here', async () => {
    await send({ text: 'help' })
    expect(await running.teams.tell('desk', news)).toBe(true)
    expect(heard('a:desk')).toContain('Good morning')
  })
  it('reaches them after a restart too', async () => {
    await send({ text: 'help' })
    const { ports } = running
    const { log, store } = ports
    const reborn = createTeams({
      handle: async () => 'silent',
      clock: hasty(ports),
      ids: ports.ids,
      log,
      dialogs: store.dialogs,
      registration: undefined,
    })
    expect(await reborn.tell('desk', news)).toBe(true)
    expect(heard('a:desk')).toContain('Good morning')
  })
  it('reaches nobody whom we never met', async () => {
    expect(await running.teams.tell('stranger', news)).toBe(false)
    expect(running.connector.said).toEqual([])
  })
  it('is given up when the app was taken away, and nothing breaks', async () => {
    await send({ text: 'help' })
    running.connector.fail('a:desk', { status: 403 })
    running.connector.fail('new', { status: 403 })
    expect(await running.teams.tell('desk', news)).toBe(false)
  })
})
