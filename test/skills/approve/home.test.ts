import { describe, expect, it } from 'vitest'
import { rolesOf } from '../../../src/bot/roles.ts'
import type { Engine } from '../../../src/rules/verdict.ts'
import { createApprove } from '../../../src/skills/approve/skill.ts'
import { HOUR } from './record.ts'
import { FIRST, practiceOf, stage } from './stage.ts'

const WORDS = 'We open at nine.'
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

async function home(on: ReturnType<typeof stage>, person: string, practice = practiceOf()): Promise<string> {
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
    expect(await home(on, 'AMY')).not.toContain('needs you')
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
    for (const person of ['MIA', 'AMY']) expect(await home(on, person)).not.toContain('nine')
  })

  it('shows whoever asked that theirs still waits, and since when, with a way to look or take it back', async () => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    const page = await home(on, 'AMY')
    expect(page).toContain(`${FIRST} waits for a second pair of eyes since Sat, Nov 21, 9:00 AM`)
    expect(JSON.parse(page).at(-2)).toMatchObject({
      type: 'buttons',
      buttons: [
        { label: 'Look at it', action: 'approve/show', value: FIRST },
        { label: 'Take it back', action: 'approve/act', value: `${FIRST}.withdraw.1` },
      ],
    })
    expect(await home(on, 'LENA')).toBe('[]')
    await on.press('slack:AMY', 'withdraw')
    expect(await home(on, 'AMY')).toBe('[]')
  })

  it('shows three that wait and counts the others', async () => {
    const on = stage()
    for (const hour of ['nine', 'ten', 'eleven', 'twelve', 'one'])
      await on.ask('slack:AMY', `We open at ${hour}.`)
    const page = await home(on, 'AMY')
    expect(page.match(/since Sat/g)).toHaveLength(3)
    expect(page).toContain('2 more of yours wait.')
    expect(JSON.parse(page).length).toBeLessThanOrEqual(20)
  })

  it('says when somebody who is alone can read theirs again', async () => {
    const alone = practiceOf({ staff: [{ name: 'Amy', role: 'manager', ids: { slack: 'AMY' } }] })
    const on = stage(alone)
    await on.ask('slack:AMY', WORDS)
    const page = await home(on, 'AMY', alone)
    expect(page).toContain(`${FIRST} rests. You can read it again and decide from Sat, Nov 21, `)
  })

  it('leads to the list with a button that leads there', async () => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    const [list] = JSON.parse(await home(on, 'AMY'))
      .flatMap(({ buttons = [] }) => buttons)
      .filter(({ label }: { label: string }) => label === 'See the list')
    const said = await on.send('slack:AMY', { type: 'button', action: list.action, value: '' })
    expect(JSON.stringify(said)).toContain('Yours: 1')
  })

  it('waits with an owner’s own draft until it has rested', async () => {
    const on = stage()
    await on.ask('slack:MIA', WORDS)
    expect(await home(on, 'MIA')).not.toContain('needs you')
    on.ports.wait(13 * HOUR)
    expect(await home(on, 'MAX')).toContain('One draft waits')
  })
})
