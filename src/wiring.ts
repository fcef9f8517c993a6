import { systemClock } from './adapters/clock/clock.ts'
import { ulids } from './adapters/clock/ids.ts'
import { createTicker } from './adapters/clock/ticker.ts'
import { createLog } from './adapters/log/log.ts'
import { createSlack } from './adapters/slack/slack.ts'
import { openStore } from './adapters/store/open.ts'
import { createTeams } from './adapters/teams/teams.ts'
import { counted, openMirrors } from './adapters/tickets/open.ts'
import { createWeb } from './adapters/web/server.ts'
import { createUploads } from './adapters/web/uploads.ts'
import { ChaperoneError } from './bot/errors.ts'
import type { Files } from './bot/pictures.ts'
import { createPipeline } from './bot/pipeline.ts'
import type { Ports, Tell } from './bot/ports.ts'
import type { Practice } from './bot/practice.ts'
import type { Config } from './config.ts'
import { openEngine, openKnowledge, openLexicon, openTemplates } from './library.ts'
import { openModel } from './model/open.ts'
import { samplesOf } from './model/samples.ts'
import { openReader } from './reader/reader.ts'
import { createSkills, JOBS } from './skill-set.ts'
import { revealed } from './slack-settings.ts'
import { openStateLaw } from './state-law-file.ts'
import { startUpkeep } from './upkeep.ts'
import { eyesOf, openVision } from './vision.ts'
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
  const { store, hasher, migrated } = await openStore({
    home: config.home,
    databaseUrl: config.databaseUrl?.reveal(),
    key: config.key?.reveal(),
    clock,
    thread: config.slack !== undefined || config.teams !== undefined,
  })
  if (migrated > 0) log.info('store migrated', { count: migrated })
  // Slack and Teams are put together after the skills, which are what they serve.
  const tell: Tell = async ({ surface, id }, reply, once) => {
    if (surface === 'slack' && slack) return slack.tell(id, reply, once)
    if (surface === 'teams' && teams) return teams.tell(id, reply, once)
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
  const upkeep = startUpkeep(ports, practice.retention)

  const mirrors = counted(openMirrors(mirrorSettings(config, hasher, clock)))
  const model = await openModel(config.model, { engine, practice, clock, log })
  const reader = config.slack || config.teams ? openReader({ here: engine, clock, log }) : undefined
  const skills = createSkills({
    model,
    ...(reader ? { read: reader.read } : {}),
    engine,
    lexicon: openLexicon(),
    room: openKnowledge(),
    templates: openTemplates(),
    law: openStateLaw(),
    mirrors: mirrors.places,
    eyes: eyesOf(vision, files),
  })
  const { handle, stop: stopPipeline } = createPipeline({ ports, practice, skills })
  const health = {
    ready: async () => ({ rules: true, store: await answers(store) }),
    samples: () => [...samplesOf(model), ...mirrors.samples(), ...(slack?.samples() ?? [])],
  }
  const { host, port, page } = config
  const web = createWeb({ handle, clock, ids, health, host, port, log, page, uploads })
  const slack =
    config.slack &&
    createSlack({ handle, clock, ids, log, dialogs: store.dialogs, ...revealed(config.slack) })
  if (slack?.listener) web.hand('/slack/events', slack.listener)
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

  const jobs = [...JOBS, ...(mirrors.places.length > 0 ? ['incident/mirror'] : [])]
  const ticker = createTicker({ handle, clock, jobs, everyMs: TICK_MS })

  let stopping: Promise<void> | undefined
  const close = async () => {
    log.info('stopping')
    // First nothing new comes in, then what is running ends, then nobody needs the data any more.
    await ticker.stop()
    // Nobody waits for a second reader any more: what is running ends with what the rules found.
    model.stop()
    await web.stop()
    await slack?.stop()
    await teams?.stop()
    await stopPipeline()
    await upkeep.stop()
    await reader?.close()
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

function registered(teams: Config['teams']) {
  return teams
    ? { appId: teams.appId, password: teams.password?.reveal(), tenantId: teams.tenantId }
    : undefined
}

/** Issues carry a word of this installation's own; its key stays here. */
function mirrorSettings({ jira, webhook }: Config, hasher: Ports['hasher'], clock: Ports['clock']) {
  return {
    jira: jira ? { ...jira, token: jira.token.reveal() } : undefined,
    webhook: webhook ? { url: webhook.url, secret: webhook.secret.reveal() } : undefined,
    installation: hasher.hash('tickets').slice(0, 8),
    now: clock.now,
  }
}

/** Whether the store can be read from now. */
async function answers(store: Ports['store']): Promise<boolean> {
  await store.dialogs.get('health')
  return true
}
