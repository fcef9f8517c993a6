import { type Matcher, spanOf } from '../kit.ts'
import { portraits } from '../story/portrait.ts'
import { adds, isNews } from './source.ts'

/** Whatever is shared as a repost comes from somebody else; news of a society or a shop shows no patient. */
export const shared: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  return ({ reading, draft }) => {
    if (draft.kind !== 'repost' || reading.code === '') return []
    const { lists, of } = looks()
    const portrait = of(reading)
    if (portrait.genre.elsewhere) return []
    const p = portrait
    const somebody =
      p.figures.some(({ as, staff }) => as !== 'handle' && !staff) ||
      (p.a & lists.a('she', 'patient.one', 'i')) !== 0
    // A society, a paper, a school, the house itself.
    const news = (p.b & lists.b('story.offer', 'story.study')) !== 0 || isNews(draft.text)
    if (news && !somebody) return []
    if (p.passages.length === 0) return []
    // What their post does not say: who the tag is, how much it was, or that it is true.
    const added =
      adds(draft.text) ||
      (p.figures.some(({ as }) => as === 'handle') &&
        p.figures.some(({ as, weight, staff }) => (as === 'name' && !staff) || weight === 3))
    return [{ ...spanOf(reading, 0, reading.code.length), ...(added && { severity: 'stop' as const }) }]
  }
}
