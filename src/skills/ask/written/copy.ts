import type { Article } from '../../../knowledge/article.ts'

/** Beside an answer that Claude should have written. */
export const UNAVAILABLE =
  'Claude did not answer this time, so this is the article in its own words. It holds all the same.'

export const NOTES: Record<Article['mark'], string> = {
  settled: '',
  ours: 'This is our own careful reading of the rules.',
  counsel: 'Nobody has ruled on this for certain: ask your lawyer before you rely on it.',
}
