import { describe, expect, it } from 'vitest'
import type { Box, ReadText } from '../../../src/bot/pictures.ts'
import { openLexicon } from '../../../src/library.ts'
import { chartSigns, readChart } from '../../../src/skills/photo/text/chart.ts'
import { readPeople } from '../../../src/skills/photo/text/people.ts'
import { repaired } from '../../../src/skills/photo/text/repair.ts'
import { rowsOf } from '../../../src/skills/photo/text/rows.ts'
import { screenshotOf } from '../../../src/skills/photo/text/screenshot.ts'

const people = readPeople(openLexicon())({ staff: ['Dr. Maria Rivera', 'Bella Kowalski, RN'] })
const SCREEN: Box = { x: 0, y: 0, width: 1000, height: 1000 }
const read = (text: string, x = 10, y = 10, width = text.length * 10, height = 20): ReadText => ({
  text,
  score: 0.9,
  box: { x, y, width, height },
})
/** What one line gives away: "rule severity: words". */
function told(text: string, onScreen: boolean): string[] {
  return rowsOf([read(text)], onScreen ? [SCREEN] : []).flatMap((row) =>
    readChart(row, people, { ...chartSigns(row.text, people), care: false }).map(
      ({ rule, severity, start, end }) => `${rule.slice(6)} ${severity}: ${row.text.slice(start, end)}`,
    ),
  )
}

describe('words as a reader of pictures brings them', () => {
  it.each([
    ['DOB06/30/1944', 'DOB 06/30/1944'],
    ['D0B:06/30/1944', 'DOB:06/30/1944'],
    ['D.O.B. 6/30/44', 'DOB 6/30/44'],
    ['06 / 30 /1944', '06/30/1944'],
    ['MRN00482913', 'MRN 00482913'],
    ['M R N: 00482913', 'MRN: 00482913'],
    ['Smith,Sarah 9:30 Botox', 'Smith, Sarah 9:30 Botox'],
    ['9:30SmithSarahBotox', '9:30 Smith Sarah Botox'],
    ['9:30amSmith', '9:30am Smith'],
    ['Patient:Sarah', 'Patient: Sarah'],
    ['303 - 555 - 0147', '303-555-0147'],
    ['McDonald and DeLuca at 9:30 am', 'McDonald and DeLuca at 9:30 am'],
    ['Vitamin B12, 500mg', 'Vitamin B12, 500mg'],
  ])('%j is %j', (given, wanted) => {
    expect(repaired(given)).toBe(wanted)
  })

  it.each(['Aa', '9:', ',a', '1/', 'D O B ', 'a1'])(
    '%j a hundred thousand times is read without standing still',
    (piece) => {
      expect(repaired(piece.repeat(100_000)).length).toBeGreaterThan(100_000)
    },
  )
})

