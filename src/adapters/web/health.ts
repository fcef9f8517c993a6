import express, { type Router } from 'express'
import type { Metrics, Sample } from './metrics.ts'
import { tagged, toPrometheus } from './metrics.ts'

/** What the caller knows of its own state. */
export interface Health {
  /** Each part and whether it can work now: `{ store: true }`. May throw: not ready. */
  ready(): Promise<Readonly<Record<string, boolean>>>
  /** More numbers for /metrics: no text that a person typed, labels from closed lists. */
  samples?(): readonly Sample[]
}

const ownSamples = (): Sample[] => [
  {
    name: 'process_start_time_seconds',
    help: 'Start of the process, seconds since 1970.',
    type: 'gauge',
    value: Math.round(performance.timeOrigin / 1000),
  },
  {
    name: 'process_resident_memory_bytes',
    help: 'Resident memory in bytes.',
    type: 'gauge',
    value: process.memoryUsage.rss(),
  },
]

/** Open to the network, unlike the chat page: whatever watches the server may stand elsewhere. */
export function healthRoutes(health: Health, metrics: Metrics, stopping: () => boolean): Router {
  const router = express.Router()
  const tag = tagged('health')
  router.get('/healthz', tag, (_req, res) => {
    res.json({ alive: true })
  })
  router.get('/readyz', tag, async (_req, res) => {
    const parts = await health.ready().catch(() => ({ check: false }))
    const ready = !stopping() && Object.values(parts).every(Boolean)
    res.status(ready ? 200 : 503).json({ ready, parts })
  })
  router.get('/metrics', tag, (_req, res) => {
    const samples = [...metrics.samples(), ...(health.samples?.() ?? []), ...ownSamples()]
    res.type('text/plain; version=0.0.4').send(toPrometheus(samples))
  })
  return router
}
