import { incidentsOn } from '../../src/adapters/store/register/incidents.ts'
import type { Mirrored } from '../../src/bot/outside/tickets.ts'
import type { CheckRecord, Ports, Remark, TrailEntry } from '../../src/bot/ports.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { fakeRegister } from './fake-register.ts'
import { type FakeVision, fakeFiles, fakeVision } from './fake-vision.ts'

/** Ports that remember what they were told. Time stands still until `wait` moves it. */
export interface FakePorts extends Ports {
  vision: FakeVision
  checks: CheckRecord[]
  remarks: Remark[]
  /** Everything said to people who had not asked, and to whom. */
  told: { to: string; reply: Reply }[]
  /** Makes people unreachable, or reachable again. */
  reachable(can: boolean): void
  trail: TrailEntry[]
  /** Everything that was logged, as one text. */
  logged(): string
  wait(ms: number): void
  time(): number
}

/** Other words, another hash; nothing more is promised. */
export function fakeHash(text: string): string {
  let hash = 7
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) % 0xffff_fffb
  return `hash-of-${text.length}-${hash.toString(16)}`
}

export function fakePorts(start = Date.parse('2026-11-21T15:00:00Z')): FakePorts {
  let time = start
  let ids = 0
  const checks: CheckRecord[] = []
  const remarks: Remark[] = []
  const told: FakePorts['told'] = []
  let reach = true
  const logged: unknown[] = []
  const { register, trail, entries } = fakeRegister(() => time)
  const marks = new Map<string, string>()
  const outbox = new Map<string, Mirrored>()
  const dialogs = new Map<string, { value: unknown; until: number }>()
  const claims = new Map<string, { holder: string; until: number; done: boolean }>()
  const note = (...line: unknown[]) => void logged.push(line)
  return {
    checks,
    remarks,
    told,
    reachable: (can) => {
      reach = can
    },
    trail: entries,
    logged: () => JSON.stringify(logged),
    wait(ms) {
      time += ms
    },
    time: () => time,
    clock: {
      now: () => time,
      // A sleep ends when it is called off, and never by itself.
      sleep: (_ms, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    },
    ids: { next: () => `01J${String(++ids).padStart(8, '0')}` },
    hasher: { hash: fakeHash },
    tell: async ({ surface, id }, reply) => {
      if (reach) told.push({ to: `${surface}:${id}`, reply })
      return reach
    },
    log: { debug: note, info: note, warn: note, error: note },
    vision: fakeVision(),
    files: fakeFiles,
    store: {
      register,
      trail,
      outbox: {
        of: async (target) => [...outbox.values()].filter((one) => one.target === target),
        save: async (state) => void outbox.set(`${state.target} ${state.number}`, { ...state }),
      },
      dialogs: {
        // Through JSON, as every real store does it.
        get: async (key) => {
          const found = dialogs.get(key)
          return found && found.until > time ? JSON.parse(JSON.stringify(found.value)) : undefined
        },
        set: async (key, value, ttlMs) => void dialogs.set(key, { value, until: time + ttlMs }),
        delete: async (key) => void dialogs.delete(key),
      },
      remarks: {
        add: async (remark) => void remarks.push(remark),
        between: async (from, to, limit) => remarks.filter(({ at }) => at >= from && at < to).slice(0, limit),
      },
      incidents: incidentsOn(register),
      marks: {
        get: async (name) => marks.get(name),
        set: async (name, seen, value) => {
          if (marks.get(name) !== seen) return false
          marks.set(name, value)
          return true
        },
        all: async (prefix) =>
          [...marks]
            .map(([name, value]) => ({ name, value }))
            .filter(({ name }) => name.startsWith(prefix))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
      claim: async (id, holder, now, leaseMs) => {
        const held = claims.get(id)
        if (held?.done) return 'done'
        if (held && held.until > now) return 'busy'
        claims.set(id, { holder, until: now + leaseMs, done: false })
        return 'won'
      },
      finish: async (id, holder) => {
        const held = claims.get(id)
        if (held?.holder !== holder) return false
        held.done = true
        return true
      },
      release: async (id, holder) => {
        if (claims.get(id)?.holder === holder) claims.delete(id)
      },
      sweep: async () => 0,
      record: async (check) => void checks.push(check),
      between: async (from, to, limit) => checks.filter(({ at }) => at >= from && at < to).slice(0, limit),
      counts: async (from, to) =>
        Object.fromEntries(
          [
            ...Map.groupBy(
              checks.filter(({ at }) => at >= from && at < to),
              ({ verdict }) => verdict,
            ),
          ].map(([verdict, list]) => [verdict, list.length]),
        ),
      latest: async (surface, person, from, limit) =>
        checks
          .filter((one) => one.surface === surface && one.person === person && one.at >= from)
          .toReversed()
          .slice(0, limit),
      close: async () => {},
    },
  }
}
