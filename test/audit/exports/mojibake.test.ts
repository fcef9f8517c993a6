import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repair } from '../../../src/adapters/exports/meta/mojibake.ts'
import { mangle } from './instagram-export.ts'

describe('a string of Meta', () => {
  it.each([
    ['a curly apostrophe', 'We\u00e2\u0080\u0099re open', 'We’re open'],
    [
      'quotes and a dash',
      '\u00e2\u0080\u009cYes\u00e2\u0080\u009d \u00e2\u0080\u0094 always',
      '“Yes” — always',
    ],
    ['an emoji', 'Smile \u00f0\u009f\u0098\u008a', 'Smile 😊'],
    ['an emoji with joiners', mangle('👩‍⚕️'), '👩‍⚕️'],
    ['accents', 'Caf\u00c3\u00a9 ma\u00c3\u00b1ana', 'Café mañana'],
    ['another script', mangle('注射後はきれい'), '注射後はきれい'],
    ['a no-break space', '9\u00c2\u00a0am', '9\u00a0am'],
    ['an accent that is one by itself in mojibake', mangle('CAFÉ»'), 'CAFÉ»'],
    [
      'a character that was cut in half at the end',
      'Smile \u00f0\u009f\u0098\u008a and \u00f0\u009f\u0098',
      'Smile 😊 and \ufffd',
    ],
  ])('is put right: %s', (_what, written, meant) => expect(repair(written)).toBe(meant))

  it.each([
    ['plain words', 'Happy Friday!'],
    ['nothing', ''],
    ['an accent as it should be', 'Café'],
    ['accents as they should be', 'Crème brûlée à la façon de René'],
    ['a degree and a section sign', '68°F, see § 4 ±2'],
    ['curly quotes as they should be', 'We’re “open”'],
    ['an emoji as it should be', 'Smile 😊'],
    ['mojibake beside a real emoji, which no file of Meta can hold', '\u00e2\u0080\u0099 😊'],
    ['an accent before a closing quotation mark', '« Café » à 9 h'],
    ['an accent at the very end, which is no half character', 'voilà'],
    ['the trade mark signs', 'Invisalign® © 2026'],
  ])('is left as it is: %s', (_what, text) => expect(repair(text)).toBe(text))

  it('comes back as it was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(repair(mangle(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never touched when a character stands in it that mojibake cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        fc.pre(/[\u0100-\uffff]/.test(text))
        expect(repair(text)).toBe(text)
      }),
    )
  })
})
