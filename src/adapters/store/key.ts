import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import type { Hasher } from '../../bot/ports.ts'

/** What the installation's key can do. The key itself cannot be read back out. */
export interface Key extends Hasher {
  /** Says which key this is and nothing about it: 16 hex characters. */
  fingerprint: string
  /** AES-256-GCM. `bound` names the row that it belongs to; it opens nowhere else. */
  seal(text: string, bound: string): string
  /** Undefined: another key, another row, or changed on the way. */
  open(sealed: string, bound: string): string | undefined
}

/** Bytes of the master key. */
export const KEY_BYTES = 32
const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param master 32 bytes; one key for each use is derived from it (HKDF-SHA-256, RFC 5869). */
export function createKey(master: Uint8Array): Key {
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `chaperone ${use}`, KEY_BYTES)))
  const hashing = derive('hash')
  const sealing = derive('seal')
  const fingerprint = createHmac('sha256', derive('fingerprint')).update('').digest('hex').slice(0, 16)
  const prefix = `${VERSION}.${fingerprint}.`
  const extra = (bound: string) => Buffer.from(`${prefix}${bound}`)

  return {
    fingerprint,
    // Lone surrogates would all turn into the same replacement character in UTF-8; UTF-16 keeps them apart.
    hash: (text) => createHmac('sha256', hashing).update(text, 'utf16le').digest('hex'),
    seal(text, bound) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(extra(bound))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return prefix + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
    },
    open(sealed, bound) {
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
    },
  }
}
