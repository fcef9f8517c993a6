import { anyOf, defineRule, POSTS } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'
import { MARK, RACE, STAFF } from './around.ts'
import { rivals } from './showing.ts'

const WIN =
  '(win|our favorite|free|wins|winner|winners|chance|prize|prizes|enter|entry|contest|giveaway|raffle|featured|feature|reposted|shoutout|gift card|crowned|(share|feature|post|show) (our|the|my) ..1 (favorite|favorites|top|best|faves))'
const PICTURE =
  '(selfie|selfies|photo|photos|pic|pics|picture|pictures|video|videos|reel|before and after|before and afters|story|stories)'
const RESULT =
  '((before|after) (selfie|selfies|photo|photos|pic|pics)|{outcome|procedure|body|story.care}|glow|grin|grins|pout)'

const CUES: readonly Cue[] = [
  {
    say: [
      '(rounding up|round up|collage|compilation|roundup|montage|our favorite|scrapbook) ..5 (pics|selfies|photos|smiles|results|befores) ..9 (patients|clients|befores)',
      '(wall|gallery|hall|board|tree) of {soft}*1 (smiles|fame|selfies|patients|babies|results|grins|graduates|transformations|miracles)',
      '(smile|kid|grin|mouth|pout|baby|transformation) of the (month|week|year)',
      `(smile|selfie|patient|baby|brag|graduate|graduation|grin|braces|milestone|cavity-free) wall (update|additions|of fame|alert|${MARK}|is|keeps|has|gets)`,
    ],
  },
  {
    say: [
      '((comment|tell us|pick|choose) ..4)? (which|whose) {soft}? (result|results|smile|before and after|transformation|makeover|result) ..6 (favorite|best|wins|win|winner|deserves) ',
      '(cutest|best|prettiest|biggest|brightest|most improved) {soft}? (baby|smile|smiles|grin|patient|makeover|transformation|result|glow up|selfie) (contest|competition|vote|award|battle|bracket|of)',
      '(vote|voting|votes|poll|who wore|pick a winner|help us pick|help us choose) ..9 (favorite|best|cutest|prettiest|brightest|sweetest|which) ..3 (smile|makeover|grin|pout|transformation|result|results|before and after|baby|patient|client|brace|braces)',
      '(vote|voting|poll|who wins|help) ..9 ({name}|this patient|our patient|this client|our client|she|he|her|him)',
    ],
    where: rivals,
  },
  {
    say: [
      `(post|share|send|submit|show|upload|drop|tag|enter|dm|snap) ..5 (your|a|their|ur|us) ..3 (${PICTURE} ..6 ${RESULT}|${RESULT}|${PICTURE} ..3 (chair|office|visit|appointment)) ..30 ${WIN}`,
      `${WIN} ..12 (post|share|send|submit|show|upload|drop|tag|enter|dm|snap) ..3 (your|a|their|ur) ..2 (${PICTURE} ..6 ${RESULT}|${RESULT}|${PICTURE} ..3 (chair|office|visit|appointment))`,
    ],
  },
  {
    say: ['(vote now|cast your vote|voting is open|vote for|vote below) '],
    where: ({ portrait, mentions, lists }) => (portrait.a & lists.a('outcome')) !== 0 && !mentions(STAFF),
  },
  {
    say: [
      `(${RESULT}|patient|client|baby|newborn) ..2 (photo|selfie|smile|video|pic)? (contest|challenge|competition) `,
    ],
  },
  {
    say: [
      '^ ..5 (win|wins|won|winner|winners|prize|crowned) ..9 {name|handle}',
      '(congrats|congratulations) ..4 (winner|winners|raffle|giveaway|contest) ..6 {name|handle}',
      '{name} {unknown}? {stop}? {comma|sign}? {det}? ..2 (winner|champion|champ) (of|for) (our|the|this) ',
      '(1st|first|2nd|second|3rd|third) place ..4 {name}',
      '(costume|coloring|smile|selfie|photo|grin) (contest|competition|results) ..12 {name}',
    ],
    where: ({ portrait }) =>
      portrait.care.all.length > 0 || portrait.figures.some((figure) => figure.as === 'patient'),
  },
  {
    say: [
      '(no cavities|no cavity|cavity free|cavity-free|zero cavities|clean checkup) {soft}*1 (club|kids|crew|wall|winners|champs|hall)',
    ],
  },
]
const NOT_PATIENTS = [
  '(staff|team|employee|crew) ..2 (vote|voting|contest|costume|edition)',
  '(vote|voted|voting) ..2 (us|our practice|our office|dr|{staff})',
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
    'Ask for entries that show no patient, or collect the signed form from everybody who is shown: which picture, who may post it, where, what for and until when, that it can be taken back, signed and dated.',
  citations: [{ article: 'contests-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  match: anyOf(standings, cues(CUES, { unless: NOT_PATIENTS })),
})
