import { compilePhrases, defineRule, type Hit, type Matcher, REPLIES, type Sight, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { POSTS } from '../vocabulary.ts'
import { sentenceOf, sentenceText } from './clues/place.ts'
import { STATUS } from './clues/status.ts'
import { tiesOf } from './clues/ties.ts'

const HANDLE = String.fromCharCode(CODE.handle)
/** Makers, partners and photographers are tagged too. */
const TRADE = [
  '({product}|photo|photos|video|music|song|sponsored|powered|made|art|hair|makeup|lunch|food|catered|hosted|filmed|shot|design) by {handle}',
  '(photo|photos|pic|video|song|music|sound|sponsor|sponsors|sponsored|partner|partners|partnered|training|trained|course|thanks to|powered|credit|credits|follow|following|page|account|brand|certified|conference|team at|folks at|friends at|lunch|from the team|rep|reps|visit) ..2 {handle}',
  '{handle} (training|products|team|rep|event|conference|app|device|laser|official|skincare|booth|for the (training|lunch|course))',
]
/** A person wears the handle. */
const HUMAN = [
  '({body}|lips|glow|skin|smile) by {handle}',
  '(on|for|of|our|girl|client|patient|babe|gorgeous|beautiful|stunning|lovely|queen|friend|sweet|meet|congrats|congratulations|proud of|happy for|look at|welcome|out|to) {soft|positive|the}*3 {handle}',
  "{handle} {comma}? {soft}*2 ('s|look|looks|looking|came|got|had|has|loves|loved|finished|finally|rocking|rocked|crushed|crushing|healing|glowing|is|was|posted|said|says|went|trusted|your|you|{colon}|{past})",
  '(tagging|tag|tagged|via|spotted|reposting|repost|posted by|shared by|winner|happy ..5 day) ..6 {handle}',
  '{handle} ..2 ({she}|you|your)',
  '({she}|you|your) ..4 {handle}',
]

/** Whoever is "she" is no photographer, whatever stands in front of the handle. */
const HERSELF = ['{handle} {comma} ..3 {she}', '{handle} {she}']

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const each = compilePhrases(['{handle}'], vocabulary)
  const trade = compilePhrases(TRADE, vocabulary, '')
  const smile = compilePhrases(
    ['(make|makes|made|making|us|me|to|and) {soft|i|we}*1 (smile|smiling|smiles)'],
    vocabulary,
    '',
  )
  const human = compilePhrases(HUMAN, vocabulary, '')
  const herself = compilePhrases(HERSELF, vocabulary, '')
  const status = compilePhrases(STATUS, vocabulary, '')
  return (sight: Sight) => {
    const { reading, draft } = sight
    const { code } = reading
    if (!code.includes(HANDLE)) return []
    const hits: Hit[] = []
    const reply = draft.kind.endsWith('_reply')
    // "You made us smile" is about nobody's teeth.
    const treated = (at: number, sentence: string) =>
      ties.cared(reading, at) &&
      !(smile.test(sentence) && !ties.sense(reading, at).has('procedure', 'condition', 'outcome', 'product'))
    const near = (at: number) => {
      const n = sentenceOf(reading, at)
      return [n, n + 1].some((i) => ties.senseOf(reading, i).has('visit', 'come', 'record', 'pay'))
    }
    each.lastIndex = 0
    for (let m = each.exec(code); m !== null; m = each.exec(code)) {
      const at = m.index
      const sense = ties.sense(reading, at)
      if (sense.has('animal')) continue
      const sentence = sentenceText(reading, at)
      // To greet somebody back is how comments are answered; what matters is care beside it.
      const tied = reply
        ? treated(at, sentence) || near(at)
        : (ties.cared(reading, at) || sense.has('visit', 'patient.one') || status.test(sentence)) &&
          (herself.test(sentence) || (human.test(sentence) && !trade.test(sentence)))
      if (!tied) continue
      // A repost, and a wish without a word of care: a form would permit them.
      const form = !reply && (draft.kind === 'repost' || !ties.cared(reading, at))
      const hit = spanOf(reading, at, at + 1)
      hits.push(form && draft.account !== 'personal' ? { ...hit, severity: 'needs_authorization' } : hit)
    }
    return hits
  }
}

export default defineRule({
  id: 'identifier/handle',
  category: 'name',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This tags or answers a person together with care.',
  why: 'A handle is a name: one tap shows the face, the family and the job of the person you just called a patient.',
  instead: 'Take the tag out. In a reply, write only thanks for the words, with nothing about care.',
  citations: [{ article: 'names-and-tags', source: '45 CFR 164.514(b)(2)(i)(A)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
