import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, start } from '../cli/command.ts'
import { withFiles } from './exports/folder.ts'

const POSTS = 3000
const WORDS = /sarah|tummy|friday|veneers/i

/** Posts of which every seventh has something in it; long enough that a check takes its time. */
function posts(): string {
  const rows = Array.from({ length: POSTS }, (_, i) => {
    const found = i % 7 === 0 ? `Thank you, Sarah! Your tummy tuck number ${i} turned out beautifully. ` : ''
    const words = `${found}Happy Friday ${i}! ${'We are open until five and look forward to the weekend. '.repeat(5)}`
    return `${JSON.stringify({ id: i, text: words, kind: i % 2 ? 'caption' : 'review_reply', date: '2026-03-05' })}\n`
  })
  return rows.join('')
}

const lines = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0)

/** Starts an audit and ends it once its state has grown. */
async function interrupted(root: string, signal: NodeJS.Signals) {
  const report = join(root, 'r.csv')
  const { child, ended } = start(['audit', join(root, 'p.jsonl'), '--out', report])
  const timer = setInterval(() => {
    if (lines(`${report}.resume`) < 500) return
    clearInterval(timer)
    child.kill(signal)
  }, 5)
  const ran = await ended
  clearInterval(timer)
  return ran
}

describe('an audit that is interrupted', () => {
  it.each<[string, NodeJS.Signals]>([
    ['killed', 'SIGKILL'],
    ['stopped with Ctrl-C', 'SIGINT'],
  ])(
    'goes on where it was %s, and says the same in the end',
    async (_how, signal) => {
      await withFiles({ 'p.jsonl': posts() }, async (root) => {
        const whole = await command(['audit', join(root, 'p.jsonl'), '--out', join(root, 'whole.csv')])
        expect(whole.code).toBe(1)

        const first = await interrupted(root, signal)
        const state = join(root, 'r.csv.resume')
        const known = lines(state) - 1
        expect(known).toBeGreaterThanOrEqual(500)
        expect(known).toBeLessThan(POSTS)
        expect(existsSync(join(root, 'r.csv'))).toBe(false)
        expect(readFileSync(state, 'utf8')).not.toMatch(WORDS)
        expect(statSync(state).mode & 0o077).toBe(0)
        if (signal === 'SIGINT') {
          expect(first.code).toBe(2)
          expect(first.err).toMatch(
            /^chaperone: stopped after [\d,]+ posts; the same command again goes on from here\n$/,
          )
        }
        // Half a line, as a machine that lost power may leave it.
        appendFileSync(state, '["half')

        const second = await command(['audit', join(root, 'p.jsonl'), '--out', join(root, 'r.csv')])
        expect(second.code).toBe(1)
        expect(second.err).toBe(`chaperone: going on after ${known.toLocaleString('en-US')} posts\n`)
        expect(readFileSync(join(root, 'r.csv'), 'utf8')).toBe(readFileSync(join(root, 'whole.csv'), 'utf8'))
        expect(existsSync(state)).toBe(false)
      })
    },
    120_000,
  )

  it('starts anew when the practice has changed, for verdicts of two kinds must not stand in one report', async () => {
    await withFiles(
      { 'p.jsonl': posts(), 'practice.yml': 'name: Maple Street Dental\nstaff: [Sarah]\n' },
      async (root) => {
        await interrupted(root, 'SIGKILL')
        const ran = await command([
          'audit',
          join(root, 'p.jsonl'),
          '--out',
          join(root, 'r.csv'),
          '--practice',
          join(root, 'practice.yml'),
        ])
        expect(ran.err).toBe('')
      },
    )
  }, 120_000)

  it('does not trust a state file that is none', async () => {
    await withFiles(
      { 'p.jsonl': '{"text":"Happy Friday!"}\n', 'r.md.resume': 'something else\n' },
      async (root) => {
        const ran = await command(['audit', join(root, 'p.jsonl'), '--out', join(root, 'r.md')])
        expect(ran.err).toBe('')
        expect(existsSync(join(root, 'r.md.resume'))).toBe(false)
      },
    )
  })
})
