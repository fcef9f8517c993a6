import { defineRule, POSTS } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { type Cue, cues } from '../story/cues.ts'
import { CARE } from './around.ts'
import { treated } from './showing.ts'

const STAFF_CODE = String.fromCharCode(CODE.staff)
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
      `${STAFF} ..6 (got !(back|home|married|engaged|certified|promoted)|gets|getting|get|received|receiving|receives|underwent|tried|trying|started|finished|wrapped up|completed|booked|having|need|needs|needed|needing|trusted us with) ${THEIRS} ({procedure|product|story.care} ${END}|{body} ${DONE})`,
      `${STAFF} ..4 (had|did|shows|showed|rocking|loves|documenting|showing off|sharing|wearing|rocks|trusted us with) ..1 (her|his|their) {soft}*2 ({procedure|product|story.care} ${END}|{body})`,
      `(our|my) {soft}*2 ${WORKER} {staff|name}? 's {soft|det}*2 {body}? {procedure|product}`,
      `(watch|see|look at) (her|him|{staff}) (get|getting|try|trying|receive) (her|his|a|some)? {soft}*2 (${CARE})`,
      `(${STAFF} ..2|{staff} ..4) let ..6 (her|his) {soft}*2 (${CARE})`,
      `${STAFF} {soft}*2 (had|has had|underwent) {soft|det}*1 {soft}*1 ({procedure|product|story.care} ${END})`,
      `${STAFF} {soft}*2 (gets|got|getting) {soft}*1 (adjusted|injected|whitened|lasered|treated|cleaned|filled|waxed|cracked|numbed|peeled|needled|laminated|threaded|fitted|aligned|realigned|stretched|taped|dry needled|cupped)`,
      `${STAFF} ..3 (fixed|closed|whitened|straightened|corrected|lifted|tore|sprained|injured|dislocated|ruptured|threw out|rehabbing|is rehabbing|rehabs) {soft}*1 (her|his|their|the) {soft}*2 ({body|condition}|gap|bite|underbite|overbite)`,
      `${STAFF} ..6 (down|lost|dropped|shed) {number|count} (lbs|lb|pounds|sizes|inches|kilos)`,
      `(her|his) (own|very own) {soft}*2 {body}? ({procedure|product|condition|body}) ${END}`,
      '(injector|dentist|hygienist|nurse|doctor|therapist|surgeon|chiropractor|orthodontist|esthetician|assistant|provider|staff) (gets|becomes|became|becoming|turned|turns|is now) {soft}*1 (the|a|our)? (injected|treated|adjusted|whitened|injectee|patient|client|guinea pig)',
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
  // What a colleague has is theirs to tell.
  {
    say: [
      `(${STAFF}|{name}) {soft}*1 (is|will be|has been) {soft}*1 (out|off|home|away) ..3 (for|with|because|after|having|getting|recovering) ..2 ({procedure|condition}|surgery|covid|flu|chemo|rehab|miscarriage)`,
      `(short|short staffed|running behind|down a) ..3 (because|since|cause|as) ..2 (${STAFF}|{name}) (has|have|caught|got|is) ..2 ({condition}|covid|flu|surgery|pregnant)`,
      `(${STAFF}|{name}) {soft}*1 (has|caught|got|tested positive for) {soft}*1 (covid|the flu|strep|shingles|pink eye|norovirus|mono|lice) `,
      '(has not|have not|did not) {soft}*1 (told|tell) (anyone|anybody|everyone|everybody|her|his|the (team|boss)) ..6',
    ],
    severity: 'stop',
    where: ({ passage, portrait, lists, sight }) =>
      !passage.asked &&
      ((portrait.a & lists.a('staffword')) !== 0 || sight.reading.code.includes(STAFF_CODE)),
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
