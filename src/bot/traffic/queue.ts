/** Jobs of one key run one after another, in the order in which they came; different keys side by side. */
export interface Queues {
  run<T>(key: string, job: () => Promise<T>): Promise<T>
  /** Jobs of this key that run or wait. */
  length(key: string): number
  /** Resolves when everything that was there when it was called has ended, well or badly. */
  drained(): Promise<void>
}

export function createQueues(): Queues {
  const lines = new Map<string, { tail: Promise<unknown>; length: number }>()
  return {
    run(key, job) {
      const line = lines.get(key) ?? { tail: Promise.resolve(), length: 0 }
      lines.set(key, line)
      line.length += 1
      const done = line.tail.then(job)
      // One job that fails does not stop those behind it; its caller gets the failure.
      line.tail = done
        .catch(() => {})
        .then(() => {
          line.length -= 1
          if (line.length === 0) lines.delete(key)
        })
      return done
    },
    length: (key) => lines.get(key)?.length ?? 0,
    async drained() {
      await Promise.all([...lines.values()].map(({ tail }) => tail))
    },
  }
}
