import { anyOf, compilePhrases, defineRule, type Matcher, spanOf } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { at, digitsOf, labelled } from './clues/labelled.ts'
import { sentenceText } from './clues/place.ts'
import { tiesOf } from './clues/ties.ts'
import { grave, withForm } from './clues/weight.ts'

const numbers = labelled(
  'badge|student|employee|inmate|booking|prisoner|officer|jersey|locker|case worker|va file|dod|service number|donor|embryo|sample|participant|subject|study id|participant id|donor id|room key|wristband|username|user id|login|pin|passcode|password|access code|portal code|key code',
)
const MARKS = [
  "(her|his|{name} 's|this {patient.one} 's|patient's|client's) ..4 {inking}",
  '{inking} ..3 (and all|in the (photo|picture|shot|frame)|visible|still visible|gives it away|says|reads|that says|with the name)',
  '(see|spot|recognize|recognise|notice|know|spotted|love|check out|look at) ..2 (that|this|the|those) ..2 {inking}',
  'the (ex|name|portrait|initials|dates|quote) ..4 {inking}',
  "{inking} ..6 (the ex|ex 's name|initials|portrait of)",
]
const HARMLESS =
  '({staff}|{staffword}|{animal}|removal is|removal takes|lighten a|fade a|aftercare|convention|artist|shop)'

/** A mark on the skin that others know: a tattoo, a birthmark, with whose it is or what it shows. */
const mark: Matcher = (vocabulary) => {
  const word = compilePhrases(['{inking}'], vocabulary, '')
  const marks = compilePhrases(MARKS, vocabulary)
  const harmless = compilePhrases([HARMLESS], vocabulary, '')
  const ties = tiesOf(vocabulary)
  return ({ reading }) => {
    const { code } = reading
    if (!word.test(code)) return []
    const hits = []
    marks.lastIndex = 0
    for (let m = marks.exec(code); m !== null; m = marks.exec(code)) {
      if (ties.cared(reading, m.index, 2) && !harmless.test(sentenceText(reading, m.index)))
        hits.push(spanOf(reading, m.index, m.index + m[0].length))
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
  ),
})
