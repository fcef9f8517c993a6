import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Body } from '../../src/bot/event.ts'
import { type Route, route } from '../../src/bot/router.ts'
import { KINDS, PLATFORMS } from '../../src/rules/vocabulary.ts'
import { SAID, WHOLE_DRAFTS, WRAPPED } from './said.ts'
import { eventOf } from './stage.ts'

const send = (body: Body | string) => route(eventOf(body))
const name = (found: Route) =>
  found.to === 'skill' ? `${found.intent.skill}/${found.intent.name}` : `-${found.about}`

describe('what people say', () => {
  it.each(SAID)('is %s for %j', (wants, text) => {
    expect(name(send(text))).toBe(wants)
  })

  it('is the same in capitals, with curly quotes, and with blanks around it', () => {
    // Keyboard mashing and commands have no capitals worth the name.
    for (const [wants, text] of SAID) {
      const found = [text.toUpperCase(), text.replaceAll("'", '’'), `\n ${text} \n`].map((other) =>
        name(send(other)),
      )
      expect([text, ...found]).toEqual([text, wants, wants, wants])
    }
  })
})

describe('a request around a draft', () => {
  it.each(WRAPPED)('is taken away: %j', (said, text, values) => {
    expect(send(said)).toEqual({ to: 'skill', intent: { skill: 'check', name: 'draft', text, values } })
  })

  it.each(WHOLE_DRAFTS)('leaves every character of a draft that only looks like one: %j', (text) => {
    expect(send(text)).toMatchObject({ intent: { name: 'draft', text } })
  })

  it('says kinds and platforms in the words that the rules use', () => {
    for (const [, , { kind, platform }] of WRAPPED) {
      if (kind) expect(KINDS).toContain(kind)
      if (platform) expect(PLATFORMS).toContain(platform)
    }
  })
})

describe('pictures and files', () => {
  const picture = { id: 'f1', mime: 'image/png', bytes: 10 }
  const paper = { id: 'f2', mime: 'application/pdf', bytes: 10 }
  it.each<[string, string, (typeof picture)[], string]>([
    ['alone', '', [picture], 'photo/check'],
    ['with a question', 'can I post this?', [picture], 'photo/check'],
    ['with a question about the rules', 'can we repost this with a tag?', [picture], 'photo/check'],
    ['with a greeting', 'hi!', [picture], 'photo/check'],
    ['beside another file', '', [paper, picture], 'photo/check'],
    ['with a caption, which is read with it', 'Meet our new nurse!', [picture], 'photo/check'],
    ['with a caption and a request', 'Can you check this? Meet our new nurse!', [picture], 'photo/check'],
    ['behind a command', '/check Meet our new nurse!', [picture], 'photo/check'],
    ['that is a film', '', [{ ...picture, mime: 'video/mp4' }], 'photo/check'],
    ['that went out', 'I posted this by accident', [picture], 'incident/start'],
    ['that is none', '', [paper], '-file'],
    ['that is none, with a draft', 'Meet our new nurse!', [paper], 'check/draft'],
  ])('a picture %s', (_how, text, files, wants) => {
    expect(name(send({ type: 'message', text, files }))).toBe(wants)
  })
})

