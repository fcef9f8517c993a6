import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/bot/model/model.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { answerQuestion } from '../../src/knowledge/answer/answer.ts'
import { sentencesOf } from '../../src/knowledge/article.ts'
import { FACT } from '../../src/knowledge/facts.ts'
import { openEngine, openKnowledge } from '../../src/library.ts'
import { showAnswer } from '../../src/skills/ask/show.ts'
import { UNAVAILABLE } from '../../src/skills/ask/written/copy.ts'
import { written } from '../../src/skills/ask/written/written.ts'
import { fakeModel, type Scripted } from '../surfaces/fake-model.ts'

const engine = openEngine()
const room = openKnowledge(new URL('../knowledge/fixtures/', import.meta.url))
const desk = { room, engine, practice: NO_PRACTICE }
const QUESTION = 'Can I repost a patient story on Instagram?'
const found = answerQuestion(room, QUESTION)
const article = found.hits[0]?.article as (typeof room.articles)[number]
const quote = sentencesOf(article.answer)[0] as string
const ask = (script: Scripted) => written(fakeModel(script), found, QUESTION, desk)
const claim = (over: Partial<Claim> = {}): Claim => ({
  says: `No, reposting what a patient told is your own disclosure and needs their signed form.`,
  article: article.id,
  quote,
  ...over,
})

