import { defineRule, POSTS } from '../kit.ts'
import { type Asked, type Cue, cues } from './cues.ts'

const ONE =
  '({patient.one}|{story.who.one}|{person.one}|troll|karen|family|parent|one|someone|somebody|dude|reviewer|couple|boyfriend|husband|wife|person)'
const RATED =
  '({number|count} (star|stars) {soft}? (review|rating)?|(bad|nasty|fake|false|negative|recent|scathing|angry|awful|mean|horrible|latest|terrible|harsh|that|this) {soft}? (review|reviews|rating|rant|tweet|post)|(yelp|google|facebook) (review|rant|post))'
const MISDEED = '{story.misdeed}'

/** Somebody who came for care is called out, not a policy, a parcel or a parking place. */
const called = ({ portrait, passage, lists }: Asked) => {
  const care = lists.a(
    'patient.one',
    'pay',
    'visit',
    'procedure',
    'she',
    'record',
    'product',
    'story.care',
    'condition',
    'body',
    'you',
  )
  return (portrait.a & care) !== 0 && !(passage.open && !passage.told && portrait.figures.length === 0)
}

const CUES: readonly Cue[] = [
  {
    say: [
      `you {soft}*1 (${MISDEED}|missed|signed|never paid|cancelled|canceled) ..3 ({visit|procedure|record|pay|story.care|product}|us|our|me)`,
    ],
    where: ({ mentions }) => mentions(ONLINE),
  },
  {
    say: [
      `(to|psa to|message to|note to|dear|attention|memo to) (the|a|that|a certain|our|whoever|one of our|my) {soft}*3 ${ONE} ..3 (who|that|with|whose|from|in|yesterday|today|{colon}|{comma}) ..15 (${MISDEED}|{pay}|review|star|third time|told|facebook|google|yelp)`,
      `(to|dear|hey) (whoever|the person|anyone) ..12 (review|reviews|star|stars|rated|reviewed|rating) ..20 ({record}|{pay}|we know|{visit}|your|you)`,
      '(we|i) {soft}? (fired|dismissed|banned|let go of|kicked out|blocked) (a|the|that|another|one|our first) {soft}*2 {patient.one}',
      `${RATED} ..6 (from|by|is|was|{comma})? ..2 (someone|somebody|she|he|her|him|${ONE}) ..9 (${MISDEED}|{past}|because|lied|never|not)`,
      `${ONE} ..2 (who|that|telling|posting|leaving|claiming|complaining|accusing|trashing|bashing|saying|whining|ranting|going around) ..8 (review|reviews|facebook|yelp|google|moms|group|groups|burned|botched|ruined|prices|star|stars|hurt|(tells|telling|told) ..1 (everyone|everybody|all of|people|half))`,
      `(she|he|they|who|ma'am|sir|${ONE}) ..3 ${MISDEED} ..6 ({procedure}|{visit}|{record}|{pay}|{story.care}|{product}|us|me|our|the|third|twice|{money}|{number}|every|treatment|and)`,
      `${ONE} ..2 (cancel|canceled|cancelled|cancels|rescheduled|reschedules) ..9 (third|second|again|before|last minute|times|time|minutes|{number|count})`,
      `{colon|comma|quote} ..1 you {soft}*1 (cancelled|canceled|yelled|screamed|refused|no showed|threatened|lied|cussed|stormed|signed|never) ..12 ({procedure}|{visit}|{record}|{pay}|us|our|my)`,
      '(response|reply|regarding|about|re) ..2 (the|that|this|a) {soft}? (review|post|comment|rant|rumor|rumors|tiktok) ..9 (she|he|client|patient|her|his)',
      '(owe|owes) (anyone|anybody|you) (an explanation|nothing|anything)',
      `(dear|hey|to|attention) ..3 ${ONE} ({colon}|{comma}) you ..9 {pay|record|procedure|body|visit}`,
      '(keeps|kept|stop) (calling|emailing|texting|asking|messaging) (us|me) ..4 {pay|record|procedure}',
      '(was|were|been|got) (refunded|told ..2 (in writing|not to|to stop)|dismissed|fired as a patient|banned|discharged from (the|our) practice)',
      '(you|they|she|he|who) {soft}? (owe|owes) (us|me|the office|the practice)',
      '(difficult|rude|crazy|entitled|nightmare|annoying|dramatic|worst|lying|cheap|problem|demanding|ungrateful) {soft}*1 (patient|client|mom|parent|customer|karen)',
      '(expectations (were|are) (not|never) (realistic|reasonable)|breaking up with|we are breaking up|do not play with me|do not come back|not welcome back|find (a|yourself a) new (dentist|doctor|injector|provider|office))',
      '(fake|false|lying) (review|reviews|claims) ..6 (from|we know|know (exactly)? who)',
      "(ma'am|sir) ..3 (you|it is|your) ..6 ({pay}|{record}|{procedure}|{body}|{story.care}|{product}|told|signed|owe|agreed|said)",
      '(asked|asks|wants|wanted|begged|begs|demanded|demands|expected|expects) (us|me) to {soft}*1 (write off|waive|discount|comp|lower|backdate|refund|lie|fake|reduce|forgive|eat|knock|do it for free)',
    ],
    where: called,
  },
  // Who owes what.
  {
    say: [
      '({name}|she|he|they|{patient.one}) {^stop}? ..5 (check bounced|bounced (a|his|her|the|their|another)|(owes|owed) (us|me|the (office|practice|clinic))|past due|in collections|to collections|never paid|has not paid|skipped (out )?on (his|her|the|their) {pay})',
      '({name}|family) {soft}*1 (still)? (owe|owes|owed) {money}',
      '(left|leaves|leaving|walked out) (before|without) paying',
      '(favorite|biggest|serial|chronic) no show {name}',
      '(bounced|unpaid|overdue|outstanding|past due|delinquent) {soft}*1 (check|bill|balance|account|invoice|copay) ..6 ({name}|she|he|{patient.one})',
      "(forgave|forgive|forgiving|wrote off|write off|writing off|waived|waive|covered|comped|erased|paid off|paying off) {soft}*1 ({name} 's|{patient.one} 's|his|her|their) ..4 ({pay}|balance|bill|debt|tab|account|implants|braces|{procedure})",
      '({name}|{patient.one}) ..3 (paid off|paying off|pays off|paid in full|finished paying) ..6 ({pay|procedure|product}|balance|bill|debt|implants|braces)',
    ],
    where: ({ portrait }) => portrait.figures.some(({ staff }) => !staff),
  },
  {
    say: [
      '({name}|she|he|they|{patient.one}|family|mother|parents) {be}? {soft}*1 (suing|sued|sues|(threatened|threatening) to sue|filed (a|the) (complaint|lawsuit|board complaint)|lawyered up)',
    ],
    where: called,
  },
  {
    say: [
      '(imagine|leaves|left|leaving) {soft}*1 {count|number} (star|stars) ..2 (because|over|cause|since|when) (we|i|she|he|they|you)',
      '(we|i) {soft}*2 know it {be} you',
      '(stayed|kept) (quiet|silent) ..6 (but|enough|until|long)',
      '(setting|set) the record straight',
      '(we|i) (do not|never) {soft}*1 (usually|normally|typically)? (do this|respond to reviews|address reviews|comment publicly|clap back) ..2 but',
      `(some people|certain people|some of you|certain someone|people) ..9 ${MISDEED}`,
      '(dear|to|hey|attention) (my|the|our)? ({number|time}) {number}? (am|pm|a|p)? {comma|colon}',
      '(some|certain) (people|folks|of you|patients|clients|moms|parents|customers) {soft}*1 (think|thinks|believe|expect|assume|figure) ..5 (review|reviews|star|stars|yelling|complaining|threats)',
    ],
    // A quarrel, told with what somebody did or with care; not the house's own silence.
    where: ({ portrait, mentions, lists }) =>
      (portrait.a &
        lists.a('patient.one', 'pay', 'visit', 'procedure', 'she', 'record', 'story.care', 'staffword')) !==
        0 && mentions(PERSONAL),
  },
]
const ONLINE = /\b(?:reviews?|online|stars?|google|yelp|facebook|comments?)\b/i
const PERSONAL =
  /\b(?:you know who|she|he|her|him|his|client|patient|lady|mom|woman|man|guy|karen|reviewer|someone who|person|girl|sir|ma'am|yesterday|bad review|free)\b/i
const NOT_THEM = [
  '(thank you|thanks) (to|for)',
  '(to|dear) (the|every|all the|our) {soft}*2 (nurse|nurses|tech|techs|doctor|teacher|teachers|volunteer|volunteers|stranger|neighbor|{staffword}) ..30 (thank you|thanks|we see you|you are|bless you|we love you)',
  '(quit|quits|quitting) {soft}? (smoking|vaping|drinking|nicotine|tobacco|sugar|soda|dipping|chewing)',
]

export default defineRule({
  id: 'story/complaint',
  category: 'defensive-reply',
  severity: 'stop',
  kinds: POSTS,
  says: 'This answers or calls out somebody who was unhappy, late or rude.',
  why: "A public word about a patient's behavior, bill or missed visit says that the person is a patient, and turns a complaint into a disclosure.",
  instead: 'Leave it unposted, let it cool down, and call the person or ask your manager to.',
  citations: [{ article: 'never-argue-in-public', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: cues(CUES, { unlessHere: NOT_THEM }),
})
