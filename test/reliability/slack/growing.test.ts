import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answerQuestion } from '../../../src/knowledge/answer/answer.ts'
import { sentencesOf } from '../../../src/knowledge/article.ts'
import { openKnowledge } from '../../../src/library.ts'
import { BROKEN_OFF } from '../../../src/skills/ask/written/copy.ts'
import { openService, type Service, type Turn } from '../../claude/service.ts'
import { eventsOf } from '../../claude/sse.ts'
import { readable } from '../../slack/block-kit.ts'
import { eventBody, type Post, SECRET, sender } from '../../slack/sending.ts'
import { openWorkspace, type Workspace } from '../../slack/workspace.ts'
import { PATIENT } from './house.ts'

// Each of these starts the program once or twice, and a busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 90_000 })

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
const QUESTION = 'Can I repost a patient story on Instagram?'
const article = answerQuestion(openKnowledge(), QUESTION).hits[0]?.article
if (!article) throw new Error('the house answers this')
const [FIRST = '', SECOND = ''] = sentencesOf(article.answer).filter((one) => one.split(/\s+/).length > 5)
const claims = [FIRST, SECOND].map((says) => ({ says, article: article.id, quote: says }))
/** Up to the end of the first claim. */
const HALF = Buffer.from(eventsOf(JSON.stringify({ claims }), 'end_turn', 20)).length - 900
const WHOLE: Turn = { says: { claims }, streamed: { piece: 20 } }
const HANGING: Turn = { says: { claims }, streamed: { piece: 20, after: HALF, ending: 'hangs' } }

let home: string
let workspace: Workspace
let service: Service
const running: ChildProcess[] = []
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-slack-growing-'))
  workspace = await openWorkspace()
  service = await openService(HANGING, WHOLE)
})
afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGKILL')
  await service.close()
  await workspace.close()
  rmSync(home, { recursive: true, force: true })
})

/** The program as `npm start` runs it, with Claude. */
async function start(): Promise<{ child: ChildProcess; post: Post }> {
  const child = spawn(process.execPath, [MAIN, '--json'], {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      CHAPERONE_HOME: join(home, 'data'),
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: workspace.apiUrl,
      ANTHROPIC_API_KEY: 'sk-ant-test-key',
      ANTHROPIC_BASE_URL: service.url,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running.push(child)
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { address } = JSON.parse(line) as { address: string }
  return { child, post: sender(Number(new URL(address).port)) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return child.exitCode
}

const asked = eventBody(
  {
    type: 'message',
    channel_type: 'im',
    user: 'Udesk',
    channel: 'DUdesk',
    ts: '2.0',
    thread_ts: '1.0',
    text: QUESTION,
  },
  'EvAsked',
)
const leaseEnds = () => {
  const db = new DatabaseSync(join(home, 'data', 'chaperone.db'), { timeout: 5000 })
  db.exec('UPDATE claim SET lease_until = 0 WHERE done_at IS NULL')
  db.close()
}
const first = () => workspace.posted[0]?.text

it('kill -9 while an answer grows: what was read stays, and a retry answers whole in a message of its own', async () => {
  const one = await start()
  expect(await one.post(asked)).toBe(200)
  await expect.poll(first, PATIENT).toBe(FIRST)
  await end(one.child, 'SIGKILL')

  const two = await start()
  leaseEnds()
  expect(await two.post(asked)).toBe(200)
  await expect.poll(() => workspace.posted[1]?.blocks.length ?? 0, PATIENT).toBeGreaterThan(0)
  expect(await end(two.child, 'SIGTERM')).toBe(0)
  expect(workspace.posted.map(({ text }) => text)).toEqual([FIRST, `${FIRST} ${SECOND}`])
  expect(workspace.mistakes).toEqual([])
})

it('SIGTERM while an answer grows: it ends with what is known, and so does the program', async () => {
  const { child, post } = await start()
  expect(await post(asked)).toBe(200)
  await expect.poll(first, PATIENT).toBe(FIRST)
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(workspace.posted).toHaveLength(1)
  expect(workspace.streams.open()).toBe(0)
  expect(readable(workspace.posted)).toContain(BROKEN_OFF)
  expect(workspace.mistakes).toEqual([])
})
