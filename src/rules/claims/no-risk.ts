import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const HARMLESS = [
  ASKS,
  '{not|claim.without} ..2 ({procedure|product}|treatment|medicine|drug|thing|such|one) ..1 (is|has|comes|are|carries|without|as) ..4 (risk|safe|side effects|downtime|complications)',
  'not {claim.fully|number|sign}*3 (safe|risk free|without risk)',
  '({claim.without}|no one|nobody) ..3 {number|claim.fully} ..1 (safe|risk free)',
  '(no obligation|no pressure|no strings|{claim.errand}) ..2 (no risk|risk free)',
  '(low|lower|least|reduce|reduces|lowers|reduced|some|if|myth|claims|claim|promises|beware|anyone who|avoid|studies) ',
  '(risk free|no risk) ..2 {claim.errand}',
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
        '(never|not|will not|does not|can not) (cause|causes|causing|caused|have|has) {soft|det}*2 (side effects|side effect|complications|fevers|fever|soreness|bruising|swelling|pain|scars|scarring|reactions|a reaction|infections|problems)',
        '(zero|no) (chance|risk|possibility) of {soft}*1 (complications|complication|side effects|infection|scarring|bruising|failure|pain|anything)',
        '(can not|will not|never|does not) (migrate|go wrong|fail|damage|hurt you|harm you)',
        '(side effect|side effects|complication) free',
        'none of the (risk|risks|downtime|side effects)',
        'impossible to ..4 (wrong|fail|bad|botch|mess)',
        '(not (a|one)|no) single*1 {patient.one} ..3 (had|experienced|reported|has had) ..2 (side effect|side effects|complication|complications|reaction)',
        '(no|zero|without) (bruising|swelling|scarring) {comma}*1 (ever|at all|guaranteed|((and|or) {claim.without}? (bruising|swelling|scarring|downtime|pain)))',
        '({claim.fully}|{number} ..1) safe',
        'safe for {claim.fully}*1 (everyone|everybody|anyone|anybody|all ages|every body|all patients|every patient)',
        '(safest|only safe) ..1 ({procedure|product|claim.provider}|option|treatment) !(to)',
        '(zero|no) (recovery|recovery time|downtime or risk)',
        'zero (downtime|scarring|scars|upkeep|maintenance)',
        'without (the|any) ..6 (downtime|risk|risks|side effects|scars|complications)',
        '(we|i|doctor|doctors|dentist|dentists|surgeon|surgeons|team|office|clinic|practice|injector|injectors|nurses|{staff}) (have|has)? (never|not) (had|have|has|seen|see)*2 (a|an|any|one|single)*2 ({soft} (result|results|outcome|reaction)|complication|complications|infection|infections|(bad|poor|negative) (result|results|outcome|outcomes|reaction|reactions)|failure)',
        '(nothing|not anything) (can|could|will|ever) ..1 (go|goes) wrong',
        '{procedure|product} ({be}|completely|totally|absolutely|100%|{number}|{sign}|perfectly)*4 harmless !to',
        'it {be} ({soft|claim.fully}|just)*2 harmless !to',
      ],
      { unless: HARMLESS },
    ),
    phrases(['(no|without|without any) {soft}*1 (downtime|down time)'], {
      unless: [...HARMLESS, '{claim.mild}', '{claim.hedge}'],
    }),
  ),
})
