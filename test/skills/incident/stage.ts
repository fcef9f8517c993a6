import type { Body, Event, Surface } from '../../../src/bot/event.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import type { Ports } from '../../../src/bot/ports.ts'
import { NO_PRACTICE, PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { CLOCK_PERSON } from '../../../src/bot/roles.ts'
import { openEngine } from '../../../src/library.ts'
import { createIncident } from '../../../src/skills/incident/skill.ts'
import { openStateLaw } from '../../../src/state-law-file.ts'
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
const law = openStateLaw()

/** The incident skill in a real pipeline over fake ports. */
export function stage({ practice = PRACTICE, ports = fakePorts(), change = {} as Partial<Ports> } = {}) {
  const pipeline = createPipeline({
    ports: { ...ports, ...change },
    practice,
    skills: [createIncident(engine, law)],
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
  const command = (from: string, text = '') => send(from, { type: 'command', name: 'incident', text })
  const tick = () => send(`terminal:${CLOCK_PERSON}`, { type: 'tick', job: 'incident/remind' })
  /** A report in which everything that can be skipped is skipped. */
  async function report(from = 'slack:UANNA', link = ''): Promise<Sent> {
    let on = await command(from)
    for (let step = 0; step < 10; step++)
      on = step === 3 && link ? await fill(from, on, { link }) : await press(from, on, 'Skip this')
    return press(from, on, 'Send it')
  }
  const minutes = (count: number) => ports.wait(count * 60_000)
  return { ports, send, press, fill, command, tick, report, minutes, buttons }
}

export { NO_PRACTICE }
