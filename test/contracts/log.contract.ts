import { describe, expect, it } from 'vitest'
import { LOG_MESSAGES, type Log, type LogFields } from '../../src/bot/ports.ts'

/** A log that writes everything it is willing to write, and what came out. */
export interface LogStage {
  log: Log
  output(): string
}

/** What somebody might have typed: no piece of it may be in a log, however it got to the logger. */
const CANARY = 'Thank you Sarah Kowalski, 303-555-0100, your tummy tuck looks great'
const PIECES = ['Sarah', 'Kowalski', '555-0100', 'tummy', 'looks great']

class Typed {
  text = CANARY
  toJSON() {
    return { text: CANARY }
  }
  toString() {
    return CANARY
  }
  [Symbol.toPrimitive]() {
    return CANARY
  }
}

class Leaky extends Error {
  code = CANARY
  draft = CANARY
}

const cyclic: Record<string, unknown> = { text: CANARY }
cyclic.self = cyclic

/** Ways in which a careless line of code could hand typed text to the logger as fields. */
const PLANTED: Record<string, () => unknown> = {
  'the text itself': () => CANARY,
  'an array of it': () => [CANARY, { text: CANARY }],
  'an unknown key': () => ({ text: CANARY }),
  'a key that is the text': () => ({ [CANARY]: 1 }),
  'a nested object in a known key': () => ({ event: { text: CANARY } }),
  'a deeply nested object': () => ({ a: { b: { c: { d: { e: CANARY } } } } }),
  'every known string field': () =>
    Object.fromEntries(
      ['event', 'surface', 'skill', 'intent', 'outcome', 'code', 'verdict', 'kind', 'platform'].map((key) => [
        key,
        CANARY,
      ]),
    ),
  'every known number field': () =>
    Object.fromEntries(['rules', 'ms', 'count', 'port', 'attempt'].map((key) => [key, CANARY])),
  'an event id made of it': () => ({ event: `web:${CANARY}` }),
  'a known field behind its first line': () => ({ code: `store_locked\n${CANARY}` }),
  'a name as a code': () => ({ code: 'Kowalski', skill: 'Sarah', verdict: 'Sarah' }),
  'pino’s own keys': () => ({
    msg: CANARY,
    level: CANARY,
    time: CANARY,
    err: CANARY,
    pid: CANARY,
    hostname: CANARY,
  }),
  'an error as fields': () => new Error(CANARY),
  'an error with a code made of it': () => new Leaky(CANARY),
  'an error as code': () => ({ code: new Leaky(CANARY) }),
  'an error as err': () => ({ err: new Error(CANARY), error: new Error(CANARY) }),
  'an error’s cause': () => ({ code: new Error('x', { cause: new Error(CANARY) }) }),
  'an aggregate error': () => new AggregateError([new Error(CANARY)], CANARY),
  'an error’s stack': () => Object.assign(new Error('x'), { stack: CANARY }),
  'a getter on a known key': () => ({
    get event() {
      return CANARY
    },
  }),
  'a getter that throws it': () => ({
    get code() {
      throw new Error(CANARY)
    },
  }),
  'a getter that changes its mind': () => {
    let reads = 0
    return {
      get code() {
        return reads++ === 0 ? 'store_locked' : CANARY
      },
    }
  },
  'toJSON of the fields': () => new Typed(),
  'toJSON of a value': () => ({ event: new Typed(), code: new Typed() }),
  'toString of a number field': () => ({ ms: new Typed(), count: new Typed() }),
  'a String object': () => ({ event: new String(CANARY) }),
  'a Buffer': () => ({ event: Buffer.from(CANARY), code: Buffer.from(CANARY) }),
  'a Uint8Array as fields': () => new TextEncoder().encode(CANARY),
  'a Map': () => new Map([['event', CANARY]]),
  'a Map in a field': () => ({ event: new Map([[CANARY, CANARY]]) }),
  'a Set': () => ({ rules: new Set([CANARY]) }),
  'the prototype': () => Object.create({ event: CANARY, text: CANARY }),
  'a polluted __proto__': () => JSON.parse(`{"__proto__":{"code":${JSON.stringify(CANARY)}}}`),
  'a symbol key': () => ({ [Symbol(CANARY)]: CANARY }),
  'a symbol': () => ({ event: Symbol(CANARY) }),
  'a function': () => ({ event: () => CANARY, code: Object.assign(() => {}, { code: CANARY }) }),
  'a cycle': () => cyclic,
  'a Proxy': () => new Proxy({}, { get: () => CANARY, has: () => true, ownKeys: () => ['event'] }),
  'a Proxy that throws': () =>
    new Proxy(
      {},
      {
        get() {
          throw new Error(CANARY)
        },
      },
    ),
  'a URL': () => ({ event: new URL(`https://x.example/?q=${encodeURIComponent(CANARY)}`) }),
  'a Date that lies': () => ({ ms: Object.assign(new Date(0), { toJSON: () => CANARY }) }),
  'a pino redaction marker': () => ({
    event: { toJSON: () => CANARY, [Symbol.for('pino.serializers')]: CANARY },
  }),
}

