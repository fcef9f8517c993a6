import { describe, expect, it } from 'vitest'
import { createAnswers } from '../../src/adapters/web/answers.ts'
import { toPrometheus } from '../../src/adapters/web/metrics.ts'
import type { Clock } from '../../src/bot/ports.ts'
import { OPENING } from './samples.ts'
import { openStage, type Stage, testClock } from './stage.ts'

const send = (stage: Stage, id: string, session = 'tab') =>
  fetch(`${stage.url}/api/event`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, session, body: { type: 'opened' } }),
  })

/** A stage whose bot answers only when told. */
async function slowStage() {
  const waiting: (() => void)[] = []
  const asked = { next: Promise.withResolvers<void>() }
  const stage = await openStage(async () => {
    const gate = Promise.withResolvers<void>()
    waiting.push(gate.resolve)
    asked.next.resolve()
    await gate.promise
    return OPENING
  })
  return { stage, asked: () => asked.next.promise, answer: () => waiting.shift()?.() }
}

describe('one event', () => {
  it('reaches the pipeline as an event of this surface, from the one person at this machine', async () => {
    const stage = await openStage()
    expect((await send(stage, 'a1')).status).toBe(200)
    expect(stage.events).toMatchObject([
      {
        id: 'web:tab:a1',
        surface: 'web',
        person: { id: 'this-machine' },
        place: { id: 'tab', private: true },
      },
    ])
    await stage.stop()
  })

  it('sent twice, at once or later, runs once and gets the same answer', async () => {
    const { stage, asked, answer } = await slowStage()
    const first = send(stage, 'same')
    await asked()
    const second = send(stage, 'same')
    answer()
    const texts = [
      await (await first).text(),
      await (await second).text(),
      await (await send(stage, 'same')).text(),
    ]
    expect(new Set(texts).size).toBe(1)
    expect(stage.events).toHaveLength(1)
    await stage.stop()
  })

  it('of another tab is another event, even under the same id', async () => {
    const stage = await openStage()
    await send(stage, 'same', 'tab1')
    await send(stage, 'same', 'tab2')
    expect(stage.events.map(({ id }) => id)).toEqual(['web:tab1:same', 'web:tab2:same'])
    await stage.stop()
  })

  it('that failed says so in one line, and runs again when it is sent again', async () => {
    let fails = true
    const stage = await openStage(() => {
      if (!fails) return OPENING
      fails = false
      throw new Error('the draft: Sarah')
    })
    const failed = await send(stage, 'again')
    expect(failed.status).toBe(500)
    expect(await failed.text()).not.toContain('Sarah')
    expect((await send(stage, 'again')).status).toBe(200)
    await stage.stop()
  })

  it.each([
    ['busy', 503],
    ['done', 409],
  ])('that is %s elsewhere gets a line with status %i, not an empty answer', async (outcome, status) => {
    const stage = await openStage(undefined, { handle: async () => outcome })
    const answer = await send(stage, 'x')
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(/try again/i) } })
    await stage.stop()
  })
})

describe('kept answers', () => {
  const clock = () => {
    const wakes: (() => void)[] = []
    const sleeping: Clock = { now: () => 0, sleep: () => new Promise((resolve) => wakes.push(resolve)) }
    return { sleeping, wake: () => wakes.splice(0).forEach((done) => void done()) }
  }
  const run = (json: string) => async () => ({ status: 200, json, keep: true })

  it('are forgotten after their time', async () => {
    const { sleeping, wake } = clock()
    const answers = createAnswers(sleeping)
    await answers.once('a', run('1'))
    expect(answers.size()).toBe(1)
    wake()
    await Promise.resolve()
    expect(await answers.once('a', run('2'))).toMatchObject({ json: '2' })
  })

  it('stay bounded in number and in size, the newest always there', async () => {
    const answers = createAnswers(clock().sleeping)
    for (let i = 0; i < 200; i += 1) await answers.once(`n${i}`, run('x'))
    expect(answers.size()).toBeLessThanOrEqual(50)
    const huge = 'x'.repeat(9 * 1024 * 1024)
    for (let i = 0; i < 5; i += 1) await answers.once(`huge${i}`, run(huge))
    expect(answers.size()).toBe(1)
    expect(await answers.once('huge4', run('new'))).toMatchObject({ json: huge })
  })
})

