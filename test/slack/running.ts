import { createSlack, type Slack } from '../../src/adapters/slack/slack.ts'
import { createWeb } from '../../src/adapters/web/server.ts'
import type { Clock, Platform } from '../../src/bot/ports.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { FakePorts } from '../surfaces/fake-ports.ts'
import { openHall } from '../surfaces/hall.ts'
import { commandIn, eventBody, interaction, type Post, SECRET, sender } from './sending.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

export { SECRET, type Sending } from './sending.ts'

/** Chaperone behind the real server and Bolt's real receiver, in a workspace of its own. */
export interface SlackRunning {
  workspace: Workspace
  ports: FakePorts
  /** Replies as skills made them, in order. */
  replies: Reply[]
  /** Posts a signed request; resolves with its status when Slack would have its acknowledgement. */
  post: Post
  port: number
  event(event: object, id?: string): Promise<number>
  command(command: string, text: string, more?: Record<string, string>): Promise<number>
  interact(payload: object): Promise<number>
  tell: Slack['tell']
  samples: Slack['samples']
  /** Waits until nothing is being worked on. */
  settled(): Promise<void>
  /** Ends Chaperone and leaves the workspace open. */
  stop(): Promise<void>
  close(): Promise<void>
}

type Handle = (event: unknown, platform: Platform) => Promise<string>

export async function openSlack(
  facts: Parameters<typeof openHall>[0] = {},
  wrap: (handle: Handle) => Handle = (handle) => handle,
  /** How long a wait lasts; left out: for ever, or until it is called off. */
  sleep?: Clock['sleep'],
): Promise<SlackRunning> {
  const workspace = await openWorkspace()
  const { pipeline, ports } = openHall(facts)
  const replies: Reply[] = []
  let busy = 0
  const noted = async (reply: Reply, end: Promise<boolean>) => {
    const ended = await end
    if (ended) replies.push(reply)
    return ended
  }
  const handle: Handle = async (event, platform) => {
    busy++
    try {
      return await pipeline.handle(event, {
        async deliver(reply, to) {
          replies.push(reply)
          await platform.deliver(reply, to)
        },
        open(to) {
          const growing = platform.open?.(to)
          return growing && { ...growing, end: (reply) => noted(reply, growing.end(reply)) }
        },
      })
    } finally {
      busy--
    }
  }
  const slack = createSlack({
    handle: wrap(handle),
    // Bolt goes by the machine's clock, and both have to agree on when a request was sent.
    clock: { ...ports.clock, now: Date.now, ...(sleep ? { sleep } : {}) },
    ids: ports.ids,
    log: ports.log,
    dialogs: ports.store.dialogs,
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    apiUrl: workspace.apiUrl,
  })
  const web = createWeb({
    handle,
    clock: ports.clock,
    ids: ports.ids,
    health: { ready: async () => ({ store: true }) },
    host: '127.0.0.1',
    port: 0,
    log: ports.log,
    page: false,
  })
  ports.files = slack.files
  if (slack.listener) web.hand('/slack/events', slack.listener)
  await slack.start()
  const { port } = await web.start()
  let events = 0

  const post = sender(port)

  const stop = async () => {
    await web.stop()
    await slack.stop()
    await pipeline.stop()
  }

  return {
    workspace,
    ports,
    replies,
    post,
    port,
    event: (event, id = `Ev${++events}`) => post(eventBody(event, id)),
    command: (command, text, more = {}) => post(commandIn(workspace, command, text, more)),
    interact: (payload) => post(interaction(payload)),
    tell: slack.tell,
    samples: slack.samples,
    async settled() {
      // What was acknowledged is worked on afterwards.
      for (let quiet = 0; quiet < 3; ) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        quiet = busy === 0 ? quiet + 1 : 0
      }
    },
    stop,
    async close() {
      await stop()
      await workspace.close()
    },
  }
}
