import { describe, expect, it } from 'vitest'
import type { Remark, Remarks } from '../../src/bot/ports.ts'
import { askedBetween } from '../../src/bot/tally/asked.ts'

let next = 0
const remark = (sort: Remark['sort'], at: number, more: Partial<Remark> = {}): Remark => ({
  id: `r${String(next++).padStart(6, '0')}`,
  at,
  surface: 'web',
  person: '',
  sort,
  draftHash: '',
  verdict: 'none',
  platform: null,
  rules: [],
  example: '',
  reason: '',
  ...more,
})
const shelf = (all: readonly Remark[]): Remarks => ({
  add: async () => {},
  between: async (from, to, limit) => all.filter(({ at }) => at >= from && at < to).slice(0, limit),
})

describe('what staff ask', () => {
  it('is counted by article, with those whom it did not help, and by masked question', async () => {
    const report = await askedBetween(
      shelf([
        remark('asked', 1, { rules: ['reposts'] }),
        remark('asked', 2, { rules: ['fines'] }),
        remark('unanswered', 3, { example: 'May we paint [name] green?' }),
        remark('asked', 4, { rules: ['reposts'] }),
        remark('not_helpful', 5, { rules: ['reposts'], example: 'why?' }),
        remark('unanswered', 6, { example: 'may we paint [name] green' }),
        remark('unanswered', 7, { example: 'Who owns the lobby fish?' }),
        remark('override', 8, { example: 'a draft', rules: ['x'] }),
        remark('asked', 9, { rules: ['too-late'] }),
      ]),
      1,
      9,
    )
    expect(report).toEqual({
      answered: 3,
      unanswered: 3,
      most: [
        { article: 'reposts', times: 2, unhelpful: 1 },
        { article: 'fines', times: 1, unhelpful: 0 },
      ],
      uncovered: [
        { question: 'may we paint [name] green', times: 2, lastAt: 6 },
        { question: 'Who owns the lobby fish?', times: 1, lastAt: 7 },
      ],
    })
  })

  it.each([
    ['over time', (i: number) => i],
    ['in one moment', () => 5],
  ])('is counted to the last one, however many came %s', async (_when, at) => {
    const many = Array.from({ length: 2345 }, (_, i) => remark('asked', at(i), { rules: ['one'] }))
    const { answered, most } = await askedBetween(shelf(many), 0, 1e9)
    expect([answered, most]).toEqual([2345, [{ article: 'one', times: 2345, unhelpful: 0 }]])
  })
})
