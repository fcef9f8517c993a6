import { createTeams, type Handle, type Teams, type TeamsOptions } from '../../src/adapters/teams/teams.ts'
import { createWeb } from '../../src/adapters/web/server.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import type { FakePorts } from '../surfaces/fake-ports.ts'
import { openHall } from '../surfaces/hall.ts'
import { type Connector, openConnector } from './connector.ts'

export const BOT = '28:chaperone'

/** Chaperone behind the real server and botbuilder's real adapter, with a stand-in for Teams. */
export interface TeamsRunning {
  connector: Connector
  teams: Teams
  ports: FakePorts
  /** Replies as skills made them, in order. */
  replies: Reply[]
  url: string
  post(activity: object, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  /** Waits until nothing is being worked on. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface Opening {
  facts?: PracticeFacts
  wrap?: (handle: Handle) => Handle
  registration?: TeamsOptions['registration']
}

export async function openTeams({ facts = {}, wrap = (handle) => handle, registration }: Opening = {}) {
  const connector = await openConnector()
  const { pipeline, ports } = openHall(facts)
  const replies: Reply[] = []
  let busy = 0
  const handle: Handle = async (event, platform) => {
    busy++
    try {
      return await pipeline.handle(event, {
        async deliver(reply, to) {
          replies.push(reply)
          await platform.deliver(reply, to)
        },
      })
    } finally {
      busy--
    }
  }
  const { log, store } = ports
  const teams = createTeams({
    handle: wrap(handle),
    clock: hasty(ports),
    ids: ports.ids,
    log,
    dialogs: store.dialogs,
    registration,
  })
  ports.files = teams.files
  const web = createWeb({
    handle,
    clock: ports.clock,
    ids: ports.ids,
    health: { ready: async () => ({ store: true }) },
    host: '127.0.0.1',
    port: 0,
    log,
    page: false,
  })
  for (const handler of teams.handlers) web.mount('/api/messages', handler)
  const { port } = await web.start()
  const url = `http://127.0.0.1:${port}/api/messages`
  const running: TeamsRunning = {
    connector,
    teams,
    ports,
    replies,
    url,
    async post(activity, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
    },
    async settled() {
      // What was acknowledged is worked on afterwards.
      let calls = -1
      for (let quiet = 0; quiet < 3; ) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        quiet = busy === 0 && calls === connector.calls ? quiet + 1 : 0
        calls = connector.calls
      }
      await teams.stop()
    },
    async close() {
      await web.stop()
      await teams.stop()
      await pipeline.stop()
      await connector.close()
    },
  }
  return running
}

/** Pauses between tries are over at once; a dialog is waited for as long as the work takes. */
export function hasty({ clock }: FakePorts): FakePorts['clock'] {
  return { ...clock, sleep: (ms, signal) => (signal ? clock.sleep(ms, signal) : Promise.resolve()) }
}

let count = 0

/** An activity as Teams sends it, in a chat of one's own unless told otherwise. */
export function activity(connector: Pick<Connector, 'serviceUrl'>, user: string, more: object = {}): object {
  return {
    type: 'message',
    id: `1763737200${String(++count).padStart(3, '0')}`,
    timestamp: '2026-11-21T15:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${user}`, name: 'Somebody', aadObjectId: user },
    recipient: { id: BOT, name: 'Chaperone' },
    conversation: { id: `a:${user}`, conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
    ...more,
  }
}

export const inChannel = {
  conversation: {
    id: '19:front@thread.tacv2;messageid=1',
    conversationType: 'channel',
    isGroup: true,
    tenantId: 'tenant',
  },
}
export const mention = {
  type: 'mention',
  mentioned: { id: BOT, name: 'Chaperone' },
  text: '<at>Chaperone</at>',
}
