import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const N = '(up to)? (over|almost|nearly|at least|about|as much as)? {number|count}'
const HARMLESS = [
  '{claim.hedge}',
  ASKS,
  '(most|people|adults|everyone|calendar|losing|helps|fundraiser|hair|hairs|clothes|toys|cans|steps|challenge|goal|pace) ',
]

export default defineRule({
  id: 'claims/typical-result',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This promises everybody a result, or one in numbers.',
  why: 'If most people do not get it, the ad must show what they can generally expect, with proof; "results may vary" does not cure that.',
  instead: 'Give what people can generally expect and where the figure comes from, or leave the number out.',
  citations: [{ article: 'claims-need-proof', source: '16 CFR 255.2(b)' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        `(lose|drop|shed|melt|burn|ditch|melts|say goodbye to|kiss) (up to|off|about|over|another)*1 ${N} ..1 (lbs|lb|pounds|kilos|inches|dress sizes|sizes|pant sizes)`,
        `down ${N} (lbs|pounds|inches|sizes|dress sizes) (by|in)`,
        `(look|looking|feel|be|take|turn back|erase|takes|shave|subtract) ..1 ${N} years (younger|off|back|of (aging|age))`,
        `${N} years younger !than`,
        '(take|takes|taking|shave|shaves) (a|one|two|three|several)*1 (decade|decades) off',
        'you will (definitely|absolutely|actually|really)*1 (lose|drop|shed) (the)? (weight|pounds|inches|fat)',
        '(exactly|precisely) (how|what) you (will|are going to) (look|get|see)',
        `(whiter|brighter|lighter) ..2 by ${N} shades`,
        `(whiten|brighten|whitens|lighten) ..3 ${N} shades`,
        'you will ..4 ({condition} free|wrinkle free|pain free|cancer free|{claim.dream} ..1 (skin|teeth|smile|body|face))',
        `${N} shades (whiter|brighter|lighter)`,
        '(results|these|this) (shown|seen|here|pictured)*1 {be} (typical|standard|guaranteed)',
        '(results|result) (shown|seen|here|pictured) {be} what you (will|can expect)',
        '(clinically|scientifically|medically) proven to (cure|erase|reverse|eliminate|melt|remove|end|heal|destroy|stop|regrow|permanently|prevent|make you)',
        '(~melt|~erase|~zap|~vanish|~work) ..4 like magic',
        `${N} ..2 (success|cure|pregnancy|satisfaction) rate`,
        `(success|cure|pregnancy|live birth|satisfaction) rate ..5 {number} ..1 !(in|according)`,
      ],
      { unless: HARMLESS },
    ),
    phrases(
      [
        `({claim.dream} ..1 {body|outcome}|full head of hair|six pack|abs|pain free|baby|pregnant|{condition} free|new you) ..2 (in|within|after|by) (just|only|under|about|as little as|a)*2 ${N} ..1 {claim.unit} !(a|per|each)`,
        `(in|within) (just|only|under|about|as little as)*2 ${N} {claim.unit} ..3 {claim.dream} ..1 {body|outcome}`,
        `{number} ..1 of (our|all (of)? our) ..2 {patient.many} ..2 (love|see|saw|go|went|get|got|report|would|recommend|achieve|notice|had|have|become|are (happy|satisfied|pregnant|pain free)|lose|leave)`,
      ],
      { unless: HARMLESS },
    ),
    // What is said to work for all.
    phrases(
      [
        '(works|work|worked) (for (everyone|everybody|anyone|all|every)|every (single)? time|on everyone|on everybody|on all)',
        '(works|work|worked) ({number} {sign}*1 of the time|on the first (try|attempt|visit)|the first time)',
        '(works|work) (on|for) (every|all|any) ..2 ({patient|person|condition|body}|kind|kinds|type|types|skin|case|cases)',
        '(everyone|everybody|every (single)? {patient.one}|all (of)? our {patient.many}) ..4 (loses|gets|sees|looks|leaves|achieves|lose|get|see|look|leave|achieve|walks out) ..5',
        '(never|not ever) fails',
        '(always|forever) works',
        '({number} ..1 effective|fail proof|foolproof)',
        '(you will|and so will you|you can) (too|be next)',
      ],
      {
        within: [
          '{procedure|product|outcome|condition|measure|body|claim.illness}',
          '^ (it|this)*1 (works|work|worked|never|always)',
        ],
        unless: [
          ASKS,
          '{not|claim.without} ..6 (work|works|everyone|everybody|every)',
          '(studies|study|research|trial|data|may|might|can vary|exam|check|screening|sunscreen|goodie bag|toothbrush|flu shot|appointment|sticker|tour|time slot|hours)',
        ],
      },
    ),
    phrases(
      [
        `(regrow|regrows|grow|grows|regenerate) ..3 ({body}|cartilage) ..2 (in|within) (just|only|under|a|as little as)*2 ({count|number} ..1)*1 {claim.unit}`,
        `(lose|drop|shed|melt) ..4 ${N} (lbs|lb|pounds|inches) (a|per|every) (week|month|day)`,
      ],
      {
        unless: [ASKS, '(can|may|might|aim|safe|study|trial)'],
      },
    ),
  ),
})
