import { anyOf, defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'
import { CARE } from './around.ts'
import { shared } from './shared.ts'
import { cast } from './showing.ts'
import { fromHouse } from './source.ts'

const FROM =
  '(patient|client|patients|clients|her|his|she|he|{name}|mom|mama|girl|girls|guy|family|regular|babe|queen)'
const PAGE =
  '(page|story|stories|account|instagram|facebook|feed|profile|insta|ig|post|tiktok|video|reel|selfie|vlog|tweet)'

const CUES: readonly Cue[] = [
  {
    say: [
      `(repost|reposting|reposted|regram|regramming|resharing|reshare|reshared|duet|dueting|stitch|stitching|stole|borrowed|stealing|snagged|swiped|#repost|#regram) ..3 (from|this|of|with|her|his|my|our|{handle}|{emoji}|{colon}|{quote}|{name}) ..5 (${FROM}|{handle}|{quote}|${PAGE}|skin|smile|journey)`,
      `(tagged|tags|tagging|mentioned) (us|me) (in|from|{comma}|and|at|on|{emoji}|with|{stop}|so|first|{handle})`,
      `(from|shared from|credit to|credit|via|by|off|on) ..2 (her|his|their|{name} 's|{handle} {unknown}?|{patient.one} 's|patient 's|client 's|{relative.one} 's|{story.who.one} 's|{name}|{emoji}) {soft}*1 ${PAGE}`,
      `(sharing|shared|posting|posted|reposting) (her|his|their|{name}|this from|a post from|one of our) {name}? 's? {soft}*1 (story|stories|post|video|reel|selfie|announcement|pic|photo|words|journey|vlog|tiktok|experience)`,
      `(thank you|thanks|ty|thx) ..3 (for)? ..1 (sharing|tagging|posting|the tag|the shoutout) ..2 (your|us|this|her|his) ..9 (${CARE}|{emoji}|{she})`,
      `(tiktok|reel|story|post|vlog|video|selfie|tweet|thread) (from|by|of) (a|one of our|our|this|my) {soft}*2 ({patient}|{story.who}|mom|moms|mama|mamas|dad|dads)`,
      `(our|one of our|a|this|my) {soft}*2 (patient|client|patients|clients) ..2 (posted|tweeted|tiktoked|vlogged|filmed|shared|tagged|(made|recorded) (this|a))`,
      `(she|he) (posted|filmed|shared|uploaded|tweeted|made|recorded) (this|it|a ${PAGE}) `,
      '(thank you|thanks|thx) ..2 for (the tag|tagging us) ',
      '(look what|see what|found what) ..4 (posted|shared|tagged|made)',
      '(when|love it when|love when) (our|my|your) (patients|clients|patient|client) ..3 (tag|tags|post|posts|share|shares)',
    ],
    where: (asked) => !fromHouse(asked.sight.draft.text) || cast(asked).somebody,
  },
]
const OURS = [
  '(repost|reposting|reposted|regram|resharing|throwback) ..2 (from|of|to) (our own|our|ourselves|us|the archive|the archives)',
  '(written authorization|policy|can we share|may we share|please tag|tag us in your|tag us for|do not repost)',
]

export default defineRule({
  id: 'consent/repost',
  category: 'repost',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This shares something that a patient or visitor posted.',
  why: 'Their post is theirs. When the practice shares it, the practice itself tells the world about a patient. A tag, a heart or a yes in a message is not an authorization.',
  instead:
    'Leave it on their page, or get the signed form first: it must name this post, who may share it, where, what for and until when, say that it can be taken back, and be signed and dated.',
  citations: [{ article: 'reposts-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  match: anyOf(shared, cues(CUES, { unless: OURS })),
})
