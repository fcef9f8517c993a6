import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/adapters/clock/clock.ts'
import { ulids } from '../../src/adapters/clock/ids.ts'
import { createLog } from '../../src/adapters/log/log.ts'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { NO_FILES, NO_VISION } from '../../src/bot/pictures.ts'
import { createPipeline, LIMITS } from '../../src/bot/pipeline.ts'
import type { Clock, Platform } from '../../src/bot/ports.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { echo, eventOf } from '../bot/stage.ts'

let home: string
const closing: (() => Promise<void>)[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-pipeline-'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  rmSync(home, { recursive: true, force: true })
})

/** Everything real but the platform, which is an array, and the time of day, which can be ahead. */
async function house(aheadMs = 0) {
  const real = systemClock()
  const clock: Clock = { ...real, now: () => real.now() + aheadMs }
  const { store, hasher } = await openSqlite({ home, clock })
  const log = createLog({ level: 'silent' })
  const ports = {
    clock,
    ids: ulids(clock),
    store,
    hasher,
    log,
    tell: async () => false,
    vision: NO_VISION,
    files: NO_FILES,
  }
  const pipeline = createPipeline({ ports, practice: NO_PRACTICE, skills: [echo] })
  const said: string[] = []
  const platform: Platform = { deliver: async ({ summary }) => void said.push(summary) }
  closing.push(async () => {
    await pipeline.stop()
    await store.close()
  })
  return { said, send: (event: unknown) => pipeline.handle(event, platform) }
}

describe('over a real database', () => {
  it('50 events, each arriving four times over two replicas, are answered once each', async () => {
    const replicas = [await house(), await house()]
    const events = Array.from({ length: 50 }, (_, index) =>
      eventOf('Meet our new nurse!', { by: `p${index % 7}` }),
    )
    const outcomes = await Promise.all(
      [0, 1, 0, 1].flatMap((replica) => events.map((event) => replicas[replica]?.send(event))),
    )
    expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(50)
    expect(replicas.flatMap(({ said }) => said)).toHaveLength(50)
  })

  it('an event whose process was killed in the middle is answered by a retry, after the lease', async () => {
    const event = eventOf('Meet our new nurse!')
    const script = fileURLToPath(new URL('./pipeline-child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, home, JSON.stringify(event)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const reader = createInterface({ input: child.stdout })
    const line = await new Promise<string>((resolve) => reader.once('line', resolve))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    expect(line).toBe('running')

    const soon = await house()
    expect(await soon.send(event)).toBe('busy')
    const later = await house(LIMITS.leaseMs)
    expect(await later.send(event)).toBe('answered')
    expect(await later.send(event)).toBe('repeated')
    expect([...soon.said, ...later.said]).toEqual(['said'])
  })
})
