import { systemClock } from '../../../src/adapters/clock/clock.ts'
import { ulids } from '../../../src/adapters/clock/ids.ts'
import { createLog } from '../../../src/adapters/log/log.ts'
import { createSlack } from '../../../src/adapters/slack/slack.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { createWeb } from '../../../src/adapters/web/server.ts'
import { NO_FILES, NO_VISION } from '../../../src/bot/pictures.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import { NO_PRACTICE } from '../../../src/bot/practice.ts'
import { openEngine } from '../../../src/library.ts'
import { createCheck } from '../../../src/skills/check/skill.ts'
import { type Post, SECRET, sender } from '../../slack/sending.ts'
import type { Workspace } from '../../slack/workspace.ts'

/** Everything real, in this process, over a data folder that outlives it. */
export interface House {
  post: Post
  close(): Promise<void>
}

/** How long a test waits for what has to happen; a busy machine is slow, not wrong. */
export const PATIENT = { timeout: 40_000, interval: 5 }

let engine: ReturnType<typeof openEngine> | undefined

export async function openHouse(home: string, workspace: Workspace): Promise<House> {
  engine ??= openEngine()
  const clock = systemClock()
  const ids = ulids(clock)
  const log = createLog({ level: 'silent' })
  const { store, hasher } = await openSqlite({ home, clock, busyMs: PATIENT.timeout })
  const ports = {
    clock,
    ids,
    log,
    store,
    hasher,
    tell: async () => false,
    vision: NO_VISION,
    files: NO_FILES,
  }
  const { handle, stop } = createPipeline({ ports, practice: NO_PRACTICE, skills: [createCheck(engine)] })
  const slack = createSlack({
    ...{ handle, clock, ids, log, dialogs: store.dialogs },
    ...{ botToken: 'xoxb-test', signingSecret: SECRET, apiUrl: workspace.apiUrl },
  })
  const health = { ready: async () => ({ store: true }) }
  const web = createWeb({ handle, clock, ids, health, host: '127.0.0.1', port: 0, log, page: false })
  if (slack.listener) web.hand('/slack/events', slack.listener)
  await slack.start()
  const { port } = await web.start()
  return {
    post: sender(port),
    async close() {
      await web.stop()
      await slack.stop()
      await stop()
      await store.close()
    },
  }
}
