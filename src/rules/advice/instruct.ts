import { anyOf, defineRule, phrases, REPLIES } from '../kit.ts'
import { COMMAND, GENERAL, THING } from './phrasing.ts'

const SPAN = '(hours|hrs|days|nights|weeks|months|times|hour|day|night|week|month|nite|nites)'
const MED = '{product|measure|advice.remedy}'
/** Not the body's back, and not a medicine that is taken. */
const IDIOM = [
  '(take|takes|took|taking|taken) {word}*2 (to heart|seriously|down|back|offline|personally|from here|with a grain|for granted|into account)',
  '(take|taking|stand|feel|bring|turn up|turn down|handle) the heat',
  '(put|hang|pin|stick|tape|taped|hung) (it|them|this|these) (up)? on (the|our) {soft}*1 (fridge|wall|board|door|whiteboard|bulletin board|desk|mirror)',
  '(push|pushes|pushed|pushing|set|hold|bring|give|get|call|report|write) ({^body}*3) back',
]

export default defineRule({
  id: 'advice/instruct',
  category: 'medical-advice',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells one person what to do about their body or their medicine.',
  why: 'Advice to one person belongs to a visit with a chart at hand; in public it also shows what is wrong with them.',
  instead: '"We can\'t give medical advice here. Please call our office, and in an emergency call 911."',
  citations: [{ article: 'no-medical-advice-online', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    // "Ice the hip", "please keep it covered with Vaseline", "you can skip tonight's pill".
    phrases(
      [
        `${COMMAND} {advice.do} !(our|us|the schedule|the (portal|patient portal|form|secure|link|website|app|button|nurse line|online|front desk|contact)) ..6 ${THING}`,
        `${COMMAND} {advice.do} (it|them|that|those|the area|the site) ..2 (down|on|dry|up|clean|covered|off|in|with|back|open|alone|out)`,
        `${COMMAND} (ice|elevate|soak|rest|stretch|massage|rinse|monitor|bandage|moisturize) (it|that|them|those)`,
        `${COMMAND} (do|finish|complete|continue) (your|the|those) {soft}*1 ..1 (stretches|exercises|reps|drops|course|antibiotics|homework)`,
        `{advice.medicate} (taking|using|on|off|to|up|with|back|the|your|that|those|all|giving|her|his|a|it|some|half|two|one|another|tonight 's|this week 's)*4 ..2 ${MED}`,
        `(double up|cut back|go back|go up|drop back|step down|back off|ease up) (on|to)? ..3 ({number|count|measure|product|advice.remedy}|half|dose|pill|meds)`,
        '(keep|stop|start|continue|quit|resume) (taking|using|wearing|applying|icing|rinsing) ..2',
        '(get|go|come|stay) (off|on) (of)? (the|your|that|her|his) ..1 {product|advice.remedy}',
        '(skip|delay|postpone|hold off on) (the|your|his|her|that|this) {soft}*1 {procedure|product}',
        '(leave|let) (it|that|them) (alone|be)',
        `go ahead (and|with) ..2 (${THING}|{advice.do}|drive|fly|swim|work out)`,
        `(ok|fine|okay|good|safe|alright|all right) (to|for (you|him|her|them) to) ({advice.do}|drive|fly|swim|work out|go|have|return) ..4`,
        `can (go|return) back to (school|work|sports|practice|the gym|daycare)`,
        `stay (off|out of|away from) ..2 (foot|leg|knee|ankle|sun|gym|pool|water|it|heels|back|{advice.remedy}|for|until|till)`,
        `(have|let|get|give) (her|him|them|the baby|your ..1) {soft}*1 ..2 (lie|drink|eat|rest|sleep|sit|suck|chew|wear|${MED})`,
      ],
      { unless: [...GENERAL, ...IDIOM] },
    ),
    // How much and how often.
    phrases(
      [
        `({number|count}|half|a) {number|count|sign}*2 {measure} ..4 (every|daily|a day|twice|per|tonight|at night|is right|with food|before|after|for|is (fine|ok|right|plenty))`,
        '{product|advice.remedy} (is|are|should be|would be|will be) {soft}*1 (fine|ok|okay|safe|enough|plenty)',
        '{number|count} {sign}*1 (ml|mg|mcg|cc|milligrams|milliliters|tsp|teaspoon|teaspoons|tablet|tablets|puffs|iu|capsules)',
        '(take|use|apply|give (him|her|them)) ..1 (extra|another|a second|a double) ({measure|product}|one|pill|dose)',
        '(half|double|twice) (a|the|your|her|his) ..1 (dose|pill|tablet|amount)',
        `every {number|count} ..1 ${SPAN}`,
        `({number|count} times|twice|once) (a|per|each) day`,
        `(started|start|apply|use|used|take|taken|rinse|do|wear) ..4 (every|twice|once|each|{number|count} times) (other|day|night|a day|daily|3rd|third|second|morning|{number|count})*2 ..1 (nite|night|day|days|nights|morning|week|hours|daily)`,
        `(give it|wait|hold off|rest|off|no heels|no gym|covered) (for|at least|another|a|one more|one|till|until|about|more|solid|full)*3 {number|count|soft}*2 (day|days|week|weeks|month|months|hours|next week|the weekend)`,
        `(nothing|no food|no eating|no drinking|no water) ..2 (by mouth|after midnight|to eat|to drink|after {number|count})`,
        `no (chewing|flossing|brushing|soaking|bending|driving|rubbing|touching|picking|heels|gym|straws|exercise|running|lifting|makeup|retinol|sun|swimming|alcohol|caffeine|smoking|shaving|sports|sauna|hot (tub|showers)) ..4 (for|until|till|before|today|tonight|yet|this)`,
        `if you (stick|keep|stay|continue) (to|with|up|on|doing|wearing|using|taking) ..4`,
        `(supposed|meant) to (be (in|on|wearing|using|taking|icing|off|resting)|{advice.do}) ..4`,
        `(doc|doctor|dr|doctors) 's? orders`,
        `(should|shoudl|shouldve|could|ought to) (of|have)? ..1 (started|stopped|used|taken|iced|worn|kept|waited|rinsed|rested) ..6`,
        `can not (skip|stop|miss|double|drop) ..4 ${THING}`,
      ],
      { unless: [...GENERAL, ...IDIOM] },
    ),
  ),
})
