import { describe, expect, it } from 'vitest'
import type { MirroredTicket, Put, Tickets } from '../../../src/bot/outside/tickets.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import type { Ports } from '../../../src/bot/ports.ts'
import { CLOCK_PERSON } from '../../../src/bot/roles.ts'
import { createIncident } from '../../../src/skills/incident/skill.ts'
import { openStateLaw } from '../../../src/state-law-file.ts'
import { PRACTICE, stage } from './stage.ts'

const MIA = 'slack:UMIA'
const NUMBER = 'INC-2026-0001'
const law = openStateLaw()

/** A place that answers as it is told, and remembers what came. */
function place(answers: Put[] = [], target: Tickets['target'] = 'jira') {
  const came: { ticket: MirroredTicket; ref: string | null; begun: boolean }[] = []
  const tickets: Tickets = {
    target,
    async put(ticket, before) {
      came.push({ ticket, ...before })
      return answers.shift() ?? { ok: true, ref: `PRIV-${ticket.number.slice(-1)}` }
    },
  }
  return { came, tickets }
}

function mirroring(places: Tickets[], change: Partial<Ports> = {}) {
  const staged = stage()
  const ticking = (ports: Ports) => {
    const skills = [createIncident({ mask: (text) => text }, law, places)]
    const pipeline = createPipeline({ ports, practice: PRACTICE, skills })
    return () =>
      pipeline.handle(
        {
          id: `tick:${staged.ports.ids.next()}`,
          surface: 'terminal',
          at: new Date(staged.ports.time()).toISOString(),
          person: { id: CLOCK_PERSON },
          place: { id: CLOCK_PERSON, private: true },
          body: { type: 'tick', job: 'incident/mirror' },
        },
        { deliver: async () => {} },
      )
  }
  const run = ticking({ ...staged.ports, ...change })
  return { ...staged, run, ticking, again: ticking(staged.ports) }
}

