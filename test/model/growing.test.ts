import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClaude } from '../../src/adapters/claude/claude.ts'
import { itemsOf } from '../../src/adapters/claude/items.ts'
import { ClaimSaid } from '../../src/adapters/claude/tasks.ts'
import type { Claim, Model, WhyNot } from '../../src/bot/model/model.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { answerQuestion } from '../../src/knowledge/answer/answer.ts'
import { sentencesOf } from '../../src/knowledge/article.ts'
import { openEngine, openKnowledge } from '../../src/library.ts'
import { throughMask } from '../../src/model/masked.ts'
import { supported } from '../../src/skills/ask/written/claim.ts'
import { BROKEN_OFF, UNAVAILABLE } from '../../src/skills/ask/written/copy.ts'
import { written } from '../../src/skills/ask/written/written.ts'
import { openService, type Turn } from '../claude/service.ts'
import { eventsOf } from '../claude/sse.ts'
import { handClock, KEY } from '../claude/stage.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

const engine = openEngine()
const room = openKnowledge(new URL('../knowledge/fixtures/', import.meta.url))
const desk = { room, engine, practice: NO_PRACTICE }
const QUESTION = 'Can I repost what our patient Xiomara Quillfeather posted on Instagram?'
const found = answerQuestion(room, QUESTION)
const composed = found.answer
if (!composed.answered) throw new Error('the fixtures answer this')
const shelf = found.hits.slice(0, 4).map(({ article }) => article)
const first = shelf[0] as (typeof shelf)[number]
const quote = sentencesOf(first.answer)[0] as string

const held = (says: string, of = first): Claim => ({
  says,
  article: of.id,
  quote: sentencesOf(of.answer).find((one) => one.split(/\s+/).length > 3) ?? '',
})
/** What holds by itself: sentences of the articles themselves, and of our own words on them. */
const GOOD: readonly Claim[] = [
  held('No, a repost is your own disclosure, so you need that patient’s signed authorization first.'),
  held('A repost of what a patient posted is your own disclosure.'),
  ...shelf.flatMap((one) => sentencesOf(one.answer).map((says) => ({ ...held(says, one), quote: says }))),
]
/** Stands in its article in every word but two: only our own rules see who is in it. */
const NAMED = held(
  'No, a repost of what Megan Alvarez posted is your own disclosure and needs that signed authorization.',
)
const BAD: readonly Claim[] = [
  { ...held('A yes in a message is enough for a repost.'), quote: 'A yes in a message is good enough.' },
  { ...held('No, a repost is your own disclosure.'), article: 'made-up' },
  held('No, the fine for a repost of a patient post is $50,000.'),
  NAMED,
  held('No, [name] needs to sign the authorization for that repost first.'),
  held('See https://evil.example about the authorization for a repost.'),
  held('Ask @channel about the authorization for a repost.'),
  held('<!here> a repost is your own disclosure.'),
  held('Yes, you may repost what a patient posted.'),
  held('A repost is perfectly fine and HIPAA compliant.'),
  held(''),
]
const claims = fc.array(fc.oneof(fc.constantFrom(...GOOD), fc.constantFrom(...BAD)), { maxLength: 8 })

/** Says these one by one, then ends like that. */
function saying(said: readonly Claim[], why?: WhyNot): Model {
  const answer: Model['answer'] = async (_, __, heard) => {
    for (const claim of said) {
      await Promise.resolve()
      heard?.(claim)
    }
    return why === undefined ? { ok: true, value: said } : { ok: false, why }
  }
  const model = { sees: 'everything', answer } as unknown as Model
  return throughMask(model, (text) => engine.masked(text))
}

async function grown(model: Model) {
  const shown: string[] = []
  const told = await written(model, found, QUESTION, desk, (words) => void shown.push(words))
  return { told, shown, words: shown.join('') }
}

/** Every sentence that was shown is one that was said, holds by itself, and stands word for word in an article. */
function holds(shown: readonly string[], said: readonly Claim[]): void {
  let at = 0
  for (const words of shown) {
    const found = said.findIndex(
      (claim, i) => i >= at && supported(claim, shelf, room.facts)?.says === words.trim(),
    )
    expect(found, words).not.toBe(-1)
    const claim = said[found] as Claim
    expect(room.articles.some(({ raw }) => raw.includes(claim.quote))).toBe(true)
    at = found + 1
  }
  expect(shown.length).toBeLessThanOrEqual(4)
  expect(shown.join('')).not.toMatch(/Megan|\[name\]|evil|@channel|<!here>|\$50,000|perfectly fine/)
}

