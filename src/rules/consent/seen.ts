import { compilePhrases, type Finder, type Matcher, spanOf, triggersOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { portraits } from '../story/portrait.ts'
import { spanOfTie } from './course.ts'

/** Words that go with a picture of somebody who is told about. */
const SHOWN = [
  '({story.pic}|{story.gaze}|meet|smile|smiles|smiling|grin|grins|grinning|reaction|live from|live|say (hi|hello)|high five|rocking|rocked|modeling|posing|proud|all smiles|camera|mirror|happy|cutie|cute|face|photographed|show|showing|here (is|{emoji})|picked|sticker)',
  '(this|these|another|today|our) {soft|unknown}*3 ({patient.one}|{person.one}|{story.who.one}|{story.group}|beauty|beauties)',
  '(off|first|last|new|next|final|getting) ..4 (day|today|now|chair|alert)',
]

/** An individual's care, told by words that go with a picture: "This brave girl rocked her first filling". */
export const told: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const shown = compilePhrases(SHOWN, vocabulary, '')
  const finder: Finder = ({ reading }) => {
    if (!shown.test(reading.code)) return []
    const { tie } = looks().of(reading)
    return tie === undefined ? [] : [spanOfTie(reading, tie)]
  }
  const triggers = triggersOf(SHOWN, vocabulary)
  if (triggers !== undefined) finder.triggers = triggers
  return finder
}

/** A picture and somebody in it: "Watch this guy stand up", "photo of our little champ". */
export const seen: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const nods = new Set([
    CODE.emoji,
    CODE.sign,
    CODE.comma,
    CODE.colon,
    ...['and', 'just', 'to'].map((word) => vocabulary.put(word)),
  ])
  const finder: Finder = ({ reading }) => {
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
  finder.triggers = new Set([...vocabulary.codesOf('story.pic'), ...vocabulary.codesOf('story.gaze')])
  return finder
}
