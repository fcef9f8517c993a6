import type { Article } from '../article.ts'
import type { Conflicts } from '../conflicts.ts'
import type { Search } from '../search/search.ts'
import { fileOf, problem, remark, type Said } from './said.ts'

/** From the firmest to the most careful. */
const CARE: readonly Article['mark'][] = ['settled', 'ours', 'counsel']
/** Confidence from which an article is about the same thing as a ruling. */
const SAME = 0.5

/** An article must not be surer of itself than the ruling on the same matter. */
export function marks({ conflicts }: Conflicts, search: Search): Said[] {
  return conflicts.flatMap(({ id, heard, ruling, mark, sources }) => {
    const best = search.find(`${heard} ${ruling}`, 3).find(({ article, confidence }) => {
      const shared = article.sources.some(({ cite }) => sources.some((source) => near(cite, source)))
      return shared && confidence >= SAME
    })?.article
    if (best === undefined) return []
    const says = `is marked ${best.mark}; the ruling ${id} in conflicts.yml is marked ${mark}`
    if (CARE.indexOf(best.mark) < CARE.indexOf(mark)) return [problem(fileOf(best.id), says)]
    return best.mark === mark ? [] : [remark(fileOf(best.id), says)]
  })
}

function near(a: string, b: string): boolean {
  const bare = (cite: string) => cite.replace(/\s+/g, ' ').replace(/\(.*$/, '').toLowerCase()
  return bare(a) === bare(b)
}

/** One question, a yes here and a no there. */
export function contradictions(articles: readonly Article[], search: Search): Said[] {
  const first = new Map<string, { article: Article; ask: string }>()
  return articles.flatMap((article) =>
    article.asks.flatMap((ask) => {
      const key = search.words.terms(ask).toSorted().join(' ')
      const other = first.get(key)
      if (other === undefined || other.article.id === article.id || key === '') {
        first.set(key, { article, ask })
        return []
      }
      const opposed = [leadOf(article), leadOf(other.article)].toSorted().join() === 'no,yes'
      const says = `is asked "${ask}", and ${other.article.id} "${other.ask}"`
      // The same words in another order may ask something else; the same sentence cannot.
      if (opposed && plain(ask) === plain(other.ask))
        return [problem(fileOf(article.id), `${says}: one says yes where the other says no`)]
      return [remark(fileOf(article.id), says)]
    }),
  )
}

function plain(ask: string): string {
  return ask
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function leadOf({ answer }: Article): string {
  return /^(?:yes|no)\b/i.exec(answer)?.[0].toLowerCase() ?? ''
}

/** Ways of asking by which the search finds other articles first. */
export function unfound(articles: readonly Article[], search: Search): Said[] {
  return articles.flatMap(({ id, asks }) =>
    asks
      .filter((ask) => !search.find(ask, 3).some(({ article }) => article.id === id))
      .map((ask) => remark(fileOf(id), `is not among the first three for "${ask}"`)),
  )
}
