import { describe, expect, it } from 'vitest'
import { writeCarried } from '../../src/adapters/teams/carried.ts'
import { isTeamsHost } from '../../src/adapters/teams/reading/files.ts'
import { incoming } from '../../src/adapters/teams/reading/incoming.ts'
import { Event } from '../../src/bot/event.ts'
import { activity, inChannel, mention } from './running.ts'

const service = { serviceUrl: 'https://smba.trafficmanager.net/amer/' }
const read = (more: object) => incoming(activity(service, 'desk', more), Date.parse('2026-11-21T15:00:00Z'))
const bodyOf = (more: object) => {
  const found = read(more)
  if (found?.to !== 'hall') return found?.to
  Event.parse(found.event)
  return found.event.body
}
const invoke = (name: string, value: object) => ({ type: 'invoke', name, value })
const press = writeCarried({ does: 'press', action: 'check/help', value: 'v' })
const form = { ...writeCarried({ does: 'form', action: 'check/draft#t1', fields: '1.', many: ['where'] }) }
const filled = {
  ...form,
  '1.text': 'Hi',
  '1.where': 'a%2Cb,c%25',
  '1.empty': '',
  '2.other': 'x',
  '1.count': 3,
}
const checkHi = { type: 'command', name: 'check', text: 'Thank you\nSarah & <Co>!' }
const html = '<div><p>Thank you</p>Sarah &amp; &lt;Co&gt;!</div>'
const picture = {
  contentType: 'image/png',
  contentUrl: 'https://smba.trafficmanager.net/v3/attachments/1',
  name: 'p.png',
}
const download = (downloadUrl: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: 'p.jpg',
  content: { downloadUrl, uniqueId: 'U1', fileType: 'JPG' },
})
const words = { text: 'See this', attachments: [picture] }

describe('what Teams sends, and what it means', () => {
  it.each<[string, object, unknown]>([
    ['words in a chat of one’s own', { text: 'Thank you' }, { type: 'message', text: 'Thank you' }],
    ['entities', { text: 'a &lt;b&gt; &amp;lt; c&nbsp;d' }, { type: 'message', text: 'a <b> &lt; c d' }],
    [
      'a mention in a channel, our name gone and others’ kept as handles',
      {
        ...inChannel,
        text: '<at>Chaperone</at> thank <at id="1">Sarah</at>!',
        entities: [mention, { type: 'mention', mentioned: { id: '29:s' }, text: '<at id="1">Sarah</at>' }],
      },
      { type: 'message', text: 'thank @Sarah!' },
    ],
    [
      'a mention in a group chat',
      {
        conversation: { id: '19:g@thread.v2', conversationType: 'groupChat' },
        text: '<at>Chaperone</at> hi',
        entities: [mention],
      },
      { type: 'message', text: 'hi' },
    ],
    ['talk in a channel', { ...inChannel, text: 'Lunch?' }, { type: 'overheard', text: 'Lunch?' }],
    [
      'a pasted picture',
      words,
      {
        type: 'message',
        text: 'See this',
        files: [{ id: picture.contentUrl, mime: 'image/png', bytes: 0, name: 'p.png' }],
      },
    ],
    [
      'a file',
      { text: '', attachments: [download('https://maple.sharepoint.com/x?tempauth=1')] },
      { type: 'message', text: '', files: [{ id: 'U1', mime: 'image/jpeg', bytes: 0, name: 'p.jpg' }] },
    ],
    [
      'a picture that lies elsewhere: none',
      {
        text: 'See',
        attachments: [{ ...picture, contentUrl: 'https://evil.example/smba.trafficmanager.net' }],
      },
      { type: 'message', text: 'See' },
    ],
    [
      'the message’s own HTML: no file',
      { text: 'x', attachments: [{ contentType: 'text/html', content: '<p>x' }] },
      { type: 'message', text: 'x' },
    ],
    [
      'a button',
      invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: press } }),
      { type: 'button', action: 'check/help', value: 'v' },
    ],
    [
      'a button of a client that knows no Action.Execute',
      { value: press },
      { type: 'button', action: 'check/help', value: 'v' },
    ],
    [
      'a filled-in card, its commas kept',
      invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: filled } }),
      { type: 'form', form: 'check/draft#t1', values: { text: 'Hi', where: ['a,b', 'c%'], count: '3' } },
    ],
    [
      'a dialog',
      invoke('task/submit', { data: press }),
      { type: 'button', action: 'check/help', value: 'v' },
    ],
    [
      'a dialog of the message extension',
      invoke('composeExtension/submitAction', { commandId: 'checkDraft', data: filled }),
      { type: 'form', form: 'check/draft#t1', values: { text: 'Hi', where: ['a,b', 'c%'], count: '3' } },
    ],
    [
      '“Check this message”',
      invoke('composeExtension/fetchTask', {
        commandId: 'checkMessage',
        messagePayload: { body: { contentType: 'html', content: html } },
      }),
      checkHi,
    ],
    [
      '“Check this message”, in plain words: tags are letters',
      invoke('composeExtension/fetchTask', {
        commandId: 'checkMessage',
        messagePayload: { body: { contentType: 'text', content: '<b> &amp;' } },
      }),
      { type: 'command', name: 'check', text: '<b> &amp;' },
    ],
    [
      '“Check a draft”',
      invoke('composeExtension/fetchTask', { commandId: 'checkDraft' }),
      { type: 'command', name: 'check', text: '' },
    ],
    ['the app installed for oneself', { type: 'installationUpdate', action: 'add' }, { type: 'opened' }],
    ['the app taken away', { type: 'installationUpdate', action: 'remove' }, 'gone'],
    ['the app installed in a team', { ...inChannel, type: 'installationUpdate', action: 'add' }, 'hello'],
    [
      'words to copy',
      invoke('adaptiveCard/action', {
        action: { type: 'x', data: writeCarried({ does: 'copy', value: 'w' }) },
      }),
      'copy',
    ],
  ])('%s', (_name, more, expected) => {
    expect(bodyOf(more)).toEqual(expected)
  })

  it.each<[string, object]>([
    ['an edited message', { type: 'messageUpdate', text: 'Thank you, Sarah!' }],
    ['a deleted message', { type: 'messageDelete' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['somebody joined', { type: 'conversationUpdate', membersAdded: [{ id: '28:chaperone' }] }],
    ['the app taken from a team', { ...inChannel, type: 'installationUpdate', action: 'remove' }],
    ['the app renewed', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['typing', { type: 'typing' }],
    ['our own words', { from: { id: '28:chaperone' }, text: 'x' }],
    ['another bot’s words', { from: { id: '28:other', role: 'bot' }, text: 'x' }],
    ['another command', invoke('composeExtension/fetchTask', { commandId: 'other' })],
    [
      'a card that is not ours',
      invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: { a: 1 } } }),
    ],
    ['an invoke without anything', invoke('task/submit', {})],
    ['an unknown invoke', invoke('signin/verifyState', { state: '1' })],
    ['no conversation', { conversation: undefined, text: 'x' }],
  ])('%s is left alone', (_name, more) => {
    expect(read(more)).toBeUndefined()
  })
})

