import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'

export default defineRule({
  id: 'confirms/apology',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This apology admits that the reader was here and what happened.',
  why: 'Being sorry for "the wait you had" or "your pain" confirms the visit, and may be read as admitting a fault.',
  instead: 'Regret without admitting: "We are sorry to hear this. Please call our office manager."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    says(
      [
        '{sorry} (that)? (the|our|my|it|things) {soft}*2 {word}? {soft}*1 (was|were|took|made|left|ran|felt|got|hurt|came) {soft}*2 {word}',
      ],
      { where: ({ sentence, has }) => !sentence.crowd && !has('ops', 'contact') },
    ),
    says(
      [
        '{sorry} ..4 (about|abt|for|that|to hear about) ..3 {soft}*2 (wait|waiting|waits|delay in|discomfort|pain|mistake|mix up|error|oversight|mishap|way (you|your|she|he)|treatment you|care you|service you|how (you|your|she|he) ..2 (treated|spoken|handled|greeted)|long (wait|drive)|early|hold time|rough|bad (day|appointment|visit)|scheduling|misdiagnosis|miscommunication|bill|charge) !(time|times|on (the|this) (post|website|site|page|listing)|caused by (our|the) (website|listing|post|site))',
        '{sorry} ..3 (that )?{you} {soft}*2 (had|have|were|was|did not|are|experienced|waited|felt|received|got|have been|left|came|encountered|went|found (it|the|our|us)|could not|is|still|has) {soft}*2 (to wait|wait|a|an|such|to|kept|made|left|treated|rushed|judged|ignored|dismissed|unhappy with|not (happy|satisfied|pleased|treated|seen|given)|in (pain|discomfort)|hurt|waiting|experience|bad|poor|less|the|this|that|rude|feeling (rushed|judged|ignored|dismissed|pain|worse)|feel (rushed|judged|ignored|dismissed)|like|our|your|any|trouble|so long|out|home|on hold|turned away|your|it|scared|unseen|unheard|upset|for|back|uncomfortable|worse)',
        '{sorry} (to|for) your {soft}*2 {word}',
        '{sorry} ..3 (hiccup|hiccups|confusion|trouble|issue|issues|problem|problems|wait|delay|mess|mixup) {soft}*1 (at|in|during|with) (the)? (check out|checkout|check-out|check in|checkin|check-in|exam room|chair|your visit|your appointment)',
        '{sorry} ..2 (about|for) ..8 (to|toward|towards|with|at) (you|your {soft}*1 (son|daughter|child|family|mother|mom|husband|wife|dad))$',
        '{sorry} ..6 (we|our {soft}*2 {staffword}|{staff}|{staffword}) {soft}*2 (did|was|were|have|had|could|made|ran|kept|left|let|took|forgot|missed|rushed|hurt|caused|overlooked|failed|lost|got) {soft}*2 {not}? ..6 (you|your|u|her|him|late|behind|long|busy|waiting|wait)',
        '(we|i) {soft}*1 (let you down|failed you|dropped the ball|messed up|made a mistake|ran (late|behind|over)|were running (late|behind)|were (late|behind|short staffed|overbooked)|kept you|rushed you|hurt you|missed (it|that|the mark) with)',
        '{sorry} ..3 (your|this|that|the) {soft}*3 (visit|appointment|experience with (us|our|{staff})|procedure|treatment|session|results|result|outcome)',
        '(make|making) (it|this|things) (right|up) (to|for|with) you',
        '(sorry|apologize|apologies) ..3 (keeping|making|rushing|hurting|missing|running|losing|leaving|not (calling|seeing|being|having|giving|listening)) (you|late|behind|your|on time)',
      ],
      {
        where: ({ sentence }) => sentence.felt && !sentence.crowd,
        unless: [
          '(had|have|having|feel|felt|are|were) {soft}*2 (this|that|such)? {soft}*2 (a)? {soft}*2 (way|experience|frustration|impression|feeling|feelings|trouble (finding|with (our|the) (website|link|site|listing|form|phone)))',
          '(any|anyone)',
          '(delay|late|delayed|wait|long) {soft}*1 (in|on|for)? (our|the|my|a)? {soft}*1 (response|reply|getting back|responding|replying|answer)',
          'missed your {soft}*1 (message|messages|call|email|dm|question|comment|note|tag)',
          '(phone|phones|by phone|line|lines|website|site|listing|link|music|hours|door|parking|post|video|form|event|booth|page)',
        ],
      },
    ),
  ),
})
