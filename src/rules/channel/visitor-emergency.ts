import { anyOf, defineRule, phrases } from '../kit.ts'

const WE = '(i|my|me|we|our|he|she|his|her|him|{relative}|baby|someone|somebody|{name})'

/** Awareness days, help lines, and what lies long behind. */
const PAST = [
  '(awareness|prevention|walk|fundraiser|month|lifeline|hotline|survivor|survivors|years ago|in memory|remembering|documentary|movie|training|class|dying (laughing|to)|laughing|joke) ',
]

export default defineRule({
  id: 'channel/visitor-emergency',
  category: 'medical-advice',
  severity: 'caution',
  kinds: ['visitor_comment'],
  says: 'This may be an emergency: somebody could be in danger right now.',
  why: 'Minutes count, and nobody may be reading the page; a hidden or unread comment helps no one.',
  instead:
    'Bring a clinician or manager at once. If you answer: "If you are in danger, call 911. You can call or text 988 at any hour." Nothing about care.',
  citations: [{ article: 'emergency-in-comments', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    phrases(
      [
        `(kill|killing|hurt|hurting|harm|harming|cut|cutting|starving|starve) (myself|himself|herself|my self|themselves)`,
        '(end|ending|take|taking) (my|his|her|their) (own)? (life|it all)',
        '(been|started|am|keep) cutting (again|more|my|every|deeper)',
        '(end it all|end it tonight|ending it|better off (dead|without me)|no reason to live|nothing to live for)',
        '(not|never|dont) ..1 (want|wanna) to (be here|live|wake up|exist|be alive) ..1',
        '(want|wanna|wish|going|ready) to (die|be dead|disappear forever)',
        '(wish i (was|were) dead|can not (go on|do this anymore|take it anymore|take this anymore))',
        `${WE} ..8 {channel.danger}`,
        `{channel.danger} ..6 ${WE}`,
      ],
      { unless: PAST },
    ),
    phrases(
      [
        '(chest|left arm) ..2 (pain|pains|hurts|tight|tightness|pressure)',
        '(pain|pressure|tightness) in (my|his|her) (chest|left arm)',
        '(can not|cannot|not|barely|hard to|trouble|struggling to|stopped|difficulty) (breathe|breathing|swallow)',
        '(turning|turned|went|going|lips are|lips|face is) ..1 blue',
        '(bleeding|blood) ..4 (will not|wont|not) (stop|stopping|slow)',
        '(not stop|not stopping|will not stop) bleeding',
        '(passed|passing|blacked) out',
        '(throat|tongue) ..3 (swelling|swollen|closing|closing up|swelling up)',
        '(face|side|arm|mouth) ..3 (droop|drooping|drooped|slurring|paralyzed)',
        '(slurred|slurring) ..1 speech',
        '(curtain|shadow|veil) (over|in|across) ..3 {body}',
        '(lost|losing|sudden|suddenly) ..3 (vision|sight)',
        '(not|stopped) (responding|waking|moving)',
        '(will not|wont) wake up',
        '(call|calling|called) (an ambulance|911)',
      ],
      { within: [WE, '^ ..2 (chest|can not|bleeding)'], unless: [...PAST, '(eyelid|eyelids|brow)'] },
    ),
  ),
})
