import { anyOf, defineRule, type Matcher, POSTS, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { type Asked, type Cue, cues, isCaption, isQuiet } from '../story/cues.ts'
import { portraits } from '../story/portrait.ts'

const UNIT = '{show.unit}'
const N = '{number|count}'
const GAP = '{sign|emoji|comma}*3 (and|vs|to|versus|then|through|v|x)? {sign|emoji|comma}*3'

/** How a picture is cried out. */
const LOOK =
  '(look at|check out|take a look at|obsessed (with|w)|in love (with|w)|over|here for|swooning over|feast your eyes on|how about|can we talk about|talk about|peep|behold|loving|love|loved|wow|omg|whoa|proud of|thrilled with|happy with|isn|is not)'

const CUES: readonly Cue[] = [
  {
    say: [
      '{outcome} (time|tuesday|reveal|alert|photo|photos|pic|pics|picture|pictures|shot|shots|video)',
      '(before|after) {comma}? (photo|photos|pic|pics|picture|pictures|shot|shots|image|images|selfie|selfies)',
    ],
    where: (asked) => !instructs(asked) && !ofTeam(asked),
  },
  {
    say: [
      `before ${GAP} after ($|{sign|emoji|tag|comma|quote}|photo|photos|pic|pics|picture|pictures|shot|shots|video|of|from|on|by|with|for|are|is|with)`,
      '(before and after|before and afters) ({sign|emoji|tag|comma|quote|colon}|$|of|from|on|by)',
      '{condition|body} {comma|sign}? (gone|vanished|erased|be gone|disappeared|no more) $',
      '(left|right|top|bottom) (is|was|{colon}) ..3 {month|weekday|when|story.close|number|count}',
      '(this|that|it|believe|guess) ..3 same {body}',
      '(healed|progress|results) ..4 (at|after) {number|count} {show.unit}',
      '(the|her|his|our|an) {soft}*2 {quote}? (before|after) !{^stop|sign|emoji|comma|quote|tag}',
      `${UNIT} ${N} ${GAP} ${UNIT} ${N} !{colon}`,
      `${N} ${UNIT} ${GAP} ${N} ${UNIT} (post|later|apart|out|in) `,
      `(first visit|initial visit|day one|first day) ${GAP} (last visit|latest visit|today|now|final visit|last day)`,
      `(first|initial) ${UNIT} ${GAP} (last|latest|final|most recent|current) ${UNIT}`,
      `(then) ${GAP} (now) ($|{sign|emoji|stop}|{colon})`,
      `^ (then|fresh|old) ${GAP} (now|healed|new) `,
      '^ this is {number} $',
      `(pre-op|preop|pre op|day of|baseline) ${GAP} ${N} ${UNIT}`,
      `${N} ${UNIT} ({emoji}|vs|versus) ${N} ${UNIT} `,
      '(0|no|zero) (filter|filters|photoshop|retouching|edits|editing) {stop|emoji|sign|comma}',
      '({body|outcome|procedure}|glow|smile|one|photo|pic) on the (left|right) ',
      '(real|actual) (patient|client)',
      'same (patient|client|person|woman|man|girl|guy|mouth|face|smile|lighting|teeth|angle|jeans|light)',
      '(real) {soft}*1 (mommy makeover|{procedure}) {^stop}? ',
      '({outcome|procedure}|case|lips|smile|crown|nose|skin|face|brows) of the (day|week|month)',
      '{show.tag}',
      '(cropped|blurred|covered|hid|blocked|masked|censored|pixelated) {^stop}? ..3 (face|faces|eyes|eye|identity|head|name|nipples)',
      '(face|faces|eyes|eye|identity|head|name) ..1 (covered|cropped|blurred|hidden|blocked|barred|masked|censored|pixelated)',
      '(cropped|zoomed) (to|in|out) ..3 {body}',
      '(from|went from) (this|that) {emoji|sign|comma}*3 (to|into) {emoji|sign|comma}*2 (this|that)',
      '(left|right) (is|was|{colon}) ..6 (right|left) (is|was|{colon})',
      '(result|results|transformation|difference|proof|photos|pictures|pics) (speak|speaks|say|says|is in|are in) (for|it|for themselves|the)',
      '(no filter|no filters|unfiltered|no retouching|unedited|no editing) ..6 {outcome|procedure|body|name|she|product}',
    ],
  },
  {
    say: [
      '(on the|at|top|bottom|{colon}|{sign}) (left|right|top|bottom) ..12 (left|right|bottom|top|now|after)',
      '(left|top) {colon|sign} ..8 ',
    ],
    where: ({ passage, portrait, lists }) =>
      (portrait.a & lists.a('procedure', 'condition', 'outcome', 'story.care', 'product')) !== 0 &&
      !(passage.b & lists.b('story.device')),
  },
  {
    say: [
      '(swipe|scroll|slide|tap|hold|zoom|turn the page) ..6 (her|his|this patient|this client|before|after|{outcome}|month|week|journey)',
      '(swipe|scroll|slide|tap) ..4 (this|that|these) {soft}*2 {body|procedure|condition}',
      '(swipe|scroll|slide|tap) (to see|and see|for) ..2 (how|what) (we|{product}|{procedure}|dr|{staff}|{number}|two|one) ',
    ],
    where: ({ passage, lists }) => (passage.a & lists.a('you')) === 0 || (passage.a & lists.a('she')) !== 0,
  },
  {
    say: [
      `${LOOK} {colon|emoji|sign|comma}*2 (this|that|these|those|her|his|how) {soft|positive}*4 {count|number}? {soft|positive|body|procedure}*2 {body|outcome|show.thing|procedure} !{^stop|sign|emoji|comma|tag|prep|be|soft|modal|have|we|she|i|they|if|hinge}`,
      '^ (this|that|these|those|such a|what a) {soft|positive}*3 ({outcome}|smile|skin|jawline|profile|lips|nose|glow|cheekbones|brows|shape|waist|waistline|hairline|difference|change) !{^stop|sign|emoji|comma|tag|hinge}',
      '(what a|such a|the|huge|big|insane|night and day) (difference|change|transformation|glow up|improvement) !{^stop|sign|emoji|tag|comma|number|count|when}',
      '(done|by) (to|for|with) (this|that) {soft}*2 {body}',
      '(did|do|does) (to|for) (this|that|her|his) {soft}*2 {body}',
      '(closed|fixed|corrected|straightened|restored|filled|lifted|softened|erased|removed|transformed|smoothed|rebuilt|replaced|whitened|brightened|contoured|snatched) (this|that|these|those) {soft}*2 {condition|body|procedure}',
    ],
    where: (asked) => isQuiet(asked) && !(asked.portrait.b & asked.lists.b('story.device')),
  },
  {
    say: [
      `(only|just|now)? ${N} ${UNIT} {sign}? (out|post|post op|postop|post-op|later|apart|healed|post treatment|post procedure) {sign|emoji|comma}*2 (from|of|and|with|after)? {soft}*2 {procedure|body|condition|positive|she|product|story.care}?`,
      `{procedure|story.care|product|condition|body} ..3 {comma|sign} ${N} (week|month|days|weeks|months|years) (out|later|apart|post|in|of progress|of healing)? $`,
      `${N} (days|weeks|months|hours|years|sessions|rounds|treatments|week|month|day) (after|of|post) ({she}|the|this)? {soft}*2 {procedure|product|story.care|condition} {emoji|sign}*3 $`,
    ],
    where: (asked) =>
      isCaption(asked) &&
      isQuiet(asked) &&
      (asked.portrait.care.all.some((care) => care.strong) ||
        (asked.passage.a & asked.lists.a('she')) !== 0) &&
      !instructs(asked),
  },
  {
    say: [
      `(only|just) ${N} (days|weeks|months|hours|week|month|day|session|sessions|treatment|treatments) (after|post|later|out|of|in)`,
    ],
    where: (asked) => (asked.passage.a & asked.lists.a('she')) !== 0,
  },
  {
    say: [
      '^ {soft|positive}*2 ({procedure|body|story.care}) {^stop}? ..2 by (us|me|our team|yours truly|..2 {staff})',
      '(magic|work|handiwork|masterpiece|artistry) (by|from|of) (us|our|yours|{staff}|nurse|dr)',
    ],
    where: (asked) => isCaption(asked) && isQuiet(asked) && !instructs(asked),
  },
  {
    say: [
      '^ (post op|postop) {procedure|product} ',
      '{number|count} (sessions|treatments|rounds|visits) (of|x) {soft|unknown}*2 {procedure|product} ',
      '{number|count} {soft}? {product|procedure|story.care} {soft}? (sessions|treatments|rounds|syringes|session|treatment|visits) ',
      '{number|count} {sign}? {number|count}? (syringe|syringes|ml|cc|ccs|vial|vials) ',
      '{number} units ',
      '(two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty) units ',
    ],
    where: (asked) =>
      isCaption(asked) &&
      isQuiet(asked) &&
      !instructs(asked) &&
      asked.passage.to - asked.passage.from <= 16 &&
      (asked.portrait.a & asked.lists.a('body', 'condition', 'outcome', 'story.care', 'procedure')) !== 0 &&
      !asked.mentions(PER),
  },
  {
    say: [
      '^ ..3 {procedure|product} (on|for) (the|these|this|those) ..2 {body} !{^stop|sign|emoji|comma|tag|hinge|prep}',
      '(glow up|glow-up|makeover|transformation|smile makeover|lip|skin) (alert|moment|check|szn|mode|reveal)',
      '{procedure|product|outcome} (reveal|results|result|transformation|glow up|glow-up|makeover|moment|magic|progress|journey|check in|check-in|update) !{^stop|sign|emoji|comma|tag|prep|demo}',
    ],
    where: (asked) => isCaption(asked) && isQuiet(asked) && !instructs(asked),
  },
]

/** "New face alert": somebody was hired. */
const ofTeam = ({ portrait, lists, sight }: Asked) =>
  (portrait.a & lists.a('staffword')) !== 0 || sight.reading.code.includes(String.fromCharCode(CODE.staff))

/** Teaches, instead of showing somebody. */
function instructs({ portrait, lists, mentions, sight, from }: Asked): boolean {
  // "Settles about two weeks later"
  if (from > 0 && lists.third(sight.reading.code.charCodeAt(from - 1)) & lists.c('about')) return true
  return ((portrait.a & lists.a('you')) !== 0 && portrait.figures.length === 0) || mentions(LESSON)
}
const LESSON =
  /\b(?:avoid|aftercare|instructions|what to expect|most people|most patients|usually|typically|expect|day 1:|do not|don't|skip|may|countdown|days left|until|results (?:vary|appear|last)|no (?:gym|alcohol|makeup|straws))\b/i
const PER = /\bper (?:unit|syringe|area)\b|=/

const NOT_SHOWN = [
  '(do not|never|no more|no) ..3 (before and after|before and afters)',
  '(written authorization|written permission|photo policy|ask to see|stock photos|authorization form|signed authorization)',
  '(we|i) (never|do not|only|always) ..2 (post|share|show|use) ..6 (without|with|unless|if) ',
]

/** "BEFORE: …" and, sentences later, "AFTER: …". */
const bothBare: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const code = (word: string) => vocabulary.put(word)
  const [before, after] = [code('before'), code('after')]
  const bare = new Set([
    CODE.colon,
    CODE.stop,
    CODE.emoji,
    CODE.sign,
    CODE.quote,
    CODE.comma,
    CODE.tag,
    Number.NaN,
    code('pic'),
    code('picture'),
    code('photo'),
  ])
  return Object.assign(
    ({ reading }: { reading: Parameters<typeof spanOf>[0] }) => {
      const text = reading.code
      const b = place(text, before)
      const a = b < 0 ? -1 : place(text, after)
      if (a < 0) return []
      const { genre, a: one, figures, passages } = looks().of(reading)
      if (genre.elsewhere) return []
      // "Before: coffee. After: coffee."
      const { lists } = looks()
      const care = lists.a('procedure', 'condition', 'outcome', 'story.care', 'product', 'visit', 'measure')
      if ((one & care) === 0 && figures.length === 0 && passages.length > 1 && !passages.some((p) => p.told))
        return []
      return [spanOf(reading, Math.min(a, b), Math.max(a, b) + 1)]
    },
    { triggers: new Set([before]) },
  )

  function place(text: string, word: number): number {
    const letter = String.fromCharCode(word)
    for (let i = text.indexOf(letter); i >= 0; i = text.indexOf(letter, i + 1)) {
      const next = text.charCodeAt(i + 1)
      const prev = text.charCodeAt(i - 1)
      const opens =
        i === 0 || bare.has(prev) || prev === vocabulary.code('the') || prev === vocabulary.code('and')
      if (opens && (i + 1 === text.length || bare.has(next) || next === vocabulary.code('on'))) return i
    }
    return -1
  }
}

export default defineRule({
  id: 'consent/before-after',
  category: 'before-after',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This shows, or announces, what one person looked like before and after.',
  why: 'Pictures of a result need a signed authorization, also when the face is cropped or covered: a smile, a scar or a tattoo is enough to be recognized.',
  instead:
    'Post it only with the signed form for these pictures. The form must say which pictures or words, where they will appear, what for, until when, and be signed and dated.',
  citations: [{ article: 'before-after-needs-authorization', source: '45 CFR 164.508(c)' }],
  since: '0.1.0',
  match: anyOf(bothBare, cues(CUES, { unless: NOT_SHOWN })),
})
