import { defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'

const STAFF =
  '({staff}|(our|my) {soft}*3 {staffword.one} {^stop|prep|hinge}?|employee|team member|one of our own)'
const DONE =
  '(done|off|on|whitened|filled|injected|lasered|adjusted|treated|removed|pulled|lifted|plumped|checked|cleaned|microbladed|today|{emoji}|by|from|with|here)'
/** Nothing that makes another noun of it: "got a facial room". */
const END = '!{^stop|sign|emoji|comma|tag|prep|hinge|number|when|soft|past|she}'

const LEARNING = [
  '(certified|certification|trained|training|license|licensed|degree|course|class|residency|boards|conference|expert)',
]

const CUES: readonly Cue[] = [
  {
    say: [
      `${STAFF} ..6 (got|gets|getting|get|received|receiving|receives|underwent|tried|trying|started|finished|wrapped up|completed|booked|having) {she|det|soft|number|count}*4 ({procedure|product|story.care} ${END}|{body} ${DONE})`,
      `${STAFF} ..4 (had|did|shows|showed|rocking|loves|documenting|showing off|sharing|wearing|rocks) ..1 (her|his|their) own {soft}*2 ({procedure|product|story.care} ${END}|{body})`,
      '(watch|see|look at) (her|him|{staff}) (get|getting|try|trying|receive) (her|his|a|some)? {soft}*2 {body|procedure|product}',
      '{staff} ..4 let ..2 {staff|name} ..4 (her|his) {soft}*1 {body|procedure|product}',
      '{staff} ..4 (treated herself|treated himself|took the plunge|got in the chair|jumped in the chair|hopped in the chair|in the hot seat|as (the|our) (patient|model|guinea pig))',
      '{staff|name} ..4 (practices what she preaches|practices what he preaches) ..9 {procedure|product}',
      '(employee|staff|team) perks {colon}? ..9 {procedure|product|body}',
      `(our|my) {soft}*1 (coworker|colleague|employee|receptionist|hygienist|assistant|nurse|injector|esthetician) {name|staff}? (is|was|became|turned) {soft}*2 (the|our|a)? {soft}*1 (patient|guinea pig|client)`,
      '(even|our own|our very own) {soft}*1 {staffword} ..2 (need|needs|get|gets) {soft|det}*2 {procedure|product|story.care}',
      '(injected|treated|lasered|adjusted|whitened|filled|numbed|cleaned|did) (our own|our very own|our) ({staff}|{soft}*1 {staffword.one}) ',
      '({body|procedure}) ..3 (for|on) (our own|our very own) {soft}*1 {staff|staffword.one}',
    ],
    where: ({ passage, lists }) =>
      (passage.b & lists.b('story.offer')) === 0 || (passage.a & lists.a('she')) !== 0,
  },
]

export default defineRule({
  id: 'consent/staff-as-patient',
  category: 'staff-permission',
  severity: 'needs_authorization',
  kinds: POSTS,
  says: 'This shows a member of the team as a patient.',
  why: 'An employee who is treated here has the same rights as any other patient, and may find it hard to say no to the boss.',
  instead:
    'Ask for the same signed authorization as from anybody else, freely given, or show the team at work instead.',
  citations: [{ article: 'staff-as-patients', source: '45 CFR 164.508(a)(1)' }],
  since: '0.1.0',
  match: cues(CUES, { unlessHere: LEARNING }),
})
