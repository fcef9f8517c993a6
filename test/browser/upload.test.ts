import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createUploads, type Uploads } from '../../src/adapters/web/uploads.ts'
import type { Event } from '../../src/bot/event.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.stop())

const send = (headers: Record<string, string> = {}, body: Uint8Array | string = 'a picture') =>
  fetch(`${stage.url}/api/file`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', 'x-session': 'tab', 'x-name': 'caf%C3%A9.jpg', ...headers },
    body: body as string,
  })
const ask = (session: string, files: object[]) =>
  fetch(`${stage.url}/api/event`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session, body: { type: 'message', text: '', files } }),
  })

describe('a photo that the page hands in', () => {
  it('is asked about under its id, and what the page says of it besides is not believed', async () => {
    const { file } = (await (await send()).json()) as { file: { id: string } }
    expect(file).toMatchObject({ name: 'café.jpg', mime: 'image/jpeg', bytes: 9 })
    const answer = await ask('tab', [{ ...file, name: 'x', mime: 'text/html', bytes: 1 }])
    expect(answer.status).toBe(200)
    expect(stage.events.at(-1)?.body).toEqual({ type: 'message', text: '', files: [file] })
  })

  it('is nobody’s but of the tab that handed it in', async () => {
    const { file } = (await (await send()).json()) as { file: object }
    const answer = await ask('other', [file])
    expect([answer.status, await answer.json()]).toEqual([
      410,
      { error: { code: 'photo_gone', message: expect.stringContaining('choose them again') } },
    ])
  })

  it.each<[string, Record<string, string>, string | Uint8Array, number]>([
    ['no picture', { 'content-type': 'application/pdf' }, 'x', 415],
    ['a form of another site', { 'content-type': 'text/plain' }, 'x', 415],
    ['another site’s', { origin: 'https://evil.example' }, 'x', 403],
    ['one through a proxy', { 'x-forwarded-for': '203.0.113.9' }, 'x', 403],
    ['one of no session', { 'x-session': '../x' }, 'x', 400],
    ['an empty one', {}, '', 400],
    ['one of eleven megabytes', {}, new Uint8Array(11 * 1024 * 1024), 413],
    ['a name that is none', { 'x-name': '%E0%A4%A' }, 'x', 200],
  ])('%s gets one clear line', async (_what, headers, body, status) => {
    const answer = await send(headers, body)
    const { error } = (await answer.json()) as { error?: { message: string } }
    expect(answer.status).toBe(status)
    if (status !== 200) expect(error?.message).toMatch(/^[^\n]{10,}$/)
  })
})

describe('the place where photos wait', () => {
  const open = (): { ports: ReturnType<typeof fakePorts>; uploads: Uploads } => {
    const ports = fakePorts()
    return { ports, uploads: createUploads(ports.clock, ports.ids) }
  }
  const from = (session: string) => ({ place: { id: session } }) as Event

  it('forgets after a quarter of an hour, counted from the last time that somebody asked', async () => {
    const { ports, uploads } = open()
    const file = uploads.take('tab', { mime: 'image/png', name: undefined }, new Uint8Array(3))
    if (!file) throw new Error('no room')
    const read = () => uploads.read(file, from('tab'), { maxBytes: 10 })
    ports.wait(14 * 60_000)
    expect(await read()).toHaveLength(3)
    ports.wait(14 * 60_000)
    expect(await read()).toHaveLength(3)
    ports.wait(15 * 60_000)
    await expect(read()).rejects.toMatchObject({ code: 'file_unreachable' })
    await expect(uploads.read(file, from('other'), { maxBytes: 10 })).rejects.toMatchObject({
      code: 'file_unreachable',
    })
  })

  it('holds so much and no more: the oldest goes first', async () => {
    const { uploads } = open()
    const bytes = new Uint8Array(40 * 1024 * 1024)
    const taken = Array.from({ length: 5 }, () => uploads.take('tab', { mime: 'video/mp4' }, bytes)?.id ?? '')
    expect(taken.map((id) => uploads.find('tab', [id]) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
    expect(uploads.take('tab', { mime: 'video/mp4' }, new Uint8Array(200 * 1024 * 1024))).toBeUndefined()
  })

  it('hands out nothing larger than was asked for', async () => {
    const { uploads } = open()
    const file = uploads.take('tab', { mime: 'image/png' }, new Uint8Array(20))
    if (!file) throw new Error('no room')
    await expect(uploads.read(file, from('tab'), { maxBytes: 10 })).rejects.toMatchObject({
      code: 'file_refused',
    })
  })
})
