import type { RequestHandler } from 'express'

/** One line of Prometheus text. Labels come from closed lists in the source, never from a request. */
export interface Sample {
  name: string
  help: string
  type: 'counter' | 'gauge'
  labels?: Readonly<Record<string, string>>
  value: number
}

export const ROUTES = ['page', 'api', 'health', 'mounted', 'other'] as const
export type Route = (typeof ROUTES)[number]

/** Says what a request was for, so that /metrics never needs its path. */
export const tagged =
  (name: Route): RequestHandler =>
  (_req, res, next) => {
    res.locals.route = name
    next()
  }

/** Counters of this process; they start from zero with it, as Prometheus expects. */
export function createMetrics() {
  const requests = new Map<string, { route: Route; status: string; count: number }>()
  const events = new Map<string, number>()

  return {
    request(route: Route, status: number): void {
      // 2xx and 4xx are enough to see trouble; one series for each code is noise.
      const kind = `${Math.floor(status / 100)}xx`
      const key = `${route} ${kind}`
      const entry = requests.get(key) ?? { route, status: kind, count: 0 }
      entry.count += 1
      requests.set(key, entry)
    },
    event(outcome: string): void {
      // An outcome is the pipeline's own word; the pattern holds even if that ever changes.
      const word = /^[a-z_]{1,30}$/.test(outcome) ? outcome : 'other'
      events.set(word, (events.get(word) ?? 0) + 1)
    },
    samples(): Sample[] {
      const web = [...events].map(([outcome, value]): Sample => {
        const labels = { surface: 'web', outcome }
        return { name: 'chaperone_events_total', help: 'Events by outcome.', type: 'counter', labels, value }
      })
      const http = [...requests.values()].map(({ route, status, count }): Sample => {
        const labels = { route, status }
        const help = 'HTTP requests by route and kind of status.'
        return { name: 'chaperone_http_requests_total', help, type: 'counter', labels, value: count }
      })
      return [...web, ...http]
    },
  }
}
export type Metrics = ReturnType<typeof createMetrics>

const escaped = (value: string): string => value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))

const line = ({ name, labels, value }: Sample): string => {
  const pairs = Object.entries(labels ?? {}).map(([key, text]) => `${key}="${escaped(text)}"`)
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}

/** Prometheus text format 0.0.4: the samples of one name stand together under one HELP and TYPE. */
export function toPrometheus(samples: readonly Sample[]): string {
  const names = new Map<string, Sample[]>()
  for (const sample of samples) names.set(sample.name, [...(names.get(sample.name) ?? []), sample])
  const blocks = [...names].map(([name, group]) => {
    const [first] = group
    return [`# HELP ${name} ${first?.help}`, `# TYPE ${name} ${first?.type}`, ...group.map(line)].join('\n')
  })
  return `${blocks.join('\n')}\n`
}
