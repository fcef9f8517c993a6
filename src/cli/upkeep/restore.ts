import { resolve } from 'node:path'
import { systemClock } from '../../adapters/clock/clock.ts'
import { restoreFolder, restoreInto } from '../../adapters/store/upkeep/restore.ts'
import { readConfig } from '../../config.ts'
import { type Common, DONE, type Io, write } from '../io.ts'
import { COMMAND_LINE, withData } from './open.ts'

/** Puts a backup in the place of the data. */
export async function runRestore(file: string, { json }: Common, io: Io): Promise<number> {
  const { home, key, databaseUrl } = readConfig(io.env, process.cwd())
  const clock = systemClock()
  const options = { file: resolve(file), home, key: key?.reveal(), clock, by: COMMAND_LINE }
  const aside = databaseUrl
    ? await withData(io.env, ({ ground }) => restoreInto(ground, options))
    : await restoreFolder(options)
  const kept = aside ? `What was there before lies in ${aside}.\n` : ''
  const text = `The backup is back in place.\n${kept}Start Chaperone; "verify-audit" proves the trail, which ends where the backup was made.\n`
  await write(io.stdout, json ? `${JSON.stringify({ restored: true, before: aside ?? null })}\n` : text)
  return DONE
}
