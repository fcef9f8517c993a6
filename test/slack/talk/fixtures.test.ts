import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Incoming, incoming } from '../../../src/adapters/slack/incoming/incoming.ts'
import { Event } from '../../../src/bot/event.ts'

/** Payloads of the shape that Slack sends, of made-up people: what each means to us, or that it means nothing. */
const FOLDER = new URL('../../../src/adapters/slack/fixtures/', import.meta.url)
const BOT = 'U0CHAPER1'
const NOW = Date.parse('2026-11-21T15:00:00Z')
const read = (name: string) =>
  incoming(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')), BOT, NOW)

const DESK = 'U0DESK001'
const DM = { id: 'D0DESK001', private: true }
const FRONT = { id: 'C0FRONT01', private: false }
const ACTIONS = 'https://hooks.slack.com/actions/T0MAPLE01/1/made-up'

type Hall = Extract<Incoming, { to: 'hall' }>
type Told = [
  name: string,
  place: Hall['event']['place'],
  body: Hall['event']['body'],
  here: Partial<Hall['here']>,
]

const TOLD: Told[] = [
  [
    'message-dm',
    DM,
    { type: 'message', text: 'Thank you for the kind words, <name> & family!' },
    { direct: true },
  ],
  [
    'message-dm-emoji',
    DM,
    { type: 'message', text: 'Meet our new nurse 🎉👋🏼 :maple-logo:' },
    { direct: true },
  ],
  [
    'message-dm-links',
    DM,
    {
      type: 'message',
      text:
        'Book at https://maplesmiles.example/book or desk@maplesmiles.example, 303-555-0147. ' +
        'Our page, @U0NURSE01, #front-desk @here',
    },
    { direct: true },
  ],
  [
    'message-dm-agent-thread',
    { ...DM, thread: '1795273204.000100' },
    { type: 'message', text: 'Can I repost this?' },
    { direct: true, thread: '1795273204.000100' },
  ],
  [
    'message-file-share',
    DM,
    {
      type: 'message',
      text: 'Is this one fine?',
      files: [{ id: 'F0PHOTO01', name: 'lobby.jpg', mime: 'image/jpeg', bytes: 183204 }],
    },
    { direct: true },
  ],
  [
    'message-dm-passed-on',
    DM,
    {
      type: 'message',
      text: 'Can I post this?\nMeet our new chairs & lamps',
      files: [{ id: 'F0PHOTO09', name: 'chairs.jpg', mime: 'image/jpeg', bytes: 5000 }],
    },
    { direct: true },
  ],
  [
    'message-dm-out-of-thread',
    { ...DM, thread: '1795273201.000100' },
    { type: 'message', text: 'Our lobby is open!' },
    { direct: true },
  ],
  ['message-dm-me', DM, { type: 'message', text: 'is reading reviews' }, { direct: true }],
  [
    'message-channel-out-of-thread',
    { ...FRONT, thread: '1795273201.000100' },
    { type: 'overheard', text: 'Our lobby is open!' },
    { direct: false },
  ],
  // The mention is an event of its own; what stands in the channel is listened to all the same.
  [
    'message-channel-calling-us',
    FRONT,
    { type: 'overheard', text: 'can you check this?' },
    { direct: false },
  ],
  ['message-channel', FRONT, { type: 'overheard', text: 'Lunch is here' }, { direct: false }],
  [
    'message-channel-thread',
    { ...FRONT, thread: '1795273207.000100' },
    { type: 'overheard', text: 'On my way' },
    { direct: false, thread: '1795273207.000100' },
  ],
  ['mention', FRONT, { type: 'message', text: 'Our lobby is open!' }, { direct: false }],
  [
    'mention-in-thread',
    { ...FRONT, thread: '1795273217.000100' },
    { type: 'message', text: 'Our lobby is open!' },
    { direct: false, thread: '1795273217.000100' },
  ],
  ['home-opened', DM, { type: 'opened' }, { direct: true, view: 'home' }],
  [
    'command',
    FRONT,
    { type: 'command', name: 'check', text: 'Thank you & see https://maplesmiles.example 🦷' },
    {
      direct: false,
      trigger: '1.2.command',
      responseUrl: 'https://hooks.slack.com/commands/T0MAPLE01/1/made-up',
    },
  ],
  ['command-in-dm', DM, { type: 'command', name: 'incident', text: '' }, { direct: true }],
  [
    'actions-message',
    { ...DM, thread: '1795273204.000100' },
    { type: 'button', action: 'check/dispute', value: '01JCHECK' },
    { direct: true, thread: '1795273204.000100', responseUrl: ACTIONS },
  ],
  [
    'actions-pick',
    { ...DM, thread: '1795273204.000100' },
    { type: 'button', action: 'check/correct', value: 'check=01JCHECK&kind=comment_reply' },
    { direct: true, responseUrl: ACTIONS },
  ],
  [
    'actions-menu',
    { ...DM, thread: '1795273204.000100' },
    { type: 'button', action: 'incident/start', value: 'google' },
    { direct: true, responseUrl: ACTIONS },
  ],
  [
    'actions-ephemeral',
    { ...FRONT, thread: '1795273207.000100' },
    { type: 'button', action: 'check/share', value: '01JCHECK' },
    { direct: false, thread: '1795273207.000100', responseUrl: ACTIONS },
  ],
  [
    'actions-home',
    { id: DESK, private: true },
    { type: 'button', action: 'incident/start', value: '' },
    { direct: true, view: 'home', trigger: '1.2.press' },
  ],
  [
    'actions-modal',
    { id: DESK, private: true },
    { type: 'button', action: 'check/open', value: '' },
    { direct: true, view: 'modal', trigger: '1.2.press' },
  ],
  [
    'view-submission',
    FRONT,
    {
      type: 'form',
      form: 'check/draft',
      values: { text: 'Our lobby is open 🎉', kind: 'auto', platform: 'instagram', account: 'practice' },
      files: [{ id: 'F0PHOTO02', name: 'chairs.png', mime: 'image/png', bytes: 90210 }],
    },
    { direct: false, channel: 'C0FRONT01', responseUrl: ACTIONS },
  ],
  [
    'shortcut-anywhere',
    { id: DESK, private: true },
    { type: 'command', name: 'check', text: '' },
    { direct: true, trigger: '1.2.anywhere' },
  ],
  [
    'shortcut-message',
    FRONT,
    { type: 'command', name: 'check', text: 'New hours > see below 📆' },
    { direct: false, trigger: '1.2.message' },
  ],
  [
    'shortcut-message-of-app',
    FRONT,
    { type: 'command', name: 'check', text: 'Lovely people at Maple Smiles' },
    { direct: false },
  ],
  ['shortcut-message-without-words', FRONT, { type: 'message', text: '' }, { direct: false }],
  [
    'shortcut-message-with-photo',
    FRONT,
    {
      type: 'message',
      text: 'New hours > see below 📆',
      files: [{ id: 'F0PHOTO03', name: 'team.jpg', mime: 'image/jpeg', bytes: 4711 }],
    },
    { direct: false },
  ],
]

const QUIET = [
  'message-edited',
  'message-deleted',
  'message-from-app',
  'message-from-old-bot',
  'message-our-own',
  'message-joined',
  'agent-context-changed',
  'agent-thread-started',
  'app-uninstalled',
  'tokens-revoked',
  'actions-in-form',
  'view-closed',
  'block-suggestion',
  'shortcut-of-another-name',
]

describe('what Slack sends', () => {
  it.each(TOLD)('%s reaches the hall', (name, place, body, here) => {
    const found = read(name)
    expect(found).toMatchObject({ to: 'hall', event: { place, body }, here: { user: DESK, ...here } })
    const { event } = found as Hall
    expect(event.body).toEqual(body)
    expect(event.place).toEqual(place)
    expect(Event.parse(event)).toEqual(event)
    expect(event.person).toEqual({ id: DESK })
  })

  it.each(QUIET)('%s is left alone', (name) => {
    expect(read(name)).toBeUndefined()
  })

  it('the messages tab is greeted with prompts, and the adapter’s own buttons are its own', () => {
    expect(read('messages-opened')).toMatchObject({ to: 'welcome', here: { channel: 'D0DESK001' } })
    expect(read('actions-form-button')).toMatchObject({ to: 'form', key: '01JFORM' })
    expect(read('actions-copy-button')).toMatchObject({ to: 'copy', text: 'Words to copy' })
  })

  it('is tried with every fixture there is', () => {
    const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''))
    const own = ['messages-opened', 'actions-form-button', 'actions-copy-button']
    expect([...TOLD.map(([name]) => name), ...QUIET, ...own].sort()).toEqual(names.sort())
  })

  it('has an id of its own for each, which a second delivery shares', () => {
    const ids = TOLD.map(([name]) => (read(name) as Hall).event.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(TOLD.map(([name]) => (read(name) as Hall).event.id)).toEqual(ids)
  })

  it('has an id that the log takes as it is', () => {
    for (const [name] of TOLD) expect((read(name) as Hall).event.id).toMatch(/^[\w.:-]{1,200}$/)
  })

  it('no word of it stands in an id', () => {
    for (const [name] of TOLD)
      expect((read(name) as Hall).event.id).not.toMatch(/lobby|thank|repost|lunch|hours/i)
  })
})
