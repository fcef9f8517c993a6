import { compilePhrases, type Sight, type Vocabulary } from '../../kit.ts'
import { CODE } from '../../reading/lexicon.ts'
import { houseOf } from './house.ts'
import { sentenceOf } from './place.ts'

/**
 * Whose number, address or link is it? Where the practice has told its own, everything else is somebody's.
 * Without them the words around decide: "Call us at …" is the practice, "her cell is …" is not.
 */
export type Whose = 'ours' | 'theirs' | 'perhaps theirs' | 'unclear'

const OFFICE =
  '(us|we|our|ours|office|clinic|practice|front desk|nurse line|helpline|hotline|reception|{staff}|{own}|{staffword}|headquarters|studio|spa)'
const BUSINESS =
  '(book|books|booking|bookings|schedule|schedules|scheduling|reserve|rsvp|register|sign up|apply|appointment|appointments|consult|consults|consultation|consultations|inquiries|info|information|details|tickets|seats|spots|openings|pricing|prices|price|special|specials|offer|offers|({sign}|{number}) off|sale|free|deal|deals|event|events|hours|open|opens|opening|grand opening|reopening|closed|drop off|screening|screenings|workshop|webinar|seminar|class|giveaway|hiring|resume|resumes|new patients|walk ins|{money}|{time})'

/** Plainly the practice's own, or a business at least. */
const OURS = [
  `(call|calls|text|texts|dial|phone|ring|contact|reach|email|emails|message|fax|write|visit|find|see|meet|join|follow|tag|dm|venmo|mail|come see|{contact.now}) ..3 ${OFFICE}`,
  '(office|clinic|practice|front desk|nurse line|helpline|hotline|reception|{own}|headquarters|studio|spa) ..5 (at|is|are|on|in|to|via|through|{colon})',
  '(we|our|us) {soft|be|have}*3 (located|at|on|moved|open|found|reachable|available)',
  `${OFFICE} ..3 ({contact.one}|number|phone|line|fax|email|e-mail|address|website|site|page|location|portal|entrance|side|lobby|door|lot)`,
  BUSINESS,
  '(our|the) {soft}*1 {staffword} {be}*1 (at|{colon}|available|reachable)',
  '(come|stop|swing|drop|pop) (by|in|on by|on in)',
  '(llame|llamenos|llama|llamanos|visitenos|contactenos|escribanos|agende|reserve|cita|citas|consultorio|oficina|clinica|nosotros|nuestro|nuestra)',
  '(link|links) ..3 (bio|below|profile|story)',
  '(in|at) (the|our) (lobby|office|store|shop|clinic|studio)',
]
/** An order to everybody: less than "us", more than nothing. */
const ORDER = [
  '^ {soft|emoji|comma}*2 (please|kindly)? {soft}*1 (call|text|dial|phone|email|contact|reach|visit|find|see|tap|click|shop|order|check|learn|read|follow|join|download|listen|watch|donate|questions|question|interested|need|want|info) ',
  '(please|to|or|and|just|can|may) {soft}*1 (call|text|dial|email|phone|fax) ',
  '^ {emoji} {emoji|comma|colon|sign}*3 ({number|email|link}|$)',
  '^ {emoji}*2 (phone|tel|call|text|fax|email|e-mail|web|website|address|location|info) {colon|comma|emoji|sign}*3 ({number|email|link}|$)',
]
const BELONGINGS =
  '(phone number|cell number|cell phone|home phone|work number|email address|home address|street address|cell|mobile|number|phone|email|e-mail|address|mailbox|inbox|voicemail|home|house|apartment|condo|porch|place|street|website|site|blog|page|profile|vlog|journal|journey|channel|diary|log|story|account|card|zip|instagram|facebook|tiktok|insta|gofundme|venmo)'