describe('what is pressed, filled in, typed as a command, or struck by the clock', () => {
  it.each<[Body, Route]>([
    [{ type: 'opened' }, toSkill('check', 'home')],
    [
      { type: 'button', action: 'check/correct', value: 'check=1&kind=ad' },
      toSkill('check', 'correct', 'check=1&kind=ad'),
    ],
    [
      { type: 'button', action: 'incident/answer', value: '01J.3=yes' },
      toSkill('incident', 'answer', '01J.3=yes'),
    ],
    [
      { type: 'form', form: 'check/draft', values: { text: 'Hi', kind: 'ad' } },
      toSkill('check', 'draft', 'Hi', { text: 'Hi', kind: 'ad' }),
    ],
    [{ type: 'form', form: 'check/draft', values: {} }, toSkill('check', 'draft', '', {})],
    [
      { type: 'form', form: 'incident/answer#01J.3', values: { when: 'x' } },
      toSkill('incident', 'answer', '', { when: 'x', turn: '01J.3' }),
    ],
    [{ type: 'tick', job: 'digest/send' }, toSkill('digest', 'send')],
    [{ type: 'command', name: 'check', text: '' }, toSkill('check', 'open')],
    [{ type: 'command', name: '/check', text: ' ' }, toSkill('check', 'open')],
    [{ type: 'command', name: 'check', text: 'can we?' }, toSkill('check', 'draft', 'can we?')],
    [{ type: 'command', name: 'Check', text: 'hello' }, toSkill('check', 'draft', 'hello')],
    [
      { type: 'command', name: 'check', text: 'reply: Thanks!' },
      toSkill('check', 'draft', 'Thanks!', { kind: 'review_reply' }),
    ],
    [{ type: 'command', name: 'check', text: 'help' }, toSkill('check', 'help')],
    [{ type: 'command', name: 'digest', text: '' }, toSkill('digest', 'show')],
    [{ type: 'command', name: 'ask', text: 'minors' }, toSkill('ask', 'question', 'minors')],
    [{ type: 'command', name: 'help', text: 'me' }, toSkill('check', 'help', 'me')],
    [{ type: 'command', name: 'chaperone', text: 'help' }, toSkill('check', 'help')],
    [
      { type: 'command', name: 'dance', text: '' },
      { to: 'orientation', about: 'unknown' },
    ],
    [
      { type: 'command', name: 'constructor', text: '' },
      { to: 'orientation', about: 'unknown' },
    ],
    [
      { type: 'button', action: 'nonsense', value: '' },
      { to: 'orientation', about: 'unknown' },
    ],
    [
      { type: 'button', action: '../x', value: '' },
      { to: 'orientation', about: 'unknown' },
    ],
    [
      { type: 'form', form: '', values: {} },
      { to: 'orientation', about: 'unknown' },
    ],
  ])('%j', (body, wants) => {
    expect(send(body)).toEqual(wants)
  })
})

describe('a question as people type it may be a draft too: it is checked, and answered as well', () => {
  it.each([
    ['pt tagged us in her selfie can i reshare it', true],
    ['what has to be in a photo form', true],
    ['new york breach rule', true],
    ['happy birthday post for a patient', true],
    ['how quick do we have to honor STOP texts', true],
    ['Come see us this Saturday for our open house!', false],
    ['Your smile says it all. Book now.', false],
    ['Thank you for your kind words, how can we help you today', false],
    ['New plants in the lobby. Fresh coffee too.', false],
    ['can we get an amen for fridays 🎉 #spa', false],
  ])('%s: %s', (text, wants) => {
    const found = send({ type: 'message', text })
    expect(found).toMatchObject({ intent: { skill: 'check', name: 'draft', text } })
    const also = { skill: 'ask', name: 'maybe', text, values: {} }
    expect(found).toEqual(wants ? { ...found, also } : { to: 'skill', intent: expect.anything() })
  })
})

describe('any text', () => {
  it('goes somewhere, and a text of pages is a draft of which nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = send(text)
        if (found.to === 'skill' && found.intent.name === 'draft') expect(text).toContain(found.intent.text)
      }),
      { numRuns: 2000 },
    )
    const pages = `hi${' '.repeat(5000)}Thank you Sarah`
    expect(send(pages)).toMatchObject({ intent: { skill: 'check', name: 'draft', text: pages } })
  })

  it.each([
    '\n',
    'is this ok ',
    'review: \n',
    'reply: ',
    'thanks ',
    'i posted ',
    '" ',
    '. ',
    'post this ',
    '😀',
    '\ud800',
  ])('a megabyte of %j is read without standing still', (piece) => {
    for (const before of ['', 'review: ', 'i ', 'can we '])
      for (const size of [3_900, 19_000, 1_000_000])
        expect(send(before + piece.repeat(size / piece.length))).toBeDefined()
  })
})

function toSkill(skill: string, intent: string, text = '', values = {}): Route {
  return { to: 'skill', intent: { skill, name: intent, text, values } }
}
