import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askStream } from '../../src/cli/ask/stream.ts'
import { answerQuestion } from '../../src/knowledge/answer/answer.ts'
import { openKnowledge } from '../../src/library.ts'
import { command } from './command.ts'

const room = openKnowledge(new URL('../knowledge/fixtures/', import.meta.url))

/** The stream over articles of the tests' own. */
async function stream(stdin: string | Buffer) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const [out, err] = [stdout.toArray(), stderr.toArray()]
  const io = { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env: {} }
  const code = await askStream((question) => answerQuestion(room, question).answer, io)
  stdout.end()
  stderr.end()
  const lines = Buffer.concat(await out)
    .toString()
    .split('\n')
    .filter(Boolean)
  return { code, answers: lines.map((line) => JSON.parse(line)), err: Buffer.concat(await err).toString() }
}

describe('ask --jsonl', () => {
  it('answers one line a line, in order, with its id', async () => {
    const { code, answers } = await stream(
      '{"id":"a","q":"do photo releases expire"}\n\n{"id":2,"q":"what dose of hyaluronidase"}\n{"q":"HIPAA fine?"}',
    )
    expect(code).toBe(1)
    expect(answers).toMatchObject([
      {
        id: 'a',
        answered: true,
        citations: [{ article: 'sample-expiry', sources: ['45 CFR 164.508(c)(1)(v)'] }],
      },
      { id: 2, answered: false, handoff: 'supervising clinician' },
      { answered: true, asOf: '2026-11-21' },
    ])
    expect(answers[2]).not.toHaveProperty('id')
  })

  it.each([
    ['{"id":"x","q":', 'not_json', 'x'],
    ['{"id":"x"}', 'bad_field', 'x'],
    ['{"id":"x","q":"  "}', 'bad_field', 'x'],
    [`{"id":"x","q":"${'a'.repeat(10_001)}"}`, 'bad_field', 'x'],
    [`{"id":"x","q":"${'a'.repeat(300_000)}"}`, 'too_long', 'x'],
    ['[1]', 'bad_field', undefined],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'not_utf8', undefined],
  ])(
    'puts the error of a broken line in its place, quotes nothing, and goes on (%#)',
    async (line, errorCode, id) => {
      const { code, answers, err } = await stream(
        Buffer.concat([Buffer.from(line), Buffer.from('\n{"q":"HIPAA fine?"}\n')]),
      )
      expect(code).toBe(2)
      expect(answers[0]).toMatchObject({ error: { code: errorCode } })
      expect(answers[0].id).toBe(id)
      expect(answers[1]).toMatchObject({ answered: true })
      expect(err).toBe(
        'chaperone: 1 of 2 lines could not be read; the error stands in the place of its answer\n',
      )
    },
  )
})

describe('ask', () => {
  it('says who can help where it does not know, and exits with 1', async () => {
    const { code, out } = await command(['ask', 'What', 'dose', 'of', 'hyaluronidase?'])
    expect(code).toBe(1)
    expect(out).toContain('Who can help: supervising clinician')
  })
  it('gives one JSON object', async () => {
    const { code, out } = await command(['ask', '--json', 'tell me a joke'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ answered: false, handoff: 'privacy officer' })
  })
  it.each([
    [['ask'], 'give the question in quotes'],
    [['ask', '  '], 'give the question in quotes'],
    [['ask', 'x', '--jsonl'], 'not both'],
    [['ask', 'a'.repeat(10_001)], 'longer than 10,000'],
  ])('%j is wrong use', async (args, says) => {
    const { code, err } = await command(args)
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
  })
})

describe('rewrite', () => {
  it('gives words that pass the same check', async () => {
    const { code, out } = await command([
      'rewrite',
      '--json',
      '--kind',
      'review_reply',
      'Thanks for coming in, Sarah!',
    ])
    expect(code).toBe(0)
    const { verdict, rewritten, versions } = JSON.parse(out)
    expect([verdict, rewritten]).toEqual(['stop', versions[0].text])
    const again = await command(['check', '--json', '--kind', 'review_reply', rewritten])
    expect(JSON.parse(again.out).verdict).toBe('clear')
  })
  it('keeps words in which nothing was found, from standard input too', async () => {
    const { code, out } = await command(
      ['rewrite', '-', '--json'],
      'Flossing once a day helps keep gums healthy.',
    )
    expect([code, JSON.parse(out).rewritten]).toEqual([0, 'Flossing once a day helps keep gums healthy.'])
  })
  it('shows them to people', async () => {
    const { out } = await command(['rewrite', '--kind', 'review_reply', 'Thanks for coming in, Sarah!'])
    expect(out).toContain('Words you can use instead')
    expect(out).not.toContain('[Copy')
  })
  it('without words is wrong use', async () => {
    expect(await command(['rewrite', ' '])).toMatchObject({
      code: 2,
      err: 'chaperone: there are no words to check\n',
    })
  })
})
