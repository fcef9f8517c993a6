import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'

const KIN =
  '(mom|mother|mama|mum|mommy|dad|father|daddy|son|sons|daughter|daughters|child|children|kid|kids|kiddo|kiddos|baby|babies|newborn|infant|toddler|teen|teenager|husband|wife|hubby|spouse|partner|boyfriend|girlfriend|fiance|fiancee|brother|brothers|sister|sisters|sibling|sis|grandma|grandmother|grandpa|grandfather|grandparents|granny|nana|papa|grandson|granddaughter|grandkids|grandchildren|grandchild|aunt|uncle|niece|nephew|cousin|parents|little one|little ones|little guy|little girl|little boy|little man|little lady|boy|boys|girl|girls|in-law|mother-in-law|ex-husband|ex-wife|loved one|twins|triplets|twin|better half|crew|princess|munchkin|peanut|roommate|coworker|neighbor)'

export default defineRule({
  id: 'confirms/relative',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: "This speaks about somebody in the reader's family as one who was treated here.",
  why: 'The person who was treated is protected whoever writes the review, and so are children and the dead.',
  instead: 'Do not mention the family member: "Thank you for the kind note."',
  citations: [{ article: 'replies-about-relatives', source: '45 CFR 164.502(f)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says(
      [
        `(you|u|both|all of you) and (your|ur) {soft}*2 ${KIN}`,
        `(say|tell|give|send) (hi|hello|hey|hugs|our best|our love|a hug|thanks) {soft}*1 (to|for) (your|the|those|that|mom|dad|grandma|grandpa) {soft}*3 (${KIN})?`,
        `(tell|hug|give|squeeze|kiss) (mom|dad|grandma|grandpa|mama|nana|papa|(the|those) {relative.many}|hubby|granny|baby) ..3 (we|hi|hello|hey|hug|love|a|that)`,
        `your {soft}*1 (late|sweet|poor|dear|beloved) {soft}*2 ${KIN}`,
        `your {soft}*4 ${KIN} (is|are|was|were|has|had|did|does|loves|looks|seems|sounds) !({soft}*2 (welcome|invited|free|allowed|important|our|eligible))`,
        '^ {soft}*2 (mom|dad|grandma|grandpa|mama|papa|nana|granny|hubby) {soft}*1 (was|is|did|looks|looked|has|handled|rocked|needed|seemed|felt) ',
        '^ {soft}*2 (poor|sweet|little|brave) (thing|guy|girl|baby|kid|soul|love|fella|man|lady|boy|one) ',
      ],
      {
        where: ({ sentence }) => !sentence.crowd || sentence.told,
        unless: [
          '(merry|wish|wishing|wishes|if|whether|when) ',
          'happy {soft}*1 (holidays|holiday|new|birthday|thanksgiving|easter|mother|father|halloween|{weekday})',
        ],
      },
    ),
    says([`your {soft}*4 ${KIN}`, '(your|ur) {soft}*2 (family|families)'], {
      where: ({ sentence, has }) =>
        !(sentence.crowd && !sentence.told) &&
        (sentence.told ||
          sentence.felt ||
          has(
            'procedure',
            'condition',
            'visit',
            'carenoun',
            'body',
            'act',
            'champ',
            'outcome',
            'choose',
            'patient',
            'record',
            'pay',
            'finding',
            'weekday',
            'when',
            'misdo',
            'sequel',
            'she',
          )),
      unless: [
        '(happy|merry|wish|wishing|wishes|hope|have|enjoy|blessed|safe|great|best|from) ..8 (you and (all )?(your|yours)|your {soft}*1 (family|loved ones)) ..3 (holiday|holidays|day|weekend|season|christmas|thanksgiving|year|summer|$)',
        '(wish|wishing|wishes|hope|holidays|holiday|thanksgiving|christmas|easter|new year|day|season) ..4 (to|for)? (you and)? your {soft}*1 (family|loved ones)',
        '(bring|tag|tell|ask|invite|share|grab|send) ..2 your {soft}*2 (kids|family|friends|bestie|friend|crew|whole|mom|kiddos|little ones) ..3 (to|for|down|along|along|too|about|and|$|about|this|in the|{emoji})',
        'if (you|your)',
      ],
    }),
    says(
      [
        `(tell|give|hug|kiss|squeeze|pass|send|let) (her|him|them|{name}|(your|that|the|those) {soft}*3 {word}) ..3 (we (said|say|are|love|miss|all|hope)|hi|hello|hey|hug|hugs|high five|high fives|pat|love|from (us|all|{staff}|everyone)|squeeze|kiss|treat|thanks|belly rub)`,
      ],
      { unless: ['(tell|let) ..1 your {soft}*1 (friends|family|followers)'] },
    ),
    says(
      [
        `{she} ..2 ({past}|is|loves|looks|deserves|makes|needs|feels|takes)`,
        `{felt} ..2 {name} {soft}*2 (liked|loved|likes|loves|enjoyed|was|is|had|did|feels|felt|got)`,
        '(watch|watching|watched|seen|see|seeing|know|known|knowing|helped|help|helping|treated|treating|cared for|caring for|taking care of|took care of|adore|adored|love|loved|miss|missed|met|meeting|having|remember) (her|him|them|your {soft}*2 {word}|{name}) {soft}*1',
        `(sorry|heartbroken|saddened|condolences|grieve|grieving|mourn|mourning|thinking|prayers|thoughts) ..6 (loss|passing|passed|death|died|{name})`,
        '(the|that|those|both|these) {soft}*2 (baby|twins|triplets|kids|kiddos|girls|boys|little ones|little guy|little one|little girl|little man|newborn|babies) !(room|shower|section|bed|clothes)',
        `(for|of|with|to|at|about) (such a |a |that |the |this )?{soft}*2 (little one|little guy|little girl|little man|little lady|kiddo|boy|girl)`,
      ],
      {
        unless: [
          "(kids|children|kiddos|little ones|girls|boys|babies|baby) 's? (corner|area|table|room|zone|section|menu|club|toys|books|wall|library|night)",
        ],
        where: ({ sentence, has }) => {
          if (sentence.crowd && !sentence.told) return false
          if (has('she') && !sentence.she && !has('relative')) return false
          if (!has('she', 'relative') && !sentence.someone) return false
          return (
            sentence.told ||
            sentence.felt ||
            has('visit', 'procedure', 'body', 'condition', 'champ', 'talk', 'outcome', 'when')
          )
        },
      },
    ),
  ),
})
