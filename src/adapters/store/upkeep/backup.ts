import { createReadStream, existsSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Actor } from '../../../bot/ports.ts'
import { type Ground, patiently } from '../assemble.ts'
import { closeToOthers } from '../folder.ts'
import { trouble } from '../sqlite/trouble.ts'
import { append } from '../trail/trail.ts'

const OWNER_FILE = 0o600
/** First line of a backup; what follows is an SQLite database, whichever database it was taken from. */
export const HEADER = /^chaperone-backup 1 ([0-9a-f]{16}) ([0-9a-f]{64})\n/
/** Characters of that line, its end included. */
export const HEADER_LENGTH = 'chaperone-backup 1 '.length + 16 + 1 + 64 + 1

/**
 * Writes everything to one file, as it stood at one moment, while others go on writing. The file proves itself
 * to whoever has the key, down to the last byte; what people typed lies sealed in it as it does here.
 * @returns bytes of the file.
 * @throws ChaperoneError store_unavailable: the file is there already, or cannot be written.
 */
export async function backUp(ground: Ground, file: string, by: Actor, at: number): Promise<number> {
  const { key, db } = ground
  const draft = `${file}.partial`
  for (const path of [file, draft])
    if (existsSync(path))
      throw new ChaperoneError(
        'store_unavailable',
        `${path} is there already; name another file, or move it away`,
      )
  let begun = false
  try {
    closeToOthers(draft)
    await patiently(ground.busyMs, ground.place, ground.trouble, () => ground.copyTo(draft))
    const mac = key.backupMac()
    for await (const chunk of createReadStream(draft)) mac.update(chunk as Buffer)
    const target = await open(file, 'wx', OWNER_FILE)
    begun = true
    let bytes = HEADER_LENGTH
    try {
      await target.write(`chaperone-backup 1 ${key.fingerprint} ${mac.digest('hex')}\n`)
      for await (const chunk of createReadStream(draft)) {
        await target.writeFile(chunk as Buffer)
        bytes += (chunk as Buffer).length
      }
      await target.sync()
    } finally {
      await target.close()
    }
    const fact = { act: 'backed_up', subject: key.fingerprint, at } as const
    await patiently(ground.busyMs, ground.place, ground.trouble, () =>
      db.transaction().execute((tx) => append(tx, key, by, fact)),
    )
    return bytes
  } catch (error) {
    // Half a backup is worse than none: somebody would rely on it.
    if (begun) rmSync(file, { force: true })
    throw trouble(error, file)
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(draft + end, { force: true })
  }
}
