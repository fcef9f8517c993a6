import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../src/adapters/log/log.ts'
import { openStore } from '../../src/adapters/store/open.ts'
import { openMirrors } from '../../src/adapters/tickets/open.ts'
import type { Body } from '../../src/bot/event.ts'
import { NO_FILES, NO_VISION } from '../../src/bot/pictures.ts'
import { createPipeline } from '../../src/bot/pipeline.ts'
import { PracticeFile, toPractice } from '../../src/bot/practice.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { createIncident } from '../../src/skills/incident/skill.ts'
import { openStateLaw } from '../../src/state-law-file.ts'
import { command } from '../cli/command.ts'

const KEY = Buffer.alloc(32, 7)
const NUMBER = 'INC-2026-0001'
/** What people typed, 200 times. The mask of this test recognises nothing: what keeps them in is not the mask. */
const CANARIES = Array.from({ length: 200 }, (_, n) => `canary-${n}-Sarah`)
const practice = toPractice(
  PracticeFile.parse({
    name: 'Maple',
    staff: [{ name: 'Canary-Officer Torres', ids: { slack: 'UMIA' }, role: 'privacy officer' }],
  }),
)

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-incident-at-rest-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A place that writes down all that comes, byte by byte, and is down for the first three. */
async function elsewhere(file: string) {
  let count = 0
  const server = createServer((request, response) => {
    const head = `${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)}\n`
    writeFileSync(file, head, { flag: 'a' })
    request.on('data', (chunk) => writeFileSync(file, chunk, { flag: 'a' }))
    request.on('end', () => {
      response.statusCode = ++count <= 3 ? 500 : 201
      response.end(JSON.stringify({ key: 'PRIV-1' }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, stop: () => new Promise((resolve) => server.close(resolve)) }
}

function readable(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name))
      const base64 = Buffer.from(bytes.toString('latin1').replace(/[^\w+/=]/g, ''), 'base64')
      return [...CANARIES, 'Canary-Officer']
        .filter((canary) =>
          [Buffer.from(canary), Buffer.from(canary, 'utf16le'), Buffer.from(encodeURIComponent(canary))].some(
            (form) => bytes.includes(form) || base64.includes(form),
          ),
        )
        .map((canary) => `${name}: ${canary}`)
    })
}

describe('of 200 things typed into reports and tickets', () => {
  it('none can be read in the database, a backup, the log, or what goes to a mirror', {
    timeout: 60_000,
  }, async () => {
    const place = await elsewhere(join(root, 'traffic'))
    let time = Date.parse('2026-11-21T15:00:00Z')
    const clock = { now: () => time, sleep: async () => {} }
    const { store, hasher } = await openStore({ home: join(root, 'data'), key: KEY, clock })
    const out = { write: (line: string) => writeFileSync(join(root, 'log'), line, { flag: 'a' }) }
    let ids = 0
    const ports = {
      clock,
      ids: { next: () => `id-${++ids}` },
      store,
      hasher,
      log: createLog({ level: 'trace', out }),
      tell: async () => true,
      vision: NO_VISION,
      files: NO_FILES,
    }
    const mirrors = openMirrors({
      jira: { url: place.url, user: 'it@maple.example', token: 'token', project: 'PRIV' },
      webhook: { url: `${place.url}/hook`, secret: 'a secret' },
      installation: 'abcd1234',
      now: clock.now,
    })
    const skills = [createIncident({ mask: (text) => text }, openStateLaw(), mirrors)]
    const { handle, stop } = createPipeline({ ports, practice, skills })
    const send = async (person: string, body: Body): Promise<Reply[]> => {
      time += 2_000
      const replies: Reply[] = []
      const event = {
        id: `slack:${++ids}`,
        surface: 'slack',
        at: new Date(time).toISOString(),
        person: { id: person },
        place: { id: person, private: true },
        body,
      }
      await handle(event, { deliver: async (reply) => void replies.push(reply) })
      return replies
    }
    const mirrored = () => send('chaperone', { type: 'tick', job: 'incident/mirror' })
    const blocksOf = (replies: Reply[]) => replies.flatMap(({ blocks }) => blocks)
    let next = 0
    const canary = () => CANARIES[next++] as string

    // A report with words wherever words can be typed.
    await send('UANNA', { type: 'message', text: `I accidentally posted ${canary()} on Yelp` })
    let screen = await send('UANNA', { type: 'command', name: 'incident', text: `oh no ${canary()}` })
    for (let step = 0; step < 11; step++) {
      const form = blocksOf(screen).find((block) => block.type === 'form')
      const named = form?.fields.map(({ name }) => name) ?? []
      const buttons = blocksOf(screen).flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      const values: Record<string, string> = {}
      if (named.includes('link')) values.link = `https://yelp.com/biz/${canary()}`
      if (named.includes('words')) values.words = `typed ${canary()}`
      const press =
        buttons.find(({ label }) => label === 'Skip this') ?? buttons.find(({ label }) => label === 'Send it')
      screen =
        form && Object.keys(values).length > 0
          ? await send('UANNA', { type: 'form', form: form.form, values })
          : await send('UANNA', { type: 'button', action: press?.action ?? '', value: press?.value ?? '' })
    }
    expect(JSON.stringify(screen)).toContain(`report is ${NUMBER}`)
    // One that was left lying: its words are in a dialog.
    await send('UEVE', { type: 'command', name: 'incident', text: `I posted ${canary()}` })

    const forms: [string, () => Record<string, string>][] = [
      ['note', () => ({ words: `note ${canary()}` })],
      ['factor', () => ({ factor: 'viewed', weighs: 'high', fact: `fact ${canary()}` })],
      ['exception', () => ({ exception: 'none', fact: `fact ${canary()}` })],
      ['conclude', () => ({ outcome: 'breach', reason: `why ${canary()}` })],
      ['task', () => ({ task: 'cause', end: 'done', happened: `happened ${canary()}` })],
      [
        'facts',
        () => ({
          discovered: '2026-11-20',
          people: '3',
          states: 'TX 3',
          source: 'us',
          why: `why ${canary()}`,
        }),
      ],
      ['sent', () => ({ licensed: 'no', why: `why ${canary()}` })],
    ]
    for (let turn = 0; next < CANARIES.length; turn++) {
      const [act, values] = forms[turn % forms.length] as (typeof forms)[number]
      await send('UMIA', { type: 'form', form: `incident/did#${NUMBER}.${act}`, values: values() })
      if (turn % 20 === 0) {
        time += 3_600_000
        await mirrored()
      }
    }
    time += 3_600_000
    await mirrored()

    const traffic = readFileSync(join(root, 'traffic'), 'utf8')
    expect(traffic).toContain(NUMBER)
    expect(traffic.match(/^POST \/rest\/api\/3\/issue /gm)?.length).toBeGreaterThan(0)
    expect(readFileSync(join(root, 'log'), 'utf8')).toContain('ticket not mirrored')
    const env = { CHAPERONE_HOME: join(root, 'data'), CHAPERONE_KEY: KEY.toString('hex') }
    expect((await command(['backup', join(root, 'one.backup')], '', env)).code).toBe(0)
    expect(readable()).toEqual([])
    // They are all there, for whoever may see them.
    const kept = JSON.stringify((await store.incidents.get(NUMBER, 'nobody'))?.entries)
    expect(CANARIES.filter((one) => !kept.includes(one))).toEqual([CANARIES[5]])
    await stop()
    await store.close()
    await place.stop()
  })
})