/** Certainly somebody's own. */
const THEIRS = [
  `(my|their|your|ur) {soft}*2 (cell|home|work|phone|zip|billing|mailing|email|direct)? ${BELONGINGS} !(today|now)`,
  '(called|texted|phoned|emailed|e-mailed|mailed|messaged|reached|faxed|tried|left|sent) ..4 (you|u|message|voicemail)',
  '(the|this|that|our|a|one of our|another) {soft}*2 {patient.one} !(portal|coordinator|line|care|advocate|desk|specials|special|form|forms|experience|services|hotline|info)',
  '(the|this|that|a) {soft}*2 {person.one} !(line|desk|team)',
  '(on file|lock screen|resides|residing|belongs to|belonging to|last seen|registered)',
]
/** Somebody's own, unless the somebody works here. */
const HERS = [
  `(her|his|{name} 's) ..2 ${BELONGINGS}`,
  '({she}|{name}|i) {soft}*1 (live|lives|lived|living)',
  '(call|text|phone|email|contact|message|ring|reach|dm|congratulate|tell|ask|send|called|texted|emailed) {soft}*1 (her|him|{name}|my|mom|dad)',
  '(his|her) name',
  '(su|mi|tu) (telefono|numero|celular|correo|direccion|casa|domicilio)',
]
/** Perhaps somebody's own. */
const PRIVATE = ['({name}|{she}|my|me|mine|i|myself|they)']

/** The lines of a form or a calling card that was copied. */
const CARD = [
  '(personal info|personal information|contact info for)',
  '^ {sign}*2 (name|patient|mobile|cell|home|desk|billing address|mailing address|home address) {colon}',
  '(billing|mailing|shipping|primary|secondary) address',
  '(my|her|his|their|update|change) ..3 address',
]
/** A line with nothing but a person on it. */
const TITLED = '^ {comma|sign|title}*2 {name} {comma|sign|name}*2 $'

/** How far back a number on a line of its own looks for what it belongs to: sentences, and lines of a card. */
const LOOK_BACK = 2
const CARD_LINES = 9
/** Words of a sentence that are looked at on each side. */
const NEAR = 60

export function contactOf(
  vocabulary: Vocabulary,
): (sight: Sight, code: number, told: readonly unknown[] | undefined, end?: number) => Whose {
  const ours = compilePhrases(OURS, vocabulary, '')
  const order = compilePhrases(ORDER, vocabulary, '')
  const theirs = compilePhrases(THEIRS, vocabulary, '')
  const hers = compilePhrases(HERS, vocabulary, '')
  const own = compilePhrases(PRIVATE, vocabulary, '')
  const titled = compilePhrases([TITLED], vocabulary, '')
  const card = compilePhrases(CARD, vocabulary, '')
  const house = houseOf(vocabulary)
  const staffed = compilePhrases(['({staff}|{staffword}|{animal})'], vocabulary, '')

  // `end`: the words of an address itself ("Suite", "Center") say nothing about whose it is.
  return ({ reading, draft }, code, told, end = code) => {
    // A visitor gives their own.
    if (draft.kind === 'visitor_comment') return 'theirs'
    const at = sentenceOf(reading, code)
    const text = (i: number) => {
      const sentence = reading.sentences[i]
      if (sentence === undefined) return ''
      // Longer stretches are no sentences.
      const from = Math.max(sentence.from, code - NEAR)
      const to = Math.min(sentence.to, end + NEAR)
      return end <= code
        ? reading.code.slice(from, to)
        : reading.code.slice(from, code < to ? code : to) + reading.code.slice(end < to ? end : to, to)
    }
    let window = text(at)
    // A number on a line of its own belongs to what stands before it.
    const bare = words(window) <= 2
    for (let back = 1; bare && back <= CARD_LINES && at - back >= 0; back++) {
      const line = text(at - back)
      if (titled.test(line) || (back === 1 && titled.test(window))) return 'theirs'
      if (words(line) > 5 && back > LOOK_BACK) break
      if (back <= LOOK_BACK || card.test(line)) window = `${line}\u0001${window}`
    }
    if (theirs.test(window) || card.test(window) || (hers.test(window) && !staffed.test(window)))
      return 'theirs'
    const practice = ours.test(window)
    if (told !== undefined && told.length > 0) return practice ? 'unclear' : 'perhaps theirs'
    if (practice) return 'ours'
    // An address with "Call …" behind it is a business card.
    if (bare && end > code && order.test(text(at + 1))) return 'ours'
    if (own.test(window)) return 'perhaps theirs'
    // A bare number is the practice's only where a practice speaks.
    return (bare && house(reading, code, end)) || order.test(window) ? 'ours' : 'unclear'
  }
}

/** How many words there are, beside numbers, signs and the contact itself. */
function words(code: string): number {
  let count = 0
  for (let i = 0; i < code.length; i++) {
    const c = code.charCodeAt(i)
    if (c >= 256 || (c >= CODE.other && c <= CODE.otherIng) || c === CODE.name || c === CODE.staff) count++
  }
  return count
}
