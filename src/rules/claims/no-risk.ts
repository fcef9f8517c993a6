import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const HARMLESS = [
  ASKS,
  '{not|claim.without} ..2 ({procedure|product}|treatment|medicine|drug|thing|such|one) ..1 (is|has|comes|are|carries|without|as) ..4 (risk|safe|side effects|downtime|complications)',
  'not {claim.fully|number|sign}*3 (safe|risk free|without risk)',
  '(low|lower|least|reduce|reduces|lowers|reduced|some|if|myth|claims|claim|promises|beware|anyone who|avoid|studies) ',
  '(risk free|no risk) {soft}*1 {claim.errand}',
  '(risk|downtime) (of|in) (losing|missing|the (office|website|phone|lobby))',
  '(car|seat|seats|helmet|water|pool|online|password|secure|identity|reef|food|pet|dog|cat|website|phone|server|internet|phones|page|community)',
]

export default defineRule({
  id: 'claims/no-risk',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This promises care without risk, side effects or recovery time.',
  why: 'Every treatment has some risk, so the promise is one that nobody can prove.',
  instead: 'Say that you talk it over: "We go through benefits and risks with you before anything begins."',
  citations: [{ article: 'claims-need-proof', source: 'FTC Act, section 5' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        '(no|zero|without) (any)? {soft}*1 (risk|risks|side effect|side effects|complications|complication)',
        'risk free',
        '({claim.fully}|{number} ..1) safe',
        'safe for (everyone|everybody|anyone|anybody|all ages|every body|all patients|every patient)',
        '(safest|only safe) ..2 ({procedure|product|act|claim.provider|way}|option|treatment)',
        '(zero|no) (recovery|recovery time|downtime or risk)',
        'zero (downtime|scarring|scars|upkeep|maintenance)',
        'without (the|any) ..6 (downtime|risk|risks|side effects|scars|complications)',
      ],
      { unless: HARMLESS },
    ),
    phrases(['(no|without|without any) {soft}*1 (downtime|down time)'], {
      unless: [...HARMLESS, '{claim.mild}', '{claim.hedge}'],
    }),
  ),
})