describe('who and where', () => {
  it('a person keeps the id of the directory, a place its conversation', () => {
    const found = read({ text: 'x' })
    expect(found?.to === 'hall' && [found.event.person.id, found.event.place]).toEqual([
      'desk',
      { id: 'a:desk', private: true },
    ])
  })
  it('a channel and a group are read by others', () => {
    const found = read({ ...inChannel, text: 'x' })
    expect(found?.to === 'hall' && [found.event.place.private, found.here.personal]).toEqual([false, false])
  })
  it('a chat between two people is not a chat with us', () => {
    const between = { conversation: { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' }, text: 'x' }
    expect(read(between)?.here.personal).toBe(false)
  })
  it('an id is one in its conversation alone', () => {
    const ids = [{}, inChannel].map((more) => {
      const found = read({ ...more, id: '1', text: 'x' })
      return found?.to === 'hall' && found.event.id
    })
    expect(new Set(ids).size).toBe(2)
  })
  it('a conversation with a long id is a place too', () => {
    const found = read({
      conversation: { id: `a:${'x'.repeat(500)}`, conversationType: 'personal' },
      text: 'x',
    })
    expect(found?.to === 'hall' && Event.safeParse(found.event).success).toBe(true)
  })
})

describe('a file is asked for at the places of Teams alone', () => {
  it.each<[string, boolean]>([
    ['https://smba.trafficmanager.net/amer/v3/attachments/1/views/original', true],
    ['https://us-api.asm.skype.com/v1/objects/1', true],
    ['https://maple.sharepoint.com/personal/x', true],
    ['http://maple.sharepoint.com/x', false],
    ['https://evil.example/sharepoint.com', false],
    ['https://evilsharepoint.com/x', false],
    ['https://sharepoint.com.evil.example/x', false],
    ['https://sharepoint.com@evil.example/x', false],
    ['https://evil.trafficmanager.net/x', false],
    ['https://maple.sharepoint.com:8443/x', false],
    ['https://169.254.169.254/latest', false],
    ['file:///etc/passwd', false],
    ['no address', false],
  ])('%s: %s', (address, expected) => {
    expect(isTeamsHost(address)).toBe(expected)
  })
})
