import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Turn } from './service.ts'
import { handClock, KEY, stage, TYPED } from './stage.ts'

const FOUND = { noticed: [{ category: 'mosaic', quote: 'so brave' }] }
const GOOD: Turn = { says: FOUND }
const open: (() => Promise<void>)[] = []
const opened = async (...args: Parameters<typeof stage>) => {
  const one = await stage(...args)
  open.push(one.close)
  return one
}
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

describe('whatever the service says, the answer is a value or a reason', () => {
  it.each<[string, Turn, string]>([
    ['a refusal', { raw: '', stop: 'refusal' }, 'refused'],
    ['a refusal that begins to answer', { raw: '{"noticed":[]}', stop: 'refusal' }, 'refused'],
    ['an answer that was cut off', { raw: '{"noticed":[{"cat', stop: 'max_tokens' }, 'invalid'],
    ['a whole answer that counts as cut off', { says: FOUND, stop: 'max_tokens' }, 'invalid'],
    ['a pause', { says: FOUND, stop: 'pause_turn' }, 'invalid'],
    ['no JSON', { raw: 'Sure! Here is what I noticed.' }, 'invalid'],
    ['JSON with a preface', { raw: `Sure: ${JSON.stringify(FOUND)}` }, 'invalid'],
    ['an empty text', { raw: '' }, 'invalid'],
    ['null', { raw: 'null' }, 'invalid'],
    ['another shape', { says: { noticed: 'all of it' } }, 'invalid'],
    ['a category of its own', { says: { noticed: [{ category: 'fine', quote: 'so brave' }] } }, 'invalid'],
    ['a page of a proxy', { body: '<html>sign in</html>', type: 'text/html' }, 'invalid'],
    ['an empty body', { body: '' }, 'down'],
    ['half a body', { body: '{"id": "msg_1", "content": [' }, 'down'],
    ['a message without content', { body: '{"id":"msg_1"}' }, 'invalid'],
    ['a wrong key', { status: 401 }, 'down'],
    ['a request that is too large', { status: 413 }, 'down'],
    ['a line that is cut', { drops: true }, 'down'],
  ])('%s', async (_, turn, why) => {
    const { judge } = await opened([turn], { clock: handClock().clock })
    expect(await judge()).toEqual({ ok: false, why })
  })

  it.each(['before', 'inside'] as const)('one that hangs %s its answer is slow', async (hangs) => {
    const { judge } = await opened([{ hangs }], { deadlineMs: 60 })
    expect(await judge()).toEqual({ ok: false, why: 'slow' })
  })

  it('one that is not there is down', async () => {
    const { judge, service } = await opened([GOOD], { clock: handClock().clock })
    await service.close()
    expect(await judge()).toEqual({ ok: false, why: 'down' })
  })

  it('a redirect is not followed: neither key nor words go to another address', async () => {
    const other = await opened([GOOD])
    const { judge } = await opened(
      [{ status: 307, headers: { location: `${other.service.url}/v1/messages` } }],
      { clock: handClock().clock },
    )
    expect(await judge()).toEqual({ ok: false, why: 'down' })
    expect(other.service.calls).toEqual([])
  })
})

describe('trying again', () => {
  it.each([429, 500, 503, 529])('after %d it asks once more, and takes the answer', async (status) => {
    const { judge, service } = await opened([{ status }, GOOD], { clock: handClock().clock })
    expect(await judge()).toMatchObject({ ok: true })
    expect(service.calls).toHaveLength(2)
  })

  it('waits for as long as the service asks', async () => {
    const { clock, slept } = handClock()
    const { judge } = await opened([{ status: 429, headers: { 'retry-after': '2' } }, GOOD], { clock })
    expect(await judge()).toMatchObject({ ok: true })
    expect(slept).toEqual([2000])
  })

  it('gives up at once when it is asked to wait longer than anybody here can', async () => {
    const { clock, slept, wait } = handClock()
    const { judge, service } = await opened([{ status: 429, headers: { 'retry-after': '90' } }, GOOD], {
      clock,
    })
    expect(await judge()).toEqual({ ok: false, why: 'down' })
    wait(80_000)
    expect(await judge()).toEqual({ ok: false, why: 'down' })
    expect(service.calls).toHaveLength(1)
    wait(10_000)
    expect(await judge()).toMatchObject({ ok: true })
    expect(slept).toEqual([])
  })

  it('asks three times at most', async () => {
    const { judge, service } = await opened([{ status: 529 }], { clock: handClock().clock })
    expect(await judge()).toEqual({ ok: false, why: 'down' })
    expect(service.calls).toHaveLength(3)
  })

  it('does not repeat what would fail again', async () => {
    const { judge, service } = await opened([{ status: 400 }], { clock: handClock().clock })
    await judge()
    expect(service.calls).toHaveLength(1)
  })
})

