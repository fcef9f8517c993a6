import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto'

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What sealing needs of the key. Goes to a thread of this process, and nowhere else; printed it says nothing. */
export interface Sealing {
  secret: KeyObject
  fingerprint: string
}

export interface Seals {
  /** AES-256-GCM. `bound` names the row that it belongs to; it opens nowhere else. */
  seal(text: string, bound: string): string
  /** Undefined: another key, another row, or changed on the way. */
  open(sealed: string, bound: string): string | undefined
}

/** Among the values of a statement: a text, and what it is bound to. Whoever writes it seals it. */
export type Unsealed = readonly [text: string, bound: string]

export function sealedIn(values: readonly unknown[], seal: Seals['seal']): readonly unknown[] {
  return values.some(Array.isArray)
    ? values.map((one) => (Array.isArray(one) ? seal(...(one as unknown as Unsealed)) : one))
    : values
}

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

export function sealsOf({ secret, fingerprint }: Sealing): Seals {
  const prefix = `${VERSION}.${fingerprint}.`
  const extra = (bound: string) => Buffer.from(`${prefix}${bound}`)
  return {
    seal(text, bound) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(extra(bound))
      const body = cipher.update(text, 'utf8')
      // Nothing is left for it to give; it makes the tag.
      cipher.final()
      return prefix + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
    },
    open(sealed, bound) {
      if (!sealed.startsWith(prefix)) return undefined
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES })
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