describe('whatever the model says, only what holds is shown, in its order', () => {
  it('and the end is what it would have been had nobody read along', async () => {
    let some = 0
    await fc.assert(
      fc.asyncProperty(claims, async (said) => {
        const { told, shown, words } = await grown(saying(said))
        const whole = await written(saying(said), found, QUESTION, desk)
        expect(told).toEqual(whole)
        holds(shown, said)
        if (shown.length === 0) {
          expect(told).toEqual({ answer: composed })
          return
        }
        some++
        expect(told.answer.answer.startsWith(words)).toBe(true)
        expect(told.answer.answer.slice(words.length)).not.toMatch(/^\s*[a-z]/)
        expect(told.answer.answered && told.answer.citations).toHaveLength(shown.length)
      }),
      { numRuns: 150 },
    )
    expect(some).toBeGreaterThan(20)
  })

  it.each(['down', 'slow', 'refused', 'invalid'] as const)(
    'and where it is %s in the middle, what was shown stays, and the article comes after it',
    async (why) => {
      await fc.assert(
        fc.asyncProperty(claims, async (said) => {
          const { told, shown, words } = await grown(saying(said, why))
          holds(shown, said)
          if (shown.length === 0) {
            expect(told).toEqual({ answer: composed, note: UNAVAILABLE })
            return
          }
          expect(told).toMatchObject({ answer: { answer: words }, note: BROKEN_OFF, rest: composed.answer })
          const citations = told.answer.answered ? told.answer.citations : []
          expect(citations.slice(shown.length)).toEqual(composed.citations)
          for (const { article, quote } of citations)
            expect(room.articles.find(({ id }) => id === article)?.raw).toContain(quote)
        }),
        { numRuns: 60 },
      )
    },
  )

  it('a name in a later sentence drops that sentence, and takes nothing back', async () => {
    const said = [GOOD[0] as Claim, NAMED, GOOD[1] as Claim]
    const { shown, told } = await grown(saying(said))
    expect(shown).toEqual([GOOD[0]?.says, ` ${GOOD[1]?.says}`])
    expect(told.answer.answer).toContain(`${GOOD[0]?.says} ${GOOD[1]?.says}\n\nWhat to do:`)
  })

  it('without a first sentence that holds nothing is shown, whatever comes after it', async () => {
    const turned = held('Yes, a repost is your own disclosure and needs that patient’s signed authorization.')
    for (const lead of [NAMED, turned]) {
      expect(supported(lead, shelf, room.facts)).toBeDefined()
      const { shown, told } = await grown(saying([lead, ...GOOD]))
      expect(shown).toEqual([])
      expect(told).toEqual({ answer: composed })
    }
  })

  it('a fifth claim is one too many', async () => {
    const one = held('A repost is your own disclosure.')
    const { shown } = await grown(saying([one, one, one, one, one]))
    expect(shown).toHaveLength(4)
  })
})

const SAID = [GOOD[0], BAD[0], GOOD[1]] as Claim[]
const TEXT = JSON.stringify({ claims: SAID })

describe('over the line', () => {
  it('wherever the text is cut, what holds and is whole is shown, and nothing else', async () => {
    const shownAt = SAID.flatMap((claim, i) => {
      const end = JSON.stringify({ claims: SAID.slice(0, i + 1) }).length - 2
      return supported(claim, shelf, room.facts) ? [{ claim, end }] : []
    })
    for (let at = 0; at <= TEXT.length; at++) {
      const answer: Model['answer'] = async (_, __, heard) => {
        itemsOf('claims', ClaimSaid, heard ?? (() => {}))(TEXT.slice(0, at))
        return { ok: false, why: 'down' }
      }
      const { words, told } = await grown({ sees: 'everything', answer } as unknown as Model)
      const expected = shownAt.filter(({ end }) => end <= at).map(({ claim }) => claim.says)
      expect(words).toBe(expected.join(' '))
      expect(told.note).toBe(expected.length > 0 ? BROKEN_OFF : UNAVAILABLE)
    }
  })

  async function over(turn: Turn) {
    const service = await openService(turn)
    const { log, logged } = fakePorts()
    const options = { apiKey: KEY, baseUrl: service.url, clock: handClock().clock, log, deadlineMs: 20_000 }
    const model = throughMask(createClaude(options), (text) => engine.masked(text))
    const result = await grown(model)
    model.stop()
    await service.close()
    return { ...result, logged: logged(), service }
  }

  it('wherever the line is cut, what holds and had arrived is shown, and nothing else', async () => {
    const whole = [GOOD[0]?.says, ` ${GOOD[1]?.says}`]
    const bytes = Buffer.from(eventsOf(TEXT, 'end_turn', 60)).length
    const lengths = new Set<number>()
    for (let after = 0; after < bytes; after += 23) {
      const ending = (['drops', 'ends', 'fails'] as const)[after % 3] ?? 'ends'
      const { told, shown, logged } = await over({ raw: TEXT, streamed: { piece: 60, after, ending } })
      expect(whole.slice(0, shown.length)).toEqual(shown)
      expect(told.note).toBe(shown.length > 0 ? BROKEN_OFF : UNAVAILABLE)
      expect(logged).not.toMatch(/Zyx|Canary|Xiomara|Quillfeather|repost/)
      lengths.add(shown.length)
    }
    expect([...lengths].sort()).toEqual([0, 1, 2])
  })

  it('no name goes out for being answered in pieces, and none stands in the log', async () => {
    const { service, shown, logged } = await over({ raw: TEXT, stop: 'refusal' })
    expect(shown).toHaveLength(2)
    expect(service.calls[0]?.body.stream).toBe(true)
    expect(service.sent().join()).toContain('repost')
    for (const word of ['Xiomara', 'Quillfeather']) {
      expect(service.calls[0]?.raw).not.toContain(word)
      expect(logged).not.toContain(word)
    }
    expect(logged).toContain('model_refused')
    expect(quote).not.toBe('')
  })
})
