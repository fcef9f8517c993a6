import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerQuestion, quoted } from '../../src/knowledge/answer/answer.ts'
import { fitted, isYesNo } from '../../src/knowledge/answer/polarity.ts'
import { openReadingRoom } from '../../src/knowledge/reading-room.ts'

const SHELVES = new URL('fixtures/', import.meta.url)
const room = openReadingRoom(SHELVES)
const ask = (question: string, before?: string) => answerQuestion(room, question, before)
const file = (id: string) => readFileSync(new URL(`articles/${id}.md`, SHELVES), 'utf8')

describe('a question finds its article', () => {
  it.each([
    ['can i repost a pateints story on the gram?', 'sample-repost'],
    ['May we reshare a review on IG', 'sample-repost'],
    ['someone tagged us, can we regram it', 'sample-repost'],
    ['how long do we hav to notfy patients of a breech', 'sample-clock'],
    ['do photo releases expire', 'sample-expiry'],
    ['can I put a hash tag of our town below a case', 'sample-hashtags'],
    ['what are HIPPA fines like', 'sample-penalty'],
    ['reviewer was never here, may we say so', 'sample-deny'],
  ])('%s', (question, article) => {
    const { answer } = ask(question)
    expect(answer).toMatchObject({ answered: true })
    expect(answer.answered && answer.citations[0]?.article).toBe(article)
  })
})

describe('what lies outside is handed on', () => {
  it.each([
    ['What dose of hyaluronidase for a vascular occlusion?', 'supervising clinician'],
    ['how many units of tox for the forehead', 'supervising clinician'],
    ['do we owe overtime to part timers', 'office manager'],
    ['is my non-compete enforceable', 'lawyer'],
    ['how often do we test the autoclave', 'lawyer'],
    ['write a python script', 'IT help'],
    ['how do I grow followers', 'marketing lead'],
    ['tell me a joke', 'privacy officer'],
    ['how do I make pasta', 'privacy officer'],
    ['', 'privacy officer'],
    ['🤷', 'privacy officer'],
    ['the the the', 'privacy officer'],
  ])('%j to the %s', (question, handoff) => {
    const { answer } = ask(question)
    expect(answer).toMatchObject({ answered: false, handoff })
    expect(answer).not.toHaveProperty('citations')
  })

  it.each([
    'The patient says she will hurt herself, what do I write?',
    'a follower sounds suicidal in our comments',
  ])('and a person and a number come first: %s', (question) => {
    const { answer, urgent } = ask(question)
    expect(urgent).toBe(true)
    expect(answer.answer).toMatch(/911[\s\S]*988/)
  })
})

it('and where somebody is in danger nothing else is said', () => {
  const house = openReadingRoom()
  for (const question of [
    'client says she wants to off herself over her results, can we post the before and after',
    'he wrote i might as well be dead in a google review',
    'she cant breathe after the filler what do i reply',
    'patient passed out in the lobby and someone is filming',
  ]) {
    const { answer, urgent } = answerQuestion(house, question)
    expect([question, urgent]).toEqual([question, true])
    expect(answer.answer).toMatch(/911/)
    expect(answer.answered && answer.citations.map(({ article }) => article)).toEqual([
      'emergency-in-comments',
    ])
  }
  for (const calm of [
    'can we put up a before n after if you cant see the face',
    'a patient passed away, can we put out a tribute',
    'can we go live with a patient who wants to do a live',
  ])
    expect([calm, answerQuestion(house, calm).urgent]).toEqual([calm, false])
})

describe('every quote stands word for word in its article', () => {
  it.each(room.articles.map((article) => [article.id, article] as const))('%s', (id, article) => {
    const { quote, sources } = quoted(article)
    expect(quote.split(/\s+/).length).toBeGreaterThan(3)
    expect(quote).not.toContain('{{')
    expect(file(id)).toContain(quote)
    expect(sources.length).toBeGreaterThan(0)
  })
})

it('and so does every quote of the house’s own articles', () => {
  for (const article of openReadingRoom().articles) {
    expect([article.id, article.raw.includes(quoted(article).quote)]).toEqual([article.id, true])
    expect(quoted(article).quote).not.toContain('{{')
  }
})

it('figures come from the facts, and how sure an article is of itself is said', () => {
  const { answer } = ask('how much is a hipaa fine')
  expect(answer.answer).toContain('$145')
  expect(answer.answer).toContain('$2,190,294')
  expect(answer.answer).not.toContain('{{')
  expect(answer.answer).toContain('ask your lawyer')
})

