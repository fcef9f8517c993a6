/** Words that go with each other and mean nothing by themselves: "Wow, amazing, thank you all". */
export const PLEASANTRIES: readonly string[] = [
  '^ ({soft}|{positive}|{emoji}|{comma}|{sign}|{glad}|{feedback}|{tag}|{number}|love|this|it|that|wow|yay|oh|ha|and|to|be|is|a|the|you|we|our|of|from|us|all|team|ok|okay|amen|cheers|hooray|same|agreed|absolutely|exactly|welcome|aww|aw|haha|lol)*9 $',
]

/** Said to somebody who has come to the practice, unless it names one of the staff. */
export const NEWCOMERS: readonly string[] = [
  'welcome (to|into) (the|our) {soft}*3 (practice|family|office|clinic|spa|med spa|studio|dental family|crew|tribe|club) ..1 $',
  '(joining|join|joined) (our|the) {soft}*2 (practice|family|clinic|office)',
  '(being|been|stayed|staying|stuck) with us',
  '({count|number}) {soft}*2 (years|months|visits) (together|with us)',
  '(thank you|thanks) {soft}*3 for (celebrating|driving|traveling|flying|braving|sitting|sticking|hanging|holding|bearing|putting up|making (the|that) ..2 (trip|drive|trek|journey)|being one of our|being (a|an|our) {soft}*2 (member|vip|regular|client|patient))',
]

const UNIT = '(week|weeks|month|months|visit|visits|session|sessions|day|days|tray|trays)'
const OUR = '(we|i|someone|somebody|{staffword}|{staff}|they|he|she)'
const REDO =
  '(redo|fix|repair|replace|adjust|recheck|refund|reimburse|credit|waive|squeeze|fit|recement|retreat)'

/**
 * Turns of phrase that are about the reader although no word of them says "you", or only one that frames explain:
 * what was done or will be done for somebody, and what is admired on somebody.
 */
