import { randomFillSync } from 'node:crypto'
import type { Clock, Ids } from '../../bot/ports.ts'

/** Crockford's base 32: no I, L, O or U, so that an id can be read out on the telephone. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_DIGITS = 10
const RANDOM_DIGITS = 16
const RANDOM_BYTES = 10
/** Bytes that a JavaScript number holds, and that are whole digits of five bits. */
const AT_ONCE = 5

/**
 * ULIDs (github.com/ulid/spec): 48 bits of milliseconds, 80 of chance, 26 characters. Within a millisecond,
 * and when the clock goes back, the last id is counted up, so the ids of a process always ascend.
 */
export function ulids(clock: Pick<Clock, 'now'>, random: (bytes: number) => Uint8Array = inBlocks()): Ids {
  let time = -1
  let prefix = ''
  const chance = new Uint8Array(RANDOM_DIGITS)

  function at(ms: number): void {
    time = ms
    prefix = toText(digitsOf(ms, new Uint8Array(TIME_DIGITS), TIME_DIGITS))
  }

  return {
    next() {
      const now = clock.now()
      if (now > time) {
        at(now)
        const bytes = Buffer.from(random(RANDOM_BYTES))
        for (let from = 0; from < RANDOM_BYTES; from += AT_ONCE)
          digitsOf(bytes.readUIntBE(from, AT_ONCE), chance, ((from + AT_ONCE) * 8) / 5)
      } else if (!countedUp(chance)) at(time + 1)
      return prefix + toText(chance)
    },
  }
}

/** Asking for chance costs far more than chance itself: it comes for many ids at once, and each byte is given once. */
function inBlocks(size = 1000): (bytes: number) => Uint8Array {
  const block = Buffer.alloc(size)
  let given = size
  return (bytes) => {
    if (given + bytes > size) {
      randomFillSync(block)
      given = 0
    }
    given += bytes
    return block.subarray(given - bytes, given)
  }
}

/** Writes a number of at most 50 bits, eight or ten digits long, so that it ends before `end`. */
function digitsOf(value: number, digits: Uint8Array, end: number): Uint8Array {
  const count = digits.length === TIME_DIGITS ? TIME_DIGITS : RANDOM_DIGITS / 2
  let rest = value
  for (let place = end - 1; place >= end - count; place--) {
    digits[place] = rest % 32
    rest = Math.floor(rest / 32)
  }
  return digits
}

/** False: it was the last one, and begins at nought again. */
function countedUp(digits: Uint8Array): boolean {
  for (let place = digits.length - 1; place >= 0; place--) {
    const digit = digits[place] as number
    digits[place] = (digit + 1) % 32
    if (digit < 31) return true
  }
  return false
}

function toText(digits: Uint8Array): string {
  let text = ''
  for (const digit of digits) text += DIGITS[digit]
  return text
}
