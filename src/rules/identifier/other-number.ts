import { anyOf, compilePhrases, defineRule, type Matcher, spanOf } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { at, digitsOf, labelled } from './clues/labelled.ts'
import { sentenceText } from './clues/place.ts'
import { tiesOf } from './clues/ties.ts'
import { grave, withForm } from './clues/weight.ts'

const numbers = labelled(
  'badge|student|employee|inmate|booking|prisoner|officer|jersey|locker|case worker|va file|dod|service number|donor|embryo|sample|participant|subject|study id|participant id|donor id|room key|username|user id|login|pin|passcode|password|access code|portal code|key code',
)
const MARKS = [
  "({person.one}|{patient.one}|guy) 's ..2 {inking}",
  '(that|this) {soft|unknown}*2 {inking} (is|was|has) (staying|fading|faded|gone|going|nearly|almost|disappeared|history)',
  '{person.one|patient.one} with (a|an|the|that|his|her) ..3 {inking}',
  "(scar|birthmark|port wine stain) (across|on|over|above|below|under|down) (his|her|their|{name} 's|this {patient.one} 's) {body}",
  "(the|her|his) (ex 's|ex) name (is|was|anymore|almost|nearly|fading|disappearing)",
  "(her|his|{name} 's|this {patient.one} 's|patient's|client's) ..4 {inking}",
  '{inking} ..3 (and all|in the (photo|picture|shot|frame)|visible|still visible|gives it away|says|reads|that says|with the name)',
  '(see|spot|recognize|recognise|notice|know|spotted|love|check out|look at) ..2 (that|this|the|those) ..2 {inking}',
  'the (ex|name|portrait|initials|dates|quote) ..4 {inking}',
  "{inking} ..6 (the ex|ex 's name|initials|portrait of)",
]
/** What somebody is known for in town: "the mayor's son", "Officer Reyes", "a local realtor", "from the Kroger pharmacy" */
const ROLE =
  '(mayor|sheriff|deputy|officer|sergeant|captain|principal|superintendent|pastor|priest|reverend|rabbi|deacon|coach|judge|senator|councilman|councilwoman|councilmember|commissioner|governor|congressman|congresswoman|weather girl|weather man|weatherman|weather lady|meteorologist|news anchor|anchor|reporter|radio host|tv host|dj|podcaster|influencer|realtor|quarterback|cheerleader|rodeo rider|jockey|olympian|homecoming queen|prom queen|valedictorian|librarian|crossing guard|mail carrier|mailman|bus driver|fire chief|police chief|firefighter|school board president|school board member|board president|state trooper|barista|teacher|schoolteacher|college athlete|pitcher|point guard|goalie|wrestler|bodybuilder|beauty queen|celebrity|actress|actor|singer|rapper|comedian|author)'
const KNOWN = [
  `(our|the|this|that|your|a|an|which|certain|'s|channel ..1) {soft}*2 (local|hometown|retired|former|favorite|very own|famous|high school|elementary|kindergarten|varsity|star|certain|city|town|county|state)*2 ${ROLE} (patient|client)?`,
  `({title})? ${ROLE} {name}`,
  `{title} ${ROLE}`,
  `${ROLE} 's {soft}*1 ({relative.one}|{person.one})`,
  '({she}|who|{patient.one}|{person.one}|{name}) {soft}*1 (works|worked|teaches|taught|coaches|coached|preaches|bartends|waits tables|serves|runs) (at|for|in) ..3 (store|school|bank|bakery|pharmacy|library|gym|church|post office|fire department|police department|station|depot|diner|cafe|salon)',
  '(from|at) the ..2 (pharmacy|bakery|library|post office|fire department|fire station|police department|feed store|hardware store|diner|coffee shop|barber shop)',
]
const HARMLESS =
  '({staff}|{staffword}|{animal}|removal is|removal takes|lighten a|fade a|aftercare|convention|artist|shop)'

/** A mark on the skin that others know: a tattoo, a birthmark, with whose it is or what it shows. */
const mark: Matcher = (vocabulary) => {
  const word = compilePhrases(['({inking}|tattoo removal|ex|scar|port wine stain)'], vocabulary, '')
  const sessions = compilePhrases(['(sessions|session|treatments|rounds|laser)'], vocabulary, '')
  const marks = compilePhrases(MARKS, vocabulary)
  const harmless = compilePhrases([HARMLESS], vocabulary, '')
  const ties = tiesOf(vocabulary)
  return ({ reading }) => {
    const { code } = reading
    if (!word.test(code)) return []
    const hits = []
    marks.lastIndex = 0
    for (let m = marks.exec(code); m !== null; m = marks.exec(code)) {
      if (
        (ties.cared(reading, m.index, 2) || sessions.test(code)) &&
        !harmless.test(sentenceText(reading, m.index))
      )
        hits.push(spanOf(reading, m.index, m.index + m[0].length))
    }
    return hits
  }
}

/** A post or an office that one person holds, told of somebody who was treated. */
const role: Matcher = (vocabulary) => {
  const known = compilePhrases(KNOWN, vocabulary)
  const chair = compilePhrases(
    ['(in|from|out of) (our|the|my) (chair|op|treatment room|exam room)'],
    vocabulary,
    '',
  )
  const word = compilePhrases(
    [ROLE, '(works|worked|teaches|taught|coaches|coached|preaches|pharmacy|bakery|library|fire)'],
    vocabulary,
    '',
  )
  const ties = tiesOf(vocabulary)
  return (sight) => {
    const { reading, draft } = sight
    if (!word.test(reading.code)) return []
    const hits = []
    known.lastIndex = 0
    for (let m = known.exec(reading.code); m !== null; m = known.exec(reading.code)) {
      const sense = ties.sense(reading, m.index)
      if (sense.staff || sense.colleague || ties.business(reading, m.index) || sense.has('history')) continue
      const care =
        sense.has('procedure', 'condition', 'body', 'outcome') ||
        (sense.has('product') && sense.has('you', 'she', 'patient.one', 'past')) ||
        chair.test(sentenceText(reading, m.index))
      const told = draft.kind.endsWith('_reply')
        ? care && ties.personal(sight, m.index)
        : care &&
          !sense.has('crowd', 'modal') &&
          sense.has('past', 'come', 'bepast', 'she', 'patient.one', 'relative.one', 'you')
      if (told) hits.push(spanOf(reading, m.index, m.index + m[0].length))
    }
    return hits
  }
}

export default defineRule({
  id: 'identifier/other-number',
  category: 'other-identifier',
  severity: withForm,
  kinds: KINDS,
  says: 'This is a number, a code or a mark that only one person has.',
  why: 'A badge or student number, a wristband or a well-known tattoo points to one person as surely as a name.',
  instead: 'Leave it out, and keep it out of the picture.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(R)' }],
  since: '0.1.0',
  match: anyOf(
    () => (sight) =>
      numbers(sight.reading)
        .filter(({ value, label }) => digitsOf(value) >= (/^(?:jersey|locker)$/.test(label) ? 9 : 4))
        .map((found) => ({ ...at(sight, found), severity: grave(sight.draft) })),
    mark,
    role,
  ),
})
