import { describe, expect, it } from 'vitest'
import { ChaperoneError } from '../../../src/bot/errors.ts'
import type { Body } from '../../../src/bot/event.ts'
import type { Files } from '../../../src/bot/pictures.ts'
import { NO_PRACTICE } from '../../../src/bot/practice.ts'
import { inSight, Reply } from '../../../src/bot/reply.ts'
import type { SkillContext } from '../../../src/bot/skill.ts'
import { openEngine, openLexicon } from '../../../src/library.ts'
import { createPhoto } from '../../../src/skills/photo/skill.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { fileRef } from '../../surfaces/fake-vision.ts'

const engine = openEngine()
const lexicon = openLexicon()

function stage() {
  const ports = fakePorts()
  const kept: { key: string; value: unknown }[] = []
  const { set } = ports.store.dialogs
  ports.store.dialogs.set = (key, value, ttl) => {
    kept.push({ key, value })
    return set(key, value, ttl)
  }
  const skill = createPhoto(engine, lexicon)
  async function run(name: string, text: string, body: Body, person = 'desk') {
    const event = {
      id: 'web:1',
      surface: 'web' as const,
      at: '2026-11-21T15:00:00Z',
      person: { id: person },
      place: { id: 'here', private: true },
      body,
    }
    const context: SkillContext = { event, practice: NO_PRACTICE, roles: new Set(['staff']), ports }
    const replies = await skill.run({ skill: 'photo', name, text, values: {} }, context)
    return replies.map((reply) => Reply.parse(reply))
  }
  const send = (files: string[], text = '', person = 'desk') =>
    run('check', text, { type: 'message', text, files: files.map(fileRef) }, person)
  const press = (replies: Reply[], label: string, person = 'desk') => {
    const { action, value } = buttons(replies).find((one) => one.label === label) ?? { action: '', value: '' }
    return run(action.replace('photo/', ''), value, { type: 'button', action, value }, person)
  }
  return { ports, kept, send, press }
}
const blocks = (replies: Reply[]) => replies.flatMap((reply) => reply.blocks)
const buttons = (replies: Reply[]) =>
  blocks(replies).flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
const verdict = (replies: Reply[]) =>
  blocks(replies).flatMap((block) => (block.type === 'verdict' ? [block.tone] : []))
const words = (replies: Reply[]) =>
  blocks(replies)
    .map((block) => JSON.stringify({ ...block, data: undefined }))
    .join('\n')

describe('the buttons under a photo', () => {
  const inSightOf = (replies: Reply[]) => {
    const rows = blocks(replies.slice(0, 1)).flatMap((block) =>
      block.type === 'buttons' ? [block.buttons] : [],
    )
    return rows.map((row) => inSight(row).shown.map(({ label }) => label))
  }
  const ALL = 'Cover everything I found'

  it.each([
    ['one thing to cover', ['lobby-with-face.jpg'], undefined, ['Cover the faces', 'It went out already']],
    ['several things to cover', ['dog-and-schedule.jpg'], undefined, [ALL, 'It went out already']],
    [
      'several things, and words that need a look',
      ['dog-and-schedule.jpg'],
      'Thank you, Sarah, for coming in!',
      [ALL, 'It went out already', 'Write the words for me'],
    ],
  ])('with %s: what is needed now comes first, in one row', async (_what, files, words, first) => {
    const rows = inSightOf(await stage().send(files, words))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.slice(0, first.length)).toEqual(first)
    expect(rows[0]?.length).toBeLessThanOrEqual(4)
  })
})

