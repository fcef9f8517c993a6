import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Looked } from '../../../src/bot/pictures.ts'
import { openEngine, openLexicon } from '../../../src/library.ts'
import { type Answers, withAnswers } from '../../../src/skills/photo/answers.ts'
import { assess } from '../../../src/skills/photo/assess.ts'
import { condensed } from '../../../src/skills/photo/condense.ts'
import { RULES, ruleOf } from '../../../src/skills/photo/copy/rules.ts'
import type { Register } from '../../../src/skills/photo/findings.ts'
import { readPeople } from '../../../src/skills/photo/text/people.ts'
import { fakeVision } from '../../surfaces/fake-vision.ts'

const engine = openEngine()
const facts = { staff: ['Dr. Maria Rivera'], phones: ['303-555-0100'] }
const people = readPeople(openLexicon())(facts)
const NOTHING = { gps: false, taken: false, device: false, person: false, fields: [], words: [] }
const EMPTY: Looked = {
  format: 'jpeg',
  width: 1000,
  height: 800,
  faces: [],
  people: [],
  screens: [],
  text: [],
  metadata: NOTHING,
  hidden: [],
  pair: false,
  barred: [],
  fingerprint: ['aa'],
  blind: [],
}
const at = (x: number, y: number, width = 50, height = 60) => ({ box: { x, y, width, height }, score: 0.9 })
const word = (text: string, x: number, y: number) => ({ text, ...at(x, y, text.length * 9, 16) })

async function judge(looked: Partial<Looked>, name?: string, register: Register = async () => undefined) {
  const vision = { ...fakeVision(), look: async () => ({ ...EMPTY, ...looked }) }
  return assess(vision, new Uint8Array(), name, 1000, { engine, people, facts, register })
}

describe('words that are stored in the file', () => {
  const told = async (...words: string[]) =>
    (await judge({ metadata: { ...NOTHING, words } })).findings.map(({ message }) => message).join('\n')

  it('are said to stand in the file, in one sentence', async () => {
    expect(await told('Sarah Smith after her facelift')).toMatch(
      /^In words that are stored in the file: (?:this|a) /m,
    )
  })

  it('that are a file name are said to be one, and no caption', async () => {
    const says = await told('Sarah_Kowalski_facelift_2026-03-14.jpg')
    expect(says).toContain('A file name that is stored in the file')
    expect(says).not.toMatch(/caption|: (?:T|t)his file name/)
  })

  it('go with the clean copy, so that nothing has to be written anew', async () => {
    const { findings } = await judge({
      metadata: { ...NOTHING, words: ['Sarah_Kowalski_facelift_2026-03-14.jpg'] },
    })
    expect(findings.length).toBeGreaterThan(0)
    for (const { instead } of findings) expect(instead).toMatch(/clean copy/)
  })
})

