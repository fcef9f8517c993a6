import { afterEach, describe, expect, it } from 'vitest'
import { itemsOf } from '../../src/adapters/claude/items.ts'
import { ClaimSaid } from '../../src/adapters/claude/tasks.ts'
import type { Claim } from '../../src/bot/model/model.ts'
import type { Turn } from './service.ts'
import { eventsOf } from './sse.ts'
import { handClock, stage, TYPED } from './stage.ts'

const claim = (says: string): Claim => ({
  says,
  article: 'an-article',
  quote: 'Ask for the signed form first.',
})
const CLAIMS = [claim('Yes, with a “form”.'), claim('Zoë 🦷 says: \\"no\\" ]} {['), claim('Ask first.')]
const SAID = { claims: CLAIMS }
const TEXT = JSON.stringify(SAID)
const READING = { id: 'an-article', title: 'A title', text: 'Ask for the signed form first.' }

const open: (() => Promise<void>)[] = []
async function asked(
  turns: readonly Turn[],
  more: Parameters<typeof stage>[1] = { clock: handClock().clock },
) {
  const one = await stage(turns, more)
  open.push(one.close)
  const heard: Claim[] = []
  return {
    ...one,
    heard,
    ask: (hear = (one: Claim) => void heard.push(one)) => one.claude.answer(TYPED, [READING], hear),
  }
}
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

describe('an answer that somebody hears', () => {
  it('tells each claim while the rest is not even written', async () => {
    const bytes = Buffer.from(eventsOf(TEXT, 'end_turn').split('Ask f')[0] as string).length
    const enough = Promise.withResolvers<void>()
    const { ask, service } = await asked([
      { says: SAID, streamed: { after: bytes - 60, waits: enough.promise } },
    ])
    const heard: Claim[] = []
    const told = ask((one) => {
      heard.push(one)
      // The service goes on only now.
      if (heard.length === 2) enough.resolve()
    })
    await enough.promise
    expect(heard).toEqual(CLAIMS.slice(0, 2))
    expect(await told).toEqual({ ok: true, value: CLAIMS })
    expect(heard).toEqual(CLAIMS)
    expect(service.calls).toHaveLength(1)
    expect(service.mistakes).toEqual([])
  })

  it.each([1, 2, 3, 50, 5000])('is the same in pieces of %d', async (piece) => {
    const { ask, heard } = await asked([{ says: SAID, streamed: { piece } }])
    expect(await ask()).toEqual({ ok: true, value: CLAIMS })
    expect(heard).toEqual(CLAIMS)
  })

  it('asks for the same as one that is not heard, and to be streamed', async () => {
    const { ask, claude, service } = await asked([{ says: SAID }])
    await claude.answer('q', [READING])
    await ask()
    const [whole, streamed] = service.calls.map(({ body }) => body)
    expect(whole).not.toHaveProperty('stream')
    expect(streamed).toEqual({ ...whole, stream: true, messages: streamed?.messages })
  })

  it('is counted as any other', async () => {
    const { ask, claude } = await asked([{ says: SAID }])
    await ask()
    expect(claude.counts()).toEqual([
      { of: 'tokens', task: 'answer', as: 'input', value: 10 },
      { of: 'tokens', task: 'answer', as: 'cached', value: 3 },
      { of: 'tokens', task: 'answer', as: 'output', value: 10 },
      { of: 'calls', task: 'answer', as: 'ok', value: 1 },
    ])
  })

  it.each([429, 500, 529])('is asked for again after %d: nothing of it was said', async (status) => {
    const { ask, heard, service } = await asked([{ status }, { says: SAID }])
    expect(await ask()).toEqual({ ok: true, value: CLAIMS })
    expect(heard).toEqual(CLAIMS)
    expect(service.calls).toHaveLength(2)
  })

  it.each(['drops', 'ends', 'fails'] as const)(
    'is not asked for again once it began: when it %s, what was heard stays',
    async (ending) => {
      const { ask, heard, service, logged } = await asked([{ says: SAID, streamed: { after: 900, ending } }])
      expect(await ask()).toEqual({ ok: false, why: 'down' })
      expect(CLAIMS.slice(0, heard.length)).toEqual(heard)
      expect(service.calls).toHaveLength(1)
      expect(logged()).toContain('model_down')
      expect(logged()).not.toMatch(/Zyx|Canary|brave|form/)
    },
  )

  it.each<[string, Turn, string]>([
    ['a refusal after it began', { says: SAID, stop: 'refusal' }, 'refused'],
    ['one that ran out of room', { says: SAID, stop: 'max_tokens' }, 'invalid'],
    ['a comma too many', { raw: TEXT.replace(/\]\}$/, ',]}') }, 'invalid'],
    ['words behind it', { raw: `${TEXT} I hope that helps.` }, 'invalid'],
    ['a claim of another shape at its end', { says: { claims: [...CLAIMS, { says: 1 }] } }, 'invalid'],
  ])('%s is no answer, and its claims were heard', async (_, turn, why) => {
    const { ask, heard } = await asked([turn])
    expect(await ask()).toEqual({ ok: false, why })
    expect(heard).toEqual(CLAIMS)
  })

  it.each<[string, Turn, string]>([
    ['a preface', { raw: `Sure: ${TEXT}` }, 'invalid'],
    ['an empty text', { raw: '' }, 'invalid'],
    ['another list', { says: { versions: CLAIMS } }, 'invalid'],
    ['a list in a list', { says: { claims: [CLAIMS] } }, 'invalid'],
    ['a page of a proxy', { body: '<html>sign in</html>', type: 'text/html' }, 'down'],
    ['a line that is cut', { drops: true }, 'down'],
    ['a wrong key', { status: 401 }, 'down'],
  ])('of %s nothing is heard', async (_, turn, why) => {
    const { ask, heard } = await asked([turn])
    expect(await ask()).toEqual({ ok: false, why })
    expect(heard).toEqual([])
  })

  it.each([0, 900])('is slow when nothing comes after %d bytes', async (after) => {
    const more = { deadlineMs: 150 }
    const { ask, heard } = await asked([{ says: SAID, streamed: { after, ending: 'hangs' } }], more)
    expect(await ask()).toEqual({ ok: false, why: 'slow' })
    expect(heard).toEqual(CLAIMS.slice(0, heard.length))
  })

  it('is heard no more once it is told: what comes too late is lost', async () => {
    const late = Promise.withResolvers<void>()
    const { ask, heard, claude, service } = await asked([
      { says: SAID, streamed: { after: 400, waits: late.promise } },
    ])
    const told = ask()
    await service.reached(1)
    claude.stop()
    expect(await told).toEqual({ ok: false, why: 'down' })
    const before = [...heard]
    late.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard).toEqual(before)
  })

  it('is not heard to its end when Chaperone stops, although all of it has arrived', async () => {
    const { ask, claude } = await asked([{ says: SAID, streamed: { piece: 60 } }])
    const heard: Claim[] = []
    const told = ask((one) => {
      heard.push(one)
      claude.stop()
    })
    expect(await told).toEqual({ ok: false, why: 'down' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard).toEqual(CLAIMS.slice(0, 1))
  })
})