describe('a service that fails is left alone for a while', () => {
  it('after three failures nobody waits for it, then one asks for all', async () => {
    const { clock, wait } = handClock()
    const bad: Turn = { status: 400 }
    const { judge, service } = await opened([bad, bad, bad, bad, GOOD], { clock })
    for (let i = 0; i < 5; i++) expect(await judge()).toEqual({ ok: false, why: 'down' })
    expect(service.calls).toHaveLength(3)
    wait(60_000)
    expect(await judge()).toEqual({ ok: false, why: 'down' })
    expect(await judge()).toEqual({ ok: false, why: 'down' })
    expect(service.calls).toHaveLength(4)
    wait(60_000)
    expect(await judge()).toMatchObject({ ok: true })
    expect(await judge()).toMatchObject({ ok: true })
    expect(service.calls).toHaveLength(6)
  })

  it('a wrong key is not tried again with each draft', async () => {
    const { judge, service } = await opened([{ status: 401 }], { clock: handClock().clock })
    for (let i = 0; i < 4; i++) await judge()
    expect(service.calls).toHaveLength(1)
  })

  it('refusals are answers: they close nothing', async () => {
    const { judge, service } = await opened([{ raw: '', stop: 'refusal' }])
    for (let i = 0; i < 5; i++) expect(await judge()).toEqual({ ok: false, why: 'refused' })
    expect(service.calls).toHaveLength(5)
  })
})

describe('many at once', () => {
  it('four ask, the others wait in line, and all are answered', async () => {
    const { judge, service } = await opened([GOOD])
    const told = await Promise.all(Array.from({ length: 20 }, judge))
    expect(told.filter(({ ok }) => ok)).toHaveLength(20)
    expect(service.calls).toHaveLength(20)
  })

  it('no more than four are under way, and a line that is too long is down', async () => {
    const { claude, judge, service } = await opened([{ hangs: 'before' }])
    const all = Promise.all(Array.from({ length: 50 }, judge))
    await service.reached(4)
    claude.stop()
    const told = await all
    expect(service.calls).toHaveLength(4)
    expect(told.every((one) => !one.ok && one.why === 'down')).toBe(true)
  })
})

it('what is under way ends when Chaperone stops', async () => {
  const { claude, judge, service } = await opened([{ hangs: 'inside' }])
  const waiting = judge()
  await service.reached(1)
  claude.stop()
  expect(await waiting).toEqual({ ok: false, why: 'down' })
})

describe('nothing that somebody typed is said anywhere', () => {
  it.each<[string, Turn]>([
    ['an error that quotes it', { status: 400 }],
    ['an answer that cannot be read', { raw: TYPED }],
    ['a refusal', { raw: TYPED, stop: 'refusal' }],
  ])('after %s', async (_, turn) => {
    // The loudest that the SDK can be made from outside.
    vi.stubEnv('ANTHROPIC_LOG', 'debug')
    const spoken: unknown[] = []
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => void spoken.push(words)),
    )
    const { judge, logged } = await opened([turn])
    const told = await judge()
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
    expect(spoken).toEqual([])
    expect(JSON.stringify(told)).not.toMatch(/Zyx|Canary|brave/)
    expect(logged()).toMatch(/"model unavailable".*"model_(?:down|invalid|refused)"/)
    expect(logged()).not.toMatch(/Zyx|Canary|brave/)
    expect(logged()).not.toContain(KEY)
  })
})
