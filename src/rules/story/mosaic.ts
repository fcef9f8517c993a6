import { anyOf, defineRule, POSTS } from '../kit.ts'
import { clues } from './clues.ts'
import { type Cue, cues } from './cues.ts'

/** An office and a name: nobody else fits. */
const OFFICE: Cue = {
  say: [
    '{story.public.one} ({name}|{unknown}) {unknown}? ..6 (choosing|chose|trusting|trusted|picked|picking|got|gets|getting|had|started|starting|loves|loving|rocking) ..4 ({procedure}|{product}|{story.care}|(us|our) ..3 (for|before|after|with|care))',
    '(treated|treating|injected|adjusted|fixed|numbed|lasered|delivered|caring for) ..2 {story.public.one} ({name}|{unknown}) ',
  ],
  where: ({ portrait, lists }) => (portrait.b & lists.b('story.offer', 'story.study')) === 0,
}

/** Somebody of whom there are few, or a group that everybody can name, and who treated them. */
const RARE: Cue = {
  say: [
    '(only|just|one of|the) {soft}? {number|count} (people|patients|cases|families|kids|women|men|babies) ..3 in ..3 ({story.place.one}|state|town|country|city|area|region|{state})',
    '({count}|first|second|third|fourth|fifth|only|rarest) {soft}*1 (case|cases|set|quadruplets|quintuplets|triplets|sextuplets|patient|person|survivor) ..8 (in|at|from) ..3 ({story.place.one}|state|town|country|city|region|area|{state})',
  ],
  where: ({ portrait, passage, lists }) =>
    (portrait.b & lists.b('story.came.past', 'story.did.past')) !== 0 &&
    (portrait.a & lists.a('we', 'i', 'patient.one')) !== 0 &&
    (passage.a & lists.a('you')) === 0,
}
const HALF: Cue = {
  say: [
    '(half|most of|all of|the whole|the entire|everyone on|everybody on|{count} of) ..1 (the|our|this|that) ..4 (team|class|squad|grade|department|choir|roster|cast|band|congregation|church|school|fire station|police)',
  ],
  where: ({ passage, portrait, lists }) =>
    passage.told &&
    portrait.care.all.some(({ strong, act }) => strong && !act) &&
    (passage.a & lists.a('we', 'i')) !== 0,
}
/** "Had the mayor in my chair today" */
const SEATED: Cue = {
  say: [
    '(had|saw|got|have) (the|a|our) {soft}*2 {story.public.one} ..2 (in|on|into) (my|our|the) (chair|table|office|exam room|waiting room|lobby|schedule|unit)',
    '{story.public.one} ..2 (sat|was|is|came|walked|fell asleep|cried|fainted) ..3 (in|on|into) (my|our|the) (chair|table|office|exam room|waiting room|lobby|schedule|unit)',
  ],
  where: ({ passage, portrait, lists }) =>
    (passage.a & lists.a('staffword', 'you')) === 0 &&
    (portrait.b & lists.b('story.offer')) === 0 &&
    !passage.asked,
}

export default defineRule({
  id: 'story/mosaic',
  category: 'mosaic',
  severity: 'stop',
  kinds: POSTS,
  says: 'These details together point to one person.',
  why: 'No single detail names anybody, but age, job, place, day or a story from the news add up, and in a town people put them together within minutes.',
  instead:
    'Take the story out. If the person wants it told, it needs their signed authorization; otherwise write about the topic in general.',
  citations: [{ article: 'details-add-up', source: '45 CFR 164.514(b)(2)(i)(R), (ii)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(clues, cues([OFFICE, RARE, HALF, SEATED])),
})
