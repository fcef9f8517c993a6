import { describe, expect, it } from 'vitest'
import { lane } from '../../src/adapters/slack/lane.ts'

/** A lane whose turns come when the test says so. */
function stage() {
  const turns: (() => void)[] = []
  const begun: number[] = []
  const { run } = lane((turn) => turns.push(turn))
  const add = (n: number) => run(async () => begun.push(n))
  const turn = async () => {
    turns.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { add, turn, begun, turns }
}

describe('the lane of acknowledged work', () => {
  it('begins a few in each turn, in the order in which they came', async () => {
    const { add, turn, begun, turns } = stage()
    const all = Array.from({ length: 20 }, (_, n) => add(n))
    const after: number[] = []
    for (let n = 0; n < 3; n++) {
      await turn()
      after.push(begun.length)
    }
    await Promise.all(all)
    expect(after).toEqual([8, 16, 20])
    expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n))
    expect(turns).toEqual([])
  })

  it('starts again after it was empty, and what fails stops nobody', async () => {
    const { add, turn, begun } = stage()
    const { run } = lane()
    await expect(run(() => Promise.reject(new Error('fell over')))).rejects.toThrow('fell over')
    expect(await run(async () => 'next')).toBe('next')
    const first = add(1)
    await turn()
    await first
    const second = add(2)
    await turn()
    await second
    expect(begun).toEqual([1, 2])
  })
})
