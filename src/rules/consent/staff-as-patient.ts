import { defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'
import { CARE } from './around.ts'
import { treated } from './showing.ts'

const STAFF =
  '({staff}|(our|my) {soft}*3 {staffword.one} {^stop|prep|hinge}?|employee|team member|coworker|one of our own)'
const DONE =
  '(done|off|on|whitened|filled|injected|lasered|adjusted|treated|removed|pulled|lifted|plumped|checked|cleaned|microbladed|today|{emoji}|by|from|with|here)'
/** Nothing that makes another noun of it: "got a facial room". */
const END = '!{^stop|sign|emoji|comma|tag|prep|hinge|number|when|soft|past|she}'

const THEIRS = '{she|they|det|soft|number|count|body}*4'
const WORKER =
  '(coworker|colleague|employee|receptionist|hygienist|assistant|nurse|injector|esthetician|team member|{staffword.one})'

const CUES: readonly Cue[] = [
  {
    say: [
      `${STAFF} ..6 (got|gets|getting|get|received|receiving|receives|underwent|tried|trying|started|finished|wrapped up|completed|booked|having|need|needs|needed|needing|trusted us with) ${THEIRS} ({procedure|product|story.care} ${END}|{body} ${DONE})`,
      `${STAFF} ..4 (had|did|shows|showed|rocking|loves|documenting|showing off|sharing|wearing|rocks|trusted us with) ..1 (her|his|their) {soft}*2 ({procedure|product|story.care} ${END}|{body})`,
      `(our|my) {soft}*2 ${WORKER} {staff|name}? 's {soft|det}*2 {body}? {procedure|product}`,
      `(watch|see|look at) (her|him|{staff}) (get|getting|try|trying|receive) (her|his|a|some)? {soft}*2 (${CARE})`,
      `(${STAFF} ..2|{staff} ..4) let ..6 (her|his) {soft}*2 (${CARE})`,
      '{staff} ..4 (treated herself|treated himself|took the plunge|got in the chair|jumped in the chair|hopped in the chair|in the hot seat|as (the|our) (patient|model|guinea pig))',
      `({staff}|{name}) ..4 (practices what she preaches|practices what he preaches) ..9 (${CARE})`,
      `((perks of (working|the job) ..9 (${CARE}))|(employee|staff|team|team member) ((perks|before and after|transformation|makeover) {colon}? ..9 (${CARE})|(${CARE}) (day|party|night)))`,
      `(our|my) {soft}*1 ${WORKER} {name|staff}? (is|was|became|turned) {soft}*2 (the|our|a)? {soft}*1 (patient|guinea pig|client)`,
      `(even|our own|our very own|when your|when our) {soft}*1 {soft|unknown}? (coworker|coworkers|colleague|{staffword}) ..2 (need|needs|get|gets|needed) {soft|det|they}*2 (${CARE})`,
      '(injected|treated|lasered|adjusted|whitened|filled|numbed|cleaned|did) (our own|our very own|our) ({staff}|{soft}*1 {staffword.one}) ',
      `(${CARE}) ..3 (for|on) (our own|our very own) {soft}*1 {staff|staffword.one}`,
    ],
    where: treated,
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
    'Show the team at work instead, or ask for the same signed form as from anybody else, freely given: it must say what is shown, who may post it, where, what for and until when, and that it can be taken back.',
  citations: [{ article: 'staff-as-patients', source: '45 CFR 164.508(a)(1)' }],
  since: '0.1.0',
  match: cues(CUES),
})