it('a follow-up means what was asked before', () => {
  expect(ask('And on TikTok?').answer.answered).toBe(false)
  const { answer } = ask('And on TikTok?', 'Can I repost a patient story on Instagram?')
  expect(answer.answered && answer.citations[0]?.article).toBe('sample-repost')
})

it('a draft in quotes says nothing of what is asked', () => {
  const draft =
    '"So happy for our patient Megan, her authorization expires never and the breach letters are out!"'
  const { answer } = ask(`May we repost a patient's story with ${draft}?`)
  expect(answer.answered && answer.citations[0]?.article).toBe('sample-repost')
})

describe('a yes or a no fits the way a question is put', () => {
  const asks = ['can we post it', 'may I share it', 'is it ok to show her', 'do we need a form for it']
  it.each([
    ['No, not without her form. Ask.', 'can we post it', 'No, not without her form. Ask.'],
    [
      'No, not without her form. Ask.',
      'do we need a signed form',
      'Yes. It is not allowed without her form. Ask.',
    ],
    [
      'No, not without her form. Ask.',
      'is it a hipaa violation',
      'Yes. It is not allowed without her form. Ask.',
    ],
    ['No, not without her form. Ask.', 'is it ok to require her to sign', 'No, not without her form. Ask.'],
    ['Yes, you may say it. Enjoy.', 'is it illegal to say it', 'No. You may say it. Enjoy.'],
    ['The clinic paid a lot. It had a list.', 'can we use a list', 'The clinic paid a lot. It had a list.'],
  ])('%s | %s', (answer, question, wanted) => expect(fitted(answer, question, asks)).toBe(wanted))

  it('and a yes to what must be done does not sound like leave', () => {
    const bound = ['do we have to ask', 'must we wait', 'does the manager need to look']
    const answer = 'Yes, have somebody look first. It helps.'
    expect(fitted(answer, 'must somebody look', bound)).toBe(answer)
    expect(fitted(answer, 'can I just post it', bound)).toBe('Have somebody look first. It helps.')
  })
})

describe('a yes or a no', () => {
  it.each([
    ['Can we repost this?', true],
    ['is it okay to tag her', true],
    ['A patient tagged us. May we share it?', true],
    ['If she signs, can we post?', true],
    ['How long do we have?', false],
    ['What must we do?', false],
    ['Why are we fined?', false],
    ['what about a like', false],
  ])('is wanted by %j: %s', (question, wanted) => expect(isYesNo(question)).toBe(wanted))

  const NO = 'No, not without her form. Ask first.'
  it.each([
    ['stands in front as the article has it', NO, 'Can we post it?', 'can I post it', NO],
    [
      'is put in front',
      'You must never name her.',
      'Can we name her?',
      'naming her',
      'No. You must never name her.',
    ],
    [
      'is yes where it is allowed',
      'You may say thanks.',
      'Can we say thanks?',
      'thanks',
      'Yes. You may say thanks.',
    ],
    ['depends', 'They can be a risk.', 'Are they a risk?', 'hashtags', 'It depends. They can be a risk.'],
    [
      'is turned round where the question is',
      'No. Sharing it is a disclosure.',
      'Is it a violation to share it?',
      'can we share it',
      'Yes. Sharing it is a disclosure.',
    ],
    [
      'stays where the article was asked the same way',
      'Yes. Sharing it is one.',
      'Is it a violation?',
      'is it a violation to share it',
      'Yes. Sharing it is one.',
    ],
    [
      'is left out where nobody asked',
      'Yes. It needs a date.',
      'When does it end?',
      'must it end',
      'It needs a date.',
    ],
    [
      'is said in its own sentence',
      'It depends on proof.',
      'What if we deleted it?',
      'deleted',
      'It depends on proof.',
    ],
    ['stays where the rest would not stand alone', NO, 'Why not?', 'can I', NO],
  ])('%s', (_what, answer, question, asked, wanted) => {
    expect(fitted(answer, question, [asked])).toBe(wanted)
  })
})

it('any string gets an answer or a person, and an answer always has its sources', () => {
  const words = fc.constantFrom(
    'repost',
    'patient',
    'story',
    'authorization',
    'expire',
    'breach',
    '"',
    '?',
    'and',
    '🙏',
    'fine',
  )
  const question = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(question, fc.option(question, { nil: undefined }), (asked, before) => {
      const { answer } = ask(asked, before)
      expect(answer.answer).not.toBe('')
      if (!answer.answered) expect(answer.handoff).not.toBe('')
      else {
        expect(answer.citations.length).toBeGreaterThan(0)
        for (const { article, quote } of answer.citations) expect(file(article)).toContain(quote)
      }
    }),
    { numRuns: 300 },
  )
})
