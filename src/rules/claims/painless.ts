import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const CARE = '{procedure|product|visit|staffword|claim.provider|act}'

const HARMLESS = [
  ASKS,
  '{not} ..2 (painless|pain free|ouchless)',
  'painless {soft}*1 {claim.errand|claim.exam}',
  '{claim.errand|claim.exam} ..5 (painless|painlessly)',
  'painless ..1 {condition} !{procedure|visit}',
  '{condition} ..4 {be} ..2 painless',
  '(usually|often|typically|generally|most (people|patients|folks|of us)|sometimes|may|might|if|because|even|until|myth|cause|causes|caused)',
  'no pain ..1 no gain',
  '(hurt|hurts) (to|a fly|anyone|nobody)',
  'pain free (life|living|days|day|movement|summer|golf|gardening|running|workout|weekend|season|holidays|holiday|travel|desk|year)',
]

export default defineRule({
  id: 'claims/painless',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This promises that it will not hurt.',
  why: 'People feel the same treatment differently, so "painless" is a claim that needs proof and rarely has it.',
  instead: 'Say what you do about pain: "We offer numbing and take our time. Ask us what to expect."',
  citations: [{ article: 'claims-need-proof', source: 'FTC Act, section 5' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        '(painless|painlessly|ouchless|painfree)',
        '({claim.fully}|{number} ..1) pain free',
        'pain free ({procedure|visit|staffword|claim.provider|product}|and)',
        '{procedure|visit|product} ..3 {be} pain free',
        'with {claim.without|claim.fully}*2 (any|no|zero) {soft}*1 (pain|discomfort)',
        '(zero|not any|absolutely no|without any) (pain|discomfort)',
        '^ {emoji}*1 (no|zero) {soft}*1 (pain|discomfort)',
        '{comma} (and)? (no|zero|without) pain',
        '{comma} (and)? (no|zero|without) discomfort',
        '(not|never) ..1 feel (a|any|one|the)? (it|thing|anything|pain|needle|pinch|bit)',
        'not ..1 notice (a thing|anything|the needle|it happening)',
        'without (the|any) ..6 (pain|discomfort|hurt|ouch)',
        '(zero|without any|absolutely no) (sensitivity|soreness|swelling|bruising|bleeding|burning|stinging)',
        'feel (nothing|zero|no pain|no discomfort|absolutely nothing)',
        '(no|zero) pain ..2 {procedure}',
      ],
      { unless: HARMLESS },
    ),
    phrases(['{be|do|can} not ..1 (hurt|hurting)', 'never (hurt|hurts)'], {
      within: [CARE, '(it|this|at all|one bit|a bit)'],
      unless: HARMLESS,
    }),
  ),
})
