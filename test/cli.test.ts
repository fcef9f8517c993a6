import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildProgram } from '../src/cli/program.ts'
import { KINDS, PLATFORMS } from '../src/rules/vocabulary.ts'
import { command, start } from './cli/command.ts'

const SARAH = "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully!"
const FINE = 'Thank you for the kind words! We take all feedback seriously.'

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['dance']],
    ['an audit of a file that is not there', ['audit', 'file.csv']],
    ['an unknown option', ['check', '--loud', 'x']],
    ['an unknown kind', ['check', '--kind', 'poem', 'x']],
    ['an unknown platform', ['check', '--platform', 'myspace', 'x']],
    ['an unknown account', ['check', '--account', 'mine', 'x']],
    ['an option without its value', ['check', 'x', '--kind']],
    ['a draft without quotes', ['check', 'three', 'separate', 'words']],
    ['no draft', ['check']],
    ['an empty draft', ['check', '']],
    ['a blank draft', ['check', ' \n ']],
    ['empty standard input', ['check', '-']],
    ['a draft and --jsonl', ['check', 'x', '--jsonl']],
    ['a practice file that is not there', ['check', 'x', '--practice', '/nowhere/practice.yml']],
    ['a serve with words', ['serve', 'now']],
  ])('%s gets one clear line on standard error and exit code 2', async (_name, args) => {
    const { code, out, err } = await command(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^chaperone: [^\n]+\n$/)
    expect(err).not.toMatch(/\bat .*\.ts:/)
  })

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff, 0xfe])],
    ['more than 8 MB', Buffer.alloc(9 * 1024 * 1024, 'a')],
  ])('%s on standard input get one clear line and exit code 2', async (_name, input) => {
    const { code, out, err } = await command(['check', '-', '--json'], input)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^chaperone: standard input is [^\n]+\n$/)
  })
})

describe('help', () => {
  it.each([[['--help']], [['check', '--help']], [['doctor', '--help']], [['serve', '--help']]])(
    '%j is told on standard output',
    async (args) => {
      const { code, out, err } = await command(args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('Usage: chaperone')
    },
  )

  it('lists what exists and nothing else', () => {
    expect(buildProgram().commands.map((each) => each.name())).toEqual([
      'check',
      'photo',
      'rewrite',
      'ask',
      'audit',
      'remarks',
      'deadlines',
      'incident',
      'training',
      'digest',
      'approval',
      'authorization',
      'verify-audit',
      'export',
      'backup',
      'restore',
      'rotate-key',
      'doctor',
      'serve',
    ])
  })

  it('is there for every command: --json and --practice', () => {
    for (const each of buildProgram().commands) {
      expect(each.options.map((option) => option.long)).toEqual(
        expect.arrayContaining(['--json', '--practice']),
      )
    }
  })
})

describe('check', () => {
  it('prints one JSON object and nothing else with --json', async () => {
    const { code, out, err } = await command(['check', '-', '--kind', 'review_reply', '--json'], `${SARAH}\n`)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out.trimEnd()).not.toContain('\n')
    const result = JSON.parse(out)
    expect(result).toMatchObject({ verdict: 'stop', kind: 'review_reply', checked: { model: 'off' } })
    const categories = result.findings.map((finding: { category: string }) => finding.category)
    expect(categories).toEqual(expect.arrayContaining(['name', 'patient-status', 'treatment-detail']))
    for (const { start, end, quote } of result.findings) expect(SARAH.slice(start, end)).toBe(quote)
  })

  it('counts offsets in the text as given, whatever stands before', async () => {
    const text = `  \n\t“😀” ${SARAH}`
    const { out } = await command(['check', text, '--kind', 'review_reply', '--json'])
    const { findings } = JSON.parse(out)
    expect(findings.length).toBeGreaterThan(0)
    for (const { start, end, quote } of findings) expect(text.slice(start, end)).toBe(quote)
  })

  it('tells people in words, without colours in a pipe', async () => {
    const { code, out } = await command(['check', SARAH, '--kind', 'review_reply'])
    expect(code).toBe(1)
    expect(out).toMatch(/^Do not post this\n/)
    expect(out).toContain('Sarah')
    expect(out).not.toContain('\u001b')
  })

  it.each([
    ['nothing found', FINE, 'review_reply', 'clear', 0],
    ['something found', SARAH, 'review_reply', 'stop', 1],
    [
      'something that was not read',
      '注射後はきれいになりました。ありがとうございました。',
      'review_reply',
      'unchecked',
      1,
    ],
  ])('with %s has its exit code', async (_name, text, kind, verdict, code) => {
    const ran = await command(['check', text, '--kind', kind, '--json'])
    expect({ verdict: JSON.parse(ran.out).verdict, code: ran.code }).toEqual({ verdict, code })
  })

  it('takes every kind and platform of the contract', async () => {
    for (const kind of KINDS) expect((await command(['check', FINE, '--kind', kind])).code).toBeLessThan(2)
    for (const platform of PLATFORMS) {
      const { out } = await command(['check', FINE, '--platform', platform, '--json'])
      expect(JSON.parse(out).platform).toBe(platform)
    }
  })

  it('says that a code is not on file, and makes no data folder to find out', async () => {
    const home = join(tmpdir(), `chaperone-none-${process.pid}`)
    const { out } = await command(['check', FINE, '--authorization', 'A-12', '--json'], '', {
      CHAPERONE_HOME: home,
    })
    expect(JSON.parse(out).notes.join()).toContain('not on file')
    expect(existsSync(home)).toBe(false)
  })

  it('takes a draft that begins with a dash after --', async () => {
    expect((await command(['check', '--json', '--', '--kind words for our team'])).code).toBeLessThan(2)
  })
})

describe('as a process', () => {
  it('ends with the exit code of the verdict', async () => {
    const { child, ended } = start(['check', '-', '--json', '--kind', 'review_reply'])
    child.stdin.end(SARAH)
    const { code, out, err } = await ended
    expect({ code, err, verdict: JSON.parse(out).verdict }).toEqual({ code: 1, err: '', verdict: 'stop' })
  })

  it('stays quiet when the reader of its answers goes away', async () => {
    const { child, ended, text } = start(['check', '--jsonl'])
    child.stdout.once('data', () => child.stdout.destroy())
    const line = `${JSON.stringify({ text: SARAH })}\n`
    for (let sent = 0; sent < 2000; sent++) child.stdin.write(line)
    child.stdin.end()
    const { code } = await ended
    expect({ code, err: text.err }).toEqual({ code: 1, err: '' })
  })

  it('loads nothing of the server for a check', async () => {
    const probe = `data:text/javascript,${encodeURIComponent(`
      import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) {
        const found = next(name, context)
        if (/node_modules.(express|kysely|pino)|node:sqlite/.test(found.url)) process.stderr.write(found.url)
        return found
      } })`)}`
    const { ended } = start(['check', FINE, '--kind', 'review_reply'], { NODE_OPTIONS: `--import=${probe}` })
    expect(await ended).toMatchObject({ code: 0, err: '' })
  })
})
