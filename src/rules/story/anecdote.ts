import { anyOf, defineRule, type Matcher, POSTS, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { type Cue, cues } from './cues.ts'
import type { Figure } from './figures.ts'
import type { Passage } from './passages.ts'
import { portraits } from './portrait.ts'

/** Scenes that are somebody's, though no noun stands for a person. */
const SCENES: readonly Cue[] = [
  {
    say: [
      '{condition|story.event|story.grave} {soft}*2 (just)? (rolled|came|walked|wheeled|brought|limped|flew) (in|through|up)',
      '(rolled in|came in|brought in|wheeled in|flown in|rushed in) ..2 (around|at|about|with|after|from|tonight|by) ..4 ({story.event|story.grave}|ambulance|{number} (am|a|pm|p))',
      '{number|count} (codes|saves|code|traumas|gsws|gsw|deaths|intubations|stabbings|overdoses|deliveries) ..4 (tonight|today|save|code|and|{comma}|before|shift|hours|midnight|on)',
      '(^|we|i) (lost|saved|almost lost|got) (one|a patient|someone|somebody|a kid|a baby|a little one|her|him|two|a young|a new) ..4 (today|tonight|this|last|yesterday|back)',
      '(in|during|from) (session|group|therapy|my office) {soft}*1 (today|yesterday|tonight|this (morning|week|afternoon)|last night) ..9 {past}',
      '{person.one|story.who.one|patient.one} ..3 (sat|sits|came|walked|cried|lay|broke down|opened up|sobbed) ..4 (in|into|on) my (office|chair|couch|table|room)',
      '(worked|sat|spoke|met|talked|prayed) with (a|an|one|the) {soft|unknown}*4 {person.one|story.who.one|patient.one|story.public.one} ..9 (through|whose|who|after|about)',
      "({story.close}|this morning) 's (code|codes|trauma|delivery|save|loss)",
      '(night|shift|day) ..1 (in|at) (the|our|my) ..1 (icu|er|ed|nicu|or|trauma bay|unit|burn unit) ..9 (came|brought|rolled|touch and go|coded|lost|died|saved|crash|accident)',
      '{number|count} (am|pm|a|p) {colon|sign|comma}? {soft|det}*2 {condition|story.grave|story.care} ..4 {number|count} (am|pm|a|p) ..3 {condition|story.care|person.one|story.grave}',
      "(is|are|was|'s) (going to make it|gon make it|gonna make it|not going to make it|in surgery now|in pre-op as we speak|on the table right now|still unconscious|stable here|touch and go|fighting for)",
    ],
    where: ({ passage, lists, portrait }) =>
      (passage.a & lists.a('you')) === 0 &&
      !(passage.open && !passage.told) &&
      (portrait.b & lists.b('story.study', 'story.offer')) === 0,
  },
]
const WALKS: Cue = {
  say: ['(walks|comes|limps|rolls|strolls|hobbles|stumbles|wanders) (in|into|up) ..4 {story.close}'],
  where: ({ portrait, passage }) =>
    !passage.open && portrait.figures.some(({ hold }) => hold === 'one' || hold === 'bare'),
}
const BIRTH: Cue = {
  say: [
    '(delivered|caught|birthed) (a|my|the|our|his|her|{count}) ..4 (baby|babies|twins|triplets|boy|girl|newborn)',
  ],
  where: ({ passage, lists }) =>
    (passage.a & lists.a('i')) !== 0 && (passage.a & lists.a('story.close')) !== 0,
}
const FAREWELL: Cue = {
  say: [
    '(said|say|saying) goodbye to (a|an|our|one of our|the|this|my) {soft}*2 {patient.one|person.one|story.who.one} (who|that|tonight|today|{stop})',
  ],
}
const OVERHEARD: Cue = {
  say: [
    '(conversation|overheard|heard|said|quote) ..4 (in|from) (my|our|the) (treatment room|chair|exam room|waiting room|session|table|wax room|operating room|delivery room)',
  ],
}
const UNLESS = ['{animal}', '(if|when) (you|your|a|someone) ..6 (call 911|see a doctor|talk to)']

/** What a tale says beside what happened: a laugh, a moral for the reader. */
const MORAL =
  /[😂🤣😅😳💀🙈🤦🫠😬🥴😭]|\b(?:please|parents|kids|folks|friends|people|y'all|everybody|everyone|psa)\b,? (?:don't|do not|stop|check|wear|keep|watch|vaccinate|be careful|lock|use|never)|(?:don't try this|we have questions|no further questions|can't make this up|please (?:vaccinate|don't|wear|check|keep))/iu
const LAUGH = /[😂🤣💀🤦]|\b(?:lol|lmao|rofl)\b/iu
const CLICHE =
  /\b(?:not|isn't|aren't) (?:me|us|you|we)(?:'re| are)? (?:all )?(?:crying|sobbing)|we'?re not crying|you'?re crying/i

/**
 * Told by staff of somebody at work: an odd tale, a death, a confession, or how "a gentleman" came in on Tuesday.
 * A result, a cheer, a name or a picture makes it marketing, which a signed form can cover.
 */
const episode: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const serious = vocabulary.codesOf('story.serious')
  const me = [vocabulary.put('i'), vocabulary.put('me')].map((unit) => String.fromCharCode(unit))
  const withs = vocabulary.put('with')
  return ({ reading, draft }) => {
    const { lists, of } = looks()
    const post = of(reading)
    const { figures, passages, tie, genre } = post
    if (figures.length === 0 || genre.elsewhere || genre.study) return []
    const { a, b } = lists
    const { code } = reading
    const quoted = code.includes(QUOTE)
    const named = figures.some(({ as }) => as === 'name' || as === 'handle')
    if (named && !(post.b & b('story.odd'))) return []
    const shown = (post.b & b('story.cheer', 'story.pic')) !== 0 || (post.a & a('outcome')) !== 0 || quoted
    const grave = (post.b & b('story.grave')) !== 0
    const odd = (post.b & b('story.odd')) !== 0
    const tears = (post.b & b('story.tears')) !== 0 && !CLICHE.test(draft.text)
    const alone = figures.every(({ as, staff }) => as === 'pronoun' && !staff)
    const told = passages.some((p) => p.told)
    const said = me.some((letter) => code.includes(letter)) && !CLICHE.test(draft.text)
    for (const figure of figures) {
      if (figure.as === 'ward' || figure.as === 'handle' || figure.as === 'name' || figure.staff) continue
      const p = passages[figure.passage] as Passage
      if ((p.open || p.asked) && !p.told) continue
      const near = post.care.between(figure.passage - 1, figure.passage + 1)
      if (tie === undefined && !near.some(({ act }) => !act) && !(p.b & b('story.grave', 'story.tears')))
        continue
      const close = (p.a & a('story.close')) !== 0
      const service = near.some(
        (care) => care.done && care.strong && care.passage === figure.passage && !brought(code, care.from),
      )
      const somebody = figure.as !== 'pronoun'
      const tale =
        (LAUGH.test(draft.text) &&
          !named &&
          !quoted &&
          p.told &&
          (figure.weight > 1 || anonymous(figure)) &&
          somebody &&
          figure.hold !== 'hold') ||
        (odd && told && !(shown && figure.hold === 'hold') && (!named || somebody)) ||
        (!named && grave && (somebody || alone) && (close || said || (p.b & b('story.grave')) !== 0)) ||
        (!named &&
          !shown &&
          said &&
          p.told &&
          somebody &&
          (tears || ((post.a & a('story.close')) !== 0 && !service))) ||
        (!named &&
          !shown &&
          close &&
          p.told &&
          anonymous(figure) &&
          (came(p, b('story.came.past'), service) || MORAL.test(draft.text))) ||
        (!named && !quoted && close && p.told && figure.weight === 3 && within(code, p, serious))
      if (tale) return [spanOf(reading, figure.from, figure.to)]
    }
    return []
  }

  /** "With his crown in a napkin" */
  function brought(code: string, at: number): boolean {
    for (let k = at - 1; k >= 0 && k > at - 5; k--) if (code.charCodeAt(k) === withs) return true
    return false
  }
}
const QUOTE = String.fromCharCode(CODE.quote)

/** "Walked in with his crown in a napkin", not "came in for her cleaning". */
const came = (p: Passage, bits: number, service: boolean) => (p.b & bits) !== 0 && !service

const anonymous = ({ as, hold }: Figure) =>
  (hold === 'one' || hold === 'the' || hold === 'bare') &&
  (as === 'person' || as === 'patient' || as === 'age' || as === 'group')

function within(code: string, { from, to }: Passage, set: ReadonlySet<number>): boolean {
  for (let k = from; k < to; k++) if (set.has(code.charCodeAt(k))) return true
  return false
}

export default defineRule({
  id: 'story/anecdote',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: POSTS,
  says: 'This is a story from work about somebody who was cared for.',
  why: 'Even without a name, the day, the shift and what happened tell friends, family and coworkers who it was. Staff have lost jobs and licenses over such posts.',
  instead:
    'Do not post it, on any account. Tell what you love about the job without telling about a person: "Long week, great team."',
  citations: [{ article: 'no-stories-from-work', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(episode, cues([...SCENES, WALKS, BIRTH, FAREWELL, OVERHEARD], { unless: UNLESS })),
})
