import { anyOf, defineRule, type Matcher, POSTS, spanOf } from '../kit.ts'
import { type Cue, cues } from './cues.ts'
import { portraits } from './portrait.ts'

const WORK: readonly Cue[] = [
  {
    say: [
      '(patient|patients|client|clients|pts) {soft}*2 (today|tonight|just|who|that|told|said|asked|called|came|died|coded|was|were|threw|yelled|on my|in my)',
      '(my|our|a|one|this|had) {soft}*2 (patient|client) !(list|base|care|portal|book|books|appreciation|load)',
      '(the|a|this|that|some) {soft}*2 (lady|guy|man|woman|kid|girl|boy|dude|mom|dad|family|couple) ..2 (who|from|just|argued|came|asked|told|said|(in|with) (my|our|room|bed|bay|op|{number|count}|the (er|ed|icu|chair|unit|waiting room)))',
      '(room|bed|bay) {number|count}',
      '(in|from|on) (bed|room|bay) {number|count}?',
      '(in|from) {number|count} (just|is|was|has|had|threw|asked|told|who|keeps|wants|called|tried) ',
      '(board|schedule|census|list|waiting room|unit) is (full|packed|insane|crazy|slammed)',
      '(rolled in|came in w|came in with|came in after|just coded|brought in by|wheeled in|ran into) ',
      '(my|this) {soft}*1 (screen|chart|charting|schedule|board|intake|exam room) (rn|right now|today|is|{emoji}|{sign}|told)',
      '(my|our) {soft|count|number}*2 {condition|story.grave|story.care|procedure} of (the|this|my) {soft}? (day|night|shift|week|morning|rotation)',
      '(somebody|someone|a guy|a girl|a kid|a lady|people) (i|we) {soft}*1 (know|knew|went to|grew up|sat|used to|graduated|dated|recognized|recognize) ',
      '({number|count}) (gsw|gsws|codes|traumas|overdoses|psych|admits|admissions|deliveries|hips|births) ',
      '(intake|walk-in|no-show|consult|admit|new admit|frequent flyer|frequent flier) ..2 (today|tonight|told|just|again|who|came|said)',
      '(my|our|this) {soft}*2 {condition} {soft}? {person.one|story.who.one|relative.one} ',
      '(charting|chart|charted) (on|about|a|this|that) ',
      '(took care of|cleaned|numbed|assisted|sat with|coded|triaged|cared for|adjusted|injected|treated|swabbed|waxed|lasered) {soft}*1 (the|a|this|my|somebody|someone|her|him|an) ',
      '(rip|rest easy|pray for|praying for|prayers for|miss you) ..9 (floor|unit|room|patient|family|days with us|shift|wing|hall)',
    ],
    where: ({ passage, lists }) =>
      !(passage.open && !passage.told) && (passage.b & lists.b('story.study')) === 0,
  },
]

const ANYHOW: Cue = {
  say: [
    '(xray|x-ray|scan|mri|ct|ultrasound|specimen|biopsy|film|cbct) {soft}*1 (of|from|today|tonight|just|i|that|shows|showed|{sign}|lol|how|{stop}|{emoji})',
    '({person.one}|{relative.one}|{story.who.one}|{story.public.one}|ex|boss|crush|bully) ..6 (in|on|into) (my|your|our|the) (table|chair|schedule|exam room|waiting room|unit|floor|office|lobby)',
    '(my|your|our) {number|count} ({colon} {number|count}|am|pm|a|p) {^stop}? (is|was|just|came|turned|asked|told|needs|has|did|bit|cried)',
    '(look|guess) who ..1 (i|we|just|is|walked|got|came|showed|rolled)',
    '(the|my|this|her|his) {soft}? (chart|triage note|chief complaint|triage) {sign|comma}? (says|said|reads|literally|{colon}|{quote}) ',
    '(up|in|down|over) here (with us|with me|in) ',
    '({story.did.past}|narcan would) {soft}*2 {quote|name} ',
  ],
  where: ({ portrait, lists }) => (portrait.b & lists.b('story.study')) === 0,
}

/** On a personal account any link of somebody with care is told out of turn. */
const anybody: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  // "I'm a 26 year old woman"
  const mine = new Set(['am', 'at'].map((word) => vocabulary.put(word)))
  return ({ reading }) => {
    const { lists, of } = looks()
    const { tie, deed, figures, passages, a, b, genre } = of(reading)
    if (genre.elsewhere) return []
    if (tie === undefined && deed !== undefined) return [spanOf(reading, deed.from, deed.to)]
    // Somebody of today, told with a shift, a death or tears.
    const grave =
      (b & lists.b('story.grave', 'story.tears', 'story.odd')) !== 0 && (a & lists.a('story.close')) !== 0
    const figure =
      tie?.figure ??
      figures.find(
        ({ as, weight, hold, passage, from }) =>
          as === 'slot' ||
          (as === 'age' && !mine.has(reading.code.charCodeAt(from - 1))) ||
          as === 'ward' ||
          (grave &&
            as !== 'pronoun' &&
            as !== 'name' &&
            (weight > 1 || hold === 'one') &&
            passages[passage]?.told === true),
      )
    return figure === undefined ? [] : [spanOf(reading, figure.from, figure.to)]
  }
}

/** Only where the draft is for an account of one's own. */
const onlyPersonal =
  (matcher: Matcher): Matcher =>
  (vocabulary) => {
    const find = matcher(vocabulary)
    return (sight) => (sight.draft.account === 'personal' ? find(sight) : [])
  }

export default defineRule({
  id: 'story/personal-account',
  category: 'personal-account',
  severity: 'stop',
  kinds: POSTS,
  says: 'This tells about people at work on a personal account.',
  why: 'What you know from work stays at work, day and night, on private accounts too. Followers know where you work and who was there.',
  instead:
    'Do not post it. Pay, hours, team life and pride in your job are yours to talk about; people you cared for are not.',
  citations: [{ article: 'personal-accounts', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: onlyPersonal(anyOf(anybody, cues([...WORK, ANYHOW]))),
})
