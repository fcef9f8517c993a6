import type { Body } from '../../../src/bot/event.ts'
import { createPipeline } from '../../../src/bot/pipeline.ts'
import type { RegisterRecord } from '../../../src/bot/ports.ts'
import { NO_PRACTICE, type Practice, PracticeFile, toPractice } from '../../../src/bot/practice.ts'
import { type Approval, readApproval } from '../../../src/bot/records/approval.ts'
import { inSight, type Reply } from '../../../src/bot/reply.ts'
import type { Engine, Finding, Result } from '../../../src/rules/verdict.ts'
import { createApprove } from '../../../src/skills/approve/skill.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'

/** A practice with an author, two reviewers and a manager; Mia is one person on Slack and on Teams. */
export const PRACTICE = {
  name: 'Maple',
  timeZone: 'America/Chicago',
  staff: [
    { name: 'Amy', ids: { slack: 'AMY' } },
    { name: 'Mia', role: 'reviewer', ids: { slack: 'MIA', teams: 'mia-on-teams' } },
    { name: 'Max', role: 'reviewer', ids: { slack: 'MAX' } },
    { name: 'Dana', role: 'manager', ids: { teams: 'dana' } },
  ],
}
export const practiceOf = (over: object = {}): Practice =>
  toPractice(PracticeFile.parse({ ...PRACTICE, ...over }))

const result = (over: Partial<Result>): Result => ({
  verdict: 'clear',
  kind: 'caption',
  platform: null,
  guessed: { kind: true, platform: true },
  findings: [],
  notes: [],
  checked: { rules: 12, model: 'off', ms: 0 },
  ...over,
})

/** What a draft is found to be says itself: "STOP", "FORM", "MAYBE", "BLIND" in its words. */
const CATEGORIES: Readonly<Record<string, Finding['category']>> = {
  FORM: 'patient-status',
  CONTEST: 'contest',
  KID: 'age',
}
const FOUND = {
  STOP: ['confirms/visit', 'stop', 'stop'],
  FORM: ['story/portrait', 'needs_authorization', 'needs_authorization'],
  CONTEST: ['consent/contest', 'needs_authorization', 'needs_authorization'],
  KID: ['identifier/age', 'needs_authorization', 'needs_authorization'],
  MAYBE: ['claims/superlative', 'caution', 'caution'],
  RED: ['identifier/name', 'caution', 'caution'],
  BLIND: ['story/spanish', 'unchecked', 'unchecked'],
} as const

export function stage(practice: Practice = practiceOf()) {
  const ports = fakePorts()
  let now = practice
  /** Rules that a later version of the word lists has. */
  const learned = new Set<string>()
  const unreachable = new Set<string>()
  const told = ports.told
  ports.tell = async ({ surface, id }, reply) => {
    const to = `${surface}:${id}`
    if (unreachable.has(to)) return false
    told.push({ to, reply })
    return true
  }
  const engine: Engine = {
    check({ text, kind, platform }) {
      const hits = Object.entries(FOUND).filter(([word]) => text.includes(word) || learned.has(word))
      const findings = hits.map(([word, [rule, severity]]) => ({
        rule,
        category: CATEGORIES[word] ?? ('name' as const),
        severity,
        start: 0,
        end: word.length,
        quote: word === 'KID' ? '9 year old' : word,
        message: `It says ${word}.`,
        why: 'Why.',
        instead: 'Instead.',
        citations: [],
      }))
      return result({
        verdict: hits[0]?.[1][2] ?? 'clear',
        findings,
        ...(kind ? { kind } : {}),
        platform: platform ?? null,
      })
    },
    mask: (text) => text.replaceAll('Sarah', '[name]'),
    redLines: new Set(['confirms/visit', 'identifier/name']),
  }
  const skill = createApprove(engine)
  const pipelines = [0, 1].map(() =>
    createPipeline({
      ports,
      // Read anew for each event, as after a restart with another practice file.
      practice: new Proxy({} as Practice, {
        get: (_, key) => Reflect.get(now, key),
        ownKeys: () => Reflect.ownKeys(now),
      }),
      skills: [skill],
    }),
  )

  /** @param which of two processes that share the store. */
  async function send(ref: string, body: Body, { id = ports.ids.next(), which = 0 } = {}): Promise<Reply[]> {
    const [surface, person = ''] = ref.split(':') as ['slack' | 'teams' | 'web' | 'terminal', string]
    const said: Reply[] = []
    const event = {
      id,
      surface,
      at: new Date(ports.clock.now()).toISOString(),
      person: { id: person },
      place: { id: `with-${person}`, private: true },
      body,
    }
    await pipelines[which]?.handle(event, { deliver: async (reply) => void said.push(reply) })
    return said
  }

  async function record(number = FIRST): Promise<RegisterRecord> {
    const found = await ports.store.register.get(number, 'nobody')
    if (!found) throw new Error(`there is no ${number}`)
    return found
  }
  async function approval(number = FIRST): Promise<Approval> {
    const found = readApproval(await record(number))
    if (!found) throw new Error(`${number} cannot be read`)
    return found
  }

  return {
    ports,
    learned,
    unreachable,
    told,
    become: (next: Practice) => {
      now = next
    },
    send,
    /** Asks about words and answers the form. */
    async ask(ref: string, text: string, values: Record<string, string> = {}) {
      const [reply] = await send(ref, { type: 'command', name: 'approve', text })
      const form = formIn(reply)
      if (!form) return reply
      return (await send(ref, { type: 'form', form, values: { platform: 'instagram', ...values } }))[0]
    },
    /** Presses a button of a request: `revision` is of the message that it stood on. */
    async press(ref: string, act: string, values?: Record<string, string>, revision = 1, number = FIRST) {
      const value = `${number}.${act}.${revision}`
      if (!values) return (await send(ref, { type: 'button', action: 'approve/act', value }))[0]
      return (await send(ref, { type: 'form', form: `approve/did#${value}`, values }))[0]
    },
    async tick() {
      const event = {
        id: `tick:${ports.ids.next()}`,
        surface: 'terminal',
        at: new Date(ports.clock.now()).toISOString(),
        person: { id: 'chaperone' },
        place: { id: 'chaperone', private: true },
        body: { type: 'tick', job: 'approve/tick' },
      }
      await pipelines[0]?.handle(event, { deliver: async () => {} })
    },
    record,
    approval,
  }
}

export const FIRST = 'APR-2026-0001'
export const OWNERS = NO_PRACTICE

export function formIn(reply: Reply | undefined): string | undefined {
  const found = reply?.blocks.find((block) => block.type === 'form')
  return found?.type === 'form' ? found.form : undefined
}

export const textOf = (reply: Reply | undefined) => JSON.stringify(reply?.blocks ?? [])
/** What is not behind "More…". */
export const shownIn = (reply: Reply | undefined) =>
  (reply?.blocks ?? []).flatMap((block) =>
    block.type === 'buttons' ? inSight(block.buttons).shown.map(({ label }) => label) : [],
  )
export const labels = (reply: Reply | undefined) =>
  (reply?.blocks ?? []).flatMap((block) =>
    block.type === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  )
