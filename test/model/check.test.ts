import { describe, expect, it } from 'vitest'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { Reply } from '../../src/bot/reply.ts'
import type { SkillContext } from '../../src/bot/skill.ts'
import { openEngine } from '../../src/library.ts'
import { createCheck } from '../../src/skills/check/skill.ts'
import { press, words } from '../skills/stage.ts'
import { fakeModel, type Scripted } from '../surfaces/fake-model.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

const engine = openEngine()
const DRAFT = 'Our office is open on Saturdays from nine to noon.'

function desk(script: Scripted) {
  const ports = fakePorts()
  const model = fakeModel(script)
  const skill = createCheck(engine, model)
  async function run(name: string, text = '', values: Record<string, string> = {}) {
    const event = {
      id: 'web:1',
      surface: 'web' as const,
      at: '2026-11-21T15:00:00Z',
      person: { id: 'desk' },
      place: { id: 'here', private: true },
      body: { type: 'message' as const, text },
    }
    const context: SkillContext = { event, practice: NO_PRACTICE, roles: new Set(['staff']), ports }
    const [reply] = await skill.run({ skill: 'check', name, text, values }, context)
    return Reply.parse(reply)
  }
  return { run, model, ports }
}
const NOTICED = { judge: [{ category: 'mosaic', quote: 'nine to noon' }] }

describe('what a second look added', () => {
  it('stands in the ledger as what it is', async () => {
    const { run, ports } = desk(NOTICED)
    await run('draft', '', { text: DRAFT, kind: 'caption' })
    expect(ports.checks).toMatchObject([{ verdict: 'caution', rules: ['model/mosaic'] }])
  })

  it('can be disputed and passed over like a rule’s, without asking again', async () => {
    const { run, model, ports } = desk(NOTICED)
    const shown = await run('draft', '', { text: DRAFT, kind: 'caption' })
    const turn = press(shown, 'Not a problem')
    expect(words(await run('dispute', turn))).toContain('model/mosaic')
    await run('not-a-problem', '', { turn, rule: 'model/mosaic', because: 'general' })
    await run('override', '', { turn: press(shown, 'Post it all the same'), reason: 'Our hours are public.' })
    expect(ports.remarks.map(({ sort, rules }) => [sort, ...rules])).toEqual([
      ['not_a_problem', 'model/mosaic'],
      ['override', 'model/mosaic'],
    ])
    expect(model.asked).toHaveLength(1)
  })

  it('is asked anew once the draft is read as something else', async () => {
    const { run, model } = desk(NOTICED)
    const shown = await run('draft', '', { text: DRAFT })
    await run('correct', press(shown, 'It is a reply to a review'))
    expect(model.asked.map(({ given }) => (given[0] as { kind: string }).kind)).toEqual([
      'caption',
      'review_reply',
    ])
  })

  it('does not bring back what can be forgotten: after an hour it is gone with the draft', async () => {
    const { run, ports } = desk(NOTICED)
    const shown = await run('draft', '', { text: DRAFT, kind: 'caption' })
    ports.wait(61 * 60_000)
    expect(words(await run('dispute', press(shown, 'Not a problem')))).not.toContain('model/mosaic')
  })
})
