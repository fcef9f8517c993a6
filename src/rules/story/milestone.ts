import { defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from './cues.ts'

const ONE =
  '({patient.one}|{story.who.one}|grad|graduate|little one|warrior|fighter|champ|regular|nicu grad|superstar|miracle baby|baby)'

const CUES: readonly Cue[] = [
  {
    say: [
      `(our|the|my|{number|count}|100th|500th|1000th) {soft|number|count|sign|unknown}*3 ({number|count}|first|very first|100th|500th|1000th|10000th|{number|count} (th|st|nd|k)) {soft|sign|unknown}*2 (patient|client|baby|customer|guest|smile|member) !(event|portal|appreciation|experience|survey|forum|night)`,
      `(happy|hbd|birthday|congrats|congratulations|shout out|shoutout|feliz|cheers|hats off|props|three cheers|round of applause|way to go|welcome to the world|proud of|proud) ..5 (our|one of our|my|a|this|to|of) ..3 {procedure|product|condition}? ${ONE} !{^stop|sign|emoji|comma|tag|name|prep|hinge|past|she|number|be|when|have|on}`.replace(
        '|on}',
        '}',
      ),
      `(patient|client|member|kid|athlete|champ|family|guest) of the (month|week|year|day|quarter)`,
      '({name}|she|he|patient|client|they|one of our {patient.many}) ..3 (graduated from|is graduating from|graduates from|graduated|finished|completed) {soft}*2 ({procedure|outcome}|treatment|pt|therapy|braces|chemo|rehab)',
      '(all done|done|finished|all finished|through|graduated|graduating) (with|from) (his|her|their)? (ot|pt|speech|st|vt|vision therapy|physical therapy|occupational therapy|speech therapy|{procedure}|treatment|therapy|braces|chemo)',
      '(discharge day|graduation day|last day of (treatment|chemo|therapy|pt|braces)|braces off day|debond day|final (visit|session|tray)|last session with|final session with)',
      '({name}|she|he|client|patient|they) ..3 (with us since|with us for|our patient since|our patient for|a patient since|sitting in our chair|been our patient|been our very first|our very first patients)',
      '(baby|patient|client|transplant|implant|case|transfer) (number|{sign})? {tag|number} ..3 (arrived|born|welcome|is|was|here|done|complete|this|today)',
      '(still|been) with us ..2 (happy anniversary|after all|{number|count})?',
      '(our|the) {soft}*1 (tiniest|oldest|youngest|sweetest|cutest|longest|most loyal|favorite|bravest|littlest|newest|toughest) {soft}*2 (patient|client|guest|regular)',
      '(baby|embryo transfer|ivf|transfer|pregnancy) success',
      '(happy|belated) (birthday|anniversary|bday) ..3 ({name}|mr|mrs|ms|miss|grandma|grandpa) ',
      '(happy|feliz|belated)? {story.birthday} (to|don|dona|sweet|miss)? {comma}? {name|unknown}',
    ],
    where: ({ portrait, passage, mentions, lists }) => {
      const theirs = lists.a(
        'patient.one',
        'procedure',
        'condition',
        'story.care',
        'outcome',
        'visit',
        'body',
      )
      const somebody =
        mentions(NUMBERED) ||
        portrait.figures.some(
          ({ as, staff }) =>
            (as === 'name' ||
              as === 'patient' ||
              as === 'pronoun' ||
              as === 'person' ||
              as === 'age' ||
              as === 'group') &&
            !staff,
        )
      return (
        !(passage.open && !passage.told) &&
        ((portrait.a & theirs) !== 0 || mentions(NUMBERED)) &&
        (somebody || (passage.a & lists.a('patient.one')) !== 0) &&
        !(passage.a & lists.a('staffword') && (passage.a & lists.a('patient.one')) === 0)
      )
    },
  },
  {
    say: [
      '(as|was|were|are) (our|my) {soft}*1 (very)? first (patient|patients|client|clients)',
      '(years|decades) ..3 (in our chair|sitting in our chair|as our patient|as a patient|with our practice)',
      '(rang|ringing|rings) (the|that|our|a|her|his) {soft}*1 bell',
      '(proud of|hats off to|way to go|cheers for) (our|this|my) {soft|number|count}*2 (warrior|fighter|champ|graduate|grad|superstar|survivor|miracle)',
      '(been|has been|have been) (coming to|seeing) (us|me|dr|{staff}) (since|for)',
      '(been|has been|have been) (our|a|my)? {soft}? {patient.one|patient.many} {soft}? (since|for|from)',
      'happy ..3 (tray|debond|braces off|deband|ring the bell|last chemo|discharge|graduation) day',
      'from (the)? (nicu|wheelchair|walker|crutches|hospital bed|coma|icu|feeding tube|ventilator|hospice) to {^stop}',
      'honor to be (your|their|her|his) {^stop}*2 (team|clinic|doctor|doctors|practice|home|midwife|midwives|surgeon|therapist)',
      '(good luck|best of luck|thinking of|cheering (for|on)|rooting for|praying for|fingers crossed) ..4 (tomorrow|today|tonight|{weekday}|surgery|procedure|big day|surgeon) {comma|sign}*1 {name}',
      '(good luck|best of luck|thinking of|cheering (for|on)|rooting for|praying for|fingers crossed for) {name} ..6 (tomorrow|today|tonight|surgery|procedure|big day|scan|results|{weekday})',
      '{story.birthday} ..6 (our|my) (chair|patient|client|clinic family)',
    ],
    where: ({ portrait, passage, lists }) =>
      portrait.figures.some(({ staff }) => !staff) &&
      (passage.a & lists.a('you')) === 0 &&
      (portrait.b & lists.b('story.offer')) === 0,
  },
]
const LAST: Cue = {
  say: [
    '(last|final|very last) {soft}? (tray|treatment|attachment|wire|injection|infusion|dose|aligner|bracket|adjustment|stitch|cast|chemo|radiation) ({comma|stop|emoji|sign|tag}|$|with|for|and|done|today|out|off|is)',
  ],
  // "She did it!", and nothing about your tray.
  where: ({ portrait, passage, lists }) =>
    (passage.a & lists.a('you')) === 0 &&
    (passage.b & lists.b('story.offer')) === 0 &&
    portrait.figures.some(({ as, staff }) => !staff && (as === 'pronoun' || as === 'name')),
}
/** "Thank you to the Ruiz family for sending half the street" */
const SENT: Cue = {
  say: [
    '(thank you|thanks|shout out|shoutout|kudos|love|thank-you) ..3 {name} ..2 for {soft}*1 (referring|sending ..4 (to us|our way|here|in|over)|the referral|the referrals|all the referrals|your referral|bringing in ..3)',
    '(thank you|thanks|shout out|shoutout|kudos) ..3 {name} (who|for) ..2 (sent|referred|refers|sends) ..3 (us|to us|our way|half|in)',
  ],
  severity: 'stop',
}
/** "Thanks to the Hendersons for filling our morning with cleanings" */
const CLAN: Cue = {
  say: [
    '(thank you|thanks|shout out|shoutout|welcome|love) ..2 the ({name}|{unknown}) ..9 (schedule|appointments|cleanings|checkups|check-ups|visits)',
  ],
}
const TRUST: Cue = {
  say: [
    '({name|unknown}|family|couple|sisters|brothers) (has|have)? (trusted|trusts) us with (all|their|her|his|every|each) ',
  ],
}
const FAMILY: Cue = {
  say: [
    '(family|couple|sisters|brothers) ..2 for {number|count} {soft}? (years|decades)',
    '{number|count} (years|decades) ..2 (with|treating|caring for|of) (the|this|our|one) ..3 (family|patient|client|couple|sisters|brothers) ',
  ],
  where: ({ portrait, lists }) =>
    (portrait.a & lists.a('patient.one', 'procedure', 'visit', 'story.care', 'body', 'condition')) !== 0,
}
const NUMBERED = /\b(?:baby|patient|client|case|transfer)\s{0,2}#\s?\d/i
const EVERYBODY = [
  '(all|every|each|many) {soft}*2 (patients|patient|clients|moms|dads|graduates|grads)',
  '{staff|staffword.one} ..6 (anniversary|years|birthday|graduated|degree|team)',
  '(happy|congrats) ..3 ({staff}|nurses|hygienists|team|staff)',
]

export default defineRule({
  id: 'story/milestone',
  category: 'patient-status',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This greets or celebrates one patient.',
  why: 'A birthday, an anniversary or a milestone with the word patient tells who is treated here, and often when.',
  instead:
    'Celebrate everybody: "Thank you to all our patients for ten wonderful years!" Or get the signed authorization first.',
  citations: [{ article: 'milestones-name-patients', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  redLine: true,
  match: cues([...CUES, LAST, FAMILY, TRUST, SENT, CLAN], { unlessHere: EVERYBODY }),
})
