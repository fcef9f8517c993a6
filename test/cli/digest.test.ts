import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { openWorkspace, type Workspace } from '../slack/workspace.ts'
import { command } from './command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-digest-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const digest = (args: string[], env: Record<string, string> = {}) =>
  command(['digest', ...args], '', { CHAPERONE_HOME: home, LOG_LEVEL: 'silent', ...env })

async function written() {
  const { store } = await openSqlite({ home, clock: { now: () => 0 } })
  await store.record({
    id: 'c1',
    at: Date.parse('2026-11-19T18:00:00Z'),
    surface: 'slack',
    person: 'UWRITER',
    draftHash: 'h',
    verdict: 'stop',
    kind: 'review_reply',
    platform: null,
    rules: ['confirms/visit'],
  })
  await store.close()
}

describe('digest', () => {
  it('says so where nothing was ever written, and makes no data', async () => {
    expect((await digest([])).out).toContain('nothing to tell')
    expect(existsSync(join(home, 'chaperone.db'))).toBe(false)
  })

  it('tells of the day that is asked for, for people and for scripts', async () => {
    await written()
    const { out, code } = await digest(['--date', '2026-11-20', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      date: '2026-11-20',
      quiet: false,
      needs: [],
      yesterday: { from: '2026-11-19', checks: 1, verdicts: { stop: 1, clear: 0 } },
      frequent: [{ rule: 'confirms/visit', count: 1 }],
      head: expect.stringMatching(/^\d+-[0-9a-f]{64}$/),
    })
    expect(out).not.toContain('UWRITER')
    expect((await digest(['--date', '2026-11-20'])).out).toMatch(
      /How things stand\. Friday, November 20[\s\S]*Do not post this/,
    )
  })

  it.each([
    ['2026-02-30', 'wants a day like'],
    ['tomorrow', 'wants a day like'],
    ['2199-01-01', 'has not begun'],
  ])('refuses --date %s in one line', async (date, line) => {
    const { code, err, out } = await digest(['--date', date])
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(line)])
  })

  describe('with Slack', () => {
    let workspace: Workspace
    beforeEach(async () => {
      workspace = await openWorkspace()
    })
    afterEach(() => workspace.close())

    it('sends it to whoever is due one, once, and with --dry-run to nobody', async () => {
      await written()
      const practice = join(home, 'practice.yml')
      // Midnight: whenever this runs, the hour has come.
      writeFileSync(
        practice,
        'name: Maple\ntimeZone: UTC\ndigest: { at: "0:00" }\nroles: { manager: ["slack:UMIA"] }\n',
      )
      const env = {
        SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
        SLACK_SIGNING_SECRET: 'a'.repeat(32),
        SLACK_API_URL: workspace.apiUrl,
      }
      const run = (...args: string[]) => digest(['--practice', practice, ...args], env)
      await run('--dry-run')
      expect(workspace.posted).toEqual([])
      // Somebody new begins with the day after the one that they came on: as if they had come the day before.
      const { store } = await openSqlite({ home, clock: { now: () => 0 } })
      await store.marks.set(
        'digest:slack:UMIA',
        undefined,
        JSON.stringify({ since: new Date().toISOString().slice(0, 10), done: [], tries: 0, next: 0 }),
      )
      await store.close()
      expect((await run()).out).toContain('Sent now to 1 of 1')
      expect((await run()).out).toContain('Sent now to 0 of 1')
      expect(new Set(workspace.posted.map(({ channel }) => channel))).toEqual(new Set(['DUMIA']))
      expect(workspace.calls.filter(({ args }) => args.metadata?.includes('digest:')).length).toBe(1)
      expect(workspace.mistakes).toEqual([])
    })
  })
})
