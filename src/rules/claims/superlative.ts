import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'

const BEST = '({claim.best}|most {claim.most}|(highest|top) (rated|ranked))'
const WHO =
  '({claim.provider|procedure|outcome|product|act.ing}|laser|lasers|technology|device|devices|equipment|hands|lips|brows|skin|artists|artist)'
const WHERE =
  '(in|of|on|across|throughout|around|near|this side of) (the|all|all of|our|greater|north|south|west|east|downtown)*2 ..1 {claim.place|state|name|unknown|own}'

/** What everybody calls the best without claiming anything, and what others have voted. */
const HARMLESS = [
  '{claim.award|claim.fun}',
  `${BEST} {soft}*1 ({claim.harmless}|of|practice is|thing|wishes|for you|at|when|if|to)`,
  '(your|my|his|her|you are the|do our|did our|try our|is our|be our|be your|look your|feel your) ..1 best',
  '^ {emoji}*1 ..1 (which|what|who|how)',
  '(how to|ask (if|around for|your)|whether|if)',
  '(most popular|most common|most (commonly|frequently|often|widely|typically)|least|one of the most)',
]

export default defineRule({
  id: 'claims/superlative',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This says that you are better than all the others.',
  why: 'Best, first or only is a comparison that needs proof; "world-class" or "friendly" compares nothing and may stand.',
  instead: 'Say what is true and yours: years of practice, training, an award with its giver and year.',
  citations: [{ article: 'claims-need-proof', source: 'FTC Act, section 5' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        `${BEST} {soft|claim.most}*2 ..3 ${WHO} ..3 ${WHERE}`,
        `(most {word}|gentlest|fastest|safest|smoothest|cleanest) ..3 ${WHO} ..3 ${WHERE}`,
        `${BEST} ..1 ${WHERE} ..2 ${WHO}`,
        `{word|name|own} 's ..2 ${BEST} (rated|ranked|for|in)*1 ..1 ${WHO} !(tip|tips|question|deal|myth|story)`,
        `(#1|number one|top ranked) (rated|ranked|for|in)*1 ${WHO}`,
        `(unmatched|unbeatable|unrivaled|unrivalled|unparalleled|superior|unsurpassed) {soft}*1 {outcome|procedure|claim.provider}`,
        `(leading|top|foremost) (experts|expert|specialists|authority|leaders|name) (in|for|on)`,
        `(we|our (team|practice|clinic|office|doctors|doctor|surgeons|injectors|results)) ..1 {be|have} (simply|just|truly|by far|honestly|easily|hands down)*1 (the|known as the)*1 ${BEST} ..3 ${WHO}`,
        `^ {emoji|sign}*2 (the)? ${BEST} ..2 ${WHO} ..1 (around|anywhere|period|hands down|ever|guaranteed|you will|in the business|money can buy)`,
        `^ {emoji|sign}*2 the? (most {claim.most}|#1|number one) {soft}*1 ..1 ${WHO}`,
        `(the|we are the|your) (number one|#1|leading) ..2 ${WHO}`,
        `(the|'s) only {soft|unknown}*2 ..2 ${WHO} ..5 (in|that|who|offering|doing|within|with|around)`,
      ],
      { unless: HARMLESS },
    ),
    phrases(
      [
        '(nobody|no one|no other (clinic|practice|office|doctor|dentist|spa|med spa|surgeon|place|team)) ..3 (does|do|beats|beat|comes close|compares|can match|matches|offers|delivers|gets) ..5',
        `(better|faster|safer|longer|gentler|superior) ..3 than (any|anyone|anybody|all|every|the|other|most) ..2 ({claim.provider|claim.place}|else|competition|competitors|others|guys|one|practice|other)`,
        '(nobody|no one|no other {claim.provider}) ..3 (injects|inject|does ..1 ({procedure|body|outcome}|filler)|knows ..1 {body|procedure}|{procedure|act.ing}) ..1 (like|the way) (we|us|our)',
        '(nobody|no one|none) {be}? better (at|with|in|than|for) ..4',
        '(highest|best|lowest) {soft}*1 (success|satisfaction|pregnancy|complication|live birth|infection) (rate|rates)',
        `(we|our {soft}*1 {claim.provider|outcome|procedure|product}) {be} (simply|just|truly|by far)*1 the? ${BEST} ${WHERE}`,
        '(beat|beats|outperform|outperforms|outshine) (every|any|all) (other)? ..1 {claim.provider}',
        `(we|our ..2) {be} (simply|just|truly|by far)*1 the? ${BEST} (in|at) the (business|industry|game|biz|field)`,
        '(twice|three times|{count|number} times) as (fast|effective|strong|safe|good|long) as ..2 ({procedure|product}|any|other|others)',
        'our ..4 (better|faster|safer|stronger|gentler) than ..1 ({product|procedure}|surgery)',
        '(second to none|unlike (any|other|those other) ..2 {claim.provider})',
      ],
      {
        unless: [
          ...HARMLESS,
          '(nobody|no one) (likes|wants|is|should|knows|told|has|will|does it alone)',
          '(nobody|no one) ..6 (alone|for free)',
        ],
      },
    ),
  ),
})
