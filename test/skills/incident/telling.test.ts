import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../surfaces/surface.ts'
import { NO_PRACTICE, stage } from './stage.ts'

const since = (told: { to: string }[], from: number) => told.slice(from).map(({ to }) => to)

describe('the privacy officer', () => {
  it('is told at once, in private, with the clocks, and the notification names nothing but the number', async () => {
    const { ports, report } = stage()
    const { text } = await report()
    expect(since(ports.told, 0)).toEqual(['slack:UMIA'])
    const [told] = ports.told
    expect(told?.reply.audience).toBe('private')
    expect(told?.reply.summary).toBe('A report came in: INC-2026-0001. Please look at it now.')
    expect(wordsOf(told?.reply as never)).toContain('Letters to the patients: by 2027-01-20')
    expect(text).toContain('has been told just now')
  })

  it('who cannot be reached is not said to know, stands in the list, and is tried again until it works', async () => {
    const { ports, report, tick, command, minutes } = stage()
    ports.reachable(false)
    const { text } = await report()
    expect(text).toContain('I could not reach your privacy officer from here')
    expect(text).not.toContain('has been told')
    expect((await command('slack:UMIA', 'list')).text).toContain('INC-2026-0001: Nobody has taken it yet')
    minutes(1)
    await tick()
    minutes(1)
    await tick()
    expect(ports.told).toEqual([])
    const [incident] = await ports.store.incidents.list('nobody')
    expect(incident?.entries.map(({ what }) => what)).toEqual(['reported', 'told'])
    ports.reachable(true)
    minutes(1)
    await tick()
    expect(since(ports.told, 0)).toEqual(['slack:UMIA'])
    minutes(1)
    await tick()
    expect(ports.told).toHaveLength(1)
  })

  it('is missing where there is no practice file, and the reporter is told so', async () => {
    const { text } = await stage({ practice: NO_PRACTICE }).report('web:this-machine')
    expect(text).toContain('Nobody is entered as privacy officer')
  })

  it('hears of it with the next tick when the process died between writing down and telling', async () => {
    const first = stage()
    const dying = stage({
      ports: first.ports,
      change: { tell: () => Promise.reject(new Error('killed')) },
    })
    const { outcome } = await dying.report()
    expect(outcome).toBe('failed')
    expect(first.ports.told).toEqual([])
    first.minutes(2)
    await first.tick()
    expect(since(first.ports.told, 0)).toEqual(['slack:UMIA'])
    expect(await first.ports.store.incidents.list('nobody')).toHaveLength(1)
  })
})

describe('reminders', () => {
  it('are one, and the latest, after days in which nothing ran', async () => {
    const { ports, report, tick, minutes } = stage()
    await report()
    minutes(5 * 1440 + 1)
    const rounds: string[][] = []
    for (const wait of [0, 1, 1, 1440]) {
      const before = ports.told.length
      minutes(wait)
      await tick()
      rounds.push(since(ports.told, before))
    }
    expect(rounds).toEqual([
      ['slack:UMIA', 'slack:UMAX', 'slack:UADA'],
      [],
      [],
      ['slack:UMIA', 'slack:UMAX', 'slack:UADA'],
    ])
  })

  it('begin anew when a ticket that nobody had taken is opened again', async () => {
    const { ports, report, tick, minutes, command, press, fill } = stage()
    await report()
    minutes(60)
    await tick()
    const on = async (label: string, values: Record<string, string>) =>
      fill(
        'slack:UMIA',
        await press('slack:UMIA', await command('slack:UMIA', 'INC-2026-0001'), label),
        values,
      )
    await on('Close it', { finding: 'mistaken', reason: 'It was a draft' })
    minutes(3 * 1440)
    await on('Open it again', { reason: 'It was no draft' })
    const rounds: string[][] = []
    for (const wait of [59, 1, 1, 179]) {
      const before = ports.told.length
      minutes(wait)
      await tick()
      rounds.push(since(ports.told, before))
    }
    expect(rounds).toEqual([[], ['slack:UMIA'], [], ['slack:UMIA', 'slack:UMAX']])
  })

  it('go to more and more people until somebody takes it, and then stop', async () => {
    const { ports, report, tick, minutes, command, press } = stage()
    await report()
    const rounds: string[][] = []
    for (const wait of [59, 1, 179, 1, 1199, 1, 1440]) {
      const before = ports.told.length
      minutes(wait)
      await tick()
      rounds.push(since(ports.told, before))
    }
    expect(rounds).toEqual([
      [],
      ['slack:UMIA'],
      [],
      ['slack:UMIA', 'slack:UMAX'],
      [],
      ['slack:UMIA', 'slack:UMAX', 'slack:UADA'],
      ['slack:UMIA', 'slack:UMAX', 'slack:UADA'],
    ])
    const taken = await press('slack:UMIA', await command('slack:UMIA', 'INC-2026-0001'), 'I take it')
    expect(taken.text).toContain('In hand: Mia Torres')
    const before = ports.told.length
    minutes(10_000)
    await tick()
    expect(ports.told).toHaveLength(before)
  })

  it('say the number and the wait to those who may not see the report, and nothing else', async () => {
    const { ports, report, tick, minutes } = stage()
    await report('slack:UANNA', 'https://yelp.com/biz/maple')
    minutes(240)
    await tick()
    minutes(1)
    await tick()
    const words = ports.told.filter(({ to }) => to === 'slack:UMAX').map(({ reply }) => wordsOf(reply))
    expect(words).toHaveLength(1)
    expect(words[0]).toContain('INC-2026-0001) has waited for 4 hours')
    expect(words[0]).not.toMatch(/yelp|Anna|Still up/)
  })

  it('are the clock’s alone: nobody sets them off with a button', async () => {
    const { ports, report, minutes, send } = stage()
    await report()
    minutes(600)
    await send('slack:UANNA', { type: 'button', action: 'incident/remind', value: '' })
    expect(ports.told).toHaveLength(1)
  })
})

describe('somebody who began a report and went away', () => {
  it('gets a word after an hour, a day and a week, with a way back to the same question', async () => {
    const { ports, command, press, tick, minutes } = stage()
    await press('slack:UANNA', await command('slack:UANNA'), 'No, it is gone')
    const told: number[] = []
    for (const wait of [59, 1, 1379, 1, 8639, 1, 1440]) {
      minutes(wait)
      await tick()
      told.push(ports.told.length)
    }
    expect(told).toEqual([0, 1, 1, 2, 2, 3, 3])
    const [word] = ports.told
    expect(word?.to).toBe('slack:UANNA')
    expect(word?.reply.summary).not.toMatch(/report|incident|accident/i)
    const back = await press('slack:UANNA', { replies: [word?.reply] } as never, 'Go on now')
    expect(back.text).toContain('It is gone: good')
  })

  it('gets none once it is sent', async () => {
    const { ports, report, tick, minutes } = stage()
    await report()
    minutes(61)
    await tick()
    expect(ports.told.map(({ to }) => to)).not.toContain('slack:UANNA')
  })
})
