import { defineRule, POSTS } from '../kit.ts'
import { scoreOf } from '../reading/likeness/score.ts'
import { spanOfTokens } from '../reading/reading.ts'
import { worst } from '../settle.ts'

/** Log odds below which a post is hardly one that a signed form would cover. */
const NO_FORM = -5

/** Where another rule asks for a form: whether a form would help at all. */
export default defineRule({
  id: 'story/beyond-a-form',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: POSTS,
  says: 'As a whole, this sounds like posts that no signed form would make right.',
  why: 'A form covers what a patient has agreed to show. It does not cover a tale from the shift, a bill, a quarrel, or somebody whom the town will recognise.',
  instead: 'Do not post it. Write about the topic in general, without the person.',
  citations: [{ article: 'no-stories-from-work', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  // A picture, praise or a repost is what forms are for, and what is a stop anyway needs no more of it.
  beside: (found) =>
    worst(found) === 'needs_authorization' && !found.some(({ rule }) => rule.startsWith('consent/')),
  match: (vocabulary) => {
    return ({ reading, draft }) => {
      if (draft.kind === 'repost') return []
      const model = vocabulary.likeness('authorization')
      if (model === undefined) return []
      // What speaks against a form is the post as a whole, and so all of it is marked.
      if (scoreOf(reading, model).total > NO_FORM) return []
      return [spanOfTokens(reading, 0, reading.tokens.length - 1)]
    }
  },
})