describe('items of a list that is still being written', () => {
  const heardOf = (...pieces: string[]) => {
    const heard: Claim[] = []
    const push = itemsOf('claims', ClaimSaid, (one) => heard.push(one))
    for (const piece of pieces) push(piece)
    return heard
  }

  it('wherever it is cut, those that are whole are there and no others', () => {
    const ends = CLAIMS.map((_, i) => JSON.stringify({ claims: CLAIMS.slice(0, i + 1) }).length - 2)
    for (let at = 0; at <= TEXT.length; at++) {
      const whole = ends.filter((end) => end <= at).length
      expect(heardOf(TEXT.slice(0, at))).toEqual(CLAIMS.slice(0, whole))
      expect(heardOf(TEXT.slice(0, at), TEXT.slice(at))).toEqual(CLAIMS)
    }
  })

  it.each([
    ['blanks everywhere', JSON.stringify(SAID, null, 2), 3],
    ['nothing in it', '{"claims":[]}', 0],
    ['something before the list', `{"a":1,"claims":[${JSON.stringify(CLAIMS[0])}]}`, 0],
    ['no comma', `{"claims":[${JSON.stringify(CLAIMS[0])}${JSON.stringify(CLAIMS[1])}]}`, 1],
    [
      'an item of another shape',
      `{"claims":[${JSON.stringify(CLAIMS[0])},{"says":1},${JSON.stringify(CLAIMS[1])}]}`,
      1,
    ],
    ['text that is no item', `{"claims":["x",${JSON.stringify(CLAIMS[0])}]}`, 0],
    [
      'a list after the list',
      `{"claims":[${JSON.stringify(CLAIMS[0])}],"claims":[${JSON.stringify(CLAIMS[1])}]}`,
      1,
    ],
    ['a very long beginning', `${' '.repeat(300)}${TEXT}`, 0],
  ])('%s', (_, text, count) => {
    expect(heardOf(...text)).toEqual(CLAIMS.slice(0, count))
    expect(heardOf(...text)).toHaveLength(count)
  })
})
