import { describe, expect, it } from 'vitest'
import { ChaperoneError, ERROR_CODES } from '../../src/bot/errors.ts'
import { eventOf, saying, skillOf, stage, TYPED } from './stage.ts'

const DRAFT = 'Meet our new nurse!'

describe('when something breaks', () => {
  const failing = (times: number, error: unknown = new Error(TYPED)) => {
    let left = times
    return skillOf('check', ({ text }) => {
      if (left-- > 0) throw error
      return [saying(`checked: ${text}`)]
    })
  }

  it('the person gets one clear private line without a word that was typed', async () => {
    const { send, said, ports } = stage({ skills: [failing(1)] })
    expect(await send(eventOf(TYPED))).toBe('failed')
    expect(said).toHaveLength(1)
    expect(said[0]?.reply.audience).toBe('private')
    expect(said[0]?.text).toMatch(/Something went wrong on my side\. Nothing was posted.*skill_failed/s)
    for (const word of ['Sarah', 'Kowalski', 'tummy']) {
      expect(JSON.stringify(said)).not.toContain(word)
      expect(ports.logged()).not.toContain(word)
    }
    expect(ports.logged()).toContain('"code":"skill_failed"')
  })

  it('a retry runs and is answered', async () => {
    const { send, texts } = stage({ skills: [failing(1)] })
    const event = eventOf(DRAFT)
    expect([await send(event), await send(event), await send(event)]).toEqual([
      'failed',
      'answered',
      'repeated',
    ])
    expect(texts().at(-1)).toBe(`checked: ${DRAFT}`)
  })

  it.each(ERROR_CODES)('the log has the code %s of a ChaperoneError, and the person too', async (code) => {
    const error = new ChaperoneError(code, 'told to whoever runs it', { cause: new Error(TYPED) })
    const { send, ports } = stage({ skills: [failing(1, error)] })
    await send(eventOf(TYPED))
    expect(ports.logged()).toContain(`"code":"${code}"`)
    expect(ports.logged()).not.toContain('Sarah')
  })

  it('a reply that no surface can draw is not shown, and says so', async () => {
    const broken = [
      [{ blocks: [], summary: TYPED }],
      [{ blocks: [{ type: 'dance' }] }],
      [null],
      [saying('ok'), {}],
    ]
    for (const replies of broken) {
      const { send, texts } = stage({ skills: [skillOf('check', () => replies)] })
      expect(await send(eventOf(TYPED))).toBe('failed')
      expect(texts()).toHaveLength(1)
      expect(texts()[0]).toContain('reply_invalid')
    }
  })

  it('on the way to the person, a retry runs and is answered', async () => {
    const { send, platform, texts, ports } = stage()
    const event = eventOf(TYPED)
    const broken = { deliver: () => Promise.reject(new Error(TYPED)) }
    expect(await send(event, broken)).toBe('undelivered')
    expect(texts()).toEqual([])
    expect(await send(event, platform)).toBe('answered')
    expect(ports.logged()).toContain('"code":"delivery_failed"')
    expect(ports.logged()).not.toContain('Sarah')
  })

  it('in the store before the claim, the person is told and a retry runs', async () => {
    let down = true
    const { send, texts } = stage({
      change: ({ store }) => ({
        store: {
          ...store,
          claim: (...claim) =>
            down ? Promise.reject(new ChaperoneError('store_locked', 'held')) : store.claim(...claim),
        },
      }),
    })
    const event = eventOf(DRAFT)
    expect(await send(event)).toBe('failed')
    expect(texts()[0]).toContain('store_locked')
    down = false
    expect(await send(event)).toBe('answered')
  })

  it('in the store after the answer, nobody is told twice', async () => {
    const { send, texts, ports } = stage({
      change: ({ store }) => ({
        store: { ...store, finish: () => Promise.reject(new ChaperoneError('store_full', 'full')) },
      }),
    })
    expect(await send(eventOf(DRAFT))).toBe('answered')
    expect(texts()).toEqual([`checked: ${DRAFT}`])
    expect(ports.logged()).toContain('store_full')
  })

  it('for one person, everybody else is served', async () => {
    const { send } = stage({ skills: [failing(1)] })
    expect(
      await Promise.all([send(eventOf(DRAFT, { by: 'anna' })), send(eventOf(DRAFT, { by: 'ben' }))]),
    ).toEqual(['failed', 'answered'])
  })
})