export const HIDDEN: readonly string[] = [
  // what was
  '(was|were|been) {soft|glad}*2 (to|a pleasure to|a joy to|an honor to)? (help|helping|serve|serving|assist|assisting|meet|meeting) you',
  '(sorry|apologize|apologies|regret) (that)? (it|we|he|she|they) {soft}*1 ({past}|did|could|was|were|had) !(..6 (reply|respond|response|comment|message|question|answer|post|page|sooner))',
  '(no one|nobody|none of {^stop}*2) {soft|have|be|do}*2 ({past}|rude|rushed)',
  '(it|this|that|everything|nothing|all|things) {soft}*1 (was|were|went|got|has been|had been) !({soft}*2 (shared|passed|forwarded|sent|brought|read|relayed|printed|posted|noted|made|filmed|recorded|catered|painted|taken|designed|built|fun|hilarious)) {^past}*2 ({past}|well|fine|smoothly|great|perfect|perfectly|wrong|correct)',
  `${OUR} {have|soft}*2 already !(printed|framed|posted|hung|shared|read|passed|updated|added|hired|ordered|added|planning) {past}`,
  'hard work ..2 (paid|pays|paying) off',
  "(hard|hardest|worst|tough|scary|toughest) (part)? (is|'s|are) ..1 (over|done|behind)",
  '^ {soft}*1 (done and done|all done|almost (there|done)|so close|halfway (there|done)|finish line)',
  `({count|number}) {soft}*1 ${UNIT} (down|to go|left|already)`,
  '^ {soft}*1 ({emoji|sign})? (worth (it|the wait|every (penny|minute|second|mile))|it shows|(small|big|baby) (steps|wins)|slow and steady|consistency pays)',
  "(that|it|this|those|these) (is|'s|are) {soft}*2 (the|your) {soft}*1 ({product|procedure|outcome}|collagen|swelling|numbing|medicine|medication|serum|inflammation|adhesive) {soft}*1 (doing|working|talking|kicking|settling|rebuilding|wearing|healing|peeling|fading|coming|showing|setting)",
  '({number|count}) {soft}*1 (pounds|lbs|inches|sizes|dress sizes|shades|milligrams) {soft}*1 (down|lost|lighter|gone|off|whiter|smaller)',
  'the ({count}|first|second|third|fourth|next|last|final) {soft}*1 (tray|aligner|session|week|shot|dose|round|treatment|month|day|injection|trimester) (is|are) {soft}*3 (the)? (tightest|hardest|worst|toughest|easiest|longest|roughest|trickiest)',
  "(here 's|here is|cheers|hooray|hurray|toast|yay) to (no more|never|finally|running|walking|sleeping|eating|smiling|chewing|seeing|hearing|dancing|hiking|biking|playing|breathing|bending|feeling better) ..4",
  '(bet|hope|glad|guess|happy) ..5 (not|no longer|never) ..3 (anymore|any more)$',
  '^ ({soft}|now|so|{comma})*2 go {soft}*1 (bite|enjoy|run|eat|chew|smile|show off|play|dance|hike|swim|flaunt|rest) ..5',
  // what will be
  `${OUR} {modal} {soft}*2 (have ..3)? (call|email|mail|text|phone|send|process|fax|bill|charge|${REDO}|make an exception|take a look|pull up|pull the) !(..4 ({ops}|winner|winners))`,
  `${OUR} (are|is|am) {soft}*1 (refunding|issuing|processing|sending|mailing|waiving|redoing|crediting|reimbursing|correcting the)`,
  `(happy|glad|willing|able|love) to ${REDO} (it|that|this|them|the|any|those|at)`,
  '^ {soft}*1 (next time|until next time|til next time)',
  '(bring|drop off|drop|send) (it|them|the|that|those) ..3 (in|off|by|over|back) (and|so|for|to|anytime)',
  '({weekday}|{time}|{number} ..1|morning|afternoon) (at ..2)? (works|is good|is fine|is open|is perfect)',
  '^ ({number}|{time}) ..1 (works|is good|is fine|is perfect)',
  '(sorry|apologies|apologize) (about|for) ..3 (that day|that morning|yesterday|the other day|last {^stop}|{weekday})',
  '^ (talk|chat|speak) {soft}*1 (soon|{weekday}|tomorrow|then|later)',
  '(ready|here|in|waiting) (for|to be) (pickup|pick up|picked up)',
  '^ (yes|yep|hi|ok|okay)? {comma}? (we|i)? {have}? (got|received|have|see) (the|those|that|all the) (form|forms|referral|message|paperwork|records|payment|photos|pics|pictures|order|refill|request|labs|images|fax)',
  "^ (the|all)? {soft}*1 ({visit|pay|record}) (is|'s|are)? {soft}*2 (confirmed|booked|set|canceled|cancelled|pending|processed|approved|due|coming|on its way|on the way|ready|in|attached|next week|next month|tomorrow|{weekday})",
  "^ (the|that) {soft}*2 (next)? (step|visit|appointment|phase|stage) (is|'s|will be) (the|{weekday}|{number}|in|next|a|shorter|longer)",
  '^ ({comma})? (sleep well|take it easy|soft foods|elevate|ice|rest|be gentle|go easy|safe travels|drive safe|safe drive|no gym|no straws)',
  // what is wished and admired
  '^ (happy|speedy|quick|smooth|easy|restful|swift|safe) {soft}*1 ({count|number} ..1)? ({outcome|procedure}|healing|recovery)',
  '^ (enjoy|enjoying|rock|rocking|flaunt|show off|love|loving) (being|feeling|all)? {det}? {soft}*2 ({procedure|outcome|condition}|{body})',
  '^ (good luck|best of luck|fingers crossed|thinking of you|sending hugs|prayers) ..2 (tomorrow|today|tonight|{weekday}|{procedure})? $',
  '(congrats|congratulations|cheers|hooray|yay|way to go) (on|to|for) ..2 ({procedure|product|body|condition|outcome})',
  '(you are|you will be)? (on the schedule|on the books|all set|good to go|booked) {^ops}*2 $',
  '(round|session|phase|part) (one|two|three|four|{number}) {soft}*1 (soon|next|done|tomorrow|{weekday})? $',
  '^ (next|the next|second|third|last) (session|visit|appointment|treatment|round) (is|will|should|can)',
  '^ ({comma}|hi|hey|yes|hello)*2 (we|i) (have|can do|could do|can offer|have got) ({time}|{number}) ..2 (open|available|free|tomorrow|today|{weekday}|$)',
  '^ (switch to|try|skip|avoid|stop|keep) {^ops}*5 (for|until|twice|daily|tonight|today|tomorrow|every) ..2 (week|weeks|days|day|hours|months)',
  '(be|being|been) so (patient|brave|sweet|easy|kind|calm|strong) with',
  '^ (hang in there|stay strong|keep it up|keep at it|way to go|rest up|get well) {emoji|sign|relative|soft}*2 $',
  `^ (congrats|congratulations|happy|hello) (on|to)? ({count|number}|week {number}|month {number}|one|the big day) {soft}*1 (${UNIT}|year|years|trimester|big day)?$`,
  '^ (looking|lookin|feeling) {soft}*2 {positive}',
  '^ {soft}*2 (stunning|gorgeous|radiant|flawless|snatched|handsome|youthful|refreshed|snatched|plump|dreamy|seamless) {soft}*1 ({person|relative})? $',
  '^ (those|these|that|what|such|the)? (a|an)? {soft|positive}*3 (result|results|transformation|progress|difference|glow|glow up|case|smile|recovery|outcome)  {soft|emoji}*1 $',
  '(one of (our|my|the) {soft}*2|best|favorite|such a {soft}*2|loved this|loved that|fun|great) (case|cases|patient|patients|client|clients)',
  '(we|i) {soft}*1 (had|have) {det|soft}*4 (time|blast|fun|ball|laugh|talk|chat|conversation) (together|with {^stop}|over|about|$)',
  'loved (every|each|this|that) ..4 (this|that|one)$',
  'stand by (our|the|what|that|his|her|their) {soft}*2 (work|care|treatment|diagnosis|recommendation|decision|plan|doctor|we)',
  '^ (those|these) {soft}*2 ({outcome}|{body}|{procedure})',
  '^ (in|after) ({count|number}) {soft}*1 (week|weeks|month|months|days|day|years|year) (we|i|it|come|check)',
]
