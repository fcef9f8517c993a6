import { PassThrough, Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { checkStream } from '../../src/cli/check/stream.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import type { Checker, Draft, Result } from '../../src/rules/verdict.ts'

const asked: { draft: Draft; practice: PracticeFacts | undefined }[] = []
/** Finds the word "bad" and nothing else. */
const engine: Checker = {
  check(draft, practice): Result {
    asked.push({ draft, practice })
    if (draft.text === 'breaks the engine') throw new TypeError('about Sarah')
    return {
      verdict: draft.text.includes('bad') ? 'stop' : 'clear',
      kind: draft.kind ?? 'caption',
      platform: draft.platform ?? null,
      guessed: { kind: !draft.kind, platform: !draft.platform },
      findings: [],
      notes: [],
      checked: { rules: 1, model: 'off', ms: 0 },
    }
  },
}

async function stream(input: string | Buffer, practice?: PracticeFacts, defaults: Omit<Draft, 'text'> = {}) {
  asked.length = 0
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const io = { stdin: Readable.from([Buffer.from(input)]), stdout, stderr }
  const done = checkStream(engine, practice, defaults, io)
  const out = text(stdout)
  const code = await done
  stdout.end()
  stderr.end()
  const answers = (await out)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return { code, answers, err: await text(stderr) }
}

async function text(stream: Readable): Promise<string> {
  return Buffer.concat(await stream.toArray()).toString()
}

describe('check --jsonl', () => {
  it('answers each line in order and keeps its id', async () => {
    const { code, answers } = await stream('{"id":"a","text":"fine"}\n{"id":2,"text":"bad"}\n{"text":"fine"}')
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'clear'],
      [2, 'stop'],
      [undefined, 'clear'],
    ])
    expect(code).toBe(1)
  })

  it.each([
    ['all clear', '{"text":"fine"}\n', 0],
    ['something found', '{"text":"bad"}\n', 1],
    ['a broken line', '{"text":"fine"}\nnonsense\n', 2],
    ['a broken line and something found', 'nonsense\n{"text":"bad"}\n', 2],
    ['nothing at all', '', 0],
  ])('with %s ends with its exit code', async (_name, input, code) => {
    expect((await stream(input)).code).toBe(code)
  })

  it.each<[string, string | Buffer, string, unknown]>([
    ['no JSON', '{"id":"x","text":"Sarah', 'not_json', 'x'],
    ['a list', '["id","Sarah"]', 'bad_field', undefined],
    ['no text', '{"id":"x"}', 'bad_field', 'x'],
    ['text that is no text', '{"id":"x","text":5}', 'bad_field', 'x'],
    ['an unknown kind', '{"id":"x","text":"Sarah","kind":"poem"}', 'bad_field', 'x'],
    ['an unknown platform', '{"id":"x","text":"Sarah","platform":"myspace"}', 'bad_field', 'x'],
    ['a practice that is none', '{"id":"x","text":"Sarah","practice":{"staff":"Sarah"}}', 'bad_field', 'x'],
    ['no words', '{"id":"x","text":" \\n"}', 'empty_text', 'x'],
    ['bytes that are not UTF-8', Buffer.from('{"id":"x","text":"Sarah \xe9"}', 'latin1'), 'not_utf8', 'x'],
    ['words that break the check itself', '{"id":"x","text":"breaks the engine"}', 'failed', 'x'],
    ['an id that is not UTF-8', Buffer.from('{"id":"\xe9","text":"Sarah"}', 'latin1'), 'not_utf8', undefined],
    ['more than 8 MB', `{"id":"x","text":"${'Sarah '.repeat(2_000_000)}"}`, 'too_long', 'x'],
  ])('answers a line with %s in its place and goes on', async (_name, line, code, id) => {
    const input = Buffer.concat([
      Buffer.from('{"id":1,"text":"bad"}\n'),
      Buffer.from(line),
      Buffer.from('\n{"id":3,"text":"fine"}'),
    ])
    const { answers, err } = await stream(input)
    expect(answers.map((answer) => answer.verdict ?? answer.error.code)).toEqual(['stop', code, 'clear'])
    expect(answers[1].id).toBe(id)
    expect(JSON.stringify(answers[1]) + err).not.toContain('Sarah')
    expect(err).toBe(
      'chaperone: 1 of 3 lines could not be checked; the error stands in the place of its verdict\n',
    )
  })

  it('skips blank lines, takes Windows line ends and a byte order mark', async () => {
    const { code, answers } = await stream(
      '\ufeff{"id":1,"text":"fine"}\r\n\r\n  \n{"id":2,"text":"fine"}\r\n',
    )
    expect([code, answers.map(({ id }) => id)]).toEqual([0, [1, 2]])
  })

  it('hands each field of the line to the check; null counts as left out', async () => {
    await stream(
      '{"text":"t","kind":"ad","platform":"x","account":"personal","context":"c"}\n{"text":"t","kind":null,"id":null}',
    )
    expect(asked[0]?.draft).toEqual({
      text: 't',
      kind: 'ad',
      platform: 'x',
      account: 'personal',
      context: 'c',
    })
    expect(asked[1]?.draft).toEqual({ text: 't' })
  })

  it('takes options of the command as defaults for lines that do not say', async () => {
    await stream('{"text":"t"}\n{"text":"t","kind":"ad"}', undefined, { kind: 'story', context: 'c' })
    expect(asked.map(({ draft }) => [draft.kind, draft.context])).toEqual([
      ['story', 'c'],
      ['ad', 'c'],
    ])
  })

  it('lets a line override the practice, field by field and for that line only', async () => {
    const practice = { name: 'Ours', staff: ['Bella'] }
    await stream('{"text":"t","practice":{"staff":["Ann"],"phones":null}}\n{"text":"t"}', practice)
    expect(asked.map((call) => call.practice)).toEqual([{ name: 'Ours', staff: ['Ann'] }, practice])
  })

  it('answers each line before the next one is there', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()]
    const done = checkStream(engine, undefined, {}, { stdin, stdout, stderr: new PassThrough() })
    for (const id of [1, 2, 3]) {
      stdin.write(`{"id":${id},"text":"fine"}\n`)
      const [chunk] = (await new Promise((resolve) => stdout.once('data', (data) => resolve([data])))) as [
        Buffer,
      ]
      expect(JSON.parse(chunk.toString()).id).toBe(id)
    }
    stdin.end()
    expect(await done).toBe(0)
  })

  it('stops reading while nobody takes its answers', async () => {
    let read = 0
    const line = Buffer.from(`{"text":"${'fine '.repeat(2000)}"}\n`)
    const stdin = Readable.from(
      (function* () {
        for (; read < 10_000; read++) yield line
      })(),
    )
    // Never calls back: a reader that has stopped reading.
    const stdout = new Writable({ write: () => {} })
    void checkStream(engine, undefined, {}, { stdin, stdout, stderr: new PassThrough() })
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(read).toBeLessThan(100)
  })
})