describe('the server', () => {
  it('tells how it is, and counts without a word of what was sent', async () => {
    const stage = await openStage()
    await send(stage, 'm1')
    expect(await (await fetch(`${stage.url}/healthz`)).json()).toEqual({ alive: true })
    expect(await (await fetch(`${stage.url}/readyz`)).json()).toEqual({ ready: true, parts: { store: true } })
    const metrics = await (await fetch(`${stage.url}/metrics`)).text()
    expect(metrics).toContain('chaperone_events_total{surface="web",outcome="done"} 1')
    expect(metrics).toContain('chaperone_http_requests_total{route="api",status="2xx"} 1')
    expect(metrics).not.toContain('m1')
    await stage.stop()
  })

  it.each([
    ['says no', async () => ({ store: false })],
    ['throws', () => Promise.reject(new Error('down'))],
  ])('is not ready when a part %s', async (_name, ready) => {
    const stage = await openStage(undefined, { health: { ready } })
    expect((await fetch(`${stage.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${stage.url}/healthz`)).status).toBe(200)
    await stage.stop()
  })

  it('writes Prometheus text with escaped labels, one HELP and TYPE for each name', () => {
    const sample = { name: 'n', help: 'H.', type: 'gauge', value: 1 } as const
    const text = toPrometheus([
      { ...sample, labels: { a: 'q"\\\n' } },
      { ...sample, value: 2 },
    ])
    expect(text).toBe('# HELP n H.\n# TYPE n gauge\nn{a="q\\"\\\\\\n"} 1\nn 2\n')
  })

  it('carries the routes of other platforms, with their bytes and their address untouched', async () => {
    const stage = await openStage(undefined, { page: false })
    stage.web.mount('/slack/events', (req, res) => {
      const parts: Buffer[] = []
      req.on('data', (part: Buffer) => parts.push(part))
      req.on('end', () => res.send(`${req.url} ${Buffer.concat(parts).toString()}`))
    })
    const body = '{ "raw" :1}'
    const answer = await fetch(`${stage.url}/slack/events?x=1`, { method: 'POST', body })
    expect(await answer.text()).toBe(`/slack/events?x=1 ${body}`)
    expect((await fetch(stage.url)).status).toBe(404)
    expect((await send(stage, 'x')).status).toBe(404)
    expect((await fetch(`${stage.url}/healthz`)).status).toBe(200)
    await stage.stop()
  })

  it('hands a path to whoever wants all of it, past everything of its own, and counts it', async () => {
    const stage = await openStage(undefined, { page: false })
    stage.web.hand('/slack/events', (req, res) => res.end(`${req.method} ${req.url}`))
    const answer = await fetch(`${stage.url}/slack/events`, { method: 'POST', body: 'x' })
    expect(await answer.text()).toBe('POST /slack/events')
    expect(answer.headers.get('x-content-type-options')).toBeNull()
    expect((await fetch(`${stage.url}/slack/events/more`)).status).toBe(404)
    expect(await (await fetch(`${stage.url}/metrics`)).text()).toMatch(/route="mounted"[^\n]* 1\n/)
    await stage.stop()
  })

  it('keeps connections for longer than a proxy does, so that a request never meets a closing one', async () => {
    const stage = await openStage()
    const { headers } = await fetch(`${stage.url}/healthz`)
    const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? []
    expect(Number(seconds)).toBeGreaterThan(60)
    await stage.stop()
  })

  it('lets a running request end before it stops, and takes no new one', async () => {
    const { stage, asked, answer } = await slowStage()
    const running = send(stage, 'last')
    await asked()
    const stopped = stage.stop()
    answer()
    expect((await running).status).toBe(200)
    await stopped
    await expect(fetch(stage.url)).rejects.toThrow()
    await stage.stop()
  })

  it('does not wait for ever for one that hangs', async () => {
    let wake = () => {}
    const sleep: Clock['sleep'] = (ms) =>
      ms === 5_000 ? new Promise((resolve) => (wake = resolve)) : Promise.resolve()
    const asked = Promise.withResolvers<void>()
    const stage = await openStage(
      () => {
        asked.resolve()
        return new Promise(() => {})
      },
      { clock: { ...testClock, sleep } },
    )
    const hanging = expect(send(stage, 'hangs')).rejects.toThrow()
    await asked.promise
    const stopped = stage.stop()
    wake()
    await Promise.all([hanging, stopped])
  })

  it('says when its port is taken', async () => {
    const stage = await openStage()
    await expect(openStage(undefined, { port: stage.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await stage.stop()
  })
})
