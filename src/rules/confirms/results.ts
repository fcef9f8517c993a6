import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things, tied } from './look.ts'

export default defineRule({
  id: 'confirms/results',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This speaks about how somebody healed or how a treatment turned out.',
  why: 'A result or a recovery tells that there was a treatment, and who had it.',
  instead: 'Answer the kindness, not the result: "Thank you for sharing this with us."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says([
      '(love|glad|happy|hope|hoping|thrilled|excited) ..2 (you|u|she|he|{name}) {soft}*1 (can|are|is|could|get|gets|get to|were) ..7 (again|without|normally|anymore|pain|for the first time)',
    ]),
    says([
      '(^|and|{comma}|please|so|now) {soft}*1 (heal|rest|mend|recover|feel better|get well|rest up|heal up|ice) {soft}*1 (up|soon|quick|quickly|well|fast|faster|and)?$',
      '(^|and|{comma}|please|so|now) (heal|rest up|mend|recover|feel better|get well) {soft}*1 (up|soon|quick|quickly|well|fast|faster|and)',
    ]),
    things(['outcome', 'carenoun'], {
      where: (thing, asked) =>
        (thing.hold !== 'bare' || asked.sentence.felt) && thing.hold !== 'ours' && tied(thing, asked),
    }),
    says(
      [
        '^ {soft}*1 (happy|easy|good) (healing|recovering|recovery)',
        '(congrats|congratulations|woohoo|woo hoo|yay|hooray|way to go|bravo|amazing|look at you) ..6 ({outcome}|free|sober)',
        '(good|great|wonderful|happy|amazing|best) news {soft}*1 (about|on|with|regarding|from) (the|your|that|those|her|his) ..3 {procedure|finding|condition|body|outcome}',
        '(what|such) a difference ..4 {procedure|product|carenoun}',
        '(glad|hope|hoping|happy|thrilled|relieved) ..2 (mom|dad|mama|papa|grandma|grandpa|nana|baby|hubby|granny|little one|little man|little girl|little guy|the {relative.one|relative.many}|your {soft}*1 {relative.one|relative.many}|{name}) {soft}*1 (is|are|was|feels|gets|got|has|can) {soft}*2 (better|well|good|fine|recovering|healing|home|comfortable|doing|on the mend|feeling|up|latching|sleeping|walking|eating|back|great)',
        '(congrats|congratulations|welcome) ..4 (twins|baby|babies|triplets|newborn|bundle|little one|arrival|pregnancy|baby boy|baby girl|rainbow baby|addition|sobriety|weight loss|{outcome})',
      ],
      { where: ({ sentence }) => !sentence.crowd },
    ),
    says(
      [
        '(feel|feeling|felt|feels|doing|healing|recovering|improving|getting|be|back|seeing|sleeping|walking|resting|hearing|moving|running|smiling|eating|chewing) {soft}*2 (better|great|well|good|like {you|she}|like a|normal|up|comfortable|relief|results|stronger|pain free|pain-free|at your|to (your|normal|running|golf|work)|yourself|himself|herself|back to|on your feet|best|confident) ..2',
        '(speedy|quick|smooth|full|easy|fast|happy|swift|uneventful|good|continued) {soft}*1 (recovery|healing|return|road)',
        '(no more|goodbye|bye bye|bye|farewell|so long|life without) (to)? (your|the|those|that)? {soft}*1 {procedure|condition|sequel|product|body}',
        '{count|number} (day|days|week|weeks|month|months|year|years) {soft}*1 (in|out|post|post-op|later|down|free|strong) {soft}*1 (and|{comma}|already|from|since|of|$|{emoji})',
        '(recovery|healing|your progress) {soft}*1 (is|was|has been|goes|went|going|look|looks|looking|coming) {soft}*1',
        '(hope|hoping|wish|wishing|glad|happy|thrilled|relieved|sorry) ..3 {you|she|name|relative} {soft}*1 {be}? {soft}*2 (heal|healing|recover|recovering|feel better|feeling|resting|doing|improving|on the mend|comfortable|up and|back|free of|in less|sleeping|walking|over)',
        '(turn out|turned out|turning out|came|come|coming|heal|healed|healing|settle|settled|settling|worked|working|went|held|holding|clear|cleared|clearing|calm|calmed|calming) {soft}*2 (out|up|down|in|nicely|beautifully|wonders|well|for (you|u|her|him)|off) ..2 (positive|great|beautifully|perfect|perfectly|well|amazing|so well|nicely|lovely|gorgeous|how you|for (you|u|her|him)|the way)',
        '(difference|changes|change|results|outcome) (it|we|you|this|they|she|he) {soft}*2 ({past}|has|have|made|makes|see|seeing|wanted|hoped|deserve)',
        '(how|as) far (you|u|she|he|{name}|they) ..2 come',
        '(over|through|behind|past) (it|you|the worst|this) {soft}*1 (now|already)',
        '(happy|pleased|satisfied|unhappy|dissatisfied|disappointed|thrilled|in love|obsessed) with ((your|the|her|his) {soft}*3 ({outcome}|{procedure}|{product}|{body}|{carenoun}|experience|service|look)|how (it|everything|they|things|your))',
        '(meet|met|exceed|exceeded) (your|ur|her|his|their) {soft}*1 expectations',
      ],
      {
        where: (asked) => asked.sentence.someone && !asked.sentence.crowd,
        unless: [
          '(day|weekend|week|time|holiday|experience|service|review|feedback|words)$',
          '(doing|do|get|getting) better (for|at|by|with) (everyone|all|our)',
        ],
      },
    ),
  ),
})
