import { defineRule, type Hit, REPLIES } from '../kit.ts'
import { HASHTAG } from '../reading/tokens.ts'

/** What makes a tag about one person: "#rootcanalsurvivor", "#seeyouinsixmonths", "#newsmile". */
const PERSONAL =
  /^#(?:seeyou|seeya|welcomeback|comeback|thankyoufor(?:com|choos|trust|visit)|getwell|speedyrecovery|happypatient|favoritepatient|patientof|ourpatient)|(?:survivor|warrior|patient|transformation|glowup|makeover|recovery|postop|debond(?:ing)?day|surgeryday|transferday|bracesoff|bracefree|newsmile|newnose|newlips|newknee|newhip|cancerfree|cavityfree|painfree|pregnant)$/

export default defineRule({
  id: 'confirms/hashtag',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This hashtag tells something about the care of the reader.',
  why: 'A tag is read like a sentence, and it is searchable: "#rootcanalsurvivor" under a reply says whose root canal it was.',
  instead: 'Use no hashtags in replies.',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  match:
    () =>
    ({ reading }) => {
      const { tokens, normalized } = reading
      const hits: Hit[] = []
      for (let i = 0; i < tokens.length; i++) {
        if (tokens.kind[i] !== HASHTAG || !PERSONAL.test(tokens.word[i] as string)) continue
        const span = {
          start: normalized.start(tokens.start[i] as number),
          end: normalized.end(tokens.end[i] as number),
        }
        hits.push({
          ...span,
          category: /see|back/.test(tokens.word[i] as string) ? 'appointment' : 'treatment-detail',
        })
      }
      return hits
    },
})
