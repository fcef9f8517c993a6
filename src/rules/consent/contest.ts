import { anyOf, defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'

const WIN =
  '(win|wins|winner|winners|chance|prize|prizes|enter|entry|contest|giveaway|raffle|featured|feature|reposted|shoutout|gift card|crowned)'
const PICTURE =
  '(selfie|selfies|photo|photos|pic|pics|picture|pictures|video|videos|reel|before and after|before and afters|story|stories)'
const RESULT =
  '((before|after) (selfie|selfies|photo|photos|pic|pics)|{outcome|procedure|body|story.care}|glow|grin|grins|pout)'

const CUES: readonly Cue[] = [
  {
    say: [
      '(wall|gallery|hall|board|tree) of {soft}*1 (smiles|fame|selfies|patients|babies|results|grins|graduates|transformations|miracles)',
      '(smile|kid|grin|mouth|pout|baby|transformation) of the (month|week|year)',
    ],
  },
  {
    say: [
      '(comment|tell us|pick|choose) ..4 (which|whose|your favorite) ..6 {outcome}',
      '(vote|voting|votes|poll|who wore|pick a winner|help us pick|help us choose) ..9 (favorite|best|cutest|which) {soft}*2 (smile|makeover|grin|pout|transformation|result|results|before and after|baby|patient|client|brace|braces)',
      '(vote|voting|poll|who wins|help) ..9 ({name}|this patient|our patient|this client|our client|she|he|her|him)',
    ],
    where: ({ passage, portrait, lists }) =>
      portrait.figures.some((figure) => figure.as === 'name') ||
      (passage.a & lists.a('procedure', 'outcome', 'body', 'story.care')) !== 0,
  },
  {
    say: [
      `(post|share|send|submit|show|upload|drop|tag|enter|dm|snap) ..5 (your|a|their|ur) ..2 (${PICTURE} ..6 ${RESULT}|${RESULT}|${PICTURE} ..3 (chair|office|visit|appointment)) ..30 ${WIN}`,
      `${WIN} ..12 (post|share|send|submit|show|upload|drop|tag|enter|dm|snap) ..3 (your|a|their|ur) ..2 (${PICTURE} ..6 ${RESULT}|${RESULT}|${PICTURE} ..3 (chair|office|visit|appointment))`,
    ],
  },
  {
    say: ['(vote now|cast your vote|voting is open|vote for|vote below) '],
    where: ({ portrait, mentions, lists }) => (portrait.a & lists.a('outcome')) !== 0 && !mentions(STAFF),
  },
  { say: [`${RESULT} ..2 (photo|selfie|smile|video|pic)? (contest|challenge|competition) `] },
  {
    say: [
      `^ ..5 ${WIN} ..9 {name|handle}`,
      '(congrats|congratulations) ..4 (winner|winners|raffle|giveaway|contest) ..6 {name|handle}',
      '(1st|first|2nd|second|3rd|third) place ..4 {name}',
      '(costume|coloring|smile|selfie|photo|grin) (contest|competition|results) ..12 {name}',
    ],
    where: ({ portrait }) =>
      portrait.care.all.length > 0 || portrait.figures.some((figure) => figure.as === 'patient'),
  },
  {
    say: [
      '(no cavities|no cavity|cavity free|cavity-free|zero cavities|clean checkup) {soft}*1 (club|kids|crew|wall|winners|champs|hall)',
      '(rounding up|round up|collage|compilation|roundup|montage|our favorite|scrapbook) ..5 (pics|selfies|photos|smiles|results|befores) ..9 (patients|clients|you all|posted|month|year|week)',
    ],
    where: ({ portrait }) => portrait.figures.length > 0,
  },
]
const STAFF = /\b(?:staff|team|employee|best of)\b/i
const RACE = /\b(?:loser|challenge|standings?|leader|weigh|lbs|pounds|down|inches|slim|lost)/i
const NOT_PATIENTS = [
  '(staff|team|employee|crew) ..2 (vote|voting|contest|costume|edition)',
  '(vote|voted|voting) ..2 (us|our practice|our office|dr|{staff})',
  '{animal}',
]

/** "Bev -14, Roland -11" */
const standings = cues([
  {
    say: ['{name} ..4 {number|count} ..4 {name} ..4 {number|count} '],
    where: ({ mentions }) => mentions(RACE),
  },
])

export default defineRule({
  id: 'consent/contest',
  category: 'contest',
  severity: 'needs_authorization',
  kinds: POSTS,
  says: 'This is a contest, a vote or a wall that shows patients.',
  why: 'A picture that somebody sends in is not permission to publish it. Showing, naming or ranking patients needs an authorization from each of them.',
  instead:
    'Ask for entries that show no patient, or collect a signed authorization from everybody who is shown.',
  citations: [{ article: 'contests-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  match: anyOf(standings, cues(CUES, { unless: NOT_PATIENTS })),
})
