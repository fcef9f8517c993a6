import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MirroredTicket, MirrorTrouble, Tickets } from '../../../src/bot/outside/tickets.ts'

export const TICKET: MirroredTicket = {
  number: 'INC-2026-0001',
  version: 3,
  status: 'taken',
  title: 'INC-2026-0001: In hand',
  lines: ['A report.', 'Open: Letters to the patients.'],
  people: 2,
  residents: { TX: 2 },
  reports: 1,
  discovered: '2026-11-20',
  clocks: [{ what: 'Letters to the patients', state: null, due: '2027-01-19', actBy: '2027-01-19' }],
  openTasks: ['Letters to the patients'],
  conclusion: null,
}

export interface Place {
  /** Where it sends a new ticket to. */
  host: string
  path: string
  /** What the place answers when it took it. */
  took: { status: number; body: string }
  ref: string | null
  /** @param longestMs how long a request may take. */
  make(longestMs?: number): Tickets
  /** Nothing of these may stand in a request's address or body. */
  secrets: readonly string[]
}

const FIRST = { ref: null, begun: false }

/** The port `Tickets` of src/bot/outside/tickets.ts. */
export function ticketsContract(name: string, place: Place): void {
  const { host, path, took, ref } = place
  const answering = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
    nock(host).post(path).reply(status, body, headers)

  describe(`a mirror at ${name}`, () => {
    beforeEach(() => nock.disableNetConnect())
    afterEach(() => {
      nock.abortPendingRequests()
      nock.cleanAll()
      nock.enableNetConnect()
    })

    it('takes a ticket, and says under which name', async () => {
      answering(took.status, took.body)
      expect(await place.make().put(TICKET, FIRST)).toEqual({ ok: true, ref })
    })

    it.each<[number, MirrorTrouble]>([
      [301, 'redirected'],
      [307, 'redirected'],
      [400, 'rejected'],
      [401, 'unauthorized'],
      [403, 'unauthorized'],
      [404, 'not_found'],
      [413, 'rejected'],
      [429, 'limited'],
      [500, 'server_error'],
      [502, 'server_error'],
      [503, 'server_error'],
    ])('that answers %i is in trouble: %s', async (status, trouble) => {
      answering(status, 'canary of an answer', { location: 'https://elsewhere.example/' })
      const elsewhere = nock('https://elsewhere.example').post('/').reply(200)
      expect(await place.make().put(TICKET, FIRST)).toEqual({ ok: false, trouble })
      // A redirect is not followed: what is sent is for this address alone.
      expect(elsewhere.isDone()).toBe(false)
    })

    it.each([
      ['90', 90_000],
      ['0', 0],
      ['86400', 3_600_000],
    ])('that asks to wait %s seconds is waited for, an hour at most', async (seconds, retryAfterMs) => {
      answering(429, '', { 'retry-after': seconds })
      expect(await place.make().put(TICKET, FIRST)).toEqual({ ok: false, trouble: 'limited', retryAfterMs })
    })

    it('that asks to wait in words of no known kind is not waited for longer', async () => {
      answering(503, '', { 'retry-after': 'soon' })
      expect(await place.make().put(TICKET, FIRST)).toEqual({ ok: false, trouble: 'server_error' })
    })

    it('that does not answer, or breaks off, is given up in time', async () => {
      nock(host).post(path).delay(5_000).reply(200)
      expect(await place.make(40).put(TICKET, FIRST)).toEqual({ ok: false, trouble: 'too_slow' })
      nock(host).post(path).replyWithError('socket hang up')
      expect(await place.make().put(TICKET, FIRST)).toEqual({ ok: false, trouble: 'unreachable' })
    })

    it('that answers without an end is not listened to', async () => {
      answering(200, Buffer.alloc(400_000, 'x'))
      expect(await place.make().put(TICKET, FIRST)).toEqual({ ok: false, trouble: 'unreadable' })
    })

    it('gets no secret in an address or a body', async () => {
      const seen: string[] = []
      nock(host)
        .post(path)
        .reply(async (request: Request) => {
          seen.push(request.url, await request.text())
          return [took.status, took.body]
        })
      await place.make().put(TICKET, FIRST)
      expect(seen).toHaveLength(2)
      for (const secret of place.secrets) expect(seen.join(' ')).not.toContain(secret)
    })
  })
}
