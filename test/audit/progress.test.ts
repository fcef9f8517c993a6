import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createProgress } from '../../src/cli/audit/progress.ts'

function run(tty: boolean, seconds: number): string {
  const out = Object.assign(new PassThrough(), { isTTY: tty })
  let time = 0
  const progress = createProgress(out, () => time)
  for (let posts = 0; posts < seconds * 100; posts++, time += 10) progress.tell(() => `${posts} posts read`)
  progress.end()
  return String(out.read() ?? '')
}

describe('progress', () => {
  it('is one line that changes on a screen, and gone in the end', () => {
    const said = run(true, 10)
    expect(said).not.toContain('\n')
    expect(said.split('\r').length).toBeGreaterThan(20)
    expect(said.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('is a line now and then in a log, without control characters', () => {
    const said = run(false, 60)
    expect(said).toMatch(/^(?:chaperone: \d+ posts read\n){3}$/)
  })

  it('is silent for short work', () => expect([run(true, 1), run(false, 10)]).toEqual(['', '']))
})
