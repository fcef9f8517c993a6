import { anyOf, defineRule, phrases, REPLIES } from '../kit.ts'
import { GENERAL } from './phrasing.ts'

const SIGN =
  '({condition|advice.symptom|advice.sign}|spreads|spread|worse|worsens|streaks|chills|wet diapers|bowel movement|peed|pooped)'
const HELLO =
  '({soft|comma|sign|emoji|name|unknown}|hi|hey|hello|so|ok|okay|oh|and|aw|sorry|yes|no|quick question|question|poor|on)'
const CARE = '(urgent care|the er|an er|er|emergency room|the hospital|hospital|ed|the clinic|walk in)'

export default defineRule({
  id: 'advice/triage',
  category: 'medical-advice',
  severity: 'stop',
  kinds: REPLIES,
  says: "This judges how urgent one person's symptoms are, or asks about them.",
  why: 'Whether somebody must be seen is decided by a clinician with the chart, in private; a wrong answer here can hurt them.',
  instead:
    '"We can\'t assess anything here. Please call our office; for anything urgent call 911 or go to the nearest emergency room."',
  citations: [{ article: 'no-medical-advice-online', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    phrases(
      [
        '(do not|no|not|never) (really|even|actually)*1 need to ..2 (come in|come back|be seen|go in|go to|rush|see (a|the|us|anyone|your|dr)|see {name})',
        '(can|could|may|should|will) (safely|definitely|probably)*1 wait (until|till|til|a|for|another) ..3',
        `(go|get|head|run|take (him|her|them|it|yourself)) (straight|right|on|over|back)*2 (to|into) ${CARE}`,
        `if (it|you|your|she|he|his|her|that|the|there|any|they|things|you see) ..7 ${SIGN} ..8 (call|come|let|snap|send|go|head|see|get|we will|urgent|er)`,
        '(come|come in|come by|come see us|be seen|get seen) (right away|asap|immediately|right now|today|tonight|tomorrow|now|first thing) ..1 if',
        `(come|call|let|see|get) ..6 if (it|you|your|she|he|his|her|that|the|there|any|they|things) ..4 ${SIGN}`,
        '(should|need to|needs to|have to|must|ought to|better) {soft}*2 (be seen|get (it|that|this|them|her|him) (checked|looked|seen)|come in|go in|be checked)',
        '(keep (an|a close) eye|keep a watch|keep tabs) on (it|that|the|your|her|his|them)',
        `(watch|look out|watch out) (for|it for|it) ..3 ${SIGN}`,
        `(^|{comma}|please|should|would|to|and) (get|have) (it|that|this|your ..1) (biopsied|checked|looked at|x-rayed|tested|drained|swabbed|cultured|removed) !(by (a|any|your) (licensed|doctor|dentist|provider|dermatologist))`,
        `would (worry|concern) (me|us)`,
        `(press|push|tap|touch|pinch) (on)? (it|the ..2) ..8 (tell|let|see|count)`,
      ],
      { unless: GENERAL },
    ),
    // Questions that a nurse asks.
    phrases(
      [
        `^ ${HELLO}*4 (is|are|was|does|do|did|has|have) (it|the|that|your|you|he|she|his|her|this|there|they|baby)*2 ..3 ${SIGN}`,
        `^ ${HELLO}*4 any {soft}*1 ..2 ${SIGN}`,
        `(how long|how often|since when|how bad|how much|how many) (has|have|is|are|did|does|were|wet|was) ..5`,
        `what (is|'s|was) (the|your|his|her|baby) ..3 (temp|temperature|fever|pain|weight|pressure|color|blood pressure)`,
        `(scale of|out of) {number|count} ..3 {number|count|condition|sign}`,
        `(tell me|let us know|let me know) ..3 (how|if|whether|what|when) ..5 ${SIGN}`,
        `when did (it|the|that|this|your|she|he) ..3 (start|begin|happen|hurt)`,
        `(where|how) (exactly)? (does|do|is) (it|that|the) ..2 (hurt|feel|ache)`,
      ],
      {
        within: [SIGN, '(it|that|this|start)'],
        unless: [...GENERAL, '(hours|parking|policy|prices|form|portal|insurance|we|us|our) '],
      },
    ),
  ),
})
