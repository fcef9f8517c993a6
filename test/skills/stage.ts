import { expect } from 'vitest'
import type { Body } from '../../src/bot/event.ts'
import { NO_PRACTICE, type Practice } from '../../src/bot/practice.ts'
import { Reply } from '../../src/bot/reply.ts'
import type { Intent, SkillContext } from '../../src/bot/skill.ts'
import type { Draft, Engine, Finding, Result } from '../../src/rules/verdict.ts'
import { createCheck } from '../../src/skills/check/skill.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

export const DRAFT = 'Thank you, Sarah! Your tummy tuck looks great.'

export const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'identifier/name',
  category: 'name',
  severity: 'stop',
  start: 11,
  end: 16,
  quote: 'Sarah',
  message: 'It names somebody.',
  why: 'A name points at one person.',
  instead: 'Leave the name out.',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  ...over,
})

export const result = (over: Partial<Result> = {}): Result => ({
  verdict: 'stop',
  kind: 'caption',
  platform: null,
  guessed: { kind: true, platform: true },
  findings: [finding()],
  notes: [],
  checked: { rules: 12, model: 'off', ms: 0 },
  ...over,
})

/** The skill over an engine that always answers `found`, and what it was asked. */
export function stage(found: (draft: Draft) => Result = () => result(), practice: Practice = NO_PRACTICE) {
  const asked: Draft[] = []
  const engine: Engine = {
    check(draft) {
      asked.push(draft)
      return found(draft)
    },
    mask: (text) => text.replace(/Sarah/g, '[name]'),
    redLines: new Set(['confirms/visit', 'identifier/name']),
  }
  const ports = fakePorts()
  const skill = createCheck(engine)
  async function run(
    name: string,
    text = '',
    values: Intent['values'] = {},
    more: { person?: string; body?: Body } = {},
  ) {
    const event = {
      id: 'web:1',
      surface: 'web' as const,
      at: '2026-11-21T15:00:00Z',
      person: { id: more.person ?? 'desk' },
      place: { id: 'here', private: true },
      body: more.body ?? { type: 'message' as const, text },
    }
    const context: SkillContext = { event, practice, roles: new Set(['staff']), ports }
    const replies = await skill.run({ skill: 'check', name, text, values }, context)
    expect(replies).toHaveLength(1)
    return Reply.parse(replies[0])
  }
  return { asked, ports, run }
}

export type Shown = Awaited<ReturnType<ReturnType<typeof stage>['run']>>
export const blocks = <T extends Shown['blocks'][number]['type']>(reply: Shown, type: T) =>
  reply.blocks.filter((block): block is Extract<typeof block, { type: T }> => block.type === type)
export const buttons = (reply: Shown) => blocks(reply, 'buttons').flatMap((block) => block.buttons)
export const press = (reply: Shown, label: string) =>
  buttons(reply).find((button) => button.label === label)?.value ?? ''
export const words = (reply: Shown) => JSON.stringify(reply)
