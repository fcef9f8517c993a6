import { describe, expect, it } from 'vitest'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { inSight } from '../../src/bot/reply.ts'
import { KINDS, VERDICTS, type Verdict } from '../../src/rules/vocabulary.ts'
import * as copy from '../../src/skills/check/copy.ts'
import { fakeHash } from '../surfaces/fake-ports.ts'
import { blocks, buttons, DRAFT, finding, press, result, type Shown, stage, words } from './stage.ts'

describe('a draft', () => {
  it.each<[Verdict, string, string]>([
    ['stop', 'stop', 'Do not post this'],
    ['needs_authorization', 'needs', 'Only with a signed authorization'],
    ['caution', 'caution', 'Take another look'],
    ['unchecked', 'unchecked', 'Not checked'],
    ['clear', 'clear', 'Nothing found'],
  ])('with the verdict %s is shown as %s: %s', async (verdict, tone, title) => {
    const { run } = stage(() => result({ verdict }))
    expect(blocks(await run('draft', DRAFT), 'verdict')[0]).toMatchObject({ tone, title })
  })

  it('is shown whole, with every finding marked in place and told below in the same order', async () => {
    const second = finding({
      rule: 'confirms/treatment',
      start: 23,
      end: 33,
      quote: 'tummy tuck',
      severity: 'caution',
    })
    const { run } = stage(() => result({ findings: [finding(), second] }))
    const reply = await run('draft', DRAFT)
    expect(blocks(reply, 'marked')[0]).toMatchObject({
      text: DRAFT,
      marks: [
        { start: 11, end: 16, finding: 1, tone: 'stop' },
        { start: 23, end: 33, finding: 2, tone: 'caution' },
      ],
    })
    expect(blocks(reply, 'finding')).toMatchObject([
      {
        number: 1,
        says: 'It names somebody.',
        why: 'A name points at one person.',
        law: ['45 CFR 164.502(a)'],
      },
      { number: 2, quote: 'tummy tuck' },
    ])
  })

  it('with very many findings shows the worst, still in order, and counts the rest', async () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      finding({ start: at, end: at + 1, severity: at >= 40 ? 'stop' : 'caution' }),
    )
    const reply = await stage(() => result({ findings: many })).run('draft', DRAFT)
    const starts = blocks(reply, 'marked')[0]?.marks.map((mark) => mark.start) ?? []
    expect(starts).toHaveLength(20)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.slice(-10)).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49])
    expect(words(reply)).toContain('30 more places')
  })

  it('says what it was taken for, and offers to correct that', async () => {
    const reply = await stage(() => result({ platform: 'google' })).run('draft', DRAFT)
    expect(words(reply)).toContain('I took this for a post or caption on Google')
    expect(buttons(reply).map((button) => button.label)).toContain('It is a reply to a review')
  })

  it.each([
    ['words typed into a message', DRAFT, {}],
    ['a form', '', { text: DRAFT, kind: 'auto', platform: 'auto', account: 'practice', replying_to: '' }],
  ])('can come as %s', async (_name, text, values) => {
    const { asked, run } = stage()
    await run('draft', text, values)
    expect(asked[0]).toMatchObject({ text: DRAFT, kind: undefined, platform: undefined, context: undefined })
  })

  it('is checked as what the form says it is', async () => {
    const { asked, run } = stage()
    const values = { kind: 'dm_reply', platform: 'instagram', account: 'personal', replying_to: 'Ouch!' }
    await run('draft', '', { text: DRAFT, ...values })
    expect(asked[0]).toEqual({
      text: DRAFT,
      kind: 'dm_reply',
      platform: 'instagram',
      account: 'personal',
      context: 'Ouch!',
    })
  })

  it('beside a picture is never clear: nobody looked at the picture', async () => {
    const { run } = stage(() => result({ verdict: 'clear', findings: [] }))
    const files = [{ id: 'f', mime: 'image/png', bytes: 5 }]
    const reply = await run('draft', DRAFT, {}, { body: { type: 'message', text: DRAFT, files } })
    expect(blocks(reply, 'verdict')[0]?.title).toBe('Not checked')
    expect(words(reply)).toContain('A picture can show')
  })

  it('that names somebody while no colleague is known says how to make colleagues known', async () => {
    expect(words(await stage().run('draft', DRAFT))).toContain('If that is a colleague')
    const known = { ...NO_PRACTICE, staff: ['Dr. Maria Rivera'] }
    expect(words(await stage(undefined, known).run('draft', DRAFT))).not.toContain('If that is a colleague')
  })

  it.each([
    ['nothing', '', copy.LINES.empty],
    ['only blanks', ' \n\t\u00a0\u200b', copy.LINES.empty],
    ['only emoji', '🎉 ❤️', copy.LINES.wordless],
    ['only punctuation', '?!', copy.LINES.wordless],
    ['a broken half of a character', '\ud83d', copy.LINES.wordless],
    ['more than can be read', 'word '.repeat(30_000), copy.LINES.tooLong],
  ])('of %s gets one friendly line and no verdict', async (_name, text, line) => {
    const { asked, ports, run } = stage()
    expect((await run('draft', text)).blocks).toEqual([{ type: 'text', text: line }])
    expect([asked, ports.checks]).toEqual([[], []])
  })
})

