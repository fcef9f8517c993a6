import { describe, expect, it } from 'vitest'
import { NO_PRACTICE, PRACTICE, stage } from './stage.ts'

describe('a report', () => {
  it('goes on where the same person is now: begun on Slack, sent from the chat page', async () => {
    const { command, press, fill } = stage()
    const begun = await press('slack:UANNA', await command('slack:UANNA'), 'Yes, it is still up')
    expect(begun.text).toContain('Before you take it down')
    const here = await command('web:this-machine')
    expect(here.text).toContain('You had begun this before')
    const next = await fill('web:this-machine', here, { kept: ['post'] })
    expect(next.text).toContain('Now take it down')
    // The question that is still open on Slack was answered meanwhile.
    expect((await fill('slack:UANNA', begun, { kept: ['link'] })).text).toContain('answered before')
  })

  it('is one at this machine, whether on the chat page or at the command line', async () => {
    for (const practice of [PRACTICE, NO_PRACTICE]) {
      const { command, press } = stage({ practice })
      await press('terminal:this-machine', await command('terminal:this-machine'), 'No, it is gone')
      expect((await command('web:this-machine')).text).toContain('You had begun this before')
      expect((await command('terminal:other')).text).not.toContain('begun this before')
    }
  })

  it('is nobody else’s: a colleague who presses a forwarded button begins their own', async () => {
    const { command, press } = stage()
    const mine = await command('slack:UANNA')
    await press('slack:UANNA', mine, 'No, it is gone')
    const theirs = await press('slack:UMAX', mine, 'No, it is gone')
    expect(theirs.text).not.toContain('It is gone')
  })

  it('becomes one ticket when the last button is pressed twice, or arrives twice', async () => {
    const { ports, report, press, command, send } = stage()
    let on = await command('slack:UANNA')
    for (let step = 0; step < 10; step++) on = await press('slack:UANNA', on, 'Skip this')
    const [once, twice] = await Promise.all([
      press('slack:UANNA', on, 'Send it'),
      press('slack:UANNA', on, 'Send it'),
    ])
    expect(once.text).toContain('INC-2026-0001')
    expect(twice.text).not.toContain('INC-2026-0002')
    expect((await send('slack:UANNA', once.event.body, { id: once.event.id })).outcome).toBe('repeated')
    expect(await ports.store.incidents.list('nobody')).toHaveLength(1)
    expect((await report()).text).toContain('INC-2026-0002')
  })

  it('keeps none of the names and numbers that were typed, wherever they were typed', async () => {
    const { ports, command, press, fill, send } = stage()
    const canaries = ['Kowalski', '512-555-0188', 'kowalski@example.com', '123-45-6789']
    const typed = `I accidentally posted Sarah Kowalski, 512-555-0188, kowalski@example.com, SSN 123-45-6789`
    await send('slack:UANNA', { type: 'message', text: typed })
    let on = await command('slack:UANNA')
    for (let step = 0; step < 8; step++) on = await press('slack:UANNA', on, 'Skip this')
    on = await fill('slack:UANNA', on, { words: `called Sarah Kowalski at 512-555-0188` })
    expect(on.text).toContain('I took out what looks like a name or a number')
    on = await fill('slack:UANNA', on, { words: `her mail is kowalski@example.com, SSN 123-45-6789` })
    const sent = await press('slack:UANNA', on, 'Send it')
    const kept = JSON.stringify([
      await ports.store.incidents.list('nobody'),
      ports.told,
      ports.logged(),
      sent.replies,
    ])
    for (const canary of canaries) expect(kept).not.toContain(canary)
    expect(kept).toContain('[name]')
  })

  it('counts from the day it was noticed, in the practice’s time zone', async () => {
    const { ports, report } = stage()
    // 03:00 UTC on the 22nd is still the 21st in Chicago.
    ports.wait(12 * 3_600_000)
    await report()
    const [incident] = await ports.store.incidents.list('nobody')
    expect(incident?.entries[0]?.details).toMatchObject({ zone: 'America/Chicago' })
    expect(JSON.stringify(ports.told)).toContain('Counted from 2026-11-21')
  })

  it('can be looked after by somebody whom the officer lets see it, and by nobody before', async () => {
    const { report, command, press, fill, buttons } = stage()
    await report()
    expect((await command('slack:UMAX', 'INC-2026-0001')).text).not.toContain('Report 1')
    const open = await command('slack:UMIA', 'INC-2026-0001')
    await fill('slack:UMIA', await press('slack:UMIA', open, 'Let somebody see it'), { person: 'slack:UMAX' })
    const seen = await command('slack:UMAX', 'INC-2026-0001')
    expect(seen.text).toContain('Report 1')
    expect(buttons(seen).map(({ label }) => label)).toEqual(['A task is done', 'Add a note'])
    const forged = await press('slack:UMAX', open, 'Conclude and sign')
    expect(forged.text).toContain('That report is for the privacy officer')
  })

  it('is taken by one of two officers who press together', async () => {
    const { report, command, press } = stage()
    await report()
    const open = await command('slack:UMIA', 'INC-2026-0001')
    const both = await Promise.all([
      press('slack:UMIA', open, 'I take it'),
      press('slack:UMIA', open, 'I take it'),
    ])
    expect(both.filter(({ text }) => text.includes('It is in your hands now'))).toHaveLength(1)
  })
})
