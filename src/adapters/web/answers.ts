import type { Clock } from '../../bot/ports.ts'

/** How long a lost answer can be asked for again; a person presses the button again within seconds. */
const KEEP_MS = 2 * 60_000
const KEEP_COUNT = 50
/** UTF-16 units over all kept answers; an answer quotes the draft, so a long draft makes a long one. */
const KEEP_CHARS = 16 * 1024 * 1024

export interface Answer {
  status: number
  json: string
  /** False for "busy" and the like: asking again should run again. */
  keep: boolean
}

/**
 * The pipeline runs an event once. When the answer was lost on its way, the page sends the same event again
 * and must get the same answer, so answers stay here, in memory alone, for two minutes.
 */
export function createAnswers(clock: Clock) {
  const kept = new Map<string, { answer: Promise<Answer>; chars: number }>()
  const closing = new AbortController()
  let chars = 0

  const drop = (id: string): void => {
    chars -= kept.get(id)?.chars ?? 0
    kept.delete(id)
  }

  return {
    /** Runs `run` for a new id; an id that is running or was answered gets that answer. */
    once(id: string, run: () => Promise<Answer>): Promise<Answer> {
      const known = kept.get(id)
      if (known) return known.answer
      const entry = { answer: run(), chars: 0 }
      kept.set(id, entry)
      entry.answer.then(
        ({ keep, json }) => {
          if (!keep) return drop(id)
          entry.chars = json.length
          chars += json.length
          for (const oldest of kept.keys()) {
            if (kept.size <= KEEP_COUNT && chars <= KEEP_CHARS) break
            if (oldest !== id) drop(oldest)
          }
          void clock.sleep(KEEP_MS, closing.signal).then(() => drop(id))
        },
        () => drop(id),
      )
      return entry.answer
    },
    size: () => kept.size,
    close(): void {
      closing.abort()
      kept.clear()
      chars = 0
    },
  }
}
export type Answers = ReturnType<typeof createAnswers>
