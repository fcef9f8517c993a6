import { defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'
import { FORMALITY, MARK, SHARED } from './around.ts'

const WHO =
  '(she|he|they|her|his|their|parents|mom|mama|dad|family|patient|client|bride|couple|lady|girl|girls|guy|guys|gal|man|woman|teen|gentleman|{name}|kiddo|mother|father|husband|wife)'
const OK =
  '(fine|sure|ok|okay|okayed|cool|yes|yep|permission|thumbs up|thumbs-up|go ahead|green light|blessing|consent|consented|game|down|happy for|approved|approval|agreed|all for it|good with|nod|greenlight)'
const POST = '(post|share|film|record|use|show|tell|tag|feature|put|repost|video|photograph|brag|upload)'

const CUES: readonly Cue[] = [
  {
    say: [
      '(no|without|skip the|forgot the|never got a|did not get a|do not need|did not need|do not have|never signed|did not sign|has not signed|will sign|later|who needs) ..3 (paperwork|form|forms|release|signature|waiver|anything|authorization) ..20 (said|told|asked|ok|okay|fine|yes|good|cool|post|share|video|consent|tagged|happy|love)',
      '(asleep|sedated|knocked out|under anesthesia|unconscious|numb) ..2 (so|and|but) ..3 (not mind|not care|not know|not complain|never know|no complaints)',
      '(too (shy|busy|lazy|tired|excited|young|sick|impatient)|could not|would not|refused|hates|did not want|no time) ..2 (for|to sign|to fill|signing|filling) ..3 (form|forms|paperwork|papers|anything|release) ..9 (nodded|nod|yes|ok|okay|said|thumbs|winked|smiled|agreed|so)',
      '(said|told|ok|okay|fine|yes|cool|consent|verbal|video) ..12 (good enough|counts|we are good|so we are|is enough|no (paperwork|form) needed|paperwork later|sign later|form later)',
    ],
    severity: 'stop',
  },
  {
    say: [
      `${WHO} {soft}*1 (said|says|told us|told me|gave us|gave me|gave|give|dm would us|messaged us|nodded|winked|did not|does not|do not|replied|agreed|texted|even said|let us|lets us|wants us|asked us|begged us|wanted us|insisted|approved|okayed|consented|signed off|would not mind|told) ..4 (${OK}|${POST} ..2 (it|this|that|her|his|their|them|us|all|pic|photo|story|video|so|if|because|away)|mind (${MARK}|..2 (us|if|sharing|me))|(we|i) (can|could|may))`,
      `${WHO} {soft}*1 (is|are|was|were) ..3 ${OK} ..2 (with|to|about|for|if|us|{emoji}|$)`,
      '(dm would|texted|messaged|told|begged|wrote) (us|me) ..4 (post|share|tag|feature|repost) ..1 (me|this|it|my)',
      '(signed|sign|signs) (nothing|no (form|forms|paperwork|release|papers)) ..3 (but|yet|and|still)',
      '(permission|consent) (granted|given|obtained|received)',
      `(with|got|has|have|had|gave|by|without) (her|his|their|verbal|oral|full|spoken|patient|client|mom 's|the patient 's|the client 's|{name} 's|parent|parental) {soft}*1 (permission|consent|ok|okay|blessing|approval|go-ahead)`,
      '(posted|shared|sharing|posting|filmed|used) ..2 with {soft}*2 (permission|consent|approval)',
      '(permission|consent|ok|okay|blessing) ..2 (from|by|granted|given|obtained|received) ..1 (her|him|them|mom|patient|client|parents|the|our|this|{name})',
      '(verbal|oral|spoken|word of mouth) (consent|ok|okay|permission|yes|approval|authorization)',
      '(we|i) {soft}*1 (asked|checked) (first|her|him|them|mom|with her|with him|and (she|he|they|mom))',
      `${WHO} {soft}*1 (verbally|happily|kindly|graciously|gladly)? (agreed|consented|okayed|approved) (to|this|it|the|over|on|by|via|in|${MARK}|so|and)`,
      '(knows|aware) (that)? (we|i) (am|are)? (posting|sharing|filming|using) ',
      '(fair game|her idea|his idea|public anyway|already public|posted it (herself|himself|themselves)) ',
      '(model release|media release|photo release|intake form|intake paperwork|new patient form|new patient paperwork|consent form|release form|intake) ..9 (so|swipe|enjoy|here|post|share|photo|pictures|covers|covered|good to go|says|lets|means|we can)',
      `(sign|signed|signs) ..4 (model release|media release|photo release|photo consent|intake form|intake paperwork|release|consent) ..4 (so|swipe|enjoy|here|${MARK})`,
    ],
    where: ({ passage, mentions, lists }) =>
      !mentions(FORMALITY) &&
      !(passage.to - passage.from <= 4 && !mentions(SHARED)) &&
      (!passage.open || (passage.a & lists.a('we')) !== 0) &&
      ((passage.a & lists.a('you')) === 0 || passage.told || (passage.a & lists.a('she')) !== 0),
  },
]
const POLICY = [
  '(written|signed) {soft}*1 (authorization|permission|consent|release|form|hipaa) ..3 (only|before|first|for every|from every|is required|always)',
  '(we|i) (never|always|only|do not) ..4 (post|share|ask|show|use|get|film) ..8 (without|with|written|signed|first|consent|permission|authorization)',
]

export default defineRule({
  id: 'consent/verbal',
  category: 'verbal-consent',
  severity: 'needs_authorization',
  kinds: POSTS,
  says: 'This counts on a spoken yes, a message or a thumbs-up.',
  why: 'Only a written, signed and dated authorization counts. A yes in the chair, in a message or on camera does not, however happy the person was.',
  instead:
    'Wait with the post until the full form is signed, and keep it on file. The form must say which pictures or words, where they will appear, what for, until when, and be signed and dated.',
  citations: [{ article: 'verbal-yes-is-not-authorization', source: '45 CFR 164.508(c)(1)' }],
  since: '0.1.0',
  match: cues(CUES, { unless: POLICY }),
})
