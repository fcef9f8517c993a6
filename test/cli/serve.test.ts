import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressOf } from '../../src/cli/address.ts'
import { start } from './command.ts'

let home: string
const running: ReturnType<typeof start>[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-serve-'))
})
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  rmSync(home, { recursive: true, force: true })
})

function serve(args: string[] = [], env: Record<string, string> = {}) {
  const started = start(['serve', ...args], { CHAPERONE_HOME: join(home, 'data'), PORT: '0', ...env }, home)
  running.push(started)
  const { child, ended } = started
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()))
    void ended.then(({ err }) => reject(new Error(err)))
  })
  // A server that is refused never says its line; then the test looks at how it ended.
  line.catch(() => {})
  return { ...started, line }
}

const addressIn = (line: string) => /http:\/\/\S+/.exec(line)?.[0] ?? ''

describe('serve', () => {
  it('prints where the chat page is, answers there, and stops when told to', async () => {
    const { child, ended, line } = serve()
    const address = addressIn(await line)
    expect(await line).toBe(`Chaperone is ready. Open ${address}\n`)
    expect((await fetch(address)).status).toBe(200)
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ ready: true })
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, out: await line })
  })

  it('checks a draft from the page through the whole house, and keeps no word of it', async () => {
    const { child, ended, line } = serve(['--json'])
    const { address, page } = JSON.parse(await line)
    const values = { text: 'Thank you, Sarah! Your tummy tuck turned out beautifully!', kind: 'review_reply' }
    const response = await fetch(`${address}/api/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session: 'here', body: { type: 'form', form: 'check/draft', values } }),
    })
    const { replies } = (await response.json()) as { replies: { blocks: { title?: string }[] }[] }
    expect({ page, title: replies[0]?.blocks[0]?.title }).toEqual({ page: true, title: 'Do not post this' })
    child.kill('SIGINT')
    const { code, err } = await ended
    expect(code).toBe(0)
    expect(err).not.toMatch(/Sarah|tummy/)
  })

  it('says on standard error what is missing from the verdicts without a practice file', async () => {
    const { line, text } = serve()
    await line
    expect(text.err).toContain('chaperone: there is no practice.yml')
  })

  it('without the chat page still says that it is there', async () => {
    const { line } = serve([], { CHAPERONE_WEB: 'off' })
    expect(await line).toContain('the chat page is off')
    expect((await fetch(addressIn(await line))).status).toBe(404)
    expect((await fetch(`${addressIn(await line)}/healthz`)).status).toBe(200)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: 'many' }, /PORT/],
    ['half of Slack', { SLACK_BOT_TOKEN: 'xoxb-secret' }, /SLACK_SIGNING_SECRET/],
    [
      'an address of another machine',
      { HOST: '192.0.2.1' },
      /192\.0\.2\.1:0 is not an address of this machine/,
    ],
    ['a practice file that is not there', { CHAPERONE_PRACTICE: 'no.yml' }, /no\.yml is not there/],
    ['a data folder that is a file', { CHAPERONE_HOME: '/dev/null' }, /\/dev\/null/],
  ])('with %s does not start: one clear line and exit code 2', async (_name, env, says) => {
    const { code, out, err } = await serve([], env).ended
    const said = err
      .split('\n')
      .filter((each) => each.startsWith('chaperone: ') && !each.includes('practice.yml:'))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(said.at(-1)).toMatch(says)
    expect(err).not.toMatch(/\bat .*\.ts:|xoxb-secret/)
  })

  it('with a port that is taken says so and how to go on', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, out, err } = await serve([], { PORT: String(port) }).ended
    other.close()
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`chaperone: 127.0.0.1:${port} is in use`)
  })
})

describe('the address to open', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3978'],
    ['localhost', 'http://localhost:3978'],
    ['::1', 'http://[::1]:3978'],
    ['0.0.0.0', 'http://127.0.0.1:3978'],
    ['::', 'http://127.0.0.1:3978'],
  ])('of %s is %s', (host, address) => {
    expect(addressOf({ host, port: 3978 })).toBe(address)
  })
})
