/** @import { Block } from '../../../bot/reply.ts' */
/** @typedef {Extract<Block, { type: 'verdict' }>['tone']} Tone */

/**
 * A tone is said three ways: this word, an icon, a colour. "Nothing found" is all that a clear check means.
 *
 * @type {Record<Tone, string>}
 */
export const TONE_WORDS = {
  stop: 'Stop',
  needs: 'Needs authorization',
  caution: 'Caution',
  unchecked: 'Not checked',
  clear: 'Nothing found',
}

/** Worst first, for words that two findings share. @type {readonly Tone[]} */
const WORST_FIRST = ['stop', 'needs', 'unchecked', 'caution', 'clear']

/**
 * @template {Tone} T
 * @param {readonly [T, ...T[]]} tones
 * @returns {T}
 */
export function worst(tones) {
  return [...tones].sort((a, b) => WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b))[0] ?? tones[0]
}
