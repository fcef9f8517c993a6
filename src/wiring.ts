import { systemClock } from './adapters/clock/clock.ts'
import { ulids } from './adapters/clock/ids.ts'
import { createTicker } from './adapters/clock/ticker.ts'
import { createLog } from './adapters/log/log.ts'
import { createSlack } from './adapters/slack/slack.ts'
import { openSqlite } from './adapters/store/store.ts'
import { createTeams } from './adapters/teams/teams.ts'
import { createWeb } from './adapters/web/server.ts'
import { createUploads } from './adapters/web/uploads.ts'
import { ChaperoneError } from './bot/errors.ts'
import type { Files } from './bot/pictures.ts'
import { createPipeline } from './bot/pipeline.ts'
import type { Ports, Tell } from './bot/ports.ts'
import type { Practice } from './bot/practice.ts'
import type { Config } from './config.ts'
import { openEngine, openKnowledge, openLexicon, openTemplates } from './library.ts'
import { createAsk } from './skills/ask/skill.ts'
import { createCheck } from './skills/check/skill.ts'
import { createIncident } from './skills/incident/skill.ts'
import { createPhoto } from './skills/photo/skill.ts'
import { createRewrite } from './skills/rewrite/skill.ts'
import { openStateLaw } from './state-law-file.ts'
import { openVision } from './vision.ts'
import { warmUp } from './warm-up.ts'

/** How often jobs are looked after, in milliseconds. */
const TICK_MS = 60_000

export interface Chaperone {
  /** Where the server listens; the port is the one that it got. */
  host: string
  port: number
  /** Ends what is running and closes the data. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Puts the house together and opens its doors. One skill is one line in `skills`; one chat platform one line
 * after `web`.
 * @throws ChaperoneError, or Node's own error when the address cannot be had; everything is closed again then.
 */
export async function startChaperone(config: Config, practice: Practice): Promise<Chaperone> {
  const engine = openEngine()
  const clock = systemClock()
  const ids = ulids(clock)
  const log = createLog({ level: config.logLevel })
  const { store, hasher, migrated } = await openSqlite({
    home: config.home,
    key: config.key?.reveal(),
    clock,
  })
  if (migrated > 0) log.info('store migrated', { count: migrated })
  // Slack and Teams are put together after the skills, which are what they serve.
  const tell: Tell = async ({ surface, id }, reply) => {
    if (surface === 'slack' && slack) return slack.tell(id, reply)
    if (surface === 'teams' && teams) return teams.tell(id, reply)
    return false
  }
  // Nobody but the surface that a photo came from can fetch it, or may.
  const files: Files = {
    read(file, from, limits) {
      const theirs =
        from.surface === 'slack' ? slack?.files : from.surface === 'teams' ? teams?.files : uploads
      if (theirs) return theirs.read(file, from, limits)
      throw new ChaperoneError('file_unreachable', 'no surface keeps this file')
    },
  }
  const vision = openVision()
  const uploads = createUploads(clock, ids)
  const ports: Ports = { clock, ids, store, hasher, log, tell, vision, files }

  const skills = [
    createCheck(engine),
    createAsk(openKnowledge(), engine),
    createRewrite(engine, openTemplates()),
    createIncident(engine, openStateLaw()),
    createPhoto(engine, openLexicon()),
  ]
  const { handle, stop: stopPipeline } = createPipeline({ ports, practice, skills })
  const health = { ready: async () => ({ rules: true, store: await answers(store) }) }
  const { host, port, page } = config
  const web = createWeb({ handle, clock, ids, health, host, port, log, page, uploads })
  const slack =
    config.slack &&
    createSlack({ handle, clock, ids, log, dialogs: store.dialogs, ...revealed(config.slack) })
  for (const handler of slack?.handlers ?? []) web.mount('/slack/events', handler)
  const teams =
    config.teams || config.teamsAnonymous
      ? createTeams({
          handle,
          clock,
          ids,
          log,
          dialogs: store.dialogs,
          registration: registered(config.teams),
        })
      : undefined
  for (const handler of teams?.handlers ?? []) web.mount('/api/messages', handler)

  const ticker = createTicker({ handle, clock, jobs: ['incident/remind'], everyMs: TICK_MS })

  let stopping: Promise<void> | undefined
  const close = async () => {
    log.info('stopping')
    // First nothing new comes in, then what is running ends, then nobody needs the data any more.
    await ticker.stop()
    await web.stop()
    await slack?.stop()
    await teams?.stop()
    await stopPipeline()
    await vision.close()
    await store.close()
    log.info('stopped')
  }
  const stop = () => {
    stopping ??= close()
    return stopping
  }

  try {
    warmUp(engine)
    await slack?.start()
    const listening = await web.start()
    ticker.start()
    log.info('started', { port: listening.port })
    return { ...listening, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Secrets, shown to the adapter that needs them and to nobody else. */
function revealed({ botToken, signingSecret, appToken, apiUrl }: NonNullable<Config['slack']>) {
  return {
    botToken: botToken.reveal(),
    signingSecret: signingSecret?.reveal(),
    appToken: appToken?.reveal(),
    apiUrl,
  }
}

function registered(teams: Config['teams']) {
  return teams
    ? { appId: teams.appId, password: teams.password.reveal(), tenantId: teams.tenantId }
    : undefined
}

/** Whether the store can be read from now. */
async function answers(store: Ports['store']): Promise<boolean> {
  await store.dialogs.get('health')
  return true
}