describe('what is kept of a check', () => {
  it('is one ledger row with rules and verdict, and no words', async () => {
    const { ports, run } = stage(() => result({ findings: [finding(), finding({ start: 12 })] }))
    await run('draft', DRAFT)
    expect(ports.checks).toEqual([
      {
        id: expect.any(String),
        at: ports.time(),
        surface: 'web',
        person: 'desk',
        draftHash: fakeHash(DRAFT),
        verdict: 'stop',
        kind: 'caption',
        platform: null,
        rules: ['identifier/name'],
      },
    ])
    expect(JSON.stringify(ports.checks)).not.toContain('Sarah')
  })

  it('is nothing in the logs and nothing in the summary', async () => {
    const { ports, run } = stage()
    const reply = await run('draft', DRAFT)
    expect(ports.logged()).not.toContain('Sarah')
    expect(reply.summary).toBe('Do not post this: 1 place to look at.')
  })
})

describe('the copy button', () => {
  const copied = (reply: Shown) => buttons(reply).find((button) => button.does === 'copy')

  it('copies the draft where it may go out after a look', async () => {
    const { run } = stage(() => result({ verdict: 'clear', findings: [] }))
    expect(copied(await run('draft', DRAFT))).toMatchObject({ label: 'Copy my words', value: DRAFT })
  })

  it('copies the advice, not the draft, where it must not', async () => {
    const button = copied(await stage().run('draft', DRAFT))
    expect(button?.value).toBe('It names somebody. A name points at one person. Leave the name out.')
  })

  it('is left out rather than cutting a long draft short', async () => {
    const { run } = stage(() => result({ verdict: 'clear', findings: [] }))
    expect(copied(await run('draft', 'word '.repeat(500)))).toBeUndefined()
  })
})

describe('the buttons under a verdict', () => {
  const needs = finding({ severity: 'needs_authorization' })
  const caution = finding({ severity: 'caution' })
  const unread = finding({ severity: 'unchecked' })
  const split = (reply: Shown) => {
    const { shown, more } = inSight(buttons(reply))
    return { shown: shown.map(({ label }) => label), more: more.map(({ label }) => label) }
  }

  it.each([
    ['stop', [finding()], ['Write it for me', 'It went out already']],
    ['needs_authorization', [needs], ['There is a signed form', 'Write it for me', 'It went out already']],
    ['caution', [caution], ['Write it for me', 'Copy my words', 'Ask for a second pair of eyes']],
    ['unchecked', [unread], ['Ask for a second pair of eyes', 'Change words or details', 'Write it for me']],
    ['clear', [], ['Copy my words', 'Ask for a second pair of eyes', 'Check something else']],
  ] as const)('%s: what is needed now is in sight', async (verdict, findings, labels) => {
    const reply = await stage(() => result({ verdict, findings: [...findings] })).run('draft', DRAFT)
    expect(split(reply).shown).toEqual(labels)
  })

  it.each(VERDICTS)(
    '%s: the rest is behind “More…”, each once, and corrections at its end',
    async (verdict) => {
      const reply = await stage(() => result({ verdict, findings: [finding(), needs] })).run('draft', DRAFT)
      const { shown, more } = split(reply)
      const corrections = [
        'It is a reply to a review',
        'It is a reply to a comment',
        'It is a private message',
      ]
      expect(more.slice(-3)).toEqual(corrections)
      expect([...shown, ...more]).toEqual([...new Set([...shown, ...more])])
      for (const label of ['It went out already', 'Not a problem', 'Check something else'])
        expect([...shown, ...more]).toContain(label)
    },
  )

  it('offer no correction once somebody has said what it is', async () => {
    const said = () => result({ guessed: { kind: false, platform: true } })
    expect(
      split(await stage(said).run('draft', DRAFT)).more.filter((label) => /^It is /.test(label)),
    ).toEqual([])
  })
})

