import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ChaperoneError } from '../../bot/errors.ts'
import { KEY_BYTES } from './key.ts'

const DATABASE = 'chaperone.db'
const KEY_FILE = 'chaperone.key'
const OWNER_FOLDER = 0o700
const OWNER_FILE = 0o600

/** Makes the data folder if need be, and closes it and the database to everybody but their owner. */
export function prepareFolder(home: string): { database: string; isNew: boolean } {
  mkdirSync(home, { recursive: true, mode: OWNER_FOLDER })
  // A folder that also holds other things is somebody's own, and not ours to close.
  if (readdirSync(home).every((name) => name.startsWith('chaperone.'))) chmodSync(home, OWNER_FOLDER)
  const database = join(home, DATABASE)
  return { database, isNew: !existsSync(database) }
}

/** SQLite gives its -wal and -shm files the permissions of the database file, so that one comes first. */
export function closeToOthers(path: string): void {
  closeSync(openSync(path, 'a', OWNER_FILE))
  chmodSync(path, OWNER_FILE)
}

/**
 * The master key of the data folder, made on the first start. A database without its key file is refused:
 * a new key would make everything in it unreadable without anybody noticing.
 */
export function keyFromFolder(home: string, isNew: boolean): Uint8Array {
  const path = join(home, KEY_FILE)
  if (!existsSync(path)) {
    if (!isNew)
      throw new ChaperoneError(
        'key_missing',
        `${path} is missing; bring it back from a backup, or set CHAPERONE_KEY`,
      )
    makeKey(path)
  }
  chmodSync(path, OWNER_FILE)
  const text = readFileSync(path, 'utf8').trim()
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === KEY_BYTES && bytes.toString('base64') === text) return bytes
  throw new ChaperoneError('key_invalid', `${path} is not a key; bring it back from a backup`)
}

/** Whole or not at all, and of two processes that start together one makes it and both use it. */
function makeKey(path: string): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', OWNER_FILE)
  try {
    writeSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}
