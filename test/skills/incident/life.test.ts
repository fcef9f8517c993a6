import { describe, expect, it } from 'vitest'
import { inSight } from '../../../src/bot/reply.ts'
import { FACTORS } from '../../../src/skills/incident/ticket/entries.ts'
import { ticketOf } from '../../../src/skills/incident/ticket/ticket.ts'
import { stage } from './stage.ts'

const NUMBER = 'INC-2026-0001'
const MIA = 'slack:UMIA'
const MAX = 'slack:UMAX'

async function opened() {
  const staged = stage()
  await staged.report()
  const officer = async (label: string, values?: Record<string, string>) => {
    const asked = await staged.press(MIA, await staged.command(MIA, NUMBER), label)
    return values ? staged.fill(MIA, asked, values) : asked
  }
  const ticket = async () => ticketOf((await staged.ports.store.incidents.get(NUMBER, 'nobody')) as never)
  return { ...staged, officer, ticket }
}

describe('what an officer can do with a ticket', () => {
  const NEXT = 'Next factor'

  it('shows the next step and what comes up every time, and keeps the rest behind “More…”', async () => {
    const { officer, command, buttons } = await opened()
    const seen = async () => {
      const { shown, more } = inSight(buttons(await command(MIA, NUMBER)))
      expect(more.length).toBeGreaterThan(1)
      return shown.map(({ label }) => label)
    }
    expect(await seen()).toEqual(['I take it', NEXT, 'A task is done'])
    await officer('I take it')
    expect(await seen()).toEqual([NEXT, 'A task is done', 'Add a note'])
    for (const factor of FACTORS) await officer(NEXT, { factor, weighs: 'low', fact: 'It was a drawing.' })
    expect(await seen()).toEqual(['Conclude and sign', 'A task is done', 'Add a note'])
    await officer('Close it', { finding: 'mistaken', reason: 'It was a draft and never went out' })
    expect(await seen()).toEqual(['Open it again', 'Add a note', 'Correct numbers or days'])
  })

  it('loses nothing on the way: each act is there once', async () => {
    const { command, buttons } = await opened()
    const labels = buttons(await command(MIA, NUMBER)).map(({ label }) => label)
    expect(labels).toHaveLength(new Set(labels).size)
    expect(labels).toEqual(
      expect.arrayContaining(['Close it', 'Let somebody see it', 'The three exceptions']),
    )
  })
})

describe('a ticket that is asked of somebody', () => {
  it('is theirs: they are told in private without a word of it, the reminders stop, they see it and can do tasks', async () => {
    const { ports, officer, command, buttons, minutes, tick, ticket } = await opened()
    const before = ports.told.length
    const asked = await officer('Ask somebody to do it', { person: MAX, task: 'whole' })
    expect(asked.text).toContain('In hand: Max Weber')
    expect(asked.text).toContain('I have told them, in private')
    expect(ports.told.slice(before)).toMatchObject([{ to: MAX, reply: { audience: 'private' } }])
    expect(JSON.stringify(ports.told.slice(before))).not.toMatch(/Still up|What was in it/)
    minutes(2000)
    await tick()
    expect(ports.told).toHaveLength(before + 1)
    const seen = await command(MAX, NUMBER)
    expect(seen.text).toContain('asked Max Weber to look after all of it')
    expect(buttons(seen).map(({ label }) => label)).toEqual(['A task is done', 'Add a note'])
    expect((await ticket()).status).toBe('taken')
  })

  it('can be asked for task by task, and is asked of nobody again when they may not see it any more', async () => {
    const { officer, command, ticket } = await opened()
    const asked = await officer('Ask somebody to do it', { person: MAX, task: 'evidence' })
    expect(asked.text).toContain('Evidence kept in a restricted place: open, asked of Max Weber')
    expect(asked.text).toContain('Nobody has taken it yet')
    expect(asked.text).toContain('Besides the privacy officers it is seen whole by: Max Weber.')
    expect((await command(MAX, NUMBER)).text).toContain('Report 1')
    await officer('Stop letting somebody see it', { person: MAX })
    // A manager again: counts and clocks.
    const seen = (await command(MAX, NUMBER)).text
    expect(seen).toContain('Letters to the patients: by')
    expect(seen).not.toContain('Report 1')
    expect((await ticket()).assigned).toEqual({})
  })

  it('goes back to nobody, with its reminders, when whoever had it may not see it any more', async () => {
    const { officer, ticket, minutes, tick, ports } = await opened()
    await officer('Ask somebody to do it', { person: MAX, task: 'whole' })
    await officer('Stop letting somebody see it', { person: MAX })
    expect((await ticket()).status).toBe('open')
    const before = ports.told.length
    minutes(61)
    await tick()
    expect(ports.told.slice(before).map(({ to }) => to)).toEqual([MIA])
  })

  it.each([
    ['Ask somebody to do it', { person: 'slack:NOBODY', task: 'whole' }],
    ['Ask somebody to do it', { person: MAX, task: 'everything' }],
    ['Let somebody see it', { person: '' }],
  ])('%s with %j asks again and writes nothing', async (label, values) => {
    const { officer, ticket } = await opened()
    const before = (await ticket()).seen
    expect((await officer(label, values)).text).toContain('Please choose one of the list')
    expect((await ticket()).seen).toBe(before)
  })
})

describe('what is learned after a ticket was closed', () => {
  const close = (officer: Awaited<ReturnType<typeof opened>>['officer']) =>
    officer('Close it', { finding: 'mistaken', reason: 'It was a draft and never went out' })

  it('opens it again, in the register too, so that its years do not run', async () => {
    const { ports, officer, ticket } = await opened()
    await close(officer)
    const record = () => ports.store.register.get(NUMBER, 'nobody')
    expect(await record()).toMatchObject({ state: 'closed', ended: ports.time() })
    const values = { discovered: '2026-11-20', people: '3', states: '', source: 'us', why: 'It did go out' }
    expect((await officer('Correct numbers or days', values)).text).toContain('Nobody has taken it yet')
    expect(await record()).toMatchObject({ state: 'open', ended: null })
    expect((await ticket()).closed).toBeUndefined()
  })

  it('is told to the officer like a new report, also after a crash between writing it down and telling', async () => {
    const link = 'https://www.instagram.com/p/Again1/'
    const first = stage()
    await first.report('slack:UANNA', link)
    const open = await first.command(MIA, NUMBER)
    await first.press(MIA, open, 'I take it')
    const dying = stage({ ports: first.ports, change: { tell: () => Promise.reject(new Error('killed')) } })
    expect((await dying.report(MAX, link)).outcome).toBe('failed')
    const before = first.ports.told.length
    first.minutes(2)
    await first.tick()
    expect(first.ports.told.slice(before).map(({ to }) => to)).toEqual([MIA])
    first.minutes(2)
    await first.tick()
    expect(first.ports.told).toHaveLength(before + 1)
  })
})

describe('the trail', () => {
  it('tells who saw a report and who was turned away, and not that somebody saw what they did not', async () => {
    const { ports, command } = await opened()
    await command(MIA, NUMBER)
    await command('slack:UADA', NUMBER)
    await command('slack:UADA', 'INC-2026-0002')
    await command(MAX, NUMBER)
    const told = ports.trail
      .filter(({ subject }) => subject === NUMBER)
      .map(({ act, person }) => `${act} ${person}`)
    expect(told.filter((line) => /^(seen|refused)/.test(line))).toEqual([
      'seen UMIA',
      'refused UADA',
      'seen UMAX',
    ])
  })
})
