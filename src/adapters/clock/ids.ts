import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from '../../bot/ports.ts'

/** Crockford's base 32: no I, L, O or U, so that an id can be read out on the telephone. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_BITS = 80n

/**
 * ULIDs (github.com/ulid/spec): 48 bits of milliseconds, 80 of chance, 26 characters. Within a millisecond,
 * and when the clock goes back, the last id is counted up, so the ids of a process always ascend.
 */
export function ulids(clock: Pick<Clock, 'now'>, random: (bytes: number) => Uint8Array = randomBytes): Ids {
  let last = -1n
  return {
    next() {
      const fresh = (BigInt(clock.now()) << RANDOM_BITS) | toNumber(random(10))
      last = fresh >> RANDOM_BITS > last >> RANDOM_BITS ? fresh : last + 1n
      return toText(last)
    },
  }
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function toText(id: bigint): string {
  let text = ''
  for (let rest = id; text.length < 26; rest >>= 5n) text = DIGITS.charAt(Number(rest & 31n)) + text
  return text
}
