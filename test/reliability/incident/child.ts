import { systemClock } from '../../../src/adapters/clock/clock.ts'
import { ulids } from '../../../src/adapters/clock/ids.ts'
import { createLog } from '../../../src/adapters/log/log.ts'
import { openStore } from '../../../src/adapters/store/open.ts'
import { NO_FILES, NO_VISION } from '../../../src/bot/pictures.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import type { Ports } from '../../../src/bot/ports.ts'
import { PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { createIncident } from '../../../src/skills/incident/skill.ts'
import { openStateLaw } from '../../../src/state-law-file.ts'

/**
 * Somebody's report until it is sent, in a process that dies before its Nth call of a port:
 * `node child.ts HOME N [MS]`, with its clock MS ahead, on PostgreSQL where DATABASE_URL is set. Writes one line for each answer that was acknowledged. N = 0 lives.
 */
const [home = '', fatal = '0', later = '0'] = process.argv.slice(2)
let calls = 0
const mortal = <T extends object>(port: T): T =>
  new Proxy(port, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value === 'object' && value !== null) return mortal(value)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        // Two doors of every call: before it does anything, and after it did.
        if (++calls === Number(fatal)) process.kill(process.pid, 'SIGKILL')
        const result = value.apply(target, given)
        if (!(result instanceof Promise)) return result
        return result.then((done) => {
          if (++calls === Number(fatal)) process.kill(process.pid, 'SIGKILL')
          return done
        })
      }
    },
  })

const clock = { ...systemClock(), now: () => Date.now() + Number(later) }
const databaseUrl = process.env.DATABASE_URL
const key = databaseUrl === undefined ? undefined : Buffer.alloc(32, 7)
const { store, hasher } = await openStore({ home, databaseUrl, key, clock })
const ports: Ports = {
  clock,
  ids: ulids(clock),
  store: mortal(store),
  hasher,
  log: createLog({ level: 'silent' }),
  tell: mortal({ tell: async () => true }).tell,
  vision: NO_VISION,
  files: NO_FILES,
}
const practice = toPractice(PracticeFile.parse({ name: 'Maple', roles: { 'privacy officer': ['slack:U1'] } }))
const skills = [createIncident({ mask: (text) => text }, openStateLaw())]
const pipeline = createPipeline({ ports, practice, skills, limits: { leaseMs: 120_000 } })

/** As somebody would: look where the dialog stands, answer that question, until there is a number. */
let last: Reply[] = []
let count = 0
const run = `${Date.now()}-${process.pid}`
const send = async (body: object) => {
  last = []
  const event = {
    id: `t:${run}:${++count}`,
    surface: 'terminal',
    at: new Date().toISOString(),
    person: { id: 'desk' },
    place: { id: 'desk', private: true },
    body,
  }
  await pipeline.handle(event, { deliver: async (reply) => void last.push(reply) })
}
const ANSWERS: Record<string, Record<string, string | string[]>> = {
  kept: { kept: ['post'] },
  gone: { gone: ['post'] },
  platform: { platform: 'yelp', link: 'https://yelp.com/biz/maple?hrid=7' },
  postedDay: { postedDay: '2026-01-05' },
  kinds: { kinds: ['visit'] },
  count: { count: '3' },
  audience: { audience: 'everyone' },
  steps: { steps: ['nothing'], words: 'we called the office' },
  words: { words: 'it was late' },
}
await send({ type: 'command', name: 'incident', text: '' })
for (let step = 0; step < 40; step++) {
  const heading = last.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'heading')
  const number = /INC-\d+-\d+/.exec(heading?.type === 'heading' ? heading.text : '')?.[0]
  if (number) {
    process.stdout.write(`sent ${number}\n`)
    break
  }
  const blocks = last.flatMap(({ blocks }) => blocks)
  const form = blocks.find((block) => block.type === 'form')
  const buttons = blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
  const press = buttons.find(({ label }) => label === 'Send it' || label === 'No, it is gone')
  if (form?.type === 'form') {
    const name = form.fields[0]?.name ?? ''
    await send({ type: 'form', form: form.form, values: ANSWERS[name] ?? {} })
    process.stdout.write(`answered ${name}\n`)
  } else if (press) {
    await send({ type: 'button', action: press.action, value: press.value })
    process.stdout.write(`answered ${press.label}\n`)
  }
}
process.stdout.write(`calls ${calls}\n`)
await pipeline.stop()
await store.close()
