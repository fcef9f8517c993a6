import { resolve } from 'node:path'
import { backUp } from '../../adapters/store/upkeep/backup.ts'
import { type Common, DONE, type Io, Refused, write } from '../io.ts'
import { COMMAND_LINE, withData } from './open.ts'

/** One file, made while others go on writing. */
export async function runBackup(file: string, { json }: Common, io: Io): Promise<number> {
  const path = resolve(file)
  const done = await withData(io.env, async ({ ground, store }, { key }) => ({
    file: path,
    bytes: await backUp(ground, path, COMMAND_LINE, Date.now()),
    key: ground.key.fingerprint,
    head: await store.trail.head(),
    keyFile: key === undefined,
  }))
  if (!done) throw new Refused('there is no data yet, so there is nothing to back up')
  const { keyFile, ...told } = done
  const key = keyFile ? 'chaperone.key of the data folder' : 'CHAPERONE_KEY'
  const text = `Backup: ${path} (${done.bytes} bytes).\nIt opens with ${key} alone (${done.key}): keep a copy of that key, and not beside the backup.\nHead of the audit trail: ${done.head}\n`
  await write(io.stdout, json ? `${JSON.stringify(told)}\n` : text)
  return DONE
}
