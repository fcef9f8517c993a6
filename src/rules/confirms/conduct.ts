import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { YOU_DID } from './turns.ts'

const READER =
  '(you|u|ya|this (person|reviewer|individual|man|woman|patient|client|gentleman|lady)|reviewer|he|she|they|your {soft}*2 {relative}|{name})'

export default defineRule({
  id: 'confirms/conduct',
  category: 'defensive-reply',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells what the reader did or how they behaved.',
  why: 'Retelling what happened confirms that they were here and what for; it also reads as payback for a complaint.',
  instead:
    'Do not argue. Write: "We take every concern seriously. Please call our office so that we can listen."',
  citations: [{ article: 'replies-disputes', source: '45 CFR 164.530(g)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says(
      [
        '(you|u) {soft}*1 do not {soft}*1 (floss|brush|wear|take|follow|ice|use|sleep|drink|smoke|show|listen|come)',
        '(you|u) ..1 called ..1 (once|twice|at|on|after|us|{number}|{count})',
        `(your|her|his|their) {soft}*3 (behavior|behaviour|tone|conduct|attitude|outburst|refusal|failure|language|temper|threats|demands|actions|tantrum|no-show|no-shows|cancellations|lateness|aggression|yelling|rudeness|profanity|late arrival|missed {word}|choice|choices|decision|noncompliance)`,
      ],
      { where: ({ sentence }) => !sentence.crowd },
    ),
    says([
      '(you|u) {be} {soft}*1 (lying|confused|mistaken|dishonest|wrong|not telling|leaving out|omitting|twisting|exaggerating|upset (because|about|that|over))',
      '(hard|difficult|impossible|tough|not able|cannot|unable|can not) ..3 (help|treat|fix|please|work with|serve|care for) ..1 (someone|somebody|people|anyone|a person|a patient|patients|those) (who|that) ..4 {word}',
      '(made|make|making) (our|the|my|a) {soft}*2 {staffword} {soft}*1 (cry|uncomfortable|leave|shake|upset)',
      '(you|u) {soft}*1 {be} {soft}*1 the (one|ones) who',
      '(you|u) (were|was) {soft}*1 !(looking|hoping|expecting|having|wondering|asking|trying|thinking|kind|missing|seeking|going) {ing}',
      '^ ({soft}|{comma}|funny|actually|well)*3 (you|u) {soft}*1 (changed|spoke|posted|left (us|a|one|two|five|this)|gave (us|me|our)|brought|wanted|threw|grabbed|kept|ran|pushed) ',
      '(everyone|everybody|we all|staff|patients|others|people|half) ..5 (heard|saw|watched|witnessed) (you|your|what you)',
      '(i|we|she|he|{staffword}) {soft}*1 (was|were) {soft}*1 (there|present|in the room|standing|sitting|at the desk) {soft}*1 (and|when|the whole|that day|with you)',
      '(that|this|it|none of (it|this|that)) {soft}*1 (never|did not|simply did not) {soft}*1 (happen|happened|occur|occurred|take place)',
      '(facts|dates|date|timeline|claims|statements|allegations|accusations|events) (in|of) (this|your|the|that) {soft}*1 (review|post|comment|rating|complaint) (is|are|was|were|have) {soft|not}*2 (wrong|incorrect|false|untrue|made up|inaccurate|off|mixed up|accurate|true|right|been)',
      '(board|state board|medical board|dental board|ombudsman|insurer|insurance company|police|attorney general) {soft}*1 {have}? {soft}*1 (looked|reviewed|investigated|dismissed|closed|sided|agreed|cleared|rejected) ..5 (complaint|complaints|case|claim|claims|matter|us)',
      '(someone|somebody|a person|a patient|a client|anyone) (who|whom|that)? (we|i) {soft}*1 (refused|declined|turned away|dismissed|banned|removed|asked to leave)',
      '(drug|pill|med) (seeking|seeker|seekers|shopping)',
      '(remember|remembers|recall|recalls|remembered|saw|heard) (it|this|that|things|events|the {soft}*1 {word}|your {word}) {soft}*1 (differently|otherwise|another way)',
      '(two|2|both|three|more) sides (to|of) (every|each|the|this|that|any|most|all)',
      '(and|but) (you|u) {soft}*1 (gave|left|brought|came|had|chose|called|showed|did|refused) ..3 {word}$',
      'for (people|anyone|someone|somebody|patients|clients) (we|who|that) {soft}*1 ({have} )?{soft}*1 (met|seen|only|never|will not|do not|did not|refuse|no-show|missed|miss)',
      '(clients|patients|people|parents|reviewers) (who|that) {soft}*1 ({be} )?..3 (often|usually|always|tend to|sometimes) ..2 (leave|write|post)',
      '(this|the) (reviewer|patient|client|person|individual|customer|author|poster) (is|was|wanted|wants|demanded|asked|has|had) {soft}*1 (upset|angry|mad|unhappy|frustrated|disgruntled|bitter|hoping|trying|looking|seeking|retaliating|{word}) ..4 (because|that|since|we|for|would|after|over|{past})',
      'your {soft}*1 (version|account|recollection|memory|telling|claims|claim|retelling|description) (of|leaves|omits|is|does|differs|that|are|skips|{past})',
      '(not|never) (how|what|the way) (the|our|that|this) (conversation|call|visit|appointment|day|exchange|discussion) (went|happened|was|ended)',
    ]),
    says(
      [
        `${READER} {soft}*2 {have|be}? {not}? {soft}*2 (being|been|getting|became|acted|acting|were|was)? {soft}*2 {misdo} !(you|the (word|mark))`,
        `${YOU_DID} {not}? {soft}*2 (asked|asking|wanted|pointed|rang|brought|attended|arrived|walked out|walked off|walked away|walked in|stormed|hung|showed up|followed|follow|wear|wore|worn|take|taken|took|complete|completed|kept|keep|stopped|stop|started|waited|tried|accepted|signed|tested|begged|ate|bit|said yes|said no|said you|did say|did tell|left (before|early|angry|without|the (office|building))|lost|damaged|broke|removed|called (us|our|the|and|me|three|{number}|{count})|complained|raised (your|her|his|a) (voice|hand|fuss)|saw (it|this) as|used|put|owed|told|mentioned|reported|stated|claimed|indicated|had {soft}*2 (been|not|stopped|{count|number}|every|an|another|the|no|already|missed)) !(time|a (moment|minute)|the time|our (day|week)|in your (review|post))`,
        `${YOU_DID} {not}? {soft}*2 ({act.past}|{pay.past}|{record.past}) !(the (time|right)|with us all)`,
        'as (you|u) {soft}*1 (requested|asked|wanted|instructed|demanded|insisted)',
        '(you|u) ..1 (was|were|are) not {soft}*1 (satisfied|happy|pleased|content|honest|truthful|on time|ready|eligible|active)',
        'if (you|u|she|he) had {soft}*2 {not}? {soft}*1 {past}',
        '(had|have) (you|u) {soft}*1 {not}? {soft}*1 (called|told|followed|taken|worn|read|listened|asked|mentioned|waited|let|come|kept|shown|been flossing|been (wearing|taking|doing|using|following|brushing))',
        '(hiding|hide) behind',
        '(not|never|hardly|nobody) ..4 (our|my|staff) {soft}*1 (fault|doing|mistake|responsibility|error)',
        '(nobody|no one|none of us) {soft}*1 (forced|made|told|asked|pressured|pushed|rushed|refused|ignored) {soft}*2 {you}',
        '(get|got|getting|be|being) blamed for',
        '(please)? ..1 be honest',
        '(leaving|leave|left|omitted|forgot|failed to mention) ..2 (out|part|fact) ..2 (that|where|how|about)?',
      ],
      {
        where: ({ sentence, has }) => (sentence.told || has('misdo')) && !(sentence.felt && !has('misdo')),
        unless: [
          '(thank you|thank|thanks) ..6 {past}',
          'we listened',
          '(if|should) (you|anyone) ..2 (forgot|lost|missed|miss)',
          '(do|does) not ..2 (miss|forget|hesitate)',
          '(you|u) (asked|said|mentioned|wanted) (about|for) ..4 (hours|parking|location|link|price list|photo policy|recipe|song)',
        ],
      },
    ),
    says(
      [
        '(not|never|simply|just|nothing|no) {soft}*2 (what|how|true|accurate|the truth|the case|correct|factual|the full story|the whole story|a fair|fair|honest) {soft}*2 (happened|it happened|occurred|went|things|transpired|account|description|representation|picture)?$',
        '(false|untrue|inaccurate|misleading|defamatory|slanderous|dishonest|unfair|fabricated|a lie|lies|libel|defamation)',
        '(set|clear|setting|clearing|correct|clarify) {soft}*1 ((the|this|that) {soft}*1 (record|facts|air|up|things)|a few)',
        '(full|whole|other|real|true|different|our) {soft}*1 (story|picture|side|version)',
        '(take|took) (this|it|that|these) with a grain',
        '(our|my|legal) {soft}*1 (attorney|attorneys|lawyer|lawyers|legal team|counsel|legal counsel)',
      ],
      {
        severity: 'caution',
        where: ({ sentence }) => !sentence.crowd,
        unless: [
          '(misleading|false|unfair) (advertising|impression)',
          '(not|never) ..12 (correct|set|clear) (the|any) (record|facts|air)',
          '(share|hear|tell|share ..1 with) ..3 (story|side)',
          '(thank you|thank|thanks) for ..4 (honest|fair)',
        ],
      },
    ),
  ),
})