describe('a photo', () => {
  it('leaves its verdict and its rules in the ledger, and no word that was read in it', async () => {
    const { ports, send } = stage()
    await send(['dog-and-schedule.jpg'])
    expect(ports.checks).toHaveLength(1)
    expect(ports.checks[0]).toMatchObject({ verdict: 'stop', kind: 'photo' })
    expect(ports.checks[0]?.rules).toContain('photo/appointment')
    expect(JSON.stringify(ports.checks) + ports.logged()).not.toMatch(/Smith|Sarah|1944|00482913|schedule/)
  })

  it('is kept for its buttons without its bytes, its name and what was read in it', async () => {
    const { kept, send } = stage()
    await send(['dog-and-schedule.jpg'])
    const stored = JSON.stringify(kept)
    expect(stored).not.toMatch(/Smith|Sarah|Okafor|1944|00482913|"name":"dog/)
    expect(stored).toContain('photo/appointment')
  })

  it('is no business of anybody else, whoever has the button', async () => {
    const { send, press } = stage()
    const replies = await send(['lobby-with-face.jpg'])
    for (const label of ['It is our team', 'Cover the faces', 'Clean copy (no hidden data)'])
      expect(words(await press(replies, label, 'stranger'))).toContain('no photo of yours for this')
  })

  it('that nobody here can look at is unchecked, and is not even fetched', async () => {
    const { ports, send } = stage()
    ports.vision.missing()
    let fetched = 0
    ports.files = {
      read: async () => {
        fetched++
        return new Uint8Array()
      },
    }
    const replies = await send(['chairs.jpg'], 'Our lobby is open!')
    expect([verdict(replies), fetched]).toEqual([['unchecked'], 0])
    expect(words(replies)).toContain('I cannot look at pictures on this machine')
    expect(words(replies)).toContain('In the words that go with it I found nothing')
  })

  it.each([
    ['file_refused', 'larger than I look at, or it is no picture'],
    ['file_unreachable', 'Please send it once more'],
    ['photo_slow', 'took too long'],
    ['photo_unreadable', 'I could not open this picture'],
  ] as const)('that fails with %s is unchecked, and the one beside it is looked at', async (code, line) => {
    const { ports, send } = stage()
    const { read } = ports.files
    const failing: Files['read'] = async (file, from, limits) => {
      if (file.id === 'team.jpg') throw new ChaperoneError(code, 'a word of it')
      return read(file, from, limits)
    }
    ports.files = { read: failing }
    const replies = await send(['team.jpg', 'lobby-with-face.jpg'])
    expect(verdict(replies)).toEqual(['unchecked'])
    expect(words(replies)).toContain(line)
    expect(words(replies)).toContain('Possibly a face')
  })

  it('beside a file that is none, and an eleventh, make the verdict unchecked and are named', async () => {
    const { ports, send } = stage()
    const paper = await send(['chairs.jpg', 'form.pdf'])
    expect([verdict(paper), words(paper)]).toEqual([
      ['unchecked'],
      expect.stringContaining('A PDF or a document'),
    ])
    const many = await send(Array.from({ length: 12 }, () => 'chairs.jpg'))
    expect(verdict(many)).toEqual(['unchecked'])
    expect(words(many)).toContain('Send me the other 2 again in a new message')
    expect(ports.vision.asked.filter((one) => one.startsWith('look'))).toHaveLength(11)
  })

  it('by itself is none of ours when it is a document', async () => {
    const { send } = stage()
    expect(words(await send(['form.pdf']))).toContain('This is another kind of file')
  })

  it('asks for the numbered picture with one box for each number', async () => {
    const { ports, send } = stage()
    const replies = await send(['team.jpg'])
    expect(ports.vision.asked).toContain('outline 4')
    const found = blocks(replies).filter((block) => block.type === 'finding')
    expect(found.map(({ number, quote }) => [number, quote])).toEqual([[1, 'boxes 1 to 4']])
  })
})

describe('an answer', () => {
  it('waits for no picture that takes too long, or cannot be drawn', async () => {
    const { ports, send } = stage()
    ports.vision.outline = () => new Promise(() => {})
    const { sleep } = ports.clock
    ports.clock.sleep = async (ms, signal) => (ms === 53_000 ? undefined : sleep(ms, signal))
    const late = await send(['lobby-with-face.jpg'])
    ports.vision.outline = async () => {
      throw new ChaperoneError('photo_slow', 'too long')
    }
    const broken = await send(['lobby-with-face.jpg'])
    for (const replies of [late, broken]) {
      expect(verdict(replies)).toEqual(['needs'])
      expect(blocks(replies).map(({ type }) => type)).not.toContain('picture')
    }
  })
})

describe('a copy', () => {
  it('is looked at again before it is handed out, and named after nobody', async () => {
    const { ports, send, press } = stage()
    const replies = await send(['lobby-with-face.jpg'])
    ports.vision.asked.length = 0
    const [reply] = await press(replies, 'Cover the faces')
    expect(ports.vision.asked).toEqual([
      'look lobby-with-face.jpg',
      'cover 1',
      'look lobby-with-face.jpg covered clean',
    ])
    expect(reply?.blocks.find((block) => block.type === 'picture')).toMatchObject({ name: 'photo-1.jpg' })
  })

  it('in which something is found again and again is not handed out', async () => {
    const { ports, send, press } = stage()
    const replies = await send(['stubborn.jpg'])
    ports.vision.asked.length = 0
    const copy = await press(replies, 'Cover the faces')
    expect(copy.flatMap(({ blocks }) => blocks.map(({ type }) => type))).toEqual(['text'])
    expect(ports.vision.asked.filter((one) => one.startsWith('cover'))).toHaveLength(3)
  })

  it('that could not be looked at again is not handed out', async () => {
    const { send, press } = stage()
    const copy = await press(await send(['half-seen-schedule.jpg']), 'Cover all writing')
    expect(words(copy)).toContain('I could not look at the copy again')
  })

  it('that breaks on its way is said in one line', async () => {
    const { ports, send, press } = stage()
    const replies = await send(['lobby-with-face.jpg'])
    ports.vision.cover = async () => {
      throw new ChaperoneError('photo_slow', 'too long')
    }
    expect(words(await press(replies, 'Cover the faces'))).toContain('I could not make this copy')
    ports.files = {
      read: async () => {
        throw new ChaperoneError('file_unreachable', 'gone')
      },
    }
    expect(words(await press(replies, 'Cover the faces'))).toContain('I have no photo here for this')
  })

  it('of a film there is none', async () => {
    const { send } = stage()
    expect(buttons(await send(['reel.mp4'])).map(({ label }) => label)).not.toContain(
      'Clean copy (no hidden data)',
    )
  })
})
