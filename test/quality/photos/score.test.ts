import { describe, expect, it } from 'vitest'
import type { Looked } from '../../../src/bot/pictures.ts'
import type { Labels } from './labels.ts'
import { count, countCopy, emptyScore, type PhotoScore } from './score.ts'

const box = { x: 100, y: 100, width: 50, height: 50 }
const nothing: Looked = {
  format: 'jpeg',
  width: 800,
  height: 600,
  faces: [],
  people: [],
  screens: [],
  text: [],
  metadata: { gps: false, taken: false, device: false, person: false, fields: [], words: [] },
  hidden: [],
  pair: false,
  barred: [],
  fingerprint: [],
  blind: [],
}
const saw = (text: string): Partial<Looked> => ({ text: [{ text, box, score: 1 }] })

describe('what a look is worth', () => {
  const cases: [string, Omit<Labels, 'file'>, Partial<Looked>, keyof PhotoScore, string][] = [
    ['somebody found', { people: true }, { people: [{ box, score: 1 }] }, 'somebody', '1/1'],
    ['nobody found where somebody is', { people: true }, {}, 'somebody', '0/1'],
    ['a face where nobody is', { people: false }, { faces: [{ box, score: 1 }] }, 'nobody', '1/1'],
    ['a face in its place', { faces: [box] }, { faces: [{ box, score: 1 }] }, 'facesLarge', '1/1'],
    [
      'a face beside it',
      { faces: [box] },
      { faces: [{ box: { ...box, x: 300 }, score: 1 }] },
      'faces',
      '0/1',
    ],
    ['a small face is no large one', { faces: [{ ...box, width: 20 }] }, {}, 'facesLarge', '0/0'],
    ['words in any order', { words: 'Jane Roe 12:30' }, saw('1230 roe jane'), 'words', '3/3'],
    ['a word twice has to be read twice', { words: 'MRN MRN' }, saw('MRN'), 'words', '1/2'],
    ['words run together', { words: 'Schedule Tuesday' }, saw('ScheduleTuesday'), 'words', '2/2'],
    ['short words run together are not read', { words: 'at 9' }, saw('bat19'), 'words', '0/2'],
    ['an identifier in parts', { identifiers: ['MRN 1234567'] }, saw('MR N1234567'), 'identifiers', '1/1'],
    ['an identifier misread', { identifiers: ['MRN 1234567'] }, saw('MRN 1234561'), 'identifiers', '0/1'],
    ['metadata that is there', { metadata: { gps: true, taken: false } }, {}, 'place', '0/1'],
    ['metadata that nobody labelled', {}, {}, 'time', '0/0'],
  ]
  for (const [name, labels, looked, figure, share] of cases)
    it(name, () => {
      const score = emptyScore()
      count(score, labels, { ...nothing, ...looked })
      expect(`${score[figure].hits}/${score[figure].of}`).toBe(share)
    })

  it('a copy with a second picture left in it is not clean', () => {
    const score = emptyScore()
    countCopy(score, nothing)
    countCopy(score, { ...nothing, hidden: ['thumbnail'] })
    expect(score.leftInCopies).toEqual({ hits: 1, of: 2 })
  })
})
