import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { type Approval, readApproval } from '../../../src/bot/records/approval.ts'

const CHILD = fileURLToPath(new URL('./approval-child.ts', import.meta.url))
/** A process for each is slow: these are spread over the whole. */
const SAMPLES = 8
/** By then the clock looks after what a dead process left behind. */
const LATER_MS = 200_000
const WEEK_MS = 7 * 86_400_000
let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-approval-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function run(fatal: number, later = 0) {
  const child = [CHILD, home, String(fatal), String(later)]
  const { stdout, stderr, signal } = spawnSync(process.execPath, child, { encoding: 'utf8' })
  expect(stderr.replaceAll(/\(node:.*|\(Use.*/g, '').trim()).toBe('')
  return { lines: stdout.split('\n').filter(Boolean), signal }
}

async function all(): Promise<Approval[]> {
  const { store } = await openSqlite({ home, clock: { now: () => Date.now() } })
  const list = await store.register.list('approval', { limit: 10 }, 'nobody')
  await store.close()
  return list.map(readApproval).filter((one) => one !== undefined)
}

const whats = (approval: Approval | undefined) => approval?.entries.map(({ what }) => what) ?? []

describe('a request whose process is killed between any two calls of a port', () => {
  it('is one request, decided once and online once, and everybody hears of it', {
    timeout: 240_000,
  }, async () => {
    const whole = run(0)
    const calls = Number(whole.lines.at(-1)?.split(' ')[1])
    expect(whole.lines.filter((line) => line.startsWith('told')).map((line) => line.split(' ')[1])).toEqual([
      'MIA',
      'AMY',
    ])
    expect(calls).toBeGreaterThan(50)

    const fatal = Array.from({ length: SAMPLES }, (_, index) => 1 + Math.floor((index * calls) / SAMPLES))
    for (const call of fatal) {
      rmSync(home, { recursive: true, force: true })
      const died = run(call)
      expect(died.signal, `call ${call}`).toBe('SIGKILL')
      const again = run(0, LATER_MS)
      const [approval, ...more] = await all()
      expect(more, `call ${call}`).toEqual([])
      for (const what of ['asked', 'granted', 'published'] as const)
        expect(
          whats(approval).filter((one) => one === what),
          `call ${call}: ${what}`,
        ).toHaveLength(1)
      const told = [...died.lines, ...again.lines].filter((line) => line.startsWith('told'))
      // Said twice is better than not at all; the author may have it from the same run.
      expect(
        told.some((line) => line.startsWith('told AMY')),
        `call ${call}: author`,
      ).toBe(true)
      const granted = approval?.entries.findIndex(({ what }) => what === 'granted') ?? 0
      const passed = whats(approval).slice(0, granted).includes('passed')
      const reviewer = told.some((line) => line.startsWith('told MIA'))
      expect(reviewer || !passed, `call ${call}: reviewer`).toBe(true)
    }
  })

  it('leaves no words on the disk in the open, and after some days none at all', async () => {
    run(0)
    const disk = () => readdirSync(home).map((name) => readFileSync(join(home, name)).toString('latin1'))
    for (const bytes of disk()) expect(bytes).not.toContain('Maple Street')
    expect((await all())[0]?.words?.text).toContain('Maple Street')
    run(0, WEEK_MS)
    expect((await all())[0]).toMatchObject({ status: 'published', words: undefined })
  })
})

describe('two processes with one store', () => {
  it('let one reviewer decide, and tell the other one who did', { timeout: 60_000 }, async () => {
    spawnSync(process.execPath, [CHILD, home, '0', '0', 'nobody-yet'])
    expect((await all())[0]?.status).toBe('waiting')
    const heard = await Promise.all(['MIA', 'MAX'].map(press))
    expect(heard.toSorted()).toEqual(['heard Written down', 'heard settled'])
    const [approval, ...more] = await all()
    expect(more).toEqual([])
    expect(whats(approval).filter((what) => what === 'granted')).toHaveLength(1)
  })
})

function press(reviewer: string): Promise<string> {
  const child = spawn(process.execPath, [CHILD, home, '0', String(LATER_MS), reviewer], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  return new Promise((resolve) =>
    child.on('close', () => resolve(out.split('\n').find((line) => line.startsWith('heard')) ?? '')),
  )
}