const GOOD: LogFields = {
  event: 'web:0b9f4c3a-7f:01J8ZQ5V3M',
  surface: 'web',
  skill: 'check',
  intent: 'draft',
  outcome: 'answered',
  code: 'store_locked',
  verdict: 'needs_authorization',
  kind: 'review_reply',
  platform: 'google',
  rules: 3,
  ms: 0.41,
  count: 2,
  port: 3978,
  attempt: 1,
}

/** The port `Log` of src/bot/ports.ts. Passed by: pino (log.pino.test.ts). */
export function logContract(name: string, open: () => LogStage): void {
  const LEVELS = ['debug', 'info', 'warn', 'error'] as const

  describe(`the ${name} log`, () => {
    it('writes every field of the closed list as it is', () => {
      const { log, output } = open()
      log.info('event handled', GOOD)
      for (const [key, value] of Object.entries(GOOD))
        expect(output()).toContain(`${JSON.stringify(key)}:${JSON.stringify(value)}`)
    })

    it.each(LOG_MESSAGES)('writes the message %j, also without fields', (message) => {
      const { log, output } = open()
      for (const level of LEVELS) log[level](message)
      expect(output().split(JSON.stringify(message)).length - 1).toBe(LEVELS.length)
    })

    it.each(Object.keys(PLANTED))('lets nothing that was typed through: %s', (way) => {
      const { log, output } = open()
      for (const level of LEVELS) log[level]('event failed', PLANTED[way]?.() as LogFields)
      expect(output()).toContain('event failed')
      for (const piece of PIECES) expect(output()).not.toContain(piece)
      expect(decodeURIComponent(output())).not.toContain('tummy')
      expect(output()).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 16))
      expect(output()).not.toMatch(/84,\s*104,\s*97,\s*110,\s*107/)
    })

    it.each([CANARY, `event handled ${CANARY}`, '', undefined, null, { toString: () => CANARY }, [CANARY]])(
      'refuses the message %j and says that it did',
      (message) => {
        const { log, output } = open()
        for (const level of LEVELS) log[level](message as never, { event: 'web:1' })
        expect(output()).toContain('log message refused')
        for (const piece of PIECES) expect(output()).not.toContain(piece)
      },
    )

    it('cuts what is longer than 80 characters', () => {
      const { log, output } = open()
      log.info('event handled', { event: `web:${'a'.repeat(200)}` })
      expect(output()).toContain(`web:${'a'.repeat(76)}"`)
    })

    it('reduces an error to its code', () => {
      const { log, output } = open()
      const error = Object.assign(new Error(CANARY), { code: 'EADDRINUSE' })
      log.error('event failed', { code: error as unknown as string })
      log.error('event failed', error as LogFields)
      expect(output().split('"code":"EADDRINUSE"').length - 1).toBe(2)
    })

    it('leaves out numbers that are none', () => {
      const { log, output } = open()
      log.info('event handled', { ms: Number.NaN, count: Number.POSITIVE_INFINITY, rules: 1 })
      expect(output()).toContain('"rules":1')
      expect(output()).not.toMatch(/NaN|Infinity|null/)
    })

    it('does not say whose machine it is', () => {
      const { log, output } = open()
      log.info('started')
      expect(output()).not.toMatch(/hostname|"pid"/)
    })
  })
}
