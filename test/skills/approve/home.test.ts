import { describe, expect, it } from 'vitest'
import { rolesOf } from '../../../src/bot/roles.ts'
import type { Engine } from '../../../src/rules/verdict.ts'
import { createApprove } from '../../../src/skills/approve/skill.ts'
import { HOUR } from './record.ts'
import { FIRST, practiceOf, stage } from './stage.ts'

const WORDS = 'We open at nine.'
const practice = practiceOf()
const engine: Engine = {
  check: () => ({
    verdict: 'clear',
    kind: 'caption',
    platform: null,
    guessed: { kind: true, platform: true },
    findings: [],
    notes: [],
    checked: { rules: 1, model: 'off', ms: 0 },
  }),
  mask: (text) => text,
  redLines: new Set(),
}

async function home(on: ReturnType<typeof stage>, person: string): Promise<string> {
  const event = {
    id: on.ports.ids.next(),
    surface: 'slack' as const,
    at: '2026-11-21T15:00:00Z',
    person: { id: person },
    place: { id: 'home', private: true },
    body: { type: 'opened' as const },
  }
  const roles = rolesOf(practice, 'slack', person)
  const blocks = await createApprove(engine).home?.({ event, practice, roles, ports: on.ports })
  expect(blocks?.some(({ type }) => type === 'form')).toBe(false)
  return JSON.stringify(blocks)
}

describe('the home page', () => {
  it('says to each person what needs them, and nothing where nothing does', async () => {
    const on = stage()
    for (const person of ['AMY', 'MIA', 'LENA']) expect(await home(on, person)).toBe('[]')
    await on.ask('slack:AMY', WORDS)
    expect(await home(on, 'MIA')).toContain('One draft waits for you to look at it')
    expect(await home(on, 'MIA')).toContain(FIRST)
    expect(await home(on, 'AMY')).toBe('[]')
    await on.press('slack:MIA', 'propose', { words: 'We open at ten.' })
    expect(await home(on, 'AMY')).toContain('One of yours needs you')
    expect(await home(on, 'MIA')).toBe('[]')
    await on.press('slack:AMY', 'accept')
    expect(await home(on, 'AMY')).toContain('One of yours needs you')
    expect(await home(on, 'LENA')).toBe('[]')
  })

  it('holds no word of a draft, for it stands open on a desk', async () => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    expect(await home(on, 'MIA')).not.toContain('nine')
  })

  it('waits with an owner’s own draft until it has rested', async () => {
    const on = stage()
    await on.ask('slack:MIA', WORDS)
    expect(await home(on, 'MIA')).toBe('[]')
    on.ports.wait(13 * HOUR)
    expect(await home(on, 'MAX')).toContain('One draft waits')
  })
})
