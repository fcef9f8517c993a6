import { MIRROR_TROUBLES, type Put, type Tickets } from '../../bot/outside/tickets.ts'
import { createJira } from './jira.ts'
import { createWebhook } from './webhook.ts'

export interface MirrorSettings {
  jira: { url: string; user: string; token: string; project: string } | undefined
  webhook: { url: string; secret: string } | undefined
  installation: string
  now: () => number
}

/** The places that the settings name; none is the rule. */
export function openMirrors({ jira, webhook, installation, now }: MirrorSettings): Tickets[] {
  return [
    ...(jira ? [createJira({ ...jira, installation })] : []),
    ...(webhook ? [createWebhook({ ...webhook, installation, now })] : []),
  ]
}

const OUTCOMES = ['ok', ...MIRROR_TROUBLES] as const
type Outcome = (typeof OUTCOMES)[number]

/** Counts what becomes of each try, for /metrics; labels come from closed lists. */
export function counted(places: readonly Tickets[]) {
  const tries = new Map<string, number>()
  const failing = new Map(places.map(({ target }) => [target, 0]))
  const note = (target: Tickets['target'], put: Put) => {
    const outcome: Outcome = put.ok ? 'ok' : put.trouble
    const key = `${target} ${outcome}`
    tries.set(key, (tries.get(key) ?? 0) + 1)
    failing.set(target, put.ok ? 0 : (failing.get(target) ?? 0) + 1)
  }
  return {
    places: places.map(
      (place): Tickets => ({
        target: place.target,
        async put(ticket, before) {
          const put = await place.put(ticket, before)
          note(place.target, put)
          return put
        },
      }),
    ),
    samples: () => [
      ...[...tries].map(([key, value]) => {
        const [target = '', outcome = ''] = key.split(' ')
        const help = 'Tries to mirror a ticket, by place and outcome.'
        return {
          name: 'chaperone_ticket_mirror_total',
          help,
          type: 'counter' as const,
          labels: { target, outcome },
          value,
        }
      }),
      ...[...failing].map(([target, value]) => {
        const help = 'Tries to mirror a ticket that failed since the last one that worked.'
        return {
          name: 'chaperone_ticket_mirror_failing',
          help,
          type: 'gauge' as const,
          labels: { target },
          value,
        }
      }),
    ],
  }
}
