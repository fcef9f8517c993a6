import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseArticle, sentencesOf } from '../../src/knowledge/article.ts'
import { factsOf, fill, shown } from '../../src/knowledge/facts.ts'
import { HOME, yaml } from '../../src/knowledge/load.ts'
import { openReadingRoom, readShelves, roomOf } from '../../src/knowledge/reading-room.ts'
import { distance } from '../../src/knowledge/search/spelling.ts'
import { Synonyms } from '../../src/knowledge/search/synonyms.ts'
import { createWords, stem } from '../../src/knowledge/search/words.ts'
import { withFolder } from '../house/folder.ts'

const SHELVES = new URL('fixtures/', import.meta.url)
const words = createWords(yaml(HOME, 'ask/synonyms.yml', Synonyms))

describe('staff say the same thing in many words', () => {
  it.each([
    ['Botox', ['tox', 'Dysport', 'botx', 'neurotoxin']],
    ['Instagram', ['IG', 'insta', 'the gram', 'instgram']],
    ['HIPAA', ['hippa', 'HIPAA’s']],
    ['before and after', ['B&A', 'before-and-after', 'befores and afters']],
    ['photos', ['pics', 'a picture', 'selfies']],
    ['authorization', ['photo release', 'signed form', 'authorisation']],
    ['med spa', ['medspa', 'medi-spa']],
  ])('%s', (one, others) => {
    const wanted = words.terms(one)
    expect(wanted).not.toEqual([])
    for (const other of others) expect([other, words.terms(other)]).toEqual([other, wanted])
  })
})

it.each([
  ['post', ['posts', 'posted', 'posting']],
  ['policy', ['policies']],
  ['tag', ['tagged', 'tagging', 'tags']],
  ['story', ['stories']],
  ['revok', ['revoke', 'revoked', 'revoking']],
])('endings do not matter: %s', (root, others) => {
  for (const other of others) expect([other, stem(other)]).toEqual([other, root])
})

it.each([
  ['authorizaton', 'authorization', 1],
  ['athuorization', 'authorization', 2],
  ['notfy', 'notify', 1],
  ['brecah', 'breach', 1],
  ['same', 'same', 0],
  ['far', 'away', 3],
])('%s is %s with %i mistakes', (a, b, wanted) => expect(distance(a, b, 2)).toBe(wanted))

describe('an article', () => {
  const good = (change: (raw: string) => string = (raw) => raw) =>
    change(
      '---\nid: one\ntitle: One claim here\nasks: [may I]\nsources: [{cite: 45 CFR 164.502}]\nasOf: 2026-11-21\n' +
        'reviewBy: 2027-05-21\nmark: ours\n---\n\nNo. Never.\n\n## Detail\n\nBecause.\n\n## What to do\n\n- Ask.\n',
    )
  it('is read with its three parts', () => {
    expect(parseArticle('one', good())).toMatchObject({
      answer: 'No. Never.',
      detail: 'Because.',
      todo: '- Ask.',
    })
  })
  it.each([
    ['another id than its file', (raw: string) => raw.replace('id: one', 'id: two'), /its file's name/],
    ['no front matter', (raw: string) => raw.slice(4), /begins with/],
    ['front matter that is no YAML', (raw: string) => raw.replace('asks: [', 'asks: [[['), /not YAML/],
    ['an unknown key', (raw: string) => raw.replace('mark:', 'marc:'), /marc/],
    ['no answer', (raw: string) => raw.replace('No. Never.', ''), /no answer/],
    ['nothing to do', (raw: string) => raw.replace('- Ask.', ''), /What to do/],
    ['a date that is none', (raw: string) => raw.replace('2027-05-21', 'soon'), /reviewBy/],
  ])('with %s is refused in one line', (_what, change, says) => {
    expect(() => parseArticle('one', good(change))).toThrow(says)
  })

  it('with a hole in it stops the reading room, and says which', () =>
    withFolder(
      { 'articles/one.md': good((raw) => raw.replace('Never.', 'In {{fact:gone}} days.')) },
      (root) => {
        const home = pathToFileURL(`${root}/`)
        expect(readShelves(home).problems).toEqual([
          'knowledge/articles/one.md: refers to the fact gone, which is not there',
        ])
        expect(() => openReadingRoom(home)).toThrow('refers to the fact gone')
      },
    ))
})

it('sentences and list entries are taken as they stand', () => {
  expect(
    sentencesOf('Ask Dr. Lee first. Then post.\n\n- Keep the U.S. form.\n- Call {{fact:x}}. “No” is fine.'),
  ).toEqual(['Ask Dr. Lee first.', 'Then post.', 'Keep the U.S. form.', 'Call {{fact:x}}.', '“No” is fine.'])
})

describe('facts', () => {
  const fact = { id: 'a', source: 'law', asOf: '2026-11-21' }
  it.each([
    [{ value: 2190294, unit: 'USD' }, '$2,190,294'],
    [{ value: 60, unit: 'days' }, '60'],
    [{ value: 2026, unit: 'year' }, '2026'],
    [{ value: 12.5, unit: '%' }, '12.5%'],
    [{ value: '18 June 2025' }, '18 June 2025'],
  ])('%j is shown as %s', (given, wanted) => expect(shown({ ...fact, ...given })).toBe(wanted))
  it('fill their places, and stand there once', () => {
    expect(fill('day {{fact:a}} of {{ fact:a }}', factsOf([{ ...fact, value: 60 }]))).toBe('day 60 of 60')
    expect(() =>
      factsOf([
        { ...fact, value: 1 },
        { ...fact, value: 2 },
      ]),
    ).toThrow('a stands there twice')
  })
})

it('with five thousand articles the same article is found among them', () => {
  const { articles } = readShelves(SHELVES)
  const many = Array.from({ length: 5000 }, (_, at) => {
    const one = articles[at % articles.length] as (typeof articles)[number]
    return at < articles.length
      ? one
      : {
          ...one,
          id: `copy-${at}`,
          title: `Matter ${at}`,
          asks: [`matter number ${at}`],
          answer: `About ${at}.`,
          detail: 'x',
          todo: 'y',
        }
  })
  const { search } = roomOf({ articles: many, facts: new Map(), models: new Map(), problems: [] })
  expect(search.find('how long do we hav to notfy patients of a breach')[0]?.article.id).toBe('sample-clock')
  expect(search.find('do photo releases expire')[0]?.article.id).toBe('sample-expiry')
})
