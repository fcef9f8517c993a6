import type { Clock } from '../ports.ts'

export interface BucketSize {
  /** How many may come at once. */
  burst: number
  /** How many are let in a minute after that. */
  perMinute: number
}

/** People whose buckets are remembered; a full bucket is forgotten first, since it says nothing. */
const MOST_KEPT = 10_000

/** A token bucket for each key: true lets one more in. */
export function createBuckets({ burst, perMinute }: BucketSize, clock: Pick<Clock, 'now'>) {
  const buckets = new Map<string, { left: number; at: number }>()
  const filled = ({ left, at }: { left: number; at: number }, now: number) =>
    Math.min(burst, left + (Math.max(0, now - at) * perMinute) / 60_000)

  return {
    take(key: string): boolean {
      const now = clock.now()
      const left = filled(buckets.get(key) ?? { left: burst, at: now }, now)
      if (buckets.size >= MOST_KEPT && !buckets.has(key))
        for (const [other, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(other)
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
      return left >= 1
    },
  }
}
