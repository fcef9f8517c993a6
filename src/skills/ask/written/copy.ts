import type { Article } from '../../../knowledge/article.ts'

/** Beside an answer that Claude should have written. */
export const UNAVAILABLE =
  'Claude did not answer this time, so this is the article in its own words. It holds all the same.'

/** After the first sentences of an answer that Claude did not finish; the whole article stands below. */
export const BROKEN_OFF =
  'Claude stopped in the middle, so the words above are not the whole answer. Here is the article in its own words.'

export const NOTES: Record<Article['mark'], string> = {
  settled: '',
  ours: 'This is our own careful reading of the rules.',
  counsel: 'Nobody has ruled on this for certain: ask your lawyer before you rely on it.',
}
