import type { Shape } from './shapes.ts'

/** Nothing of these may stand in what only feels, points or reports. */
const APART = '{^you|youown|past|procedure|product|body|condition|outcome|visit|relative}'
/** Whoever works at the practice, as a group. */
const CREW =
  '(us|me|everyone|everybody|(the|our|this|your) {soft|number}*2 (team|crew|staff|office|gang|front desk|family))'

/** Further safe turns: how words are received, who picks up the phone, and what changed at the practice. */
export const WARMTH: readonly Shape[] = [
  {
    id: 'received',
    about: 'What reading the words did to us.',
    frames: [
      `(you|this|that|it|these|those|which|and|reviews|words) {soft|have}*2 (got|have|had|has|left|leaves|kept|keeps|keep|made|makes|make|gets|get|sent|puts|put) ${CREW} {soft}*1 (smile|smiling|grin|grinning|laugh|laughing|cry|crying|blush|blushing|beam|beaming|dancing|cheering|tearing up|teary|speechless|going|giggling|motivated|humble|humbled|inspired|stronger|energized|in tears|in stitches|walking on air|doing a happy dance)`,
      `^ {soft}*2 (made|makes|got|has) ${CREW} {soft}*1 (smile|smiling|grin|grinning|laugh|laughing|cry|crying|blush|blushing|beam)`,
      '(smiling|grinning|grin|smile|smiles|grins) (from)? ear to ear',
      '(bless|blessing|blessings) {soft}*1 (your|ur|you and your) {soft}*2 (heart|soul|hearts|household|home)?',
      '(consider|call) ..1 (our|my|the) {soft}*2 (day|week|month|morning|monday|friday|year) ..1 made',
      "(made|makes|making) (our|my|the team 's|everyone 's|the whole {soft}*1 (crew|team|office|staff) 's) {soft|weekday}*3",
      `${CREW} {soft}*2 (got|grew|stands|feels|walks|is|are) ({soft}|a)*3 (bit)? (taller|prouder|brighter|lighter|happier|better|giddy|tickled)`,
      '(sending|send|sends) {^you|past|procedure|body|condition|outcome|visit}*4 (vibes|love|hugs|wishes|energy|cheer|sunshine|gratitude|thanks|high fives|appreciation) {soft}*1 (your way|to you|to (all|everyone)|right back|back|back at you|from (all of)? us|from our {soft}*1 (team|crew|family|office))?',
      '(best|warmest|warm|good|kind|kindest) (wishes|regards|thoughts) (to|for|from) {soft}*1 (you and yours|you|yours|all|everyone|us)',
      '(out of|in the middle of|from) your {soft}*2 (day|schedule|week|evening|morning|weekend|afternoon|lunch break|break)',
      '(first|best|nicest|sweetest|kindest|loveliest|funniest) {soft}*1 (thing|words|note|message|email|{feedback}) (that)? (we|i|anyone here|any of us) {have}? {soft}*1 (saw|seen|read|heard|received|gotten|got|opened) {soft|when}*2',
      'you {soft}*1 (said|put|phrased|wrote) (it|that|this) {soft}*1 better than (we|i|anyone|any of us) {soft}*1 (could|can|would|do|have)? {soft}*1',
      '(we|i) (thought|figured|felt|wanted|want) you (should|to|would want to|would like to)? {soft}*1 know',
      '(patient|client|guest|member) (manager|advocate|liaison|ombudsman|ombudsperson|relations|experience|success|services) {soft}*1 (manager|team|lead|officer|line)?',
      '^ {soft}*1 may (your|you|the|all) {^past|procedure|body|condition|outcome|visit}*12',
      '(all|nothing but) the (best|very best) (to|for) (you and yours|you|yours|all|everyone)',
      '(framed|printed|screenshotted|laminated|hung|pinned|taped|read) {soft}*1 (this|that|it|these|every|the last|the last one|your {soft}*1 {feedback}|this one|that one|{feedback}) {^you|past|visit}*6',
      '(it is|it was|this is|is) (for us|to us)? {soft}*2 (an|a|such an|such a|our) {soft}*1 (honor|motivation|gift|boost|encouragement|great motivation|great honor)',
      '(your|the|ur) {soft}*3 (commentary|opinion|appreciation|recognition|shout out|shoutout|rating|stars|write up|five stars|5 stars|poem|rhyme|haiku)',
      '(thanking|we thank|i thank|thank) (to)? (you|u) {soft}*3 (for|very much|from the bottom|from our|kindly|sincerely)',
      'you {soft}*1 (rock|rule|slay|get it|get us|made it|said it all|summed it up|put it (so|very|really)? {soft}*1 (well|kindly|beautifully)|have no idea|are (a|an)? {soft}*1 (gem|gems|angel|ray of sunshine|legend|poet|wordsmith|sweetheart|treasure|blessing))$',
    ],
    examples: ['This had the whole team grinning from ear to ear.', 'Best wishes to you and yours.'],
  },
  {
    id: 'desk',
    about: 'Who answers the phone and listens: a name that stands there to be asked for.',
    frames: [
      '(my|her|his|their) name is {name|staff|unknown}',
      '(i am|this is) {name|staff} ({comma}|and|from|at|with|the|$)',
      `(ask|asking|contact|call|email|reach|reach out|write|speak|talk|connect|chat|find|see|dial|text|phone) {soft}*1 (for|with|to)? {name} (${APART}*3 (in|at|with|from|on) (the|our)? {soft}*1 (administration|{staffword}|desk|office|billing|front desk|reception|extension|team))?`,
      `(ask for|ask|speak with|speak to|talk to|talk with|contact|call|reach|email|write to) {soft}*1 (the|our|my|your)? {soft}*2 ({staffword}|administrator|director|owner|office|practice) {name|staff}?`,
      `(she|he|they|{name|staff|staffword}) {soft}*1 (is|are|has|have|can|will|would|'s|knows|know|reads|read|answers|answer|handles|handle|picks|pick|returns|return|listens|listen) ${APART}*6 (help|listen|authority|answer|answers|phone|phones|line|reachable|personally|questions|email|emails|messages|calls|every (call|message|complaint|review|comment))`,
      `(she|he|they|{name|staff}) (is|are|will be|can be|'s) {soft}*1 ((in|at|by|on) (the|our|her|his|their)? {soft}*1 (desk|office|front desk|phone|phones|building|line)|in|here|available|reachable|reached|around) {^you|past|procedure|visit|relative}*5`,
      '(i|we) (run|manage|own|lead|oversee|direct|look after|take care of) (the|this|our|a) {soft}*2 (office|practice|clinic|front desk|team|studio|place|spa|center|billing|department)',
      `(person|one|place|best person|right person) to (talk to|speak to|speak with|talk with|call|ask|contact|email|write to) ${APART}*3 (is|would be) (our|the|my|{name})? {soft}*2 ({staffword}|{name}|administrator|director|office|number|line)?`,
      '{name} {modal} (be {soft|glad}*3 (to|when) (read|reads|hear|hears|see|sees|know) (this|that|it|these)?|{soft}*1 (love|blush|appreciate|cry|smile|grin) {soft}*1 (this|that|it|to (read|hear|see) (this|that|it)|when (she|he|they) (reads|read|hears|hear|sees|see) (this|it))?)',
      '{staff} {soft}*1 (says|sends|sends you|would like to say|wants to say|said|is saying) {soft}*2 (thank you|thanks|hi|hello|a {soft}*1 thank you|love|hugs) {^you|past|procedure|visit}*8',
      '(our|the|this|my) {soft}*1 (office|clinic|shop|resident|lobby|therapy|practice|team)? {soft}*1 (dog|cat|pup|puppy|kitty|kitten|fish|goldfish|parrot|bird|turtle|tortoise|bunny|rabbit|mascot|gecko|plant|robot|skeleton|doodle|retriever) {^you|past|procedure|body|visit}*3 (named|called|name is)? {name}? {comma}? (and|who)? {^you|past|procedure|visit}*8',
      `(if|in case|unless) (this|that|it|something|any of (this|that|it)) (was|were|is) {not}? {soft}*1 (us|our office|our doing|our mistake|our error|meant for us|about us|ours|true) {comma}? (please|then)?`,
      '(when|whenever|however|if) (it|that) {soft}*1 (suits|works for|fits) (you|your {soft}*1 (schedule|day|week|calendar))',
      "{staff} (has|have|'s) been {^you|past|procedure|visit}*8 (since|for) {number|count|soft|det}*3 (years|months|decades|day one)?",
      '({staff}|{staffword}) {^you|procedure|visit|body}*5 (over|about|at|to|for) (this|this one|it|that one|these words|those words|your {soft}*1 {feedback})',
      '(no harm done|no hard feelings|no questions asked|no strings attached)',
    ],
    examples: ['My name is Gloria and I run the office.', 'Please ask for Walter in our billing office.'],
  },
  {
    id: 'house-news',
    about: 'What changed at the practice, for whoever comes.',
    frames: [
      '(turned|toned|dialed|lowered|raised|switched|swapped|cranked) {soft}*1 (it|that|them|things|the {soft}*1 {ops}|the volume|the heat|the thermostat|the ac|the lights) {soft}*1 (down|up|off|out|over) {^you|past|procedure|body|visit}*4',
      '{have}? {soft}*1 (reminded|coached|retrained|trained|retraining|asked|encouraged|reminding|coaching|training|asking) (our|the|all|every|each) {soft}*2 ({staffword}|team|crew|everyone) {^you|youown|past|she|visit}*9',
      '(the|our) {soft}*2 (sign|signs|banner|poster|voicemail|recording|greeting|form|forms|page|website|menu|board) {^you|past|procedure|visit}*4 (says|say|reads|read|explains|lists|shows|tells|spells|has|have|points) {^you|past|she}*8',
      '(prices|costs|fees|rates|rents|rent|supplies|premiums|wages|expenses) {have}? {soft}*2 (gone up|going up|risen|increased|climbed|changed|rising) {^you|past}*4',
      '(bill|charge|treat|handle|answer|price|follow) (every|all|each|any) {^you|past}*5 (the same|alike|equally|the same way)',
      '(send|provide|mail|give|print|email|offer|share) {^you}*4 (on|upon) request',
      '(ask|encourage|tell|remind|invite|urge) (all|new|every|each|our|any|all our|all new|all of our|every new) {soft}*1 (patients|patient|clients|client|guests|guest|families|parents|people|everyone|visitors) {^you|youown|past}*9',
      '(nobody|no one|everyone|everybody|anyone|anybody|people|every (person|caller|family|parent|child|guest|patient|client|visitor)) (should|deserves|deserve|ought|needs|wants|likes|enjoys) {^you|youown|she|relative}*9',
      '^ more {^you|past|procedure|visit}*2 (next week|soon|coming|to come|tomorrow|on the way|this week|on {weekday}|next month|ahead)',
      'as (many|much|often|long|little|late|early) {^you|past|procedure|body|visit}*3 as (you|anyone|people|they) (like|want|wish|please|can|need|can carry)',
      "(what|which|whatever) {^you|past|the|body}*3 (is|'s|might be|may be|would be|could be|will be) {soft}*1 (right|best|good|suitable|appropriate|a good fit|a fit|ideal) for (you|them|each|anyone|each person)",
      '(kids|children) (corner|area|table|room|zone|section|menu|club|toys|books|wall|library)',
      '(tickets|admission|entry|parking|snacks|popcorn|coffee|rides|registration|seats) (is|are) {soft}*2 (free|open|limited|included|on us|first come)',
    ],
    examples: ["We've turned the music down.", 'We ask all new patients to come ten minutes early.'],
  },
]
