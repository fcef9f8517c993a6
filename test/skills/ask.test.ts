import { describe, expect, it } from 'vitest'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { Reply } from '../../src/bot/reply.ts'
import type { SkillContext } from '../../src/bot/skill.ts'
import { openEngine, openKnowledge } from '../../src/library.ts'
import { createAsk } from '../../src/skills/ask/skill.ts'
import { goesOn } from '../../src/skills/ask/thread.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

const room = openKnowledge(new URL('../knowledge/fixtures/', import.meta.url))
const engine = openEngine()

function desk(practice = NO_PRACTICE) {
  const ports = fakePorts()
  const skill = createAsk(room, engine)
  return {
    ports,
    async ask(name: string, text = '', place = 'here') {
      const event = {
        id: 'web:1',
        surface: 'web' as const,
        at: '2026-11-21T15:00:00Z',
        person: { id: 'desk' },
        place: { id: place, private: true },
        body: { type: 'message' as const, text },
      }
      const context: SkillContext = { event, practice, roles: new Set(['staff']), ports }
      const [reply] = await skill.run({ skill: 'ask', name, text, values: {} }, context)
      return JSON.stringify(Reply.parse(reply))
    },
    remarks: async () => {
      const all = await ports.store.remarks.between(0, Number.MAX_SAFE_INTEGER, 10)
      return all.filter(({ sort }) => sort !== 'asked')
    },
  }
}

describe('what could not be answered is written down', () => {
  it('without the names and numbers in it, and without an example of anybody', async () => {
    const { ask, remarks } = desk()
    await ask('question', 'Can Megan Alvarez at 614-555-0142 park in the yard?')
    const [remark, ...more] = await remarks()
    expect(more).toEqual([])
    expect(remark).toMatchObject({ sort: 'unanswered', rules: [], reason: '' })
    expect(remark?.example).toContain('park in the yard')
    expect(remark?.example).not.toMatch(/Megan|Alvarez|0142/)
  })

  it('an answer that did not help is written down with its article; one that did is not', async () => {
    const { ask, remarks } = desk()
    await ask('question', 'do photo releases expire?')
    await ask('helpful')
    expect(await remarks()).toEqual([])
    await ask('not-helpful')
    expect(await remarks()).toMatchObject([{ sort: 'not_helpful', rules: ['sample-expiry'] }])
  })

  it('after the question is forgotten there is nothing to write down', async () => {
    const { ask, remarks } = desk()
    expect(await ask('not-helpful')).toContain('no question of yours for this')
    expect(await remarks()).toEqual([])
  })
})

describe('a thread', () => {
  it('goes on over several questions, in its own place alone', async () => {
    const { ask } = desk()
    await ask('question', 'Can I repost a patient story on Instagram?')
    expect(await ask('question', 'and on TikTok?')).toContain('Reposting what')
    expect(await ask('question', 'and on YouTube?')).toContain('Reposting what')
    expect(await ask('question', 'and on TikTok?', 'elsewhere')).toContain('do not have a reviewed answer')
  })
  it('does not follow a question that stands alone', async () => {
    const { ask } = desk()
    await ask('question', 'Can I repost a patient story on Instagram?')
    expect(await ask('question', 'How much is a HIPAA fine?')).toContain('What one violation can cost')
  })
  it.each([
    ['and on TikTok?', true],
    ['what about minors?', true],
    ['is that so?', true],
    ['How much is a HIPAA fine?', false],
    ['Can we repost a story of a patient if she tagged us on Instagram?', false],
  ])('%s goes on: %s', (question, wanted) => expect(goesOn(question)).toBe(wanted))
})

it.each([
  ['question', '', 'What would you like to know?'],
  ['open', '', 'What would you like to know?'],
  ['question', 'why '.repeat(600), 'more than I can read as a question'],
  ['person', '', 'ask your privacy officer'],
])('%s of %#: one friendly line', async (name, text, wanted) => {
  expect(await desk().ask(name, text)).toContain(wanted)
})

it('names the privacy officer where the practice file does', async () => {
  const roster = [
    { name: 'Dana Ortiz', nicknames: [], credentials: [], role: ['privacy officer' as const], ids: {} },
  ]
  expect(await desk({ ...NO_PRACTICE, roster }).ask('person')).toContain('Please ask Dana Ortiz.')
})
