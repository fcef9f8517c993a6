import { beside } from '../beside.ts'
import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'

const SHOWN = '({claim.picture}|after|afters|before|pics|results|redness|scar|skin|her|his|face|them)'
const OURS =
  '(results like (this|these|that) ..3 (you|yours|possible)|you get the idea|does the same|(same|similar) (results|thing|look)|expect (this|these)|results you can expect|(these|this) {be} our (results|work)|this is what|look like (her|him|this|that|hers|his)|could be you|could be your (body|smile|face|skin|lips)|(ours|our work) ..2 (look|looks)|exactly what|just like (it|this|that|ours)|results you|what our|what you (will|can)|come get (yours|this)|get this look|we can do|you will get|what you get|you get here|(real|actual|true) results|your results (will|are|could|match)|yours (will|could|can)|our {procedure})'
const BORROWED =
  "((stock|google|pinterest|internet|borrowed|someone else 's|manufacturer 's|brand 's|another (clinic|office|practice|spa) 's) {soft}*1 {claim.picture}|{claim.picture} ..2 {be} stock|stock (site|library|model)|(found|grabbed|got|took|saw|stole|borrowed|pulled|snagged|saved) ..5 (pinterest|internet|google|tiktok|web|online|reddit|instagram|shutterstock)|{claim.picture} {be}? (from|by|courtesy of) ..4 (manufacturer|company|rep|brand|website|internet)|credit to ..2 owner|not (our|my|a|an)*1 ..1 (patient|patients|client|clients|work|results)|(borrowed|stole|grabbed|took|swiped|snagged|found|got|pulled) ..6 from (the|a|another|our|some)*1 ..2 (company|manufacturer|rep|brand|website|office|clinic|practice|spa|training)|models? shown|(model|manufacturer) ..1 {claim.picture})"

const HONEST = [
  '(not|never|no|without|un|do not|does not|un-) ..3 {claim.edit}',
  '(how to (spot|tell)|beware|warning|look for|skeptical|watch out|signs|fun|meme|cat|dog)',
  '(illustration|cartoon|infographic|graphic|logo|video editing|newsletter) ',
]

export default defineRule({
  id: 'claims/untrue-picture',
  category: 'ftc-claim',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This shows a changed, made-up or borrowed picture as a result of yours.',
  why: 'A picture of a result must be real, unchanged and your own work: altered before-and-afters have cost practices dearly.',
  instead:
    'Show an unchanged picture with a signed authorization, or say plainly: "Model. Not a patient, not a result."',
  citations: [
    { article: 'pictures-as-results', source: '16 CFR 255.2(c)' },
    { article: 'pictures-as-results', source: 'FTC Act, section 5' },
  ],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        `(ai|faceapp|computer|digitally) ..1 (generated|enhanced|made|created|edited|rendered|enhancer|enhance|retouched|filter|morphed|version|smoothed|altered|makeover) ..6 ${SHOWN}`,
        `${SHOWN} ..5 (through|with|in|using|by|from|via) (the|an|a|our|some)? (ai|photoshop|facetune|faceapp|lightroom|filter)`,
        `(photoshop|photoshopped|facetuned|facetune|airbrushed|retouched|touched up|smoothed|doctored) ..5 ${SHOWN}`,
        `(edited|filtered|enhanced|altered|tweaked|slimmed|brightened|blurred) (the|her|his|their|this|our|out the|my)*2 ..2 (after|before and after|after photo|after pic|results|result|redness|after picture|b&a)`,
        `{claim.edit} (her|his|their|my|the) ..3 {body} ..5 (edit|editing|photoshop|post|app|after|shot|image|facetune|photo|pic|picture)`,
        `(used|put|added|ran|with|applied) (a|an|some|the|one)*1 {soft}*1 (filter|facetune|photoshop|ai|editing app|beauty filter) ..3 ({claim.picture}|after|her|him|this|it|them)`,
        `${SHOWN} ..6 ai ..1 (touch up|touch ups|edit|edits|filter|filters|magic|help|polish|retouching|tweaks)`,
        `(stock|ai|fake|borrowed|model) {claim.picture} ..4 (for|as) (this|our|the|a)*2 (before and after|before|after|result|results|transformation)`,
        `${SHOWN} {comma|quote|colon|sign}*2 (ai|digitally|computer) (enhanced|generated|edited|altered|retouched|made)`,
        '(after|afters) {quote}*1 {be} (just|actually|really)*1 (a|an)*1 (filter|ai|fake|photoshop|edit)',
        `({claim.picture}|after|afters) (photo|pic|picture|shot|pics|photos)? ..3 {be} (edited|filtered|enhanced|ai|ai generated|altered|retouched|slimmed|photoshopped|facetuned)`,
      ],
      { unless: HONEST },
    ),
    // Somebody else's picture, and in the same breath the promise that it is what one gets here.
    beside(
      phrases([BORROWED]),
      phrases([OURS], { unless: ['(not|never) ..3 (actual|real)? (result|results|what)'] }),
    ),
  ),
})
