import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../../src/library.ts'

const engine = openEngine()

describe('a masked text', () => {
  it.each<[string, string]>([
    ['Thank you, Sarah!', 'Thank you, [name]!'],
    ['thanks sarah, see you Tuesday', 'thanks [name], see you [date]'],
    ['Mary Ann Smith loved it', '[name] loved it'],
    ['Call 303-555-0147 or mail jo.doe@mail.example', 'Call [number] or mail [address]'],
    ['SSN 219-09-9999', 'SSN [number]'],
    ['Look at @jane.doe and https://example.com/p/1', 'Look at [address] and [address]'],
    ['Our 5-star rating, 20% off, 3 days left', 'Our 5-star rating, 20% off, 3 days left'],
    ['Zyxwine was so brave', '[name] was so brave'],
    ['Botox is quick.', 'Botox is quick.'],
    ['', ''],
  ])('%j becomes %j', (text, masked) => {
    expect(engine.mask(text)).toBe(masked)
  })

  it('keeps the practice’s own', () => {
    const practice = { staff: ['Dr. Maria Rivera'], phones: ['512-555-0142'] }
    expect(engine.mask('Dr. Rivera and Sarah love Maria', practice)).toBe('Dr. Rivera and [name] love Maria')
  })

  it('holds no name, number or address of who it is about, wherever these stand', () => {
    const secrets = [
      'Kaylee',
      'Marguerite',
      '303-555-0147',
      'kay@mail.example',
      '@kaylee.rose',
      '4111111111111111',
    ]
    const around = fc.constantFrom(' had her filler', ' came in', ', thank you!', '', ' #blessed', '\n')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...secrets), around), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const text = parts.map(([secret, rest]) => `Hello ${secret}${rest}`).join(' ')
          const masked = engine.mask(text)
          for (const secret of secrets) expect(masked).not.toContain(secret)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is made of any string without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof engine.mask(text)).toBe('string')
      }),
      { numRuns: 300 },
    )
  })
})
