import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../adapters/clock/clock.ts'
import { openStore } from '../../adapters/store/open.ts'
import type { Opened } from '../../adapters/store/store.ts'
import type { Actor } from '../../bot/ports.ts'
import { type Config, readConfig } from '../../config.ts'
import type { Io } from '../io.ts'

/** Who the trail says it was when somebody uses the command line: whoever has the account of this machine. */
export const COMMAND_LINE: Actor = { surface: 'terminal', person: 'this-machine' }

/**
 * Runs `work` on the data that the environment names, and closes it again. Undefined where nothing was ever
 * written: looking must not make a data folder.
 */
export async function withData<T>(
  env: Io['env'],
  work: (opened: Opened, config: Config) => Promise<T>,
): Promise<T | undefined> {
  const { home, databaseUrl } = readConfig(env, process.cwd())
  if (!databaseUrl && !existsSync(join(home, 'chaperone.db'))) return undefined
  return makingData(env, work)
}

/** The same for a command that writes: what is not there yet is made. */
export async function makingData<T>(
  env: Io['env'],
  work: (opened: Opened, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(env, process.cwd())
  const { home, key, databaseUrl } = config
  const settings = { home, key: key?.reveal(), databaseUrl: databaseUrl?.reveal() }
  const opened = await openStore({ ...settings, clock: systemClock() })
  try {
    return await work(opened, config)
  } finally {
    await opened.store.close()
  }
}
