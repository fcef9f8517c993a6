import { type Matcher, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import type { Figure } from './figures.ts'
import { holding, type Passage } from './passages.ts'
import { passageAt, portraits } from './portrait.ts'

/** What a tale says beside what happened: a laugh, a moral for the reader. */
const MORAL =
  /[😂🤣😅😳💀🙈🤦🫠😬🥴😭]|\b(?:please|parents|kids|folks|friends|people|y'all|everybody|everyone|psa)\b,? (?:don't|do not|stop|check|wear|keep|watch|vaccinate|be careful|lock|use|never)|(?:don't try this|we have questions|no further questions|can't make this up|please (?:vaccinate|don't|wear|check|keep))/iu
const LESSON =
  /\b(?:please,? (?:please,? )?(?:don't|do not|stop|check|vaccinate|wear|keep)|don't try this|moral of the story|let that be a lesson|learn from (?:him|her|this)|no further questions)\b/iu
/** What staff put behind a story, and no clinic behind a result. */
const SLANG = /[😳💀🤦🙄😬😩🤯🫠💩🥴🙈😑😤🫣🤬]|^(?:ok(?:ay)?,? |and )?so,? (?:a|an|my|this|the|i|we) /iu
const LAUGH = /[😂🤣💀🤦]|\b(?:lol|lmao|rofl)\b/iu
const CLICHE =
  /\b(?:not|isn't|aren't) (?:me|us|you|we)(?:'re| are)? (?:all )?(?:crying|sobbing)|we'?re not crying|you'?re crying/i

/**
 * Told by staff of somebody at work: an odd tale, a death, a confession, or how "a gentleman" came in on Tuesday.
 * A result, a cheer, a name or a picture makes it marketing, which a signed form can cover.
 */
export const episode: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const serious = holding(vocabulary.codesOf('story.serious'))
  const me = [vocabulary.put('i'), vocabulary.put('me'), vocabulary.put('my')].map((unit) =>
    String.fromCharCode(unit),
  )
  const slang = vocabulary.codesOf('story.slang')
  const my = vocabulary.put('my')
  const stunt = holding(vocabulary.codesOf('story.stunt'))
  const withs = vocabulary.put('with')
  return ({ reading, draft }) => {
    const { lists, of } = looks()
    const post = of(reading)
    const { figures, passages, tie, genre } = post
    if (genre.elsewhere || genre.study) return []
    const { a, b } = lists
    const { deed } = post
    // "Pulled a bead out of a nostril today": no result to show, only the tale.
    if (
      deed !== undefined &&
      tie === undefined &&
      (post.a & (a('outcome', 'you') | a('she'))) === 0 &&
      (post.b & b('story.cheer', 'story.pic')) === 0 &&
      ((passages[passageAt(passages, deed.from)]?.a ?? 0) & a('story.close')) !== 0
    )
      return [spanOf(reading, deed.from, deed.to)]
    if (figures.length === 0) return []
    const { code } = reading
    const quoted = code.includes(QUOTE)
    const named = figures.some(({ as }) => as === 'name' || as === 'handle')
    const slot = figures.some(({ as }) => as === 'slot')
    const shown = (post.b & b('story.cheer', 'story.pic')) !== 0 || (post.a & a('outcome')) !== 0 || quoted
    const grave = (post.b & b('story.grave')) !== 0
    const odd = (post.b & b('story.odd')) !== 0
    const tears = (post.b & b('story.tears')) !== 0 && !CLICHE.test(draft.text)
    const alone = figures.every(({ as, staff }) => as === 'pronoun' && !staff)
    const told = passages.some((p) => p.told)
    const chatty = SLANG.test(draft.text) || has(code, slang)
    if (named && !slot && !odd && !chatty) return []
    const said = me.some((letter) => code.includes(letter)) && !CLICHE.test(draft.text)
    const [laughs, moral, lesson] = [LAUGH, MORAL, LESSON].map((words) => words.test(draft.text))
    for (const figure of figures) {
      if (figure.as === 'ward' || figure.as === 'handle' || figure.as === 'name' || figure.staff) continue
      const p = passages[figure.passage] as Passage
      if ((p.open || p.asked) && !p.told) continue
      // "The delivery guy" delivers parcels.
      const near = post.care
        .near(figure.from, figure.passage - 1, figure.passage + 1)
        .filter((care) => care.from < figure.from || care.from >= figure.to)
      if (tie === undefined && !near.some(({ act }) => !act) && !(p.b & b('story.grave', 'story.tears')))
        continue
      const here = near.filter((care) => care.passage === figure.passage)
      const close = (p.a & a('story.close')) !== 0
      const service = here.some((care) => care.done && care.strong && !brought(code, care.from))
      const treated = here.some((care) => care.strong && !care.body)
      const somebody = figure.as !== 'pronoun'
      // "Our patient" and "this beauty" are shown to followers; "a guy", "my first patient" are told to friends.
      const ours = figure.hold === 'hold' && !mine(code, figure.from)
      const tale =
        figure.as === 'slot'
          ? !shown && !p.going
          : (chatty && !shown && (tie !== undefined || somebody) && (said || close || !ours)) ||
            (laughs &&
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
              p.told &&
              somebody &&
              ((tears && said) ||
                (stunt(code, p) && (laughs || chatty)) ||
                (!ours &&
                  ((said && !service) ||
                    (close && !service) ||
                    moral ||
                    lesson ||
                    ((p.b & b('story.came.past')) !== 0 && !treated))))) ||
            (!named && !quoted && close && figure.weight === 3 && serious(code, p))
      if (tale) return [spanOf(reading, figure.from, figure.to)]
    }
    return []
  }

  /** "My last client" */
  function mine(code: string, at: number): boolean {
    return code.charCodeAt(at) === my
  }

  /** "With his crown in a napkin" */
  function brought(code: string, at: number): boolean {
    for (let k = at - 1; k >= 0 && k > at - 5; k--) if (code.charCodeAt(k) === withs) return true
    return false
  }
}
const QUOTE = String.fromCharCode(CODE.quote)

function has(code: string, words: ReadonlySet<number>): boolean {
  for (let i = 0; i < code.length; i++) if (words.has(code.charCodeAt(i))) return true
  return false
}

const anonymous = ({ as, hold }: Figure) =>
  (hold === 'one' || hold === 'the' || hold === 'bare') &&
  (as === 'person' || as === 'patient' || as === 'age' || as === 'group')
