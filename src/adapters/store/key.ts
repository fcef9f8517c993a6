import { createHmac, createSecretKey, type Hmac, hkdfSync } from 'node:crypto'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Hasher } from '../../bot/ports.ts'
import { type Sealing, type Seals, sealsOf } from './seal.ts'

/** What the installation's key can do. The master key cannot be read back out. */
export interface Key extends Hasher, Seals {
  /** Says which key this is and nothing about it: 16 hex characters. */
  fingerprint: string
  /** For a thread that seals as this key does. */
  sealing: Sealing
  /** Link of the audit trail, hex. Undefined: written under a key that this one does not follow. */
  link(fingerprint: string, text: string): string | undefined
  /** For the whole of a backup. */
  backupMac(): Hmac
  /** The key that takes over: it hashes as this one does, and can still prove what this one linked. */
  successor(master: Uint8Array): { key: Key; inherited: string }
}

/** What a key takes over from the ones before it; lies sealed in the database. */
interface Inheritance {
  /** Base64. */
  hash: string
  /** Base64, by fingerprint. */
  links: Record<string, string>
}

/** Bytes of the master key. */
export const KEY_BYTES = 32

/** The row that an inheritance is bound to. */
const INHERITED = 'installation:inherited'

/**
 * @param master 32 bytes; one key for each use is derived from it (HKDF-SHA-256, RFC 5869).
 * @param inherited from `successor`, where this key followed another.
 * @throws ChaperoneError store_corrupt: the inheritance cannot be opened.
 */
export function createKey(master: Uint8Array, inherited?: string): Key {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `chaperone ${use}`, KEY_BYTES))
  const fingerprint = createHmac('sha256', derive('fingerprint')).update('').digest('hex').slice(0, 16)
  const sealing = { secret: createSecretKey(derive('seal')), fingerprint }
  const { seal, open } = sealsOf(sealing)
  const heir = inherited === undefined ? undefined : inherit(open(inherited, INHERITED))
  const hashing = heir ? Buffer.from(heir.hash, 'base64') : derive('hash')
  const hasher = createSecretKey(hashing)
  const linking = new Map(
    Object.entries(heir?.links ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]),
  ).set(fingerprint, derive('trail'))

  return {
    fingerprint,
    sealing,
    seal,
    open,
    // Lone surrogates would all turn into the same replacement character in UTF-8; UTF-16 keeps them apart.
    hash: (text) => createHmac('sha256', hasher).update(text, 'utf16le').digest('hex'),
    link(name, text) {
      const key = linking.get(name)
      return key && createHmac('sha256', key).update(text).digest('hex')
    },
    backupMac: () => createHmac('sha256', derive('backup')),
    successor(next) {
      const links = Object.fromEntries([...linking].map(([name, key]) => [name, key.toString('base64')]))
      const text = JSON.stringify({ hash: hashing.toString('base64'), links } satisfies Inheritance)
      const sealed = createKey(next).seal(text, INHERITED)
      return { key: createKey(next, sealed), inherited: sealed }
    },
  }
}

function inherit(json: string | undefined): Inheritance {
  if (json !== undefined) return JSON.parse(json) as Inheritance
  throw new ChaperoneError('store_corrupt', 'what the key took over from the one before it was changed')
}
