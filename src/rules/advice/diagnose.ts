import { anyOf, defineRule, phrases, REPLIES } from '../kit.ts'
import { GENERAL } from './phrasing.ts'

const ILL =
  '({condition|advice.symptom}|infected|viral|hormonal|allergic|pinched nerve|canker sore|ingrown|hematoma|muscle spasm|nerve)'
const IT =
  '(that|this|it|which|yours|those|these|they|she|he|sounds|bump|spot|{condition|advice.symptom|body})'

export default defineRule({
  id: 'advice/diagnose',
  category: 'medical-advice',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells one person what they have, or that it is nothing.',
  why: 'A diagnosis from a comment can be wrong and dangerous, and it tells everybody what is the matter with that person.',
  instead:
    '"We can\'t say what something is from a comment. Any licensed provider can take a look; in an emergency call 911."',
  citations: [{ article: 'no-medical-advice-online', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    phrases(
      [
        `(sounds|sound|looks|look|seems|feels|smells|acts) ..1 like ..4 ${ILL}`,
        `(looks|look|sounds|seems|appears) {soft|claim.fully}*2 (suspicious|concerning|cancerous|serious)`,
        `(that|this|it|yours) {be} ({soft|claim.fully}|most likely)*2 (a|an)*1 {soft}*1 ({condition|advice.symptom}|reaction|viral|hormonal|bacterial|fungal)`,
        `(you|he|she|your {relative}) (probably|likely|most likely|definitely|clearly|must|might|may|could|just)*2 (has|have|got) (a|an|some)*1 ..1 ${ILL}`,
        `(no|not any) (antibiotics|antibiotic|medication|meds|prescription|stitches|x-ray|x-rays) (needed|necessary|required)`,
        `your {soft}*1 {body} (needs|need|will need|has|have|will have|must|should) (to|be|a|an)*2 (come|pulled|{procedure}|out|replaced|removed|drained|treated)`,
        `(looks|look|sounds|seems|appears) {soft|claim.fully}*2 (fine|good|ok|okay|benign|healthy|harmless|suspicious|concerning|cancerous|infected) (to me|to us|from here|from what|from the|from that|in the (pic|photo|picture)|in that)`,
        `(from|in|going by|based on|judging by|looking at) (the|your|that|this|those) ..1 {channel.picture} ..3 (it|this|that|you|looks|look|they)`,
        `(sounds|looks|seems) {soft}*2 (infected|viral|hormonal|allergic|normal|fungal|bacterial|inflamed)`,
        `${IT} ..5 {be} (a|an|the|just|pretty|not|{soft|claim.fully})*3 {advice.calm} !(question|questions|mistake|myth|misconception|concern|reason|name|theme|request)`,
        `^ ({soft|claim.fully|emoji}|yes|no|oh|just|pretty)*3 {advice.calm} ({comma}|and|with) `,
        `^ ({soft|claim.fully|emoji}|yes|no|oh|pretty)*3 {advice.calm} {emoji}*2 $`,
        `{advice.calm} (for|after|at) (a|the|this|your|her|his|day|week|that|most|some) ..4`,
        `(nothing|not (anything|something)|no (need|reason)) ..1 to ..1 (worry|panic|stress|be (alarmed|worried|concerned))`,
        '(i|we) would not (worry|stress|panic)',
        '({product|advice.remedy}) (will|should|would) (really|definitely|probably)*1 (help|work|fix|calm|ease|clear|do (it|the trick))',
        `(stop|quit) (worrying|stressing|panicking)`,
        `((could|might|may|must|has to) (just|only|well)*1 (be|have)|probably|likely|definitely|possibly|almost certainly|i would say it|i would say|just|only) (be|is|it|'s|a|an|the|just|some|from|have|having)*4 {soft}*1 ..1 ${ILL}`,
        'you ..2 (have|got) (a|an) ..2 case of ..3',
        "(you|he|she|son|daughter|baby|kid|that) ..1 (would|will|should|could|'d) (do|be) {soft|positive}*2 (with|for|on) ..3 {procedure|product}",
        '(you|he|she|it|skin|body) ..3 (reacting|allergic|sensitive) to ..3',
        '(that|it|this) {be} (likely|probably|definitely|most likely|almost certainly|clearly) (just|only)*1 (a|an|from|your|the) ..3',
        'you (might|may|probably|likely|must|could) have ..3 {body}',
        `(usually|often|probably|likely|always|could|can|may) (means|mean|is a sign of|points to|indicates|suggests) ..5`,
        `same (kind|type|sort) of ..2 ${ILL}`,
        `(it|that|this|the|they|everything|{advice.symptom|condition}) (will|should|usually|normally|may|ought to|would) (just|all|also|be|definitely|probably|slowly|start to)*2 (clear up|go away|goes away|settle|settles|heal|heals|fade|fades|resolve|resolves|subside|calm down|wear off|go down|goes down|fall off|kick in|improve|even out|soften|grow back|gone|look ..2 better|feel better)`,
        `(clear|go|goes|going) (up|away|down) (on its own|by itself|in a|within|soon|by (next|week|the))`,
      ],
      { unless: GENERAL },
    ),
    phrases(
      [
        `you (will|are going to|are gonna|should|are) be? (just|totally|perfectly)*1 (fine|ok|okay|alright|good as new)`,
        'do not (worry|panic|stress)',
        '(it|that|this) {be} ({soft|claim.fully}|just)*2 (fine|ok|okay|alright)',
      ],
      {
        within: [ILL, '{body|procedure|product}', '^ ..2 you will be (just|totally)*1 fine'],
        unless: GENERAL,
      },
    ),
    // Whether a treatment suits this one person.
    phrases(
      [
        `(safe|fine|ok|okay|alright|all right|no problem|perfectly safe) ..4 (while|during|when|if|for|with) (you {be}|being|a|your)*2 ..1 {advice.state}`,
        `(can|could|may) (still|totally|definitely|absolutely|safely)*1 ..4 (while|during|when) (you {be}|your)*1 ..1 {advice.state}`,
        `(safe|fine|ok|okay|good) (with|alongside|on top of) (your|that|those|the) ({product|advice.remedy}|medication|medications|meds|medicine)`,
        `your {soft}*1 ({product|advice.remedy}|meds|medication|medicine) {be} ({soft|claim.fully}|not|perfectly)*2 (fine|ok|okay|safe|good) (with|to|for|if|during|alongside)`,
        `(for you|your ..2|you (will|would|might|may|probably)*2 (need|want|be|require)) ..6 {number|count} {number|count|sign}*2 ({measure}|syringe|syringes|unit|units|vial|vials)`,
        `(you|he|she|your ..2) (would|are|will|could|might|sound|seem|look) ..1 (be|like)? (a|an|such a)*1 {soft}*2 (perfect|ideal)? candidate`,
        `{^we|i|staffword|staff|name|unknown} (would|will|should|could|can|does) (definitely|totally|really|absolutely|also|probably)*1 (help|work|fix|take care of|get rid of|clear|treat|improve|erase|correct) (with|for|on)? (your|you|that|those|his|her|this)`,
        `(easy|quick|simple|easily|super easy|an easy) (fix|fixed|fixable|to fix|to treat)`,
        `you ..1 (need|needs) ..3 {procedure|product}`,
        '(no|not) need (for|of) (a|an|any|the)*1 ..1 {procedure|product}',
        `you ..1 (do not|will not|would not) need ..3 ({procedure|product}|surgery|antibiotics)`,
      ],
      { unless: GENERAL },
    ),
  ),
})
