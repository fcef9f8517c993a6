import { createClaude } from '../../src/adapters/claude/claude.ts'
import { systemClock } from '../../src/adapters/clock/clock.ts'
import type { Clock } from '../../src/bot/ports.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { openService, type Turn } from './service.ts'

export const KEY = 'sk-ant-api03-Zyxkeycanary'
export const TYPED = 'Zyxwoman Canaryname was so brave on Tuesday'
export const DRAFT = { text: TYPED, kind: 'caption' }

/** Claude over a stand-in that takes these turns. */
export async function stage(turns: readonly Turn[], more: { deadlineMs?: number; clock?: Clock } = {}) {
  const service = await openService(...turns)
  const ports = fakePorts()
  const claude = createClaude({
    apiKey: KEY,
    baseUrl: service.url,
    clock: more.clock ?? systemClock(),
    log: ports.log,
    deadlineMs: more.deadlineMs ?? 20_000,
  })
  return {
    claude,
    service,
    logged: ports.logged,
    judge: () => claude.judge(DRAFT, ['name', 'mosaic']),
    async close() {
      claude.stop()
      await service.close()
    },
  }
}

/** A clock whose sleeps end at once, and which a test moves on by hand: what waits, and for how long. */
export function handClock() {
  let time = Date.parse('2026-11-21T15:00:00Z')
  const slept: number[] = []
  const clock: Clock = {
    now: () => time,
    // The deadline is the longest sleep of all; it never comes by itself.
    sleep: (ms, signal) =>
      ms >= 20_000
        ? new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))
        : Promise.resolve(void slept.push(ms)),
  }
  return {
    clock,
    slept,
    wait(ms: number) {
      time += ms
    },
  }
}
