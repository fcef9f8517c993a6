import type { Register, RegisterRecord } from '../../bot/ports.ts'
import { factsOf, type Practice } from '../../bot/practice.ts'
import { addDays, isDay } from '../../knowledge/clocks/day.ts'
import { openEngine } from '../../library.ts'
import { localOf } from '../../skills/incident/report/when.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { COMMAND_LINE, makingData, withData } from '../upkeep/open.ts'

export interface TrainingOptions extends Common {
  who?: string
  topic?: string
  on?: string
}

/** Who took which training when; 45 CFR 164.530(b)(2)(ii) wants it written down, and kept for six years. */
interface Training {
  who: string
  topic: string
  /** YYYY-MM-DD */
  on: string
}

const MOST_WORDS = 200
const PAGE = 500
const YEAR = 365
const NOON_MS = 12 * 3_600_000

/** Exit code 1 for `list`: somebody of the practice file has no training of the last year. */
export async function runTraining(
  action: string | undefined,
  options: TrainingOptions,
  io: Io,
): Promise<number> {
  const { practice } = openPractice(options.practice, io.env)
  const today = localOf(Date.now(), practice.timeZone).day
  if (action === 'add') return add(options, practice, today, io)
  if (action === 'list') return list(options, practice, today, io)
  throw new Refused('say one of: training add --who NAME --topic WORDS --on DAY, training list')
}

async function add(
  { who, topic, on, json }: TrainingOptions,
  practice: Practice,
  today: string,
  io: Io,
): Promise<number> {
  if (on === undefined || !isDay(on)) throw new Refused('training add wants --on with a day like 2026-01-31')
  if (on > today) throw new Refused('--on is still to come; it is written down when it was taken')
  const words = openEngine().mask((topic ?? '').trim().slice(0, MOST_WORDS), factsOf(practice))
  if (!/\p{L}{2}/u.test(words)) throw new Refused('training add wants --topic with a few words')
  const name = nameIn(who, practice)
  const body: Training = { who: name, topic: words, on }
  const made = await makingData(io.env, async ({ store }) => {
    const at = Date.now()
    const year = Number(on.slice(0, 4))
    const origin = JSON.stringify(body)
    // Its six years run from the day on which it was taken.
    const ended = Math.min(at, Date.parse(on) + NOON_MS)
    return store.register.create('training', { at, year, state: 'taken', body, origin, ended }, COMMAND_LINE)
  })
  await write(
    io.stdout,
    json ? `${JSON.stringify({ number: made.number, ...body })}\n` : `${made.number}  ${lineOf(body)}\n`,
  )
  return DONE
}

/** Names come from the practice file where there is one: a misspelt name would be nobody's training. */
function nameIn(who: string | undefined, { written, roster }: Practice): string {
  const wanted = (who ?? '').trim().slice(0, MOST_WORDS)
  if (wanted === '') throw new Refused('training add wants --who with a name')
  if (!written) return wanted
  const found = roster.find(({ name, nicknames }) =>
    [name, ...nicknames].some((one) => one.toLowerCase() === wanted.toLowerCase()),
  )
  if (!found) throw new Refused('nobody under "staff" of the practice file is called that')
  return found.name
}

async function list(
  { who, json }: TrainingOptions,
  practice: Practice,
  today: string,
  io: Io,
): Promise<number> {
  const wanted = who === undefined ? undefined : nameIn(who, practice)
  const all = (await withData(io.env, ({ store }) => trainingOf(store.register))) ?? []
  const since = addDays(today, -YEAR)
  const recent = new Set(all.filter(({ on }) => on >= since).map((one) => one.who))
  const missing = practice.roster
    .map(({ name }) => name)
    .filter((name) => !recent.has(name) && (wanted === undefined || wanted === name))
  const shown = all
    .filter((one) => wanted === undefined || one.who === wanted)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (json) await write(io.stdout, `${JSON.stringify({ training: shown, none: missing })}\n`)
  else await write(io.stdout, `${asText(shown, missing)}\n`)
  return missing.length > 0 ? FOUND : DONE
}

function asText(shown: readonly (Training & { number: string })[], missing: readonly string[]): string {
  const lines = shown.map((one) => `${one.number}  ${lineOf(one)}`)
  const none = missing.length > 0 ? [`No training in the last year: ${missing.join(', ')}`] : []
  // What people typed may hold what a terminal would obey.
  return [...(lines.length > 0 ? lines : ['No training is written down.']), ...none]
    .join('\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
}

const lineOf = ({ who, topic, on }: Training) => `${on}  ${who}  ${topic}`

/** All of it, in the order in which it was written down. */
export async function trainingOf(register: Register): Promise<(Training & { number: string })[]> {
  const all: RegisterRecord[] = []
  for (let after: RegisterRecord | undefined; ; ) {
    const wanted = { limit: PAGE, ...(after ? { after } : {}) }
    const page = await register.list('training', wanted, after ? 'nobody' : COMMAND_LINE)
    all.push(...page)
    after = page.at(-1)
    if (page.length < PAGE) return all.map(({ number, body }) => ({ number, ...(body as Training) }))
  }
}
