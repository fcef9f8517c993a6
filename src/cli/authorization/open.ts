import { systemClock } from '../../adapters/clock/clock.ts'
import { ulids } from '../../adapters/clock/ids.ts'
import { openStore } from '../../adapters/store/open.ts'
import { factsOf, type Practice } from '../../bot/practice.ts'
import { type Authorization, dayOf, findForm } from '../../bot/records/authorization.ts'
import type { Register } from '../../bot/register.ts'
import { readConfig } from '../../config.ts'
import { openEngine } from '../../library.ts'
import type { Around } from '../../skills/authorization/form/read.ts'
import { FOUND, type Io, Refused, write } from '../io.ts'
import { COMMAND_LINE, withData } from '../upkeep/open.ts'

/** "surface:id" of whoever has the account of this machine. */
export const ME = `${COMMAND_LINE.surface}:${COMMAND_LINE.person}`

/** The register and what is needed to read what people write into it. */
export interface Desk {
  register: Register
  practice: Practice
  /** Milliseconds since 1970, and the practice's day. */
  at: number
  today: string
  around: Around
  /** A new id for everything that is done. */
  deed(): { id: string; at: number; by: string }
}

export interface Place {
  practice: Practice
  io: Io
}

/** Opens the register for writing; makes the data folder where there is none. */
export async function atDesk<T>({ practice, io }: Place, work: (desk: Desk) => Promise<T>): Promise<T> {
  const { home, key, databaseUrl } = readConfig(io.env, process.cwd())
  const clock = systemClock()
  const ids = ulids(clock)
  const { store } = await openStore({
    home,
    databaseUrl: databaseUrl?.reveal(),
    key: key?.reveal(),
    clock,
  })
  try {
    const at = clock.now()
    const today = dayOf(at, practice.timeZone)
    return await work({
      register: store.register,
      practice,
      at,
      today,
      around: { today, mask: masker(practice) },
      deed: () => ({ id: `terminal:${ids.next()}`, at: clock.now(), by: ME }),
    })
  } finally {
    await store.close()
  }
}

/** Looks without writing; undefined: nothing was ever written here. */
export const lookInto = <T>(io: Io, work: (register: Register) => Promise<T>): Promise<T | undefined> =>
  withData(io.env, ({ store }) => work(store.register))

/** Remembers what it has masked: a sheet says the same purpose a thousand times. */
function masker(practice: Practice): (text: string) => string {
  const engine = openEngine()
  const facts = factsOf(practice)
  const known = new Map<string, string>()
  return (text) => {
    if (text === '') return text
    const before = known.get(text)
    if (before !== undefined) return before
    const masked = engine.mask(text, facts)
    if (known.size > MOST_KNOWN) known.clear()
    known.set(text, masked)
    return masked
  }
}
const MOST_KNOWN = 10_000

/** The form that was meant, or the line that says that there is none. */
export async function formFor(
  register: Register,
  reference: string | undefined,
  action: string,
): Promise<Authorization | undefined> {
  return findForm(register, needed(reference, action), COMMAND_LINE)
}

export function needed(reference: string | undefined, action: string): string {
  if (reference === undefined || reference.trim() === '')
    throw new Refused(`authorization ${action} wants a code, or a number like AUT-2026-0001`)
  return reference
}

export async function notOnFile(io: Io, json: boolean | undefined): Promise<number> {
  if (json) await write(io.stdout, `${JSON.stringify({ error: 'not on file' })}\n`)
  else await write(io.stderr, 'chaperone: no form is on file under that code\n')
  return FOUND
}