describe('a line on a screen or a sheet', () => {
  it.each([
    ['DOB06/30/1944', ['birth-date stop: DOB 06/30/1944']],
    ['DOB 06/3O/1944', ['birth-date stop: DOB 06/3O/1944']],
    ['MRN00482913', ['record-number stop: MRN 00482913']],
    ['Acct # 99-3102', ['record-number stop: Acct # 99-3102']],
    ['SSN 123-45-6789', ['record-number stop: SSN 123-45-6789']],
    [
      'Smith,Sarah 9:30 Botox',
      ['appointment stop: Smith, Sarah 9:30 Botox', 'patient-name stop: Smith, Sarah'],
    ],
    ['9:30 Okafor, Linda', ['appointment stop: 9:30 Okafor, Linda', 'patient-name stop: Okafor, Linda']],
    ['Patient:Xyqq Zorblatt', ['patient-name stop: Xyqq Zorblatt']],
    ['9:30 Botox', ['appointment caution: 9:30 Botox']],
    ['Garcia, Maria 08/12/1981', ['patient-name stop: Garcia, Maria', 'birth-date stop: 08/12/1981']],
  ])('%j gives away %j wherever it stands', (text, wanted) => {
    expect(told(text, true)).toEqual(wanted)
    expect(told(text, false)).toEqual(wanted)
  })

  it.each([
    ['JONES, TOM', 'patient-name stop: JONES, TOM', 'patient-name caution: JONES, TOM'],
    ['Sarah Smith', 'patient-name stop: Sarah Smith', 'patient-name caution: Sarah Smith'],
    ['06/30/1944', 'birth-date stop: 06/30/1944', undefined],
    ['7ABC123', undefined, 'plate caution: 7ABC 123'],
  ])('%j weighs more on a screen: %j, elsewhere %j', (text, screen, elsewhere) => {
    expect(told(text, true)).toEqual(screen === undefined ? [] : [screen])
    expect(told(text, false)).toEqual(elsewhere === undefined ? [] : [elsewhere])
  })

  it('of one name and one time is a schedule on a screen, and perhaps a poster on a wall', () => {
    const [screen, wall] = [told('Yoga with Sarah 5:30', true), told('Yoga with Sarah 5:30', false)]
    expect(screen).toEqual(['appointment stop: Sarah 5:30', 'patient-name stop: Sarah'])
    expect(wall).toEqual(['appointment caution: Sarah 5:30', 'patient-name caution: Sarah'])
  })

  it.each([
    'Dr. Maria Rivera',
    'Rivera, Maria 9:30',
    'Bella Kowalski, RN',
    'Sarah Lee, RN',
    'Dr. Lee',
    'WELCOME',
    'Room 3',
    'Monday 9:00 am to 5:00 pm',
    'Botox $10 a unit',
    'Happy Birthday',
    'Open File Edit View',
    'Johnson & Johnson',
    '10:30 AM',
  ])('%j gives away nothing', (text) => {
    expect(told(text, true)).toEqual([])
    expect(told(text, false)).toEqual([])
  })
})

describe('cells of a schedule', () => {
  /** Three columns of three lines, leaning by this many pixels a pixel. */
  const table = (lean: number): ReadText[] =>
    ['9:00 Smith,Sarah Botox', '9:30 Okafor,Linda Filler', '10:00 Novak,Ruth Crown'].flatMap((line, row) =>
      line.split(' ').map((cell, column) => {
        const x = 20 + column * 220
        return read(cell, x, 40 + row * 60 + x * lean, 160, 30)
      }),
    )

  it.each([0, 0.06, -0.06])('that lean by %d are read as the lines that they are', (lean) => {
    const rows = rowsOf(table(lean).toReversed(), [])
    expect(rows.map(({ text }) => text)).toEqual([
      '9:00 Smith, Sarah Botox',
      '9:30 Okafor, Linda Filler',
      '10:00 Novak, Ruth Crown',
    ])
  })

  it('far apart are no line', () => {
    const rows = rowsOf([read('Smith', 0, 10, 50, 20), read('Sarah', 900, 10, 50, 20)], [])
    expect(rows.map(({ text }) => text)).toEqual(['Smith', 'Sarah'])
  })

  it('of two moments of a film are no line', () => {
    const rows = rowsOf(
      [
        { ...read('9:30', 0), at: 0 },
        { ...read('Botox', 60), at: 1000 },
      ],
      [],
    )
    expect(rows).toHaveLength(2)
  })

  it('know whether they stand on a screen', () => {
    const screens = [{ x: 0, y: 0, width: 300, height: 300 }]
    expect(rowsOf([read('a', 10, 10), read('b', 10, 500)], screens).map(({ onScreen }) => onScreen)).toEqual([
      true,
      false,
    ])
  })
})

describe('a screenshot', () => {
  const lines = (...texts: string[]) =>
    rowsOf(
      texts.map((text, i) => read(text, 10, i * 40)),
      [],
    )
  it.each([
    ['review', ['★★★★★ 2 weeks ago', 'Great staff', 'Response from the owner']],
    ['review', ['Local Guide · 14 reviews', '3 months ago', 'Loved it']],
    ['chat', ['Is my appointment still on?', 'Delivered', 'Today 9:41 AM']],
    ['chat', ['Hi!', 'Active now', 'Message…']],
  ])('of a %s is known by what its program writes', (of, texts) => {
    expect(screenshotOf(lines(...texts))?.of).toBe(of)
  })
  it.each([[['Open daily', '9 to 5']], [['Reply']], [['Yesterday we opened our new office']]])(
    '%j is none',
    (texts) => {
      expect(screenshotOf(lines(...texts))).toBeUndefined()
    },
  )
})
