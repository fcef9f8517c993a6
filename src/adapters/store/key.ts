import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type Hmac,
  hkdfSync,
  randomFillSync,
} from 'node:crypto'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Hasher } from '../../bot/ports.ts'

/** What the installation's key can do. The key itself cannot be read back out. */
export interface Key extends Hasher {
  /** Says which key this is and nothing about it: 16 hex characters. */
  fingerprint: string
  /** AES-256-GCM. `bound` names the row that it belongs to; it opens nowhere else. */
  seal(text: string, bound: string): string
  /** Undefined: another key, another row, or changed on the way. */
  open(sealed: string, bound: string): string | undefined
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
const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The row that an inheritance is bound to. */
const INHERITED = 'installation:inherited'

/** Random bytes are asked for in a block, and each of them is given out once. */
const nonces = Buffer.alloc(341 * NONCE_BYTES)
let given = nonces.length

function nextNonce(): Buffer {
  if (given === nonces.length) {
    randomFillSync(nonces)
    given = 0
  }
  given += NONCE_BYTES
  return nonces.subarray(given - NONCE_BYTES, given)
}

/**
 * @param master 32 bytes; one key for each use is derived from it (HKDF-SHA-256, RFC 5869).
 * @param inherited from `successor`, where this key followed another.
 * @throws ChaperoneError store_corrupt: the inheritance cannot be opened.
 */
export function createKey(master: Uint8Array, inherited?: string): Key {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `chaperone ${use}`, KEY_BYTES))
  const sealing = createSecretKey(derive('seal'))
  const fingerprint = createHmac('sha256', derive('fingerprint')).update('').digest('hex').slice(0, 16)
  const prefix = `${VERSION}.${fingerprint}.`
  const extra = (bound: string) => Buffer.from(`${prefix}${bound}`)

  const seal = (text: string, bound: string) => {
    const nonce = nextNonce()
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(extra(bound))
    const body = cipher.update(text, 'utf8')
    // Nothing is left for it to give; it makes the tag.
    cipher.final()
    return prefix + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
  }
  const open = (sealed: string, bound: string) => {
    if (!sealed.startsWith(prefix)) return undefined
    const bytes = Buffer.from(sealed.slice(prefix.length), 'base64')
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(extra(bound)).setAuthTag(bytes.subarray(-TAG_BYTES))
    try {
      const body = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([body, decipher.final()]).toString('utf8')
    } catch {
      return undefined
    }
  }
  const heir = inherited === undefined ? undefined : inherit(open(inherited, INHERITED))
  const hashing = heir ? Buffer.from(heir.hash, 'base64') : derive('hash')
  const hasher = createSecretKey(hashing)
  const linking = new Map(
    Object.entries(heir?.links ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]),
  ).set(fingerprint, derive('trail'))

  return {
    fingerprint,
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
