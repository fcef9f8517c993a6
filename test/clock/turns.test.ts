import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createTurns } from '../../src/adapters/clock/turns.ts'

/** Time that goes by only where a test says so. */
function still() {
  let time = 0
  const turn = createTurns(() => time)
  return {
    /** Work that takes so many milliseconds. */
    async work(ms: number, done: () => void) {
      await turn()
      time += ms
      done()
    },
  }
}
const outside = () => new Promise((resolve) => setImmediate(resolve))

it.each([
  { what: 'short work shares a turn', ms: 0.5, jobs: 40, pieces: 4 },
  { what: 'work that is as long as a turn has one of its own', ms: 5, jobs: 4, pieces: 4 },
  { what: 'longer work as well', ms: 200, jobs: 6, pieces: 6 },
])('$what', async ({ ms, jobs, pieces }) => {
  const { work } = still()
  const order: string[] = []
  let over = false
  void Promise.all(Array.from({ length: jobs }, () => work(ms, () => order.push('work')))).then(() => {
    over = true
  })
  while (!over) {
    await outside()
    order.push('outside')
  }
  const done = order.join(' ').split('outside')
  expect(order.filter((one) => one === 'work')).toHaveLength(jobs)
  expect(done.filter((piece) => piece.includes('work'))).toHaveLength(pieces)
})

it('keeps the order in which they asked', async () => {
  const { work } = still()
  const order: number[] = []
  await Promise.all(Array.from({ length: 30 }, (_, n) => work(n % 3 === 0 ? 20 : 0.1, () => order.push(n))))
  expect(order).toEqual(Array.from({ length: 30 }, (_, n) => n))
})

it('lets a request in between long pieces of work', async () => {
  const order: string[] = []
  const server = createServer((_req, res) => {
    order.push('request')
    res.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const turn = createTurns()
  const busy = async () => {
    await turn()
    for (const end = performance.now() + 20; performance.now() < end; );
    order.push('work')
  }
  const asked = once(get({ port: (server.address() as AddressInfo).port, agent: false }), 'response')
  await Promise.all([asked, ...Array.from({ length: 12 }, busy)])
  server.close()
  server.closeAllConnections()
  expect(order.indexOf('request')).toBeGreaterThan(-1)
  expect(order.indexOf('request')).toBeLessThan(order.length - 1)
})
