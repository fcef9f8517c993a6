import { describe, expect, test } from 'vitest'
import { codeKey, codeProblem } from '../../../src/bot/records/authorization.ts'

describe('a code of the practice', () => {
  test.each([
    'B-112',
    'b112',
    'K7',
    '2026-0113',
    'AUTH-2026-17',
    'form 12',
    'Photo-3',
    'VID/2026/8',
    'MSD-112',
    'A.1',
    '0042',
    'Consent_19',
    'P#12',
    '12345',
    'before-after 7',
  ])('"%s" is one', (code) => expect(codeProblem(code)).toBeUndefined())

  test.each<[string, string]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['B-112 '.repeat(9), 'long'],
    ['=1+1', 'signs'],
    ['<b>1</b>', 'signs'],
    ['B\n112', 'signs'],
    ['AUT-2026-0001', 'ours'],
    ['inc-2026-0001', 'ours'],
    ['mia@example.com', 'email'],
    ['@mia_smiles1', 'email'],
    ['555-014-2277', 'phone'],
    ['(512) 555-0142', 'signs'],
    ['512.555.0142', 'phone'],
    ['555 0142', 'phone'],
    ['04/12/1987', 'date'],
    ['4-12-87', 'date'],
    ['1987-04-12', 'date'],
    ['2019.04.12', 'date'],
    ['04121987', 'record-number'],
    ['19870412', 'record-number'],
    ['123-45-6789', 'phone'],
    ['0012345678', 'record-number'],
    ['MRN 445', 'record-number'],
    ['chart 12', 'record-number'],
    ['pt-4', 'record-number'],
    ['DOB 87', 'record-number'],
    ['Sarah', 'name'],
    ['Sarah Miller', 'name'],
    ['sarah-12', 'name'],
    ['S. Miller 3', 'name'],
    ['Ann-12', 'name'],
    ['Miller2026', 'name'],
    ['José 3', 'name'],
    ['Зоя 3', 'name'],
    ['AB', 'name'],
    ['---', 'signs'],
    ['form', 'no-number'],
  ])('"%s" is none: %s', (code, problem) => expect(codeProblem(code)).toBe(problem))

  test('is the same however it is spelled, and another one is another', () => {
    expect(new Set(['B-112', 'b 112', 'b_112', ' B.112 '].map(codeKey)).size).toBe(1)
    expect(codeKey('B-1-12')).not.toBe(codeKey('B-11-2'))
  })
})
