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
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ChaperoneError } from '../../bot/errors.ts'
import { createKey, KEY_BYTES, type Key } from './key.ts'

const DATABASE = 'chaperone.db'
const KEY_FILE = 'chaperone.key'
const NEXT_KEY_FILE = 'chaperone.key.next'
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
 * The master key of the data folder, made on the first start, and the one that a rotation was bringing in. A
 * database without its key file is refused: a new key would make everything in it unreadable without anybody
 * noticing.
 */
export function folderKeys(home: string, isNew: boolean): Uint8Array[] {
  const path = join(home, KEY_FILE)
  if (!existsSync(path)) {
    if (!isNew)
      throw new ChaperoneError(
        'key_missing',
        `${path} is missing; bring it back from a backup, or set CHAPERONE_KEY`,
      )
    writeKey(path, randomBytes(KEY_BYTES))
  }
  chmodSync(path, OWNER_FILE)
  return existingKeys(home)
}

/** The keys that are there; none is made. */
export function existingKeys(home: string): Uint8Array[] {
  const there = [KEY_FILE, NEXT_KEY_FILE].map((name) => join(home, name)).filter((path) => existsSync(path))
  if (there.length === 0)
    throw new ChaperoneError(
      'key_missing',
      `${join(home, KEY_FILE)} is missing; put the key there that belongs to the data, or set CHAPERONE_KEY`,
    )
  return there.map(readKey)
}

function readKey(path: string): Uint8Array {
  const text = readFileSync(path, 'utf8').trim()
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === KEY_BYTES && bytes.toString('base64') === text) return bytes
  throw new ChaperoneError('key_invalid', `${path} is not a key; bring it back from a backup`)
}

/** Lays a new key beside the old one, before the data is turned over to it. */
export function layNextKey(home: string): Uint8Array {
  const path = join(home, NEXT_KEY_FILE)
  rmSync(path, { force: true })
  writeKey(path, randomBytes(KEY_BYTES))
  return readKey(path)
}

/**
 * Ends a rotation, also one that was cut short: the key that the data is written with becomes the key file. The
 * old one stays under its fingerprint, for the backups that were made with it.
 */
export function settleKey(home: string, key: Pick<Key, 'fingerprint'>): void {
  const [path, next] = [join(home, KEY_FILE), join(home, NEXT_KEY_FILE)]
  // Another process may be rotating at this moment: a new key that is not in use yet is left alone.
  if (!existsSync(next) || createKey(readKey(next)).fingerprint !== key.fingerprint) return
  const old = join(home, `${KEY_FILE}.${createKey(readKey(path)).fingerprint}`)
  if (!existsSync(old)) linkSync(path, old)
  renameSync(next, path)
}

/** Whole or not at all, and of two processes that start together one makes it and both use it. */
function writeKey(path: string, key: Uint8Array): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', OWNER_FILE)
  try {
    writeSync(file, `${Buffer.from(key).toString('base64')}\n`)
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