describe('the mirror of a ticket', () => {
  it('gets each state once, and every later one', async () => {
    const { came, tickets } = place()
    const { report, run, command, press } = mirroring([tickets])
    await report()
    await run()
    await run()
    expect(came.map(({ ticket, ref }) => [ticket.version, ticket.status, ref])).toEqual([[2, 'open', null]])
    await press(MIA, await command(MIA, NUMBER), 'I take it')
    await run()
    expect(came.slice(1)).toMatchObject([
      { ticket: { version: 3, status: 'taken' }, ref: 'PRIV-1', begun: true },
    ])
  })

  it('carries numbers, states and days, and nothing that somebody typed or is called', async () => {
    const { came, tickets } = place()
    const { command, press, fill, run } = mirroring([tickets])
    const canary = (n: number) => `canary${n}words`
    let on = await command('slack:UANNA')
    for (let step = 0; step < 10; step++) {
      if (step === 3)
        on = await fill('slack:UANNA', on, { platform: 'yelp', link: `https://yelp.com/biz/${canary(3)}` })
      else if (step === 8) on = await fill('slack:UANNA', on, { words: `we called ${canary(8)}` })
      else if (step === 9) on = await fill('slack:UANNA', on, { words: `it was ${canary(9)}` })
      else on = await press('slack:UANNA', on, 'Skip this')
    }
    await press('slack:UANNA', on, 'Send it')
    for (const [label, values] of [
      ['Add a note', { words: `note ${canary(10)}` }],
      ['Next factor', { factor: 'nature', weighs: 'low', fact: `fact ${canary(11)}` }],
      ['The three exceptions', { exception: 'none', fact: `fact ${canary(12)}` }],
      ['Conclude and sign', { outcome: 'breach', reason: `why ${canary(13)}` }],
      ['A task is done', { task: 'takedown', end: 'done', happened: `done ${canary(14)}` }],
      ['Ask somebody to do it', { person: 'slack:UMAX', task: 'cause' }],
    ] as const)
      await fill(MIA, await press(MIA, await command(MIA, NUMBER), label), values)
    await run()
    const sent = JSON.stringify(came)
    expect(came).toHaveLength(1)
    expect(sent).toContain('Conclusion: It is a breach: notices are due.')
    expect(sent).toContain('Letters to the patients')
    for (const word of ['canary', 'yelp', 'Anna', 'Mia', 'Max', 'UANNA', 'UMIA', 'Maple'])
      expect(sent).not.toContain(word)
  })

  it('waits longer after each failure, as long as it is asked to, and leaves the ticket as it is', async () => {
    const server: Put = { ok: false, trouble: 'server_error' }
    const limited: Put = { ok: false, trouble: 'limited', retryAfterMs: 1_800_000 }
    const { came, tickets } = place([server, server, limited])
    const { ports, report, run, minutes } = mirroring([tickets])
    await report()
    const before = await ports.store.incidents.get(NUMBER, 'nobody')
    const at: number[] = []
    for (let minute = 0; minute <= 40; minute++) {
      const had = came.length
      await run()
      if (came.length > had) at.push(minute)
      minutes(1)
    }
    expect(at).toEqual([0, 1, 3, 33])
    expect(await ports.store.incidents.get(NUMBER, 'nobody')).toEqual(before)
    expect(await ports.store.outbox.of('jira')).toMatchObject([{ sent: 2, attempts: 0, trouble: null }])
    expect(ports.logged()).toContain('server_error')
  })

  it('is left alone for the rest of the run when the place is down, and goes on with the next when one is refused', async () => {
    const down = place([{ ok: false, trouble: 'unreachable' }])
    const picky = place([{ ok: false, trouble: 'rejected' }], 'webhook')
    const { report, run } = mirroring([down.tickets, picky.tickets])
    await report()
    await report('slack:UMAX')
    await run()
    expect(down.came.map(({ ticket }) => ticket.number)).toEqual([NUMBER])
    expect(picky.came.map(({ ticket }) => ticket.number)).toEqual([NUMBER, 'INC-2026-0002'])
  })

  it('knows after a crash that it may be there already, and after a restart what is still to be sent', async () => {
    const dying: Tickets = { target: 'jira', put: () => Promise.reject(new Error('killed')) }
    const { came, tickets } = place()
    const { report, run, ports, ticking } = mirroring([dying])
    await report()
    expect(await run()).toBe('failed')
    expect(await ports.store.outbox.of('jira')).toMatchObject([{ begun: true, sent: 0 }])
    const skills = [createIncident({ mask: (text) => text }, law, [tickets])]
    const pipeline = createPipeline({ ports, practice: PRACTICE, skills })
    expect(ticking).toBeDefined()
    await pipeline.handle(
      {
        id: 'tick:after',
        surface: 'terminal',
        at: new Date(ports.time()).toISOString(),
        person: { id: CLOCK_PERSON },
        place: { id: CLOCK_PERSON, private: true },
        body: { type: 'tick', job: 'incident/mirror' },
      },
      { deliver: async () => {} },
    )
    expect(came).toMatchObject([{ begun: true, ref: null, ticket: { version: 2 } }])
  })

  it('is written by one replica at a time', async () => {
    const { came, tickets } = place()
    const { report, run } = mirroring([tickets])
    await report()
    await Promise.all([run(), run(), run()])
    expect(came).toHaveLength(1)
  })

  it('has nothing of what was closed before it was asked for, and hears of what is closed after', async () => {
    const { came, tickets } = place()
    const { report, run, command, press, fill } = mirroring([tickets])
    const close = async (number: string) =>
      fill(MIA, await press(MIA, await command(MIA, number), 'Close it'), {
        finding: 'mistaken',
        reason: 'It was a draft',
      })
    await report()
    await close(NUMBER)
    await run()
    expect(came).toEqual([])
    await report('slack:UMAX')
    await run()
    await close('INC-2026-0002')
    await run()
    expect(came.map(({ ticket }) => [ticket.number, ticket.status])).toEqual([
      ['INC-2026-0002', 'open'],
      ['INC-2026-0002', 'closed'],
    ])
  })

  it('is off unless somebody asks for it, and nobody can ask for it in a chat', async () => {
    const { came, tickets } = place()
    const { report, send, run } = mirroring([])
    await report()
    expect(await run()).toBe('silent')
    expect(came).toEqual([])
    const pressed = await send(MIA, { type: 'button', action: 'incident/mirror', value: '' })
    expect(pressed.replies).toEqual([])
    expect(tickets.target).toBe('jira')
  })
})
