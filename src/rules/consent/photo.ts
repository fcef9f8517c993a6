import { anyOf, defineRule, type Matcher, POSTS, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { type Cue, cues } from '../story/cues.ts'
import { portraits } from '../story/portrait.ts'

const CUES: readonly Cue[] = [
  {
    say: [
      "(her|his|their|our patient 's|our client 's|this patient 's|{name} 's) {soft}*2 (face|reaction|smile|selfie|expression|dance|laugh|giggle|happy dance|first words|first look|first steps) (when|as|says|said|is|was|after|{emoji}|{sign}|{stop}|seeing|hearing|at|says|right|{comma})",
      '(post|after) {soft}? {procedure} {soft}*1 (selfie|goggles|photo|pic|face|glow|nap|lips|smile|karaoke|dance|thoughts|rant|confession|confessions|monologue|concert|giggles|ramblings|interview|serenade|mood)',
      '(caught|spotted|snapped|filmed|busted) (this|him|her|these|our) ',
      '^ (this|that|the|his|her) {soft}*2 (face|reaction|smile|laugh|look) (when|as|after|says)',
      '(pics|photos|pictures|video|xray|x-rays|radiographs|slides) (below|above|attached|inside|in the (comments|carousel|slides))',
      '(in|of) (this|these|our first) (photo|picture|pic|video|selfie|clip) ',
      '(caught on camera|caught (him|her|them)|sound on|volume up|wait for it|watch till the end|turn (the|your) sound on|turn (it|the volume) up)',
      '(tagged us from|in|from|inside|to) (the|our|my) {soft}*1 (chair|dental chair|treatment chair|massage chair) {soft}*1 {^stop}? (selfie|nap|pic|photo|dance)?',
      '(chair|waiting room|exam room|goggle|goggles|numb|drool|drooling|gauze|bib|recovery room|spa bed) (selfie|selfies|pic|nap|dance|face|check|karaoke|concert|vibes with|buddy|buddies)',
      '(new teeth|new smile|new lips|new nose|new face|new hair|new brows|new skin|new boobs) (who dis|who this|unlocked)',
      '(numb|fresh|frozen|swollen) (face|lips|lip|tongue|cheeks) (check|challenge|selfie|{emoji})',
      '(braces off|braces on|debond|first tooth|lip|glasses|first filling|first cleaning|first facial|first adjustment|big kid) (day|check|dance|club|selfie) ..3 (for|of|with|{name}|she|he)',
      '(first|brand new|new) {soft}*1 (pair of)? (glasses|hearing aids|contacts|braces) {stop|emoji|sign}',
      '(spotted|caught|captured|seen) in (the|our) {soft}*1 (waiting room|lobby|chair|office|gym|clinic) ',
      '{story.pic} (of|with|from) {soft|det|she}*3 ({patient.one}|{name}|patients|clients)',
    ],
    where: ({ portrait, passage, lists }) =>
      (passage.b & lists.b('story.device')) === 0 &&
      !(portrait.figures.length > 0 && portrait.figures.every(({ staff }) => staff === true)) &&
      ((portrait.a &
        lists.a('procedure', 'condition', 'body', 'story.care', 'patient.one', 'outcome', 'product')) !==
        0 ||
        portrait.figures.length > 0),
  },
]
const NOBODY = [
  '{animal}',
  '(no patients|not a patient|model|models|stock|mannequin|empty) ',
  '(our team|staff|team) ..2 (photo|selfie|video|dance|picture)',
  '(set up|install|hold|mount) ..2 (camera|tripod)',
]

/** A picture and somebody in it: "Watch this guy stand up", "photo of our little champ". */
const seen: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const nods = new Set([
    CODE.emoji,
    CODE.sign,
    CODE.comma,
    CODE.colon,
    ...['and', 'just', 'to'].map((word) => vocabulary.put(word)),
  ])
  return ({ reading }) => {
    const { lists, of } = looks()
    const { figures, passages, care, tie, b } = of(reading)
    const [PIC, GAZE, OFFER] = [lists.b('story.pic'), lists.b('story.gaze'), lists.b('story.offer')] as const
    if ((b & (PIC | GAZE)) === 0 || (care.all.length === 0 && tie === undefined)) return []
    for (const figure of figures) {
      const p = passages[figure.passage] as (typeof passages)[number]
      if ((p.b & (PIC | GAZE)) === 0 || (p.open && !p.told) || p.b & OFFER) continue
      if (
        figure.staff ||
        figure.as === 'handle' ||
        figure.as === 'ward' ||
        (figure.weight === 1 && figure.as !== 'pronoun')
      )
        continue
      for (let k = Math.max(p.from, figure.from - 4); k < Math.min(p.to, figure.to + 5); k++) {
        if (k >= figure.from && k < figure.to) continue
        const bits = lists.second(reading.code.charCodeAt(k))
        // "Look at her" points; "you look great" does not.
        const points = k === p.from || nods.has(reading.code.charCodeAt(k - 1))
        if (bits & PIC || (bits & GAZE && points))
          return [spanOf(reading, Math.min(k, figure.from), Math.max(k + 1, figure.to))]
      }
    }
    return []
  }
}

export default defineRule({
  id: 'consent/photo',
  category: 'photo',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This goes with a picture or a video of a patient.',
  why: 'A face, a voice or just being seen at the practice tells everybody that this person is a patient.',
  instead: 'Use a picture without patients, or get the signed authorization for this one.',
  citations: [{ article: 'photos-need-authorization', source: '45 CFR 164.514(b)(2)(i)(Q)' }],
  since: '0.1.0',
  match: anyOf(seen, cues(CUES, { unless: NOBODY })),
})
