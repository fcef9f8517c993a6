import { defineRule, type Hit, POSTS, spanOf } from '../kit.ts'
import type { Reading } from '../reading/reading.ts'
import type { Draft } from '../verdict.ts'
import { type Portrait, portraits, type Tie } from './portrait.ts'

const DAY =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.? \d{1,2}(?:st|nd|rd|th)?\b|(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:[12]\d|3[01]|0?[1-9])(?![\d/])/i

/** Tells the calendar day of what happened, which is an identifier of its own. */
function dated(reading: Reading, { passages }: Portrait, { figure }: Tie): boolean {
  const p = passages[figure.passage]
  if (p?.told !== true) return false
  const { start, end } = spanOf(reading, p.from, p.to)
  return DAY.test(reading.normalized.text.slice(start, end))
}

/** What is shared came from the person's own page. */
const shared = ({ kind, text }: Draft) => kind === 'repost' || /\b(?:repost|regram)/i.test(text)

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
    return ({ reading, draft }) => {
      const { of } = looks()
      const portrait = of(reading)
      const { tie, tagged, deed } = portrait
      const span = ({ figure, care }: Tie) =>
        spanOf(reading, Math.min(figure.from, care.from), Math.max(figure.to, care.to))
      const hits: Hit[] = []
      // Nothing but "our patient": that alone says who is treated here. The day of it says too much.
      if (tie !== undefined)
        hits.push({
          ...span(tie),
          ...(tie.care === tie.figure && { category: 'patient-status' }),
          ...(dated(reading, portrait, tie) && { severity: 'stop' as const }),
        })
      if (tie === undefined && deed !== undefined) hits.push(spanOf(reading, deed.from, deed.to))
      // A tag leads to the person's own page: nobody has to guess who it is. What is shared came from there.
      if (tagged !== undefined)
        hits.push(shared(draft) ? span(tagged) : { ...span(tagged), severity: 'stop' })
      return hits
    }
  },
})
