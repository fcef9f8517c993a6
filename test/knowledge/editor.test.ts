import { describe, expect, it } from 'vitest'
import { templates } from '../../scripts/knowledge.ts'
import { type Article, parseArticle } from '../../src/knowledge/article.ts'
import { contradictions, marks, unfound } from '../../src/knowledge/editor/agreement.ts'
import { dates, links } from '../../src/knowledge/editor/links.ts'
import { figuresOutsideFacts, gradeOf, readable } from '../../src/knowledge/editor/prose.ts'
import { factsOf } from '../../src/knowledge/facts.ts'
import { readShelves, roomOf } from '../../src/knowledge/reading-room.ts'
import { fillTemplate } from '../../src/knowledge/templates.ts'

const NONE = factsOf([])
const TODAY = '2026-11-22'
const article = (over: Partial<Article> = {}): Article => ({
  ...parseArticle(
    'one',
    '---\nid: one\ntitle: One claim here\nasks: [may we tag a patient]\nsources: [{cite: "45 CFR 164.508(a)"}]\n' +
      'asOf: 2026-11-21\nreviewBy: 2027-05-21\nmark: settled\n---\nNo. Ask first.\n\n## Detail\nBecause.\n\n## What to do\n- Ask.\n',
  ),
  ...over,
})
const says = (found: readonly { says: string }[]) => found.map((one) => one.says).join('\n')

describe('figures belong into facts', () => {
  it.each([
    ['It costs $145.', '$145'],
    ['Within 60 days.', '60 days'],
    ['A 60-day clock.', '60-day'],
    ['More than 500 residents.', '500 residents'],
    ['About 12% of them.', '12%'],
    ['Up to 2,190,294 in all.', '2,190,294'],
  ])('%s', (detail, figure) =>
    expect(says(figuresOutsideFacts(article({ detail })))).toContain(`"${figure}"`),
  )

  it.each([
    'See 45 CFR 164.404(b) and 91 FR 3665.',
    'In {{fact:days}} days.',
    'Since 2013.',
    'Wait a day.',
    'Day 0.',
  ])('and this is none: %s', (detail) => expect(figuresOutsideFacts(article({ detail }))).toEqual([]))
})

describe('an answer is for the front desk', () => {
  it('has two sentences at most, the yes or no not counted', () => {
    expect(readable(article({ answer: 'No. Ask first. Then post it.' }), NONE)).toEqual([])
    expect(says(readable(article({ answer: 'Ask first. Then post. Then rest.' }), NONE))).toContain(
      '3 sentences',
    )
  })
  it('and is no lawyer’s letter', () => {
    const hard =
      'Notwithstanding contractual stipulations regarding authorization, institutional representatives disseminating individually identifiable information necessarily precipitate regulatory liability.'
    expect(gradeOf('Ask her first. Then post it.')).toBeLessThan(3)
    expect(readable(article({ answer: hard }), NONE)).toMatchObject([{ weight: 'problem' }])
  })
})

describe('links and dates', () => {
  it.each<[string, Partial<Article>, string]>([
    ['see also', { see: ['two'] }, 'points to the article two'],
    ['a link', { detail: 'As [there](two.md).' }, 'points to the article two'],
    ['a web address', { detail: 'As [there](https://x.example).' }, 'name the source'],
  ])('%s', (_what, over, wanted) => expect(says(links([article(over)], new Map()))).toContain(wanted))

  it('an article that a rule cites has to be there', () => {
    const cited = new Map([['two', 'confirms/visit']])
    expect(says(links([article()], cited))).toBe('is not there, and the rule confirms/visit cites it')
    expect(links([article({ id: 'two' })], cited)).toEqual([])
  })

  it.each<[Partial<Article>, string]>([
    [{ reviewBy: '2026-11-21' }, 'was to be reviewed by 2026-11-21'],
    [{ asOf: '2027-01-01' }, 'still to come'],
    [{ reviewBy: '2026-11-30', asOf: '2026-12-01' }, 'before it was written'],
  ])('%j', (over, wanted) => expect(says(dates([article(over)], NONE, TODAY))).toContain(wanted))

  it('a good one has nothing to be said of it', () => expect(dates([article()], NONE, TODAY)).toEqual([]))
})

describe('articles agree with each other and with the rulings', () => {
  const searchOver = (articles: readonly Article[]) =>
    roomOf({ articles, facts: NONE, models: new Map(), problems: [] }).search

  it('one question is not answered yes here and no there', () => {
    const both = [article(), article({ id: 'two', asks: ['May we tag a patient?'], answer: 'Yes. Go on.' })]
    expect(contradictions(both, searchOver(both))).toMatchObject([
      { weight: 'problem', file: 'knowledge/articles/two.md' },
    ])
    const same = [article(), article({ id: 'two', asks: ['May we tag a patient?'] })]
    expect(contradictions(same, searchOver(same))).toMatchObject([{ weight: 'remark' }])
  })

  it('no article is surer of itself than the ruling', () => {
    const all = [
      article({ title: 'Tagging a patient in a post', answer: 'No. Tagging a patient in a post discloses.' }),
    ]
    const ruling = {
      id: 'tags',
      heard: 'May we tag a patient in a post?',
      ruling: 'No. Tagging a patient in a post discloses.',
      sources: ['45 CFR 164.508'],
      drafts: [],
    }
    const of = (mark: Article['mark']) =>
      marks({ asOf: TODAY, conflicts: [{ ...ruling, mark }] }, searchOver(all))
    expect(of('counsel')).toMatchObject([{ weight: 'problem' }])
    expect(of('settled')).toEqual([])
  })

  it('what staff ask is found', () => {
    const { articles } = readShelves(new URL('fixtures/', import.meta.url))
    expect(unfound(articles, searchOver(articles))).toEqual([])
  })
})

describe('templates', () => {
  it('each passes every rule as what it is posted as, about every subject, with and without a phone number', () => {
    expect(templates()).toEqual([])
  })
  it.each([
    ['Call us[ at {phone}].', {}, 'Call us.'],
    ['Call us[ at {phone}].', { phone: '555' }, 'Call us at 555.'],
    ['{subject}: ask us.', { subject: 'lip filler' }, 'Lip filler: ask us.'],
    ['{subject}: ask us.', {}, undefined],
  ])('%s', (text, known, wanted) => expect(fillTemplate(text, known)).toBe(wanted))
})
