import { systemClock } from '../adapters/clock/clock.ts'
import { ulids } from '../adapters/clock/ids.ts'
import { createLog } from '../adapters/log/log.ts'
import { createSlack } from '../adapters/slack/slack.ts'
import { canvasOf } from '../adapters/terminal/platform.ts'
import { render } from '../adapters/terminal/render.ts'
import { NO_FILES, NO_VISION } from '../bot/pictures.ts'
import type { Ports, Tell } from '../bot/ports.ts'
import { ROLES } from '../bot/roles.ts'
import { dayOf } from '../bot/time/day.ts'
import type { Config } from '../config.ts'
import { openEngine, openKnowledge, openLexicon, openTemplates } from '../library.ts'
import { createSkills } from '../skill-set.ts'
import { digestOf } from '../skills/digest/make.ts'
import { sendDue } from '../skills/digest/send.ts'
import { showDigest } from '../skills/digest/show.ts'
import { recipientsOf } from '../skills/digest/who.ts'
import { revealed } from '../slack-settings.ts'
import { openStateLaw } from '../state-law-file.ts'
import { type Common, DONE, type Io, Refused, write } from './io.ts'
import { openPractice } from './practice.ts'
import { withData } from './upkeep/open.ts'

export interface DigestOptions extends Common {
  date?: string
  dryRun?: boolean
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Shows the digest of a day; the one of today also goes to everybody who is due one and has not had it, as it does
 * by itself while Chaperone runs. Run on top of that, or twice, it sends nothing a second time.
 */
export async function runDigest(
  { date, dryRun, json, practice: file }: DigestOptions,
  io: Io,
): Promise<number> {
  const { practice } = openPractice(file, io.env)
  const today = dayOf(Date.now(), practice.timeZone)
  const day = date ?? today
  if (!isDay(day)) throw new Refused('--date wants a day like 2026-01-31')
  if (day > today) throw new Refused('--date is a day that has not begun; there is nothing to tell of it')
  const skills = createSkills({
    engine: openEngine(),
    lexicon: openLexicon(),
    room: openKnowledge(),
    templates: openTemplates(),
    law: openStateLaw(),
  })
  const made = await withData(io.env, async ({ store, hasher }, config) => {
    const clock = systemClock()
    const ids = ulids(clock)
    const log = createLog({ level: config.logLevel })
    const ports: Ports = {
      clock,
      ids,
      store,
      hasher,
      log,
      tell: tellOf(config, { clock, ids, log, store }),
      vision: NO_VISION,
      files: NO_FILES,
    }
    const digest = await digestOf(day, { ports, practice, roles: new Set(ROLES), skills })
    const sends = !dryRun && day === today && config.slack !== undefined
    return { digest, sent: sends ? await sendDue({ ports, practice, skills }) : 0 }
  })
  if (!made) {
    await write(
      io.stdout,
      json
        ? `${JSON.stringify({ date: day, quiet: true })}\n`
        : 'Nothing was written yet, so there is nothing to tell.\n',
    )
    return DONE
  }
  const { digest, sent } = made
  const recipients = recipientsOf(practice).length
  const shown = render(showDigest(digest), canvasOf(io.stdout, io.env))
  const after = dryRun || day !== today ? '' : `\n\nSent now to ${sent} of ${recipients} who get it.`
  await write(io.stdout, json ? `${JSON.stringify({ ...digest, recipients, sent })}\n` : `${shown}${after}\n`)
  return DONE
}

/** A day of the calendar, not just digits in its shape. */
const isDay = (text: string) =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** Speaks where a token is enough; Teams answers only to whoever serves it, so there the morning has to do. */
function tellOf(
  config: Config,
  { clock, ids, log, store }: Pick<Ports, 'clock' | 'ids' | 'log' | 'store'>,
): Tell {
  if (!config.slack) return async () => false
  const parts = { clock, ids, log, dialogs: store.dialogs, ...revealed(config.slack) }
  const slack = createSlack({ handle: async () => 'stopping', ...parts })
  return async ({ surface, id }, reply, once) => (surface === 'slack' ? slack.tell(id, reply, once) : false)
}
