import { systemClock } from '../../../src/adapters/clock/clock.ts'
import { ulids } from '../../../src/adapters/clock/ids.ts'
import { createLog } from '../../../src/adapters/log/log.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { NO_FILES, NO_VISION } from '../../../src/bot/pictures.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import type { Ports } from '../../../src/bot/ports.ts'
import { PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import { readApproval } from '../../../src/bot/records/approval.ts'
import type { Engine } from '../../../src/rules/verdict.ts'
import { createApprove } from '../../../src/skills/approve/skill.ts'

/**
 * A request from asking to online, in a process that dies before its Nth call of a port:
 * `node approval-child.ts HOME N [MS] [REVIEWER]`, with its clock MS ahead. N = 0 lives. With REVIEWER it only presses
 * that reviewer's go-ahead; "nobody-yet" only asks. Writes who was told and what is on record.
 */
const [home = '', fatal = '0', later = '0', reviewer = ''] = process.argv.slice(2)
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
const { store, hasher } = await openSqlite({ home, clock })
const tell: Ports['tell'] = async ({ id }, { summary }) => {
  process.stdout.write(`told ${id} ${summary}\n`)
  return true
}
const ports: Ports = {
  clock,
  ids: ulids(clock),
  store: mortal(store),
  hasher,
  log: createLog({ level: 'silent' }),
  tell: mortal({ tell }).tell,
  vision: NO_VISION,
  files: NO_FILES,
}
const practice = toPractice(
  PracticeFile.parse({
    name: 'Maple',
    staff: [
      { name: 'Amy', ids: { slack: 'AMY' } },
      { name: 'Mia', role: 'reviewer', ids: { slack: 'MIA' } },
      { name: 'Max', role: 'reviewer', ids: { slack: 'MAX' } },
    ],
  }),
)
const engine: Engine = {
  check: ({ kind = 'caption', platform = null }) => ({
    verdict: 'clear',
    kind,
    platform,
    guessed: { kind: false, platform: false },
    findings: [],
    notes: [],
    checked: { rules: 1, model: 'off', ms: 0 },
  }),
  mask: (text) => text,
  redLines: new Set(),
}
const pipeline = createPipeline({ ports, practice, skills: [createApprove(engine)] })
const run = `${Date.now()}-${process.pid}`
let count = 0

async function send(person: string, body: object) {
  const said: unknown[] = []
  const event = {
    id: `t:${run}:${++count}`,
    surface: body && 'job' in body ? 'terminal' : 'slack',
    at: new Date().toISOString(),
    person: { id: person },
    place: { id: `with-${person}`, private: true },
    body,
  }
  await pipeline.handle(event, { deliver: async (reply) => void said.push(reply) })
  return JSON.stringify(said)
}
const stands = async () => {
  const [record] = await store.register.list('approval', { limit: 1 }, 'nobody')
  return readApproval(record)
}
const press = (person: string, act: string, values?: object) => {
  const value = `APR-${new Date().getUTCFullYear()}-0001.${act}.1`
  const button = { type: 'button', action: 'approve/act', value }
  return send(person, values ? { type: 'form', form: `approve/did#${value}`, values } : button)
}

const alone = reviewer === 'nobody-yet'
if (reviewer !== '' && !alone) {
  const said = await press(reviewer, 'grant')
  process.stdout.write(`heard ${/Written down|settled/.exec(said)?.[0]}\n`)
} else {
  if (!(await stands())) {
    const said = await send('AMY', {
      type: 'command',
      name: 'approve',
      text: 'We open at nine on Maple Street.',
    })
    const form = /approve\/send#[\w.-]+/.exec(said)?.[0] ?? ''
    await send('AMY', { type: 'form', form, values: { platform: 'instagram' } })
  }
  if (!alone && (await stands())?.status === 'waiting') await press('MIA', 'grant')
  if ((await stands())?.status === 'granted')
    await press('AMY', 'publish', { link: 'https://www.instagram.com/p/1/' })
  await send('chaperone', { type: 'tick', job: 'approve/tick' })
}
process.stdout.write(`calls ${calls}\n`)
await pipeline.stop()
await store.close()
