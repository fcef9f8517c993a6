import { anyOf, compilePhrases, defineRule, type Hit, type Matcher, phrases, spanOf } from '../kit.ts'
import type { Category } from '../vocabulary.ts'
import { listener, type Said } from './speech.ts'

/** Questions and cheers that say nothing about the writer's own care. */
const PLAIN = [
  "^ {emoji|sign}*2 (do|does|are|is) (you|y'all|yall|they|u) (guys)? ..1 (take|accept|offer|do|carry|have|sell|treat|see|open|hiring)",
  '^ ..2 (how|where|can|could) ..2 (i|we) ..4 (book|schedule|make|get|sign|park|find|buy|order|enter|donate|apply|register|bring)',
  '(tear up|tears|tearing up|cracking up|cracked me up|dying|wants to be|want to be|when i grow up|grows up)',
  '{animal}',
]

/** What one may enjoy without being treated. */
const FUN = [
  '(video|reel|song|sign|mural|recipe|fair|parade|costume|costumes|giveaway|raffle|open house|petting zoo|carnival|5k|candy|{claim.fun})',
]

/** Something was done, or is the matter. */
const DONE = [
  // "Had mine done there", "getting my braces off".
  '(get|got|getting|had|have|having) (mine|it|them|this|hers|his) (done|fixed|removed|out|off|checked|redone|in)',
  '(saved|changed|fixed|ruined|healed|cured|helped|treated|delivered|botched|burned|hurt|stitched|diagnosed|misdiagnosed|took care of|taking care of) ..2 (me|my|our|us|him|her|his|mine)',
  '(my|our) {soft}*2 ({product|record.many|outcome}|insurance|bill|chart|results|meds)',
  '(i|me|im|we) ..3 (on|take|taking|took|started|tried|got|had|used|using|switched to|been on|off) ..3 ({product|procedure}|meds)',
  '(down|lost|dropped) {number|count} (lbs|pounds|inches|sizes)',
  '(pregnant|expecting|sober|cancer free|in remission|pain free|diagnosed) ',
  '(did|does|do|doing) (my|our|his|her|mine) ..3',
  '(mine|my own) ({be|do}|was|has|looks|feels|still|did|got|seems) ',
  '^ (still|so|super|really|very|help|ouch) ..3 {condition|advice.symptom}',
]
/** Somebody comes here. */
const COMES = [
  "(i|we|my ..2|our ..2) ..4 (coming|going|gone|go|goes|went|came|come|been) ..3 (here|there|to (you|them|this place|dr|y'all|yall|this office|your))",
  '^ ..2 been (going|coming) ..1 (here|there|to)',
  '(my|our) ..2 (see|sees|saw|love|loves|goes to|go to) ({staff|name}|dr|doctor)',
  '(this is|thats|that is|love|miss|see|saw|have|had|with) (my|our) {soft}*2 ({staffword}|{staff}|doc|dentist)',
  '(my|our) {soft}*1 ({staffword.one}|doc|dentist|nurse) ..3 (there|here|is|was|canceled|cancelled|did|told|said|moved|left)',
  '(i|we|highly|would|definitely|totally) {soft}*1 recommend !{product}',
  '(where|who) (i|we|did my|did our|does my) ..2 (got|get|go|went|had|nose|hair|teeth|lips|brows|face|had)',
  "(thanks|thank you|bc|because|all) (to|of) (you|your|dr|them|y'all) ",
  '(in|at|on) your (icu|er|nicu|unit|floor|ward|hospital|waiting room|chair|table|icu right now)',
  '(bed|room) {number|count}',
  '(in|at) (the|this) (waiting room|chair|exam room|icu|er|hospital)',
  "(switched|switching|moved|changed|transferred|came back|returning) (over)? (to|from) (you|y'all|yall|this|here|your)",
  "see (you|u|ya|y'all|yall) ..6 ({when|weekday}|{number|count})",
  '(squeezing|squeezed|fitting|fit|getting|seeing|taking|working|worked|got) (me|us|him|her|my ..2) (in|so|today|yesterday|back|on)',
  '(for|thanks) ..2 (seeing|helping|treating|taking care of|listening to|fixing|saving) (me|us|my|our)',
  '(been|was|am|is|as|being) ..2 (a|your) {soft}*1 {patient.one}',
]

/** What a comment tells of the writer's own care, or that of somebody with them. */
const told: Matcher = (vocabulary) => {
  const { hear, mask } = listener(vocabulary)
  const plain = compilePhrases(PLAIN, vocabulary, '')
  const fun = compilePhrases(FUN, vocabulary, '')
  const [care, visit, pay] = [mask('procedure condition measure'), mask('visit'), mask('pay')]
  const [self, she, product] = [mask('i we'), mask('she'), mask('product outcome advice.symptom')]
  const categoriesOf = (said: Said): Category[] => {
    const someone = (said.topics & self) !== 0 || said.kin || said.named || (said.topics & she) !== 0
    const out: Category[] = []
    if ((said.topics & care || said.bodily) && (someone || (said.told && !said.asks)))
      out.push('treatment-detail')
    else if (said.topics & product && someone && said.told) out.push('treatment-detail')
    if (said.topics & pay && (someone || said.money)) out.push('payment')
    if (said.topics & visit && someone) out.push('appointment')
    return out
  }
  return ({ reading }) => {
    const hits: Hit[] = []
    for (const said of hear(reading)) {
      const words = reading.code.slice(said.from, said.to)
      const categories = categoriesOf(said)
      if (categories.length === 0 && said.kin && said.told && !fun.test(words))
        categories.push('patient-status')
      if (categories.length === 0 || plain.test(words)) continue
      const span = spanOf(reading, said.first, said.last + 1)
      hits.push(...categories.map((category) => ({ ...span, category })))
    }
    return hits
  }
}

const as =
  (category: Category, matcher: Matcher): Matcher =>
  (vocabulary) => {
    const find = matcher(vocabulary)
    return (sight) => find(sight).map((hit) => ({ ...hit, category }))
  }

export default defineRule({
  id: 'channel/visitor-care',
  category: 'patient-status',
  severity: 'caution',
  kinds: ['visitor_comment'],
  says: 'A visitor tells about their own care, or that of somebody close.',
  why: 'They may say what they like; the practice may not confirm any of it, and a thank-you, a like or an answer can do that.',
  instead:
    'Repeat nothing and do not like it: leave it, hide it under a rule that applies to everybody, or write "Please call our office, we\'d be glad to talk."',
  citations: [
    { article: 'visitors-comments', source: '45 CFR 164.502(a)' },
    { article: 'visitors-comments', source: '16 CFR 465.7(b)' },
  ],
  since: '0.1.0',
  match: anyOf(
    told,
    as('treatment-detail', phrases(DONE, { unless: PLAIN })),
    phrases(COMES, { unless: [...PLAIN, ...FUN] }),
  ),
})
