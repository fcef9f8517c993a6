import { anyOf, defineRule, POSTS } from '../kit.ts'
import { type Cue, cues, isCaption, isQuiet } from '../story/cues.ts'
import { CARE, HIRED, MARK, PER } from './around.ts'
import { bothBare } from './bare.ts'
import { course } from './course.ts'
import { calm, cast, instructs, ofCare, ofHouse, ofTeam, shows, teaches, underPicture } from './showing.ts'

const UNIT = '{show.unit}'
const N = '({number|count}|zero|few|couple|several)'
const GAP =
  '({sign|emoji|stop}|and|vs|to|versus|then|through|v|x) {sign|emoji}*3 (and|vs|to|versus|then|through)? {sign|emoji}*2'
const PIC = '(photo|photos|pic|pics|picture|pictures|shot|shots|image|images|selfie|selfies|video|videos)'
const DONE = '{procedure|product|condition|story.care}'

/** How a picture is cried out. */
const LOOK =
  '(look at|check out|take a look at|obsessed (with|w)|in love (with|w)|over|here for|swooning over|feast your eyes on|how about|can we talk about|talk about|peep|behold|loving|love|loved|wow|omg|whoa|proud of|thrilled with|happy with|isn|is not)'

const CUES: readonly Cue[] = [
  {
    say: [
      `(before|after) ${PIC}`,
      `(before|befores) ${GAP} (after|afters) (so|here|$|{sign|emoji|tag|comma|quote}|${PIC}|of|from|on|by|with|for|are|is)`,
      `(swipe|scroll|slide|tap|wait) ..3 (before|after|befores|afters) (${MARK})`,
      `(before ${GAP} after|before ${GAP} afters|before and after|before and afters) ((our|her|his|this|just|one|two|{number}) ..3 (${CARE})|so|here|you)`,
      '(before and after|before and afters) ({sign|emoji|tag|comma|quote|colon}|$|of|from|on|by)',
      `(see|shows|this is|here is|look at|tap|swipe|proof of|imagine) ..3 what (just|only)? ({number|count}|few|a few|a little|some) {soft}*1 (${UNIT}|{product|procedure}|syringe|syringes|ml|vial|vials|millimeters|millimetres|sessions) ..3 (can do|did|does|will do|made)`,
      '(left|top|first|before) {colon|sign} {soft|det}*2 ({month|weekday|when|number|count|show.unit}|then|day)*2 {stop|comma|sign|emoji}*2 (right|bottom|second|last|after) {colon|sign} {soft|det}*2 ({month|weekday|when|number|count|show.unit}|now)',
      `same ({body}|person|woman|man|girl|guy|smile|face) {stop|comma|emoji|sign}*2 {soft}*1 (different|brighter|straighter|whiter|fuller|smoother) {^stop|staffword}`,
      `(the|her|his|our|an|my) {soft|story.pic}*2 {quote}? (before|after) ({quote|emoji|tag}|is|on this|on these|of this|will|has|photo|${MARK})`,
    ],
    where: shows,
  },
  {
    say: [
      '(this|that|it|believe|guess) ..3 same {body}',
      `${UNIT} ${N} ${GAP} ${UNIT} ${N} !{colon}`,
      `${N} {soft|condition}? ${UNIT} ${GAP} ${N} {soft|condition}? ${UNIT} (post|later|apart|out|in)? `,
      `(first|initial|baseline|pre-op|preop|pre op|day of|start|immediately after|right after) {story.pic|show.unit|procedure}? ${GAP} ({soft}*2 (last|latest|final|most recent|current|today|now|finish|healed)|${N} ${UNIT})`,
      '(then|fresh|old) {emoji|sign}*3 (vs|versus|and|to)? {sign|emoji}*3 (now|healed|new) ({sign|emoji|colon|stop}|$)',
      '(same) (patient|client|person|woman|man|girl|guy|mouth|face|smile|lighting|teeth|angle|jeans|light)',
      '(real|actual|real-life) {soft}*1 (patient|client|mommy makeover|{procedure})',
      '({outcome|procedure}|case|lips|smile|crown|nose|skin|face|brows) of the (day|week|month)',
      '{show.tag}',
      '(left|right|top|bottom|upper|lower|one|first) (side|half|arch|row|eye|ear|leg|brow) {soft}*1 (done|down) ',
    ],
    where: (asked) =>
      !asked.passage.asked && !teaches(asked) && !ofHouse(asked) && !(ofTeam(asked) && asked.mentions(HIRED)),
  },
  {
    say: [
      '(cropped|blurred|covered|hid|blocked|masked|censored|pixelated|bar|bars|box|sticker|stickers|emoji) (in|out|over|on|across)? ..2 (face|faces|eyes|eye|identity|head|name|nipples|smile|{body})',
      '(face|faces|eyes|eye|identity|head|name) ..1 (covered|cropped|blurred|hidden|blocked|barred|masked|censored|pixelated)',
      '(from|went from) (this|that) {emoji|sign|comma}*3 (to|into) {emoji|sign|comma}*2 (this|that)',
      '(result|results|transformation|difference|proof|photos|pictures|pics|journey) (speak|speaks|say|says|is in|are in) (for|it|for itself|for themselves|the)',
    ],
    where: shows,
  },
  {
    say: [
      '(swipe|swiping|scroll|slide|tap|hold|zoom|turn the page) ..6 (her|his|this patient|this client|before|after|old|first|starting|original|{outcome}|{month}|journey|the difference !between|where (we|she|he|it))',
      `(swipe|scroll|slide|tap|zoom) ..4 (this|that|these) {soft}*2 (${CARE})`,
      '(swipe|scroll|slide|tap) (to see|and see|for) ..2 (how|what) (we|dr|{staff}|{number}|two|one|she|he) ',
      `(left|right|top|bottom) (is|was|${MARK}) ..3 ({month|weekday|when|story.close|number|count}|(left|right|top|bottom))`,
      '({procedure|product}|teeth|smile|smiles|lips|brows|lashes|skin|nose|face) ..2 (heading|walking|leaving|strolling|strutting|walked|headed|strutted) {soft}*1 (out|home|out the door|the building|into)',
      '({condition|body|procedure}) before {stop|comma|sign|emoji}*2 ({condition|body|procedure}|legs|skin|smile) after ({stop}|{emoji}|{tag}|{comma}|$)',
      'from {det}? size {number|count} to {det}? (size)? {number|count}',
      '(side by side|in one swipe|old {^stop}? (vs|versus) new)',
      '(you|u)? (swipe|swiping) ..3 {condition|body} ..2 (disappears|vanishes|goes|shrinks|lifts|fades)',
    ],
    where: (asked) => shows(asked) && ofCare(asked),
  },
  {
    say: [
      `${LOOK} {colon|emoji|sign|comma}*2 (this|that|these|those|her|his|how|the) {soft|positive}*4 {count|number}? {soft|positive|body|procedure}*2 (${CARE}|{show.thing}|{procedure}) !{^stop|sign|emoji|comma|tag|prep|be|soft|modal|have|we|she|i|they|if|hinge}`,
      '^ (this|that|these|those|such a|what a) {soft|positive}*3 ({outcome}|smile|skin|jawline|profile|lips|nose|glow|cheekbones|brows|shape|waist|waistline|hairline|difference|change) !({be}|{^stop|sign|emoji|comma|tag|hinge})',
      '(what a|such a|huge|big|insane|night and day) (difference|change|transformation|glow up|improvement) !{^stop|sign|emoji|tag|comma|number|count|when}',
      '(done|by|did|do|does) (to|for|with) (this|that|her|his) {soft}*2 {body}',
      'the difference (a|one|{number}|{count}|some|our) ..4 (on|to|in|makes|made)',
      `(closed|fixed|corrected|straightened|restored|filled|lifted|softened|erased|removed|transformed|smoothed|rebuilt|replaced|whitened|brightened|contoured|snatched) (this|that|these|those) {soft}*2 (${CARE})`,
    ],
    where: (asked) => shows(asked) && isQuiet(asked) && !(asked.portrait.b & asked.lists.b('story.device')),
  },
  {
    say: [
      `(only|just|now)? ${N} {soft}? ${UNIT} {sign}? (out|post|post op|postop|post-op|later|apart|healed|post treatment|post procedure)`,
      `(${DONE}|{body}) ..3 {comma|sign} ${N} {soft}? ${UNIT} (out|later|apart|post|in|of progress|of healing)? $`,
      `(healed|progress|results|result|healing|glowing) ..4 (at|after|in) {soft}*2 {number|count} {soft|procedure|product|unknown}*2 ${UNIT}`,
      `${N} {soft|unknown|procedure|product|story.care}*2 (sessions|treatments|rounds|syringes|visits|trays) (so)? (far|in|down|already|deep)`,
      `(${DONE}|{body}) in ({number|count}|just|only) {number|count}? ${UNIT} ({sign|emoji|tag}|$)`,
      '(from {^prep} to {^prep}|{positive|unknown|body} to {positive|unknown}) ..2 (in|after|with) ..2 {show.unit}',
      `${N} (days|weeks|months|hours|years|sessions|rounds|treatments|week|month|day) (after|of|post|with|on) ({she}|the|this)? {soft}*2 ${DONE} {emoji|sign}*3 $`,
    ],
    where: (asked) =>
      (isCaption(asked) || (asked.passage.a & asked.lists.a('she')) !== 0) &&
      isQuiet(asked) &&
      (asked.portrait.care.all.some((care) => care.strong) || cast(asked).patient) &&
      !instructs(asked),
  },
  {
    say: [
      `${N} {soft}? ${UNIT} (after|post|out|post op|post-op) ..6 (she|he|her|his) `,
      '(results|result) after (just|only)? {number|count} ',
      '(results|result|difference|change) (on|from|for) (this|these|that|her|his) ',
      '(down|lost|minus|dropped) {number|count} (lbs|lb|pounds|inches|sizes) (since|in|on|with|and|$)',
      `(this|that|her|his) {soft}? (${CARE}) (is|are|has|have|looks|look) {soft}? (healing|healed|settling|settled|glowing|looking|fading)`,
      `(and|now) {she|det}? {soft}? (${CARE}|redness|pigment|lines) (is|are) {soft}*2 (gone|history|erased|no more)`,
    ],
    where: calm,
  },
  {
    say: [
      `(${CARE}|redness|pigment|gap|wrinkles|lines) {comma|sign}? (is|are|was|were|{sign})? {soft}*2 (gone|history|vanished|erased|be gone|disappeared|no more|bye|goodbye|melted|dissolved) ($|{emoji|tag|sign})`,
      '(no filter|no filters|zero filters|no photoshop|unfiltered|no retouching|unedited|no editing) ({stop|emoji|sign|comma}|$)',
      `^ from ({unknown}|{condition}|{soft}) to ({unknown}|{positive}|{soft}) (${MARK})`,
      `^ {soft|emoji}*2 from {^stop|prep|det|procedure|product|number|month|weekday|hinge} to {soft}*1 ({positive}|full|fuller|smooth|smoother|clear|calm|lush|thick|even|glowy|wow|fab|flawless|confident|gone) ({stop}|{emoji}|{tag}|$|in|after|with)`,
      `^ {condition.one} (corrected|closed|fixed|resolved|cleared|straightened|repaired|reversed|erased|lifted|healed|conquered|crushed) (without|with|in|after|by|${MARK})`,
      `^ {soft|positive}*2 (${CARE}) {^stop}? ..2 by (us|me|our team|yours truly|..2 {staff}|nurse|dr)`,
      '(magic|work|handiwork|masterpiece|artistry) (by|from|of) (us|our|yours|{staff}|nurse|dr)',
      `^ (post op|postop|instant|immediate) {story.care}? (${CARE}|after|result|results) `,
      `^ ..3 (${CARE}) (on|for) (the|these|this|those) ..2 {body} !{^stop|sign|emoji|comma|tag|hinge|prep}`,
      '({procedure|product|outcome}|glow up|glow-up|makeover|transformation|smile makeover|lip|skin) (alert|time|tuesday|photos|reveal|results|result|transformation|glow up|glow-up|makeover|moment|magic|progress|journey|check in|check-in) !{^stop|sign|emoji|comma|tag}',
    ],
    where: (asked) => underPicture(asked) && ofCare(asked) && !(ofTeam(asked) && asked.mentions(HIRED)),
  },
  {
    say: [
      '{number|count} {sign}? {number|count}? (syringe|syringes|ml|cc|ccs|vial|vials|units) ',
      '{number|count} {soft}? {product|procedure} {soft}? (sessions|treatments|rounds|syringes|session|treatment|visits) ',
      `{number|count} (sessions|treatments|rounds|visits) (of|x) {soft|unknown}*2 (${CARE}) `,
    ],
    where: (asked) =>
      underPicture(asked) &&
      (asked.portrait.a & asked.lists.a('body', 'condition', 'outcome', 'story.care', 'procedure')) !== 0 &&
      !asked.mentions(PER),
  },
]

const NOT_SHOWN = [
  '(do not|never|no more|no|without|about|what) ..3 (before and after|before and afters)',
  '(range|ranging|ages|aged) ..2 (from)? {number|count} ..3 to {number|count}',
  '(two|2|second|third|three|{number}) {soft}*1 (doses|dose|shots|boosters|vaccines)',
  '(bogo|buy one|half off|second half off|challenge {colon}|timeline {colon}|countdown)',
  '(written|signed) (authorization|permission)|(ask to see|stock photos|authorization form|photo policy)',
]

export default defineRule({
  id: 'consent/before-after',
  category: 'before-after',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This shows, or announces, what one person looked like before and after.',
  why: 'Pictures of a result need a signed authorization, also when the face is cropped or covered: a smile, a scar or a tattoo is enough to be recognized.',
  instead:
    'Post it only with the signed form for these pictures. The form must say which pictures, who may post them, where and to whom, what for and until when, that it can be taken back, and be signed and dated.',
  citations: [{ article: 'before-after-needs-authorization', source: '45 CFR 164.508(c)' }],
  since: '0.1.0',
  match: anyOf(bothBare, course, cues(CUES, { unless: NOT_SHOWN })),
})