describe('what a picture shows', () => {
  it.each<[string, Partial<Looked>, string, string[]]>([
    ['nothing', {}, 'clear', []],
    ['a face', { faces: [at(10, 10)] }, 'needs_authorization', ['photo/face']],
    [
      'a person with a face, once',
      { faces: [at(20, 20)], people: [at(0, 0, 200, 500)] },
      'needs_authorization',
      ['photo/face'],
    ],
    ['a back', { people: [at(0, 0, 200, 500)] }, 'needs_authorization', ['photo/person']],
    [
      'a bar over the eyes, once',
      { faces: [at(10, 10)], barred: [at(12, 12, 45, 50)] },
      'needs_authorization',
      ['photo/barred'],
    ],
    ['a pair', { pair: true }, 'needs_authorization', ['photo/before-after']],
    ['a screen', { screens: [at(0, 0, 300, 200)] }, 'caution', ['photo/screen']],
    ['where it was taken', { metadata: { ...NOTHING, gps: true } }, 'caution', ['photo/metadata']],
    ['a thumbnail', { hidden: ['thumbnail'] }, 'caution', ['photo/hidden']],
    ['that nobody looked for faces', { blind: ['faces'] }, 'unchecked', ['photo/not-looked']],
    [
      'a face, though words were not looked for',
      { faces: [at(10, 10)], blind: ['text'] },
      'unchecked',
      ['photo/face', 'photo/not-looked'],
    ],
    ['a date of birth', { text: [word('DOB06/30/1944', 10, 10)] }, 'stop', ['photo/birth-date']],
    ['a number of our own on a sign', { text: [word('303-555-0100', 10, 10)] }, 'clear', []],
    ['another number on a sign', { text: [word('303-555-0147', 10, 10)] }, 'caution', ['identifier/phone']],
    [
      'that number on a screen',
      { text: [word('303-555-0147', 10, 10)], screens: [at(0, 0, 300, 300)] },
      'stop',
      ['identifier/phone', 'photo/screen'],
    ],
    [
      'a claim on a poster',
      { text: [word('Best dentist in town', 9, 9)] },
      'caution',
      ['claims/superlative'],
    ],
    ['what a leaf is misread for', { text: [word('LEe', 9, 9), word('NoE Ja', 9, 99)] }, 'clear', []],
    ['opening hours', { text: [word('Monday 9:00 am to 5:00 pm', 9, 9)] }, 'clear', []],
    [
      'a caption in the file',
      { metadata: { ...NOTHING, words: ['Our patient Sarah Smith after her tummy tuck'] } },
      'needs_authorization',
      ['story/individual', 'identifier/name'],
    ],
  ])('%s', async (_what, looked, verdict, rules) => {
    const found = await judge(looked)
    expect([found.verdict, found.findings.map(({ rule }) => rule).sort()]).toEqual([
      verdict,
      [...rules].sort(),
    ])
  })

  it('is told with the boxes first, the gravest of them first', async () => {
    const { findings } = await judge({
      faces: [at(500, 10), at(10, 10)],
      text: [word('MRN00482913', 10, 400)],
      metadata: { ...NOTHING, gps: true },
    })
    expect(findings.map(({ rule, box }) => [rule, box?.x])).toEqual([
      ['photo/record-number', 10],
      ['photo/face', 10],
      ['photo/face', 500],
      ['photo/metadata', undefined],
    ])
  })

  it.each([
    ['revoked', 'stop', 'photo/revoked'],
    ['ask', 'unchecked', 'photo/maybe-revoked'],
  ] as const)(
    'as a copy of one whose authorization ended (%s) is a matter of the register',
    async (known, verdict, rule) => {
      const asked: (readonly string[])[] = []
      const found = await judge({}, undefined, async (fingerprint) => {
        asked.push(fingerprint)
        return known
      })
      expect(asked).toEqual([['aa']])
      expect([found.verdict, found.findings.map((one) => one.rule)]).toEqual([verdict, [rule]])
    },
  )

  it.each([
    ['Sarah-Smith-after.jpg', true],
    ['sarah_smith.png', true],
    ['MRN00482913.jpg', true],
    ['IMG_4711.jpg', false],
    ['lobby.jpg', false],
    ['dr-rivera.jpg', false],
  ])('under the name %s says more than it shows: %s', async (name, told) => {
    const { findings } = await judge({}, name)
    expect(findings.map(({ rule }) => rule)).toEqual(told ? ['photo/file-name'] : [])
  })

  it('as a schedule is one box for whoever looks at it, and each name for whoever counts', async () => {
    const rows = ['9:00 Smith,Sarah', '9:30 Okafor,Linda', '10:00 Novak,Ruth', '10:30 Petersen,Victor']
    const { findings } = await judge({
      screens: [at(0, 0, 600, 400)],
      text: rows.map((row, i) => word(row, 20, 40 + i * 50)),
    })
    expect(findings).toHaveLength(9)
    const [one, ...others] = condensed(findings)
    expect(others).toEqual([])
    expect(one).toMatchObject({ severity: 'stop', box: { width: 600 } })
    expect(one?.message).toBe('On this screen can be read: lines of a schedule (4) and names (4).')
  })
})

describe('what a person says of it', () => {
  it.each<[Answers, string[], string]>([
    [{ who: 'team' }, ['photo/team'], 'a colleague is no patient'],
    [{ who: 'nobody' }, ['photo/nobody'], 'a dog is nobody'],
    [{ who: 'patient' }, ['photo/face'], 'a patient is what it was taken for'],
    [
      { who: 'patient', signed: 'yes' },
      ['photo/face'],
      'a form that is said to be signed still has to be looked at',
    ],
    [
      { who: 'patient', signed: 'verbal' },
      ['photo/face', 'photo/not-signed'],
      'a yes in the chair is no form',
    ],
    [{ who: 'patient', signed: 'no' }, ['photo/face', 'photo/not-signed'], 'no form is no form'],
    [{ mark: 'yes' }, ['photo/face', 'photo/mark'], 'a tattoo names its owner'],
    [{ minor: 'yes' }, ['photo/face', 'photo/minor'], 'a parent signs'],
    [{ reflection: 'yes' }, ['photo/face', 'photo/reflection'], 'a mirror shows people too'],
    [{ place: 'yes' }, ['photo/face', 'photo/recognisable'], 'a small town knows'],
    [{ reflection: 'unsure' }, ['photo/face', 'photo/unsure'], 'what nobody knows is unchecked'],
    [{ who: 'team', mark: 'yes' }, ['photo/team'], 'a colleague’s tattoo is theirs'],
  ])('%j leaves %j: %s', async (answers, rules) => {
    const { findings } = await judge({ faces: [at(10, 10)] })
    expect(withAnswers(findings, answers).map(({ rule }) => rule)).toEqual(rules)
  })

  it('a patient whom no detector saw is there all the same', () => {
    expect(withAnswers([], { who: 'patient', signed: 'yes' }).map(({ rule }) => rule)).toEqual([
      'photo/person',
    ])
  })
})

it('every finding has an article behind it, and never a promise', () => {
  const articles = new URL('../../../knowledge/articles/', import.meta.url)
  for (const id of Object.keys(RULES) as (keyof typeof RULES)[]) {
    const { citations, message, why, instead } = ruleOf(id)
    for (const { article } of citations)
      expect(existsSync(new URL(`${article}.md`, articles)), article).toBe(true)
    expect(`${message} ${why} ${instead}`).not.toMatch(/\b(?:safe|compliant|legal|approved)\b/i)
  }
})
