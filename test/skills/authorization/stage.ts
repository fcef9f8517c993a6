import type { Body, Event, Surface } from '../../../src/bot/event.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import type { Ports } from '../../../src/bot/ports.ts'
import { NO_PRACTICE, PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import { CHECKLIST } from '../../../src/bot/records/authorization.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { CLOCK_PERSON } from '../../../src/bot/roles.ts'
import { openEngine } from '../../../src/library.ts'
import { createAuthorization, type Eyes } from '../../../src/skills/authorization/skill.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { wordsOf } from '../../surfaces/surface.ts'

/** Anna at the desk, on Slack and at the machine; Mia the privacy officer; Max the manager; Ada who runs it. */
export const PRACTICE = toPractice(
  PracticeFile.parse({
    name: 'Maple Street Dental',
    timeZone: 'America/Chicago',
    states: ['TX'],
    staff: [
      { name: 'Anna Lund', ids: { slack: 'UANNA', web: 'this-machine' } },
      { name: 'Mia Torres', ids: { slack: 'UMIA' }, role: 'privacy officer' },
      { name: 'Max Weber', ids: { slack: 'UMAX' }, role: 'manager' },
      { name: 'Ada Byron', ids: { slack: 'UADA' }, role: 'admin' },
    ],
  }),
)

const engine = openEngine()

/** The register of forms in a real pipeline over fake ports. */
export function stage({
  practice = PRACTICE,
  ports = fakePorts(),
  change = {} as Partial<Ports>,
  eyes = undefined as Eyes | undefined,
} = {}) {
  const pipeline = createPipeline({
    ports: { ...ports, ...change },
    practice,
    skills: [createAuthorization(engine, eyes)],
  })
  let count = 0
  const send = async (from: string, body: Body, over: Partial<Event> = {}) => {
    const [surface, id] = from.split(':') as [Surface, string]
    const replies: Reply[] = []
    const event = {
      id: `${from}:${ports.time()}:${++count}`,
      surface,
      at: new Date(ports.time()).toISOString(),
      person: { id },
      place: { id: from, private: true },
      body,
      ...over,
    }
    const outcome = await pipeline.handle(event, { deliver: async (reply) => void replies.push(reply) })
    return { outcome, replies, text: replies.map(wordsOf).join('\n'), event }
  }
  type Sent = Awaited<ReturnType<typeof send>>
  const buttons = ({ replies }: Sent) =>
    replies.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : [])),
    )
  const press = (from: string, on: Sent, label: string) => {
    const button = buttons(on).find((one) => one.label === label)
    if (!button) throw new Error(`no button ${label}; there were ${buttons(on).map((one) => one.label)}`)
    return send(from, { type: 'button', action: button.action, value: button.value })
  }
  const fill = (from: string, on: Sent, values: Record<string, string | string[]>) => {
    const form = on.replies.flatMap(({ blocks }) => blocks).find((block) => block.type === 'form')
    if (form?.type !== 'form') throw new Error('no form')
    return send(from, { type: 'form', form: form.form, values })
  }
  const command = (from: string, text = '') => send(from, { type: 'command', name: 'authorization', text })
  const tick = () => send(`terminal:${CLOCK_PERSON}`, { type: 'tick', job: 'authorization/tick' })
  /** A complete form for photos and words on Instagram and the website, through every question. */
  async function add(code = 'B-112', over: Record<string, string | string[]> = {}, from = 'slack:UANNA') {
    let on = await command(from, 'add')
    on = await fill(from, on, { code })
    on = await press(from, on, over.subject === 'minor' ? 'A patient under age' : 'An adult patient')
    const pages: Record<string, string | string[]>[] = [
      { content: ['photo', 'words'], areas: 'teeth' },
      { platforms: ['instagram', 'website'], purpose: 'showing our work' },
      { signer: over.subject === 'minor' ? 'parent' : 'patient', authority: '' },
      { has: [...CHECKLIST], wrong: [] },
      { signed_on: '2026-05-01', ends: '2027-05-01', event: '', comes_of_age: '' },
      { remuneration: 'none', copy_given: 'yes', paper: 'binder 2' },
    ]
    for (const page of pages) {
      const mine = Object.entries(over).filter(([name]) => name in page)
      on = await fill(from, on, { ...page, ...Object.fromEntries(mine) })
    }
    return press(from, on, 'Write it down')
  }
  const minutes = (count: number) => ports.wait(count * 60_000)
  return { ports, send, press, fill, command, tick, add, minutes, buttons }
}

export { NO_PRACTICE }
