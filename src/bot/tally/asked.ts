import type { Remark, Remarks } from '../ports.ts'

/** What staff ask, for those who tend the articles: articles by name, questions masked, never who asked. */
export interface AskedReport {
  answered: number
  unanswered: number
  /** Articles, the one that is asked for most first. */
  most: readonly { article: string; times: number; unhelpful: number }[]
  /** Masked questions that no article covers, the most frequent first, then the newest. */
  uncovered: readonly { question: string; times: number; lastAt: number }[]
}

/** Remarks that are read at a time. */
const PAGE = 500

/** @param from, to milliseconds since 1970; `from <= at < to`. */
export async function askedBetween(remarks: Remarks, from: number, to: number): Promise<AskedReport> {
  const articles = new Map<string, { times: number; unhelpful: number }>()
  const uncovered = new Map<string, { question: string; times: number; lastAt: number }>()
  let [answered, unanswered] = [0, 0]
  for await (const { sort, rules, example, at } of all(remarks, from, to)) {
    const [id] = rules
    if (sort === 'asked' || sort === 'not_helpful') {
      const one = articles.get(id ?? '') ?? { times: 0, unhelpful: 0 }
      if (sort === 'asked') answered++
      articles.set(id ?? '', {
        times: one.times + Number(sort === 'asked'),
        unhelpful: one.unhelpful + Number(sort === 'not_helpful'),
      })
    }
    if (sort === 'unanswered') {
      unanswered++
      const key = example
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      const times = (uncovered.get(key)?.times ?? 0) + 1
      uncovered.set(key, { question: example, times, lastAt: at })
    }
  }
  return {
    answered,
    unanswered,
    most: [...articles]
      .filter(([article]) => article !== '')
      .map(([article, counts]) => ({ article, ...counts }))
      .sort((a, b) => b.times - a.times || b.unhelpful - a.unhelpful || a.article.localeCompare(b.article)),
    uncovered: [...uncovered.values()].sort((a, b) => b.times - a.times || b.lastAt - a.lastAt),
  }
}

/** All remarks, page by page: the store gives at most as many as it is asked for. */
async function* all(remarks: Remarks, from: number, to: number): AsyncGenerator<Remark> {
  let start = from
  let seen = new Set<string>()
  for (let size = PAGE; ; ) {
    const page = await remarks.between(start, to, size)
    const fresh = page.filter(({ id }) => !seen.has(id))
    yield* fresh
    const last = page.at(-1)
    if (last === undefined || page.length < size) return
    // More in one millisecond than fit into a page: ask for a larger one, or it would never end.
    if (fresh.length === 0) size *= 2
    else [start, seen] = [last.at, new Set(page.filter(({ at }) => at === last.at).map(({ id }) => id))]
  }
}