describe('an answer written for its question', () => {
  it('is shown with the quote that it rests on', async () => {
    const { answer, note } = await ask({ answer: [claim()] })
    expect(note).toBeUndefined()
    if (!answer.answered) throw new Error('it has an answer')
    expect(answer.answer).toContain('reposting what a patient told')
    expect(answer.answer).toContain('What to do:')
    expect(answer.citations).toMatchObject([{ article: article.id, quote }])
    expect(article.raw).toContain(quote)
  })

  it.each<[string, Partial<Claim>]>([
    ['a quote that stands nowhere', { quote: 'Reposting is fine when the patient is happy.' }],
    ['a quote with another word in it', { quote: quote.replace(/\w+/, 'Anything') }],
    ['a quote of two words', { quote: quote.split(' ').slice(0, 2).join(' ') }],
    ['an article that was not handed over', { article: 'made-up' }],
    ['another article’s id', { article: room.articles.find(({ id }) => id !== article.id)?.id ?? '' }],
    ['a figure of its own', { says: 'No, the penalty for that is $50,000 per repost.' }],
    ['a written figure of its own', { says: 'No, wait sixty days before you repost a patient story.' }],
    ['a fact of another article', { says: 'No, reposting a patient story costs {{fact:made.up}}.' }],
    ['a verdict', { says: 'No problem, reposting a patient story is safe.' }],
    ['a promise', { says: 'Reposting a patient story is HIPAA compliant.' }],
    ['a link', { says: 'See https://evil.example about reposting a patient story.' }],
    ['a handle', { says: 'Ask @evil about reposting a patient story.' }],
    ['markup', { says: '[Reposting a patient story](x) <b>needs</b> a form.' }],
    ['a yes where the article says no', { says: 'Yes, you can repost what a patient told on Instagram.' }],
    [
      'a permission that the quote does not give',
      { says: 'You can repost a patient story while nobody minds.' },
    ],
    ['a form that is not needed', { says: 'A repost of a public post needs no signed authorization.' }],
    ['something that is fine', { says: 'Reposting a patient story is perfectly fine.' }],
    ['another subject altogether', { says: 'Bananas grow quickly underneath tropical sunshine.' }],
    ['a name', { says: 'No, Megan Alvarez told the patient story and reposting needs a form.' }],
    ['nothing', { says: ' ' }],
  ])('with %s it is the composed one', async (_, over) => {
    expect(await ask({ answer: [claim(over)] })).toEqual({ answer: found.answer })
  })

  it('what does not hold is dropped, and the rest stays', async () => {
    const { answer } = await ask({
      answer: [claim(), claim({ says: 'The fine is $9.', quote: 'No such words at all.' })],
    })
    expect(answer.answer).not.toContain('$9')
    expect(answer).toMatchObject({ citations: [{ article: article.id }] })
  })

  it('names every article that it rests on, each once; in an article’s own words only the first is one', () => {
    const quoted = (name: string) => ({
      article: name,
      title: `About ${name}`,
      quote: 'Words.',
      sources: ['Law'],
    })
    const citations = [quoted('one'), quoted('two'), quoted('one')]
    const answer = { answered: true as const, answer: 'No.', citations, asOf: '2026-01-01' }
    const notes = (worded: boolean) =>
      showAnswer({ ...found, answer }, worded).blocks.flatMap((block) =>
        block.type === 'note' ? [block.text] : [],
      )
    expect(notes(true).slice(0, 2)).toEqual([
      'Where this stands: About one: “Words.” (Law)',
      'Where this stands: About two: “Words.” (Law)',
    ])
    expect(notes(true).join()).not.toContain('may be what you mean')
    expect(notes(false).slice(0, 2)).toEqual([
      'Where this stands: About one: “Words.” (Law)',
      'This may be what you mean as well: About two',
    ])
  })

  it('figures are those of the facts', async () => {
    const asked = 'What is the highest penalty?'
    const penalty = answerQuestion(room, asked)
    const paper = penalty.hits[0]?.article as typeof article
    const sentence = sentencesOf(`${paper.answer}\n\n${paper.detail}`).find(
      (one) => one.search(FACT) !== -1,
    ) as string
    const told = { says: sentence, article: paper.id, quote: sentence }
    const { answer } = await written(fakeModel({ answer: [told] }), penalty, asked, desk)
    const [, fact] = new RegExp(FACT.source).exec(sentence) as RegExpExecArray
    const value = room.facts.get(fact as string)?.value as number
    expect(answer.answer).toContain(value.toLocaleString('en-US'))
    expect(answer.answer).not.toContain('{{')
    expect(paper.raw).toContain(answer.answered ? answer.citations[0]?.quote : 'no')
  })

  it.each(['down', 'slow', 'refused', 'invalid'] as const)(
    'where the model is %s, it is the composed one and says so',
    async (fails) => {
      expect(await ask({ fails })).toEqual({ answer: found.answer, note: UNAVAILABLE })
    },
  )

  it.each([
    ['is outside what we know', 'What should I cook tonight?'],
    ['is about somebody in danger', 'the patient says she will hurt herself, what now'],
  ])('what %s is never put to a model', async (_, question) => {
    const model = fakeModel({ answer: [claim()] })
    const outside = answerQuestion(room, question)
    expect(await written(model, outside, question, desk)).toEqual({ answer: outside.answer })
    expect(model.asked).toEqual([])
  })
})

it('what the articles of the house say themselves holds, figures and names of cases included', async () => {
  const house = openKnowledge()
  const sentences = house.articles.flatMap((one) =>
    sentencesOf(one.answer)
      // "It depends." is no claim by itself.
      .filter((says) => says.split(/\s+/).length > 3)
      .map((says) => ({ article: one, says })),
  )
  const composed = {
    answered: true as const,
    answer: 'What to do: Ask first.',
    citations: [],
    asOf: '2026-11-21',
  }
  const lost: string[] = []
  for (const { article: one, says } of sentences) {
    const told = fakeModel({ answer: [{ says, article: one.id, quote: says }] })
    const hit = { ...(found.hits[0] as (typeof found.hits)[number]), article: one }
    const made = await written(told, { answer: composed, hits: [hit], urgent: false }, 'a question', {
      ...desk,
      room: house,
    })
    if (made.answer === composed) lost.push(says)
  }
  expect(sentences.length).toBeGreaterThan(400)
  // One speaks of approval; what hands out a model text speaks of that text, which no model rewords.
  expect(lost.length, lost.join('\n')).toBeLessThan(sentences.length / 50)
})
