import { anyOf, defineRule, type Matcher, POSTS, spanOf } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'
import { portraits } from '../story/portrait.ts'

const CUES: readonly Cue[] = [
  {
    say: [
      '(repost|reposting|reposted|regram|resharing|reshare|reshared|duet|dueting|stitch|stitching|stole|borrowed|stealing|snagged|swiped) ..3 (from|this|of|with|her|his|{handle}|{emoji}|{colon}|{quote}|{name}|our) ..4 (patient|client|her|his|she|he|{handle}|{name}|{quote}|mom|story|page|selfie|skin|smile|journey|girl|girls|guy)',
      '(tagged|tags|tagging|mentioned) (us|me) (in|from|{comma}|and|at|on|{emoji}|with|{stop})',
      "(from|shared from|credit to|credit|via|by|off) (her|his|their|{name}|{handle}|a mom 's|a patient 's|a client 's|our patient 's|our client 's|one of our) {soft}*1 's? {soft}*1 (page|story|stories|account|feed|profile|insta|ig|post|tiktok|video|reel)",
      "(sharing|shared|posting|posted|reposting) (her|his|their|{name}|this from|a post from|one of our) {name}? 's? {soft}*1 (story|stories|post|video|reel|selfie|announcement|pic|photo|words|journey|vlog|tiktok|experience)",
      '(thank you|thanks|ty|thx) ..3 (for)? ..1 (sharing|tagging|posting|the tag|the shoutout) ..2 (your|us|this|her|his) ..9 {procedure|product|outcome|body|story.care|visit|emoji|she}',
      '(tiktok|reel|story|post|vlog|video|selfie|tweet|thread) (from|by|of) (a|one of our|our|this|my) {soft}*2 {patient.one|story.who.one}',
      '(our|one of our|a|this) {soft}*2 (patient|client|patients|clients) ..2 (posted|tweeted|tiktoked|vlogged|filmed|shared|tagged)',
    ],
  },
]
const OURS = [
  '(written authorization|policy|can we share|may we share|please tag|tag us in your|tag us for|do not repost)',
]

/** Whatever is shared as a repost comes from somebody else; news of a society or a shop shows no patient. */
const shared: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  return ({ reading, draft }) => {
    if (draft.kind !== 'repost' || reading.code === '') return []
    const { lists, of } = looks()
    const portrait = of(reading)
    if (portrait.genre.elsewhere) return []
    const p = portrait
    const somebody =
      p.figures.some(({ as, staff }) => as !== 'handle' && !staff) ||
      (p.a & lists.a('she', 'patient.one', 'i')) !== 0
    // A society, a paper, a school, the house itself.
    const news = (p.b & lists.b('story.offer', 'story.study')) !== 0 || SOCIETY.test(draft.text)
    if (news && !somebody) return []
    if (p.passages.length === 0) return []
    const ours =
      (p.a & lists.a('we')) !== 0 &&
      p.care.all.some(({ strong }) => strong) &&
      p.figures.some(({ as }) => as === 'handle')
    const named =
      p.figures.some(({ as }) => as === 'handle') &&
      p.figures.some(({ as, weight }) => as === 'name' || weight === 3)
    return [
      { ...spanOf(reading, 0, reading.code.length), ...((ours || named) && { severity: 'stop' as const }) },
    ]
  }
}
const SOCIETY =
  /\b(?:cdc|fda|nih|ada|aad|aap|aao|asps|aaos|apta|who'?s? (?:guidance|update)|association|academy|society|institute|department|library|museum|school|university|college|chamber|foundation|shelter|rescue|zoo|police|fire dept|city of|county|awareness|fundraiser|drive|5k|parade|festival|market|weather|storm|news|infographic|article|study|recall|guideline|tips?|recipe|meme)\b/i

export default defineRule({
  id: 'consent/repost',
  category: 'repost',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This shares something that a patient or visitor posted.',
  why: 'Their post is theirs. When the practice shares it, the practice itself tells the world about a patient. A tag, a heart or a yes in a message is not an authorization.',
  instead: 'Leave it on their page, or get the signed form that names this post and our page.',
  citations: [{ article: 'reposts-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  match: anyOf(shared, cues(CUES, { unless: OURS })),
})
