import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandIn, eventBody, type Post, SECRET, sender } from '../../slack/sending.ts'
import { openWorkspace, type Workspace } from '../../slack/workspace.ts'
import { PATIENT } from './house.ts'

// Each of these starts the program once or twice, and a busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 90_000 })

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))

let home: string
let workspace: Workspace
const running: ChildProcess[] = []
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-slack-process-'))
  workspace = await openWorkspace()
})
afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGKILL')
  await workspace.close()
  rmSync(home, { recursive: true, force: true })
})

/** The program as `npm start` runs it. */
async function start(): Promise<{ child: ChildProcess; post: Post; address: string }> {
  const child = spawn(process.execPath, [MAIN, '--json'], {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      CHAPERONE_HOME: join(home, 'data'),
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: workspace.apiUrl,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running.push(child)
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { address } = JSON.parse(line) as { address: string }
  return { child, address, post: sender(Number(new URL(address).port)) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return child.exitCode
}

const said = (id: string, user = 'Udesk') => {
  const event = { type: 'message', channel_type: 'im', user, channel: `D${user}`, ts: '1.0' }
  return eventBody({ ...event, text: 'Thank you, Sarah! We loved seeing you.' }, id)
}

function database<T>(use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(home, 'data', 'chaperone.db'), { timeout: 5000 })
  try {
    return use(db)
  } finally {
    db.close()
  }
}
/** As if the minutes of the lease had gone by. */
const leaseEnds = () => database((db) => db.exec('UPDATE claim SET lease_until = 0 WHERE done_at IS NULL'))
const finished = () =>
  database(
    (db) =>
      db
        .prepare("SELECT count(*) AS n FROM claim WHERE done_at IS NOT NULL AND event LIKE 'slack:%'")
        .get() as { n: number },
  ).n

describe('kill -9 between acknowledgement and answer', () => {
  it('a retry of the same event is answered once the lease is over, and only once', async () => {
    workspace.fail('chat.postMessage', { hangs: true })
    const first = await start()
    expect(await first.post(said('EvKilled'))).toBe(200)
    await expect.poll(() => workspace.held, PATIENT).toContain('chat.postMessage')
    await end(first.child, 'SIGKILL')

    const second = await start()
    expect(await second.post(said('EvKilled'))).toBe(200)
    // Another event of the same person has its turn after it: with its answer there, the first was looked at.
    await second.post(said('EvOther'))
    await expect.poll(finished, PATIENT).toBe(1)
    expect(workspace.posted).toHaveLength(1)

    leaseEnds()
    const statuses = await Promise.all(Array.from({ length: 4 }, () => second.post(said('EvKilled'))))
    expect(statuses).toEqual([200, 200, 200, 200])
    await expect.poll(finished, PATIENT).toBe(2)
    expect(await end(second.child, 'SIGTERM')).toBe(0)
    expect(workspace.posted).toHaveLength(2)
  })

  it('every command whose answer had arrived stays answered', async () => {
    const first = await start()
    const commands = Array.from({ length: 40 }, (_, n) =>
      commandIn(workspace, '/check', 'Meet our new nurse!', { user_id: `U${n}` }),
    )
    const sent = commands.map((command) => first.post(command).catch(() => 0))
    await expect.poll(() => workspace.posted.length, PATIENT).toBeGreaterThan(5)
    await end(first.child, 'SIGKILL')
    await Promise.all(sent)

    const second = await start()
    leaseEnds()
    for (const command of commands) expect(await second.post(command)).toBe(200)
    await expect.poll(finished, PATIENT).toBe(commands.length)
    expect(await end(second.child, 'SIGTERM')).toBe(0)
    const answers = new Map<string, number>()
    for (const { user = '' } of workspace.posted) answers.set(user, (answers.get(user) ?? 0) + 1)
    expect(answers.size).toBe(commands.length)
    // Said and not yet noted as said when it died: those few are said again, and none more than that.
    expect([...answers.values()].every((count) => count <= 2)).toBe(true)
    expect(workspace.posted.length).toBeLessThan(2 * commands.length)
  })
})

describe('two processes on one data folder', () => {
  it('answer each of 20 events once, when both get all of them at the same time', async () => {
    const both = await Promise.all([start(), start()])
    const events = Array.from({ length: 20 }, (_, n) => said(`EvBoth${n}`, `U${n}`))
    const statuses = await Promise.all(events.flatMap((event) => both.map(({ post }) => post(event))))
    expect(new Set(statuses)).toEqual(new Set([200]))
    await expect.poll(finished, PATIENT).toBe(20)
    for (const { child } of both) expect(await end(child, 'SIGTERM')).toBe(0)
    expect(workspace.posted.map(({ channel }) => channel).toSorted()).toEqual(
      events.map((_, n) => `DU${n}`).toSorted(),
    )
  })
})

describe('SIGTERM', () => {
  it('lets an answer that is on its way arrive, then ends well', async () => {
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    workspace.fail('chat.postMessage', { waits: opened })
    const { child, post, address } = await start()
    await post(said('EvLast'))
    await expect.poll(() => workspace.held, PATIENT).toContain('chat.postMessage')
    const code = end(child, 'SIGTERM')
    // Nobody is let in any more, which is how one can tell that it was told.
    const knock = () => fetch(`${address}/healthz`).then(String, () => 'refused')
    await expect.poll(knock, PATIENT).toBe('refused')
    open()
    expect(await code).toBe(0)
    expect(workspace.posted).toHaveLength(1)
  })
})

describe('SIGTERM while Slack takes no answer', () => {
  it('ends all the same, and the next process answers when Slack asks again', async () => {
    workspace.fail('chat.postMessage', { hangs: true })
    const first = await start()
    await first.post(said('EvHeld'))
    await expect.poll(() => workspace.held, PATIENT).toContain('chat.postMessage')
    // Its next try, if it still comes to that.
    workspace.fail('chat.postMessage', { hangs: true })
    expect(await end(first.child, 'SIGTERM')).toBe(1)
    expect(workspace.posted).toEqual([])
    const second = await start()
    leaseEnds()
    await second.post(said('EvHeld'))
    await expect.poll(finished, PATIENT).toBe(1)
    expect(workspace.posted).toHaveLength(1)
    expect(await end(second.child, 'SIGTERM')).toBe(0)
  })
})

describe('whoever runs it', () => {
  it('finds on /metrics what was answered, and by Slack’s own word what reached nobody', async () => {
    const { child, post, address } = await start()
    await post(said('EvFine'))
    await expect.poll(finished, PATIENT).toBe(1)
    workspace.fail('chat.postMessage', { error: 'restricted_action' })
    workspace.fail('conversations.open', { error: 'user_disabled' })
    await post(said('EvLost', 'UGONE'))
    const metrics = async () => (await fetch(`${address}/metrics`)).text()
    await expect.poll(metrics, PATIENT).toContain('chaperone_slack_undelivered_total')
    const text = await metrics()
    expect(text).toContain('chaperone_events_total{surface="slack",outcome="answered"} 1')
    expect(text).toContain('chaperone_slack_undelivered_total{surface="slack",code="user_disabled"} 1')
    expect(text).not.toContain('UGONE')
    expect(await end(child, 'SIGTERM')).toBe(0)
  })
})
