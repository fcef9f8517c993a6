import { compilePhrases, type Reading, type Vocabulary } from '../../kit.ts'

/** A practice speaks: of itself, its people, its services, or with the signs that posts are made of. */
const PRACTISING =
  '({we}|{staff}|{own}|{staffword}|{procedure}|{product}|{condition}|{body}|{outcome}|{patient}|{visit}|{tag}|{emoji}|{money}|{brand})'

const made = new WeakMap<Reading, boolean>()

/**
 * Does a practice speak in this draft? Where nothing says so, a name, a town or a birthday belongs to somebody whom
 * the reader cannot know, and a closer look is worth the while.
 */
export function houseOf(vocabulary: Vocabulary): (reading: Reading) => boolean {
  const practising = compilePhrases([PRACTISING], vocabulary, '')
  return (reading) => {
    let speaks = made.get(reading)
    if (speaks === undefined) {
      speaks = practising.test(reading.code)
      made.set(reading, speaks)
    }
    return speaks
  }
}

/** The same for a draft without one stretch of it: an address has words that a practice would use too. */
export function houseBeside(vocabulary: Vocabulary): (reading: Reading, from: number, to: number) => boolean {
  const practising = compilePhrases([PRACTISING], vocabulary, '')
  return ({ code }, from, to) =>
    practising.test(code.slice(Math.max(0, from - 2000), from)) || practising.test(code.slice(to, to + 2000))
}
