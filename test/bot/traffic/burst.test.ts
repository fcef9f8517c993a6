import { describe, expect, it } from 'vitest'
import { eventOf, gate, saying, skillOf, stage } from '../stage.ts'

const DRAFT = 'Meet our new nurse!'
const COUNTED = /"event handled",\{[^}]*"outcome":"limited"/g

/** Waits, in seconds, and how many are sent then at once. What is told at each. */
type Turn = readonly [wait: number, sends: number, told: number]

/** A burst of 3, and one more every ten seconds. */
const ALLOWED: readonly (readonly [what: string, turns: readonly Turn[]])[] = [
  ['nothing where nothing was too much', [[0, 3, 0]]],
  ['once for one too many', [[0, 4, 1]]],
  ['once for eighty at once', [[0, 80, 1]]],
  [
    'once while it goes on',
    [
      [0, 10, 1],
      [1, 10, 0],
      [5, 10, 0],
      [5, 10, 0],
    ],
  ],
  [
    'again when they waited and it was too much again',
    [
      [0, 10, 1],
      [30, 3, 0],
      [0, 1, 1],
    ],
  ],
  [
    'again after a minute of it, since the first time is forgotten by then',
    [[0, 10, 1], ...Array.from({ length: 11 }, () => [5, 3, 0] as Turn), [5, 3, 1]],
  ],
]

async function play(turns: readonly Turn[]) {
  const { send, texts, ports } = stage({ limits: { burst: 3, perMinute: 6 } })
  const told: number[] = []
  const outcomes: string[] = []
  for (const [wait, sends] of turns) {
    ports.wait(wait * 1000)
    const before = texts().filter((text) => text.includes('a lot at once')).length
    outcomes.push(...(await Promise.all(Array.from({ length: sends }, () => send(eventOf(DRAFT))))))
    told.push(texts().filter((text) => text.includes('a lot at once')).length - before)
  }
  return { told, outcomes, counted: ports.logged().replaceAll('\\"', '"').match(COUNTED)?.length ?? 0 }
}

describe('too much at once', () => {
  it.each(ALLOWED)('is told %s', async (_what, turns) => {
    const { told, outcomes, counted } = await play(turns)
    expect(told).toEqual(turns.map(([, , wants]) => wants))
    expect(counted).toBe(outcomes.filter((outcome) => outcome === 'limited').length)
  })

  it('is told once where it piles up behind a slow answer, and each is counted', async () => {
    const { open, opened } = gate()
    const slow = skillOf('check', async () => {
      await opened
      return [saying('done')]
    })
    const { send, texts, ports } = stage({ skills: [slow] })
    const all = Array.from({ length: 80 }, () => send(eventOf(DRAFT)))
    open()
    const outcomes = await Promise.all(all)
    expect(outcomes.filter((outcome) => outcome === 'limited')).toHaveLength(30)
    expect(texts().filter((text) => text === 'done')).toHaveLength(50)
    expect(texts().filter((text) => text.includes('a lot at once'))).toHaveLength(1)
    expect(ports.logged().match(COUNTED)).toHaveLength(30)
  })

  it('is told to nobody who was only overheard', async () => {
    const { send, texts } = stage({ limits: { waiting: 0 } })
    expect(await send(eventOf({ type: 'overheard', text: DRAFT }))).toBe('limited')
    expect(texts()).toEqual([])
  })

  it('is told to each person, and in each place, once', async () => {
    const { send, said } = stage({ limits: { burst: 1, perMinute: 1 } })
    const elsewhere = { place: { id: 'another', private: true } }
    for (const by of ['anna', 'ben'])
      for (const where of [{}, {}, {}, elsewhere, elsewhere]) await send(eventOf(DRAFT, { by, ...where }))
    const told = said.filter(({ text }) => text.includes('a lot at once'))
    expect(told.map(({ to }) => to)).toEqual(['anna', 'anna', 'ben', 'ben'])
  })
})