describe('correcting what it was taken for', () => {
  it('checks the same words again as what they are', async () => {
    const { asked, ports, run } = stage((draft) =>
      result({ kind: draft.kind ?? 'caption', guessed: { kind: !draft.kind, platform: true } }),
    )
    const first = await run('draft', '', { text: DRAFT, platform: 'yelp', replying_to: 'Great place' })
    const reply = await run('correct', press(first, 'It is a reply to a review'))
    expect(asked[1]).toEqual({ ...asked[0], kind: 'review_reply' })
    expect(words(reply)).toContain('Read as a reply to a review')
    expect(ports.checks.map((check) => check.kind)).toEqual(['caption', 'review_reply'])
  })

  it.each(KINDS)('fits into a button whatever it was taken for: %s', async (kind) => {
    const { run } = stage(() => result({ kind }))
    const labels = buttons(await run('draft', DRAFT)).map((button) => button.label)
    expect(labels).not.toContain(copy.BUTTONS.itIs(kind))
    expect(labels.length).toBeGreaterThan(3)
  })

  it('carries no word of the draft in the buttons that correct', async () => {
    const values = buttons(await stage().run('draft', DRAFT)).filter((button) => button.does === 'send')
    expect(JSON.stringify(values)).not.toMatch(/Sarah|tummy/)
  })

  it('offers the form, filled in, to change words or details', async () => {
    const { run } = stage()
    const first = await run('draft', '', { text: DRAFT, kind: 'ad', replying_to: 'Nice!' })
    const form = blocks(await run('correct', press(first, copy.BUTTONS.change)), 'form')[0]
    const initial = Object.fromEntries(form?.fields.map((field) => [field.name, field.initial]) ?? [])
    expect(initial).toEqual({
      text: DRAFT,
      kind: 'ad',
      platform: 'auto',
      account: 'practice',
      replying_to: 'Nice!',
    })
  })

  it.each([
    ['an hour later', 60 * 60 * 1000, 'desk', undefined],
    ['by somebody else', 0, 'stranger', undefined],
    ['with a made-up button', 0, 'desk', 'check=nope&kind=ad'],
    ['with a button of nonsense', 0, 'desk', '%%%&=&check'],
  ])('%s asks kindly for the words again', async (_name, ms, person, value) => {
    const { asked, ports, run } = stage()
    const first = await run('draft', DRAFT)
    ports.wait(ms)
    const reply = await run('correct', value ?? press(first, 'It is a reply to a review'), {}, { person })
    expect(blocks(reply, 'text')[0]?.text).toBe(copy.LINES.expired)
    expect(blocks(reply, 'form')).toHaveLength(1)
    expect(asked).toHaveLength(1)
  })
})

describe('before and beside a check', () => {
  it.each(['open', 'help', 'anything else'])('%s checks nothing and says what to do', async (name) => {
    const { asked, run } = stage()
    expect((await run(name)).blocks.length).toBeGreaterThan(1)
    expect(asked).toEqual([])
  })
})

describe('the words Chaperone uses', () => {
  const said = () => [
    JSON.stringify(copy),
    copy.clearText(80),
    ...VERDICTS.flatMap((verdict) => [copy.summary(verdict, 0), copy.summary(verdict, 2)]),
    ...KINDS.map((kind) => copy.takenFor(kind, 'google', true)),
  ]

  it('never promise that a post may go out', () => {
    for (const text of said())
      expect(text).not.toMatch(/\b(safe|safely|compliant|compliance|legal|legally|approved|allowed|HIPAA)\b/i)
  })

  it('say of a clear draft what was looked at and that a person still decides', () => {
    expect(copy.clearText(80)).toMatch(/80 rules.*I have not seen it.*person still decides/s)
  })

  it('fit into what every surface can show', () => {
    for (const kind of KINDS) expect(copy.BUTTONS.itIs(kind).length).toBeLessThanOrEqual(75)
    for (const line of Object.values(copy.LINES)) expect(line.length).toBeLessThanOrEqual(300)
  })
})
