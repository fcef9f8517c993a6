import { compilePhrases, defineRule, type Hit, type Matcher, type Sight, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { isOwnLink, ownOf } from '../reading/own.ts'
import { KINDS } from '../vocabulary.ts'
import { contactOf } from './clues/contact.ts'
import { codeAt, hitAt } from './clues/place.ts'
import { grave } from './clues/weight.ts'

const TOP =
  'com|net|org|edu|gov|io|co|us|me|biz|info|health|dental|clinic|care|med|mil|uk|ca|de|fr|es|mx|app|dev|example'
const WEBMAIL = 'gmail|yahoo|hotmail|outlook|icloud|aol|protonmail|comcast|msn|verizon'
/** jane at mail dot com · jane [at] mail.com · jane(at)mail(dot)com */
const SPELLED = new RegExp(
  `\\b([a-z0-9][\\w.+-]{0,40}(?:\\s{0,2}\\bdot\\b\\s{0,2}[a-z0-9]{1,30}){0,2}) {0,2}(?:([[({<] ?at ?[\\])}>]|@) {0,2}|\\bat\\b {0,2})([\\w-]{2,40}(?: {0,2}(?:[[({<] ?dot ?[\\])}>]|\\bdot\\b|\\.) {0,2}[\\w-]{2,20}){0,2}) {0,2}(?:[[({<] ?dot ?[\\])}>]|\\bdot\\b|(\\.)) {0,2}(?:${TOP})\\b`,
  'gi',
)
/** jane77 at gmail: nobody says the rest. */
const FAMILIAR = new RegExp(
  `\\b([\\w.+-]{2,40}) ?(?:@|[[({<] ?at ?[\\])}>]|\\bat\\b) ?(?:${WEBMAIL})\\b(?! ?\\.)`,
  'gi',
)
/** In front of "at" these are no mailbox: "find us at clinic dot com". */
const NO_MAILBOX =
  /^(?:us|me|more|online|now|today|here|out|it|up|site|website|visit|page|blog|book|booking|appointment|appointments|look|meet|is|are|be|live|shop|order|start|available|offer|offered|work|works|friends|team|people|folks|inbox|account|address|email|mail|contact)$/i
/** A desk and not a person. */
const DESK =
  /^(?:info|hello|hi|hey|office|contact|appointments?|bookings?|book|front-?desk|desk|jobs?|careers?|hiring|billing|support|admin|team|records|smiles?|care|manager|intake|help|reception|news|press|media|marketing|events?|privacy|compliance|questions|schedule|scheduling|service|sales|orders|shop|welcome|mail|inquiries|referrals|practice|clinic|dental|events)(?=[@\d._+-]|$)/i

const BRACKETS = /[[({<] ?(?:at|dot) ?[\])}>]/i

const ADDRESS = String.fromCharCode(CODE.email)

const find: Matcher = (vocabulary) => {
  const whose = contactOf(vocabulary)
  const mailing = compilePhrases(['{mailing}'], vocabulary, '')
  const mail = compilePhrases(['{email}'], vocabulary)
  return (sight: Sight) => {
    const { reading, practice } = sight
    const { text } = reading.normalized
    const address = reading.code.includes(ADDRESS)
    // Signs that somebody spells an address out, or that the words were cut in it.
    const spelled =
      mailing.test(reading.code) ||
      (text.includes('@') && !address && /[\w-]@\w/.test(text)) ||
      BRACKETS.test(text)
    if (!address && !spelled) return []
    const hits: Hit[] = []
    const own = ownOf(practice)
    const domains = (practice.urls ?? []).map((url) =>
      url
        .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
        .split('/')[0]
        ?.toLowerCase(),
    )
    const judge = (address: string, code: number, hit: Hit) => {
      if (isOwnLink(own, address) || domains.includes(address.slice(address.indexOf('@') + 1))) return
      const told = (practice.emails?.length ?? 0) > 0 ? practice.emails : undefined
      const who = whose(sight, code, told)
      if (who === 'ours' || (who === 'unclear' && told === undefined && DESK.test(address))) return
      hits.push(who === 'unclear' && told !== undefined ? { ...hit, severity: 'caution' } : hit)
    }
    if (address) {
      mail.lastIndex = 0
      for (let m = mail.exec(reading.code); m !== null; m = mail.exec(reading.code))
        judge(
          reading.tokens.word[reading.first[m.index] as number] as string,
          m.index,
          spanOf(reading, m.index, m.index + 1),
        )
    }
    for (const expression of spelled ? [SPELLED, FAMILIAR] : []) {
      expression.lastIndex = 0
      for (let m = expression.exec(text); m !== null; m = expression.exec(text)) {
        const [whole, mailbox = '', bracket, , point] = m
        // "at clinic.com" is a place on the web; only a dot that is spelled out makes a bare "at" a mailbox.
        if (
          expression === SPELLED &&
          bracket === undefined &&
          (point !== undefined || NO_MAILBOX.test(mailbox))
        )
          continue
        if (expression === FAMILIAR && (NO_MAILBOX.test(mailbox) || /^[a-z]{2,20} at /.test(whole))) continue
        const plain = whole
          .replace(/\s{0,2}[[({<]?\s?\bdot\b\s?[\])}>]?\s{0,2}/gi, '.')
          .replace(/\s{0,2}[[({<]?\s?\bat\b\s?[\])}>]?\s{0,2}/i, '@')
        judge(
          plain.toLowerCase().replace(/\s/g, ''),
          codeAt(reading, m.index),
          hitAt(reading, m.index, m.index + whole.length),
        )
      }
    }
    return hits
  }
}

export default defineRule({
  id: 'identifier/email',
  category: 'email',
  severity: grave,
  kinds: KINDS,
  says: 'This shows an e-mail address that is not the practice’s own.',
  why: 'An address leads straight to one person, and often holds their name.',
  instead: 'Take the address out. Write "Please e-mail our office" with the practice’s own address.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(F)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
