import type { Count } from '../../bot/model/model.ts'

/** Numbers alone: nothing that was asked or said. */
export function createTally() {
  const counts = new Map<string, Count>()
  return {
    add(of: Count['of'], task: Count['task'], as: Count['as'], value = 1): void {
      const key = `${of} ${task} ${as}`
      const before = counts.get(key)?.value ?? 0
      // A service that counts nonsense must not spoil the sum.
      if (Number.isSafeInteger(value) && value > 0) counts.set(key, { of, task, as, value: before + value })
    },
    counts: (): readonly Count[] => [...counts.values()],
  }
}
