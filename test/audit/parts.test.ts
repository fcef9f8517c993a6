import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, createCalendar, isDay } from '../../src/cli/audit/calendar.ts'
import { excerptOf } from '../../src/cli/audit/excerpt.ts'
import { monthPlot } from '../../src/cli/audit/html/months.ts'
import { createTally } from '../../src/cli/audit/tally.ts'

describe('an excerpt', () => {
  const said = (text: string, ...places: [number, number][]) =>
    excerptOf(
      text,
      places.map(([start, end]) => ({ start, end })),
    )
      .map(({ words, marked }) => (marked ? `[${words}]` : words))
      .join('')

  it.each<[string, string, [number, number][], string]>([
    ['a short post whole', 'Thank you, Sarah! Bye.', [[11, 16]], 'Thank you, [Sarah]! Bye.'],
    [
      'places that overlap as one',
      'Thank you, Sarah! Bye.',
      [
        [0, 10],
        [6, 16],
      ],
      '[Thank you, Sarah]! Bye.',
    ],
    [
      'a place that holds another',
      'Thank you, Sarah! Bye.',
      [
        [0, 22],
        [11, 16],
      ],
      '[Thank you, Sarah! Bye.]',
    ],
    ['nothing marked where nothing is to be marked', 'Hello.', [], 'Hello.'],
  ])('shows %s', (_what, text, places, shown) => expect(said(text, ...places)).toBe(shown))

  it('shows of a long post its beginning and what is around the places', () => {
    const text = `Once upon a time ${'there was a long post '.repeat(40)}about Sarah in the middle ${'and it went on '.repeat(40)}`
    const at = text.indexOf('Sarah')
    const shown = said(text, [at, at + 5])
    expect(shown).toMatch(/^Once upon a time .* … .*about \[Sarah\] in the middle .* …$/)
    expect(shown.length).toBeLessThan(300)
  })

  it('shows only words of the post, in their order, and every mark as far as there is room', () => {
    const place = fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 900 }),
        fc.array(place, { maxLength: 5 }),
        (text, places) => {
          const spans = places.map(([start, size]) => ({ start, end: start + size }))
          const pieces = excerptOf(text, spans)
          let at = 0
          for (const { words } of pieces.filter((piece) => !piece.words.includes('…'))) {
            const found = text.indexOf(words, at)
            expect(found).toBeGreaterThanOrEqual(at)
            at = found + words.length
          }
          expect(pieces.reduce((sum, { words }) => sum + words.length, 0)).toBeLessThan(400)
        },
      ),
    )
  })
})

describe('days', () => {
  it('are those of the practice', () => {
    const late = { instant: Date.UTC(2026, 3, 1, 3) }
    expect(createCalendar('America/Chicago').dayOfPost(late)).toBe('2026-03-31')
    expect(createCalendar('UTC').dayOfPost(late)).toBe('2026-04-01')
    expect(createCalendar('UTC').dayOfPost({ day: '2026-03-05' })).toBe('2026-03-05')
    expect(createCalendar('UTC').dayOfPost(undefined)).toBeUndefined()
  })

  it('are counted over months, years and leap days', () => {
    // The practice learns of it on Tue 3 Nov 2026: day 60 is Sat 2 Jan 2027.
    expect(addDays('2026-11-03', 60)).toBe('2027-01-02')
    expect(addDays('2027-12-31', 60)).toBe('2028-02-29')
  })

  it.each([
    ['2026-01-31', true],
    ['2026-02-30', false],
    ['2026-1-1', false],
    ['soon', false],
  ])('%j: %s', (day, is) => expect(isDay(day)).toBe(is))
})

describe('the plot of months', () => {
  const plot = (...days: string[]) => {
    const { tally, add } = createTally()
    for (const day of days) add({ verdict: 'stop', kind: 'caption', platform: null, marks: [] }, day)
    return monthPlot(tally)
  }
  const bars = (svg: string) => svg.match(/<rect/g)?.length ?? 0

  it('draws every month with something in it, and tells the highest in words', () => {
    const svg = plot('2025-11-05', '2026-02-05', '2026-02-06')
    expect(bars(svg)).toBe(2)
    expect(svg).toContain('4 months, from Nov 2025 to Feb 2026. Most in Feb 2026: 2.')
    for (const name of ['Nov', 'Dec', 'Jan', 'Feb', '2025', '2026']) expect(svg).toContain(`>${name}<`)
  })

  it('names years where there are many months, also over decades and with one month alone', () => {
    expect(plot('2010-01-05', '2026-02-05')).toContain('>2012<')
    expect(bars(plot('2026-02-05'))).toBe(1)
    expect(plot()).toContain('No post has a date.')
  })

  it('stays inside of its picture', () => {
    const svg = plot('2020-01-05', '2026-02-05', '2026-02-05')
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? []
    for (const [, x, y, w, h] of svg.matchAll(
      /x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
    )) {
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(width as number)
      expect(Number(y) + Number(h)).toBeLessThanOrEqual(height as number)
    }
  })
})
