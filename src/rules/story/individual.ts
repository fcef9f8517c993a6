import { defineRule, type Hit, POSTS, spanOf } from '../kit.ts'
import { portraits, type Tie } from './portrait.ts'

export default defineRule({
  id: 'story/individual',
  category: 'treatment-detail',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This tells about the care of one person.',
  why: 'A post about one patient may only go out with a signed authorization, even without a name: friends, family and neighbors recognize the story.',
  instead: 'Get the signed form first, or say it about everybody: "Many people ask us about this treatment."',
  citations: [{ article: 'stories-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  redLine: true,
  match: (vocabulary) => {
    const looks = portraits(vocabulary)
    return ({ reading }) => {
      const { tie, tagged, deed } = looks().of(reading)
      const span = ({ figure, care }: Tie) =>
        spanOf(reading, Math.min(figure.from, care.from), Math.max(figure.to, care.to))
      const hits: Hit[] = []
      // Nothing but "our patient": that alone says who is treated here.
      if (tie !== undefined)
        hits.push(tie.care === tie.figure ? { ...span(tie), category: 'patient-status' } : span(tie))
      if (tie === undefined && deed !== undefined) hits.push(spanOf(reading, deed.from, deed.to))
      // A tag leads to the person's own page: nobody has to guess who it is.
      if (tagged !== undefined) hits.push({ ...span(tagged), severity: 'stop' })
      return hits
    }
  },
})
