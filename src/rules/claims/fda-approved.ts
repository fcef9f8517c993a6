import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'

const APPROVED =
  '(fda (approved|approval|certified|endorsed|recommended|registered|licensed|accredited)|(approved|endorsed|certified|recommended) by the fda)'
/** News and teaching speak of the FDA as somebody who acts, or of the difference itself. */
const TEACHES = [
  '{not|claim.without} ..8 (approve|approves|approved|approval)',
  '(wegovy|ozempic|mounjaro|zepbound|saxenda) ..4 {be} {soft}*1 fda approved',
  '(approved|labeled|labelled) ..2 (for|in) (adults|children|frown lines|people|patients) ',
  '(cleared|clearance) ..6 (approved|approval|fda approval)',
  'approved ..6 (cleared|off label|not)',
  'fda ..3 (approves|approved|granted|gave|says|sent|news|update|announced|expanded|warns|warned|accepted|cleared) ..1 (a|an|the|its|two|three|new|first|several|another|this|last|in)',
  '(won|win|wins|received|receives|gets|got|gained|earned|awaiting|seeking|pending|under) ..2 fda approval',
  '(approved|cleared|registered|approval|clearance) {quote}*1 (means|mean|does not mean)',
  '(what|that) ..6 (mean|means) $',
  '(news|update|headline|announcement|whether|if|ask (if|whether|which|what|for)|was|were|since|history|first|check|look|watch|study|myth|difference|label|labeled|off label)',
]

export default defineRule({
  id: 'claims/fda-approved',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This uses the name of the FDA for something that it may only have cleared, or not for this use.',
  why: 'The FDA says yes to drugs for named uses and mostly just clears devices; other uses and drugs mixed by a pharmacy have no such yes, and claiming it brings warning letters.',
  instead: 'Name the labeled use, write "FDA-cleared" where that is what it is, or leave the FDA out.',
  citations: [{ article: 'fda-approved-or-cleared', source: 'FTC Act, section 5; 21 CFR 202.1' }],
  since: '0.1.0',
  match: anyOf(
    // What is never approved as such, and uses outside the label.
    phrases([APPROVED], {
      within: ['{claim.cleared}', '{claim.offlabel}', '{claim.compound}'],
      unless: TEACHES,
    }),
    // As a proof that it works, or standing alone.
    phrases(
      [
        `(so|which means|meaning|because) ..12 ${APPROVED}`,
        `${APPROVED} {comma|sign}? (so|which means|meaning|and (safe|proven|effective|guaranteed|works)) `,
        `(safe|effective|proven|natural|safest) ({comma|emoji}|and)*3 ${APPROVED}`,
        `(and|is|are|fully|totally|{comma}) ${APPROVED} $`,
        `^ {emoji}*1 ${APPROVED} ({comma}|$)`,
        `^ {emoji}*1 (fully|totally|completely) ${APPROVED}`,
        'the fda (says|confirms|agrees|proved|proves|backs|loves|recommends|endorses) ..1 (our|it|this (works|is)|we)',
        `(we|our (practice|clinic|office|spa|facility|team|lab|pharmacy)) ({be}|an|a)*3 ${APPROVED}`,
      ],
      { unless: TEACHES },
    ),
    // A copy mixed by a pharmacy is not the brand.
    phrases(
      [
        'compounded ..8 (same|identical|equivalent|exact|exactly|generic|like|fda|copy|dupe)',
        '((same|identical|equivalent|similar) ..2 (as|to) ..2|exact same) (ozempic|wegovy|mounjaro|zepbound)',
        '(exactly like|just like|cheaper version of|dupe for|version of|generic for) ..1 (ozempic|wegovy|mounjaro|zepbound)',
        '{claim.compound} ..6 (same|identical|dupe|knockoff|copy)',
        'generic (semaglutide|tirzepatide|ozempic|wegovy|mounjaro|zepbound)',
      ],
      {
        unless: [
          '{not|claim.without} ..6 (same|identical|equivalent|approved|generic|like|copy)',
          '(difference|myth|whether)',
          '^ (is|are) ',
          '(news|shortage|lawsuit|warned|warning) ',
        ],
      },
    ),
  ),
})
