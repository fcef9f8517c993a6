import { anyOf, defineRule, POSTS } from '../kit.ts'
import { clues } from './clues.ts'
import { type Cue, cues } from './cues.ts'

/** An office and a name: nobody else fits. */
const OFFICE: Cue = {
  say: [
    '{story.public.one} ({name}|{unknown}) {unknown}? ..6 (choosing|chose|trusting|trusted|picked|picking|got|gets|getting|had|started|starting|loves|loving|rocking) ..4 ({procedure}|{product}|{story.care}|(us|our) ..3 (for|before|after|with|care))',
    '(treated|treating|injected|adjusted|fixed|numbed|lasered|delivered|caring for) ..2 {story.public.one} ({name}|{unknown}) ',
    '{story.public.one} ({name}|{unknown}) {unknown}? ..3 (survived|finished|beat|rocked|recovering|recovered|underwent|braved|is out of|is home from|made it through) ..3 ({procedure}|{product}|{condition}|{story.care})',
  ],
  where: ({ portrait, lists }) => (portrait.b & lists.b('story.offer', 'story.study')) === 0,
}

const KIN = '(wife|husband|son|daughter|mom|mother|dad|father|kid|kids|brother|sister|family|spouse)'
/** "The mayor's wife", "the weather girl was in our chair", "Coach Lee": office and care together. */
const PUBLIC_LIFE: Cue = {
  say: [
    `{story.public.one} 's (${KIN}|{body}|{procedure}|{product}|{condition}|{story.care})`,
    `${KIN} of (a|the|our|one of our) {soft|unknown}*3 {story.public.one}`,
    '{story.public.one} ..4 (was|is|came|comes|sat|snuck|sneaks|stopped|walked|swears) ..4 (chair|here|in today|back door|our|office|table|again|by)',
    '(coach|pastor|judge|sheriff|principal|mayor|reverend|chief|senator|councilman|councilwoman|{story.public.one}) {name} ..9 ({procedure}|{condition}|{product}|{story.care}|chair|{patient.one})',
    '({patient.one}|{procedure}|{condition}|{story.care}|{product}) ..9 (coach|pastor|judge|sheriff|principal|mayor|reverend|chief|senator|councilman|councilwoman|{story.public.one}) {name}',
    '(also|actually|secretly) (my|your|our|his|her) ..2 {story.public.one}',
    '(former|reigning) (miss|mr|mister) {name|unknown|Other}',
  ].map((phrase) => phrase.replace('|Other', '')),
  where: ({ portrait, passage, lists }) =>
    (portrait.b & lists.b('story.offer', 'story.study')) === 0 &&
    (passage.a & lists.a('staffword')) === 0 &&
    (portrait.care.all.some(({ strong, act }) => strong && !act) ||
      (portrait.a & lists.a('patient.one')) !== 0),
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
/** "The kid from the viral video", "a certain coach in this town": the town knows. */
const KNOWN: Cue = {
  say: [
    '(a|one|that) certain ..3 ({story.public.one}|{story.who.one}|{person.one}|{relative.one}|{story.known.one}|coach|teacher|principal|owner) ..4 (in|from|at|around|of|on) (this|our|the|a|that) {soft}*1 ({story.place.one}|town|county|city|area|block|neighborhood|school|team|street|local)',
    "({person.one}|{story.who.one}|{patient.one}|{relative.one}|driver|victim|survivor|family|hero|passenger|suspect) (from|in|of) (the|that|those|this|saturday|sunday|monday|tuesday|wednesday|thursday|friday|last) {soft|weekday}*2 (night)? ('s)? {soft|unknown}*2 (viral|video|news|story|crash|wreck|fire|accident|shooting|headline|article|rescue|pileup|explosion|{story.event})",
    "(met|treated|received|worked on|took care of|cared for|stitched up|patched up|stabilized|saw) ..6 (from|after|in) (the|that|this|saturday|sunday|monday|tuesday|wednesday|thursday|friday|last) {soft}*1 (night)? ('s)? {soft|unknown}*2 (crash|wreck|fire|accident|shooting|pileup|explosion|rescue|collapse|{story.event})",
    '(guess|guess which|which) ..3 (player|coach|anchor|singer|actor|actress|celebrity|star|politician|judge|pastor|influencer|host) ..3 (just|left|was|came|stopped|is|got)',
    '(not naming names|no names|will not say who|can not say who|could not say who|i will not name|we will not name|not saying who) {comma}? ..2 ({story.public.one}|{story.who.one}|{person.one}|{patient.one})',
    "(player|guy|kid|girl|man|woman|boy|{story.public.one}|driver|family) everyone (is|'s) {soft}*1 (asking|talking|worried|praying) (about|for)",
    'all from the {soft}*1 (same)? {soft}*1 (frat|sorority|school|team|church|family|office|street|building|class|wedding|camp)',
    '(our|the) (youngest|oldest|smallest|tiniest|biggest|sickest) {soft|condition|unknown}*2 (admission|case|delivery|survivor|transplant|overdose|arrival) (yet|ever|so far|this|to date|{colon})',
    '({count}|first|second|third|fourth|fifth) one this (month|week|year|season) ..6 (in|from) (this|our) {soft}*2 (town|county|village|school|valley|island)',
    '(only|first) (ones|one|set|pair|case) in the (state|country|county|region|city|world)',
    "(new year|new years|new year 's|christmas|leap day|leap year) {soft}*1 (baby|babies|twins)",
    '(first|last) {soft}*1 (baby|babies) of (the|this)? {soft}*1 (year|new year|decade|{number})',
    '(driver|victim|survivor|passenger|cyclist|biker|suspect|pilot|hiker|hunter) (is|was) {soft}*1 (one of ours|with us|here with us|here|ours|in our (icu|unit|care|hands)|up here)',
  ],
  where: ({ portrait, passage, lists, mentions }) =>
    (portrait.b & lists.b('story.offer', 'story.study', 'story.unreal')) === 0 &&
    (passage.a & lists.a('you')) === 0 &&
    ((portrait.a & lists.a('we', 'i')) !== 0 ||
      portrait.care.all.length > 0 ||
      portrait.figures.some(({ as }) => as === 'patient') ||
      mentions(HERE)),
}
const HERE =
  /\b(?:seen|treated|patched|stitched|fixed|came|left) (?:right |up |just )?(?:here|in|to us|our)\b/i
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
  match: anyOf(clues, cues([OFFICE, PUBLIC_LIFE, RARE, KNOWN, HALF, SEATED])),
})
