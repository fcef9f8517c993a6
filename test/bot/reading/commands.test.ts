import { describe, expect, it } from 'vitest'
import { type Route, route } from '../../../src/bot/router.ts'
import { orientation } from '../../../src/bot/traffic/orientation.ts'
import { eventOf, skillOf, stage } from '../stage.ts'

const name = (found: Route) =>
  found.to === 'skill' ? `${found.intent.skill}/${found.intent.name}` : `${found.about}: ${found.text}`

const SAID: readonly (readonly [text: string, wants: string])[] = [
  ['/check help', 'check/help'],
  ['/check how does this work?', 'check/help'],
  ['/ask help', 'command: ask'],
  ['/ask how do i use this?', 'command: ask'],
  ['ask: help', 'command: ask'],
  ['/incident help', 'command: incident'],
  ['/report what is this for', 'command: incident'],
  ['/digest HELP!', 'command: digest'],
  ['/approve help', 'command: approve'],
  ['/approve info', 'command: approve'],
  ['/rewrite help', 'command: rewrite'],
  ['/photo help', 'command: photo'],
  ['/authorization help', 'command: authorization'],
  ['/home help', 'check/help'],
  // In trouble, at work, or in the midst of a draft.
  ['/incident help me', 'incident/start'],
  ['/incident start', 'incident/start'],
  ['/ask help with a review?', 'ask/question'],
  ['/rewrite we are here to help', 'rewrite/draft'],
]

describe('help behind a command', () => {
  it.each(SAID)('%j is %s', (text, wants) => {
    expect(name(route(eventOf(text)))).toBe(wants)
  })

  it.each(SAID.filter(([, wants]) => wants.startsWith('command')))(
    '%j says what the command does, and an example of it',
    (_text, wants) => {
      const skill = wants.replace('command: ', '')
      const [said] = orientation('command', () => true, skill).blocks
      expect(said).toMatchObject({ text: expect.stringMatching(new RegExp(`For example: /${skill}\\b`)) })
    },
  )

  it('explains nothing that is not there', async () => {
    const { send, texts } = stage({ skills: [skillOf('check', () => [])] })
    await send(eventOf('/digest help'))
    expect(texts()).toEqual([expect.stringContaining('no daily digest here yet')])
  })

  it.each(['check/draft', 'ask/question'])('alone in the form %s is no words to work on', (form) => {
    const found = route(eventOf({ type: 'form', form, values: { text: 'help' } }))
    expect(name(found)).toBe(form === 'check/draft' ? 'check/help' : 'command: ask')
  })
})
