import { compilePhrases, defineRule, type Hit, type Matcher, type Sight } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { SIGNS } from '../reading/words/signs.ts'
import { KINDS, type Severity } from '../vocabulary.ts'
import { figuresOf } from './clues/figures.ts'
import { houseOf } from './clues/house.ts'
import { codeAt, hitAt, sentenceOf } from './clues/place.ts'
import { tiesOf } from './clues/ties.ts'
import { withForm } from './clues/weight.ts'

const UNITS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const SPELLED = `(?:(?:${TENS})(?:[- ](?:${UNITS}))?|${UNITS}|a hundred(?: and (?:${UNITS}))?)`
const COUNT = `(?:\\d{1,3}|${SPELLED})`
const AGE = new RegExp(
  [
    `\\b(${COUNT})[- ]{0,2}(?:and a half[- ])?(?:years?|yrs?|yr)[- ]{0,2}(?:olds?|young|of age)\\b(?! (?:ankles?|knees?|back|body|self|skin|feet|bones|house|home|building|practice|tradition|tree|oak|recipe|company|car|dog|cat|puppy|kitten)\\b)`,
    `\\b(${COUNT})[- ]{0,2}(?:months?|mos?|weeks?|wks?|days?)[- ]{0,2}old\\b`,
    `\\b(\\d{1,3}) ?(?:yo|y\\/o|y\\.o\\.?)(?!\\w)`,
    `\\b(?:turn(?:s|ed|ing)?|just turned|aged?|at the age of|at age) (?:the big )?(${COUNT})(?![\\d%:/,.]?\\d)(?! (?:away|around|out|in|off|up|down|to|into|of|reps|sets|times|minutes|hours|and (?:up|over|older)|or (?:older|over)|heads|pages|groups?|ranges?|spots?)\\b)(?!\\w)(?! ?\\+)`,
    `\\b(\\d{2,3})(?:st|nd|rd|th) (?:birthday|bday|b-day)\\b`,
    `\\b(\\d{1,3}) ?[FM](?= ?(?:[,.;:/)\\n]|$|with|who|presents|hx|s\\/p))`,
    `(?:\\bin (?:her|his|their) (?:early |mid[- ]?|late )?|\\b(?:a|an|this|our|one) )((?:\\d0(?:'?s|[- ]?something)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ies|y[- ]?something)))\\b`,
    `\\b(?:she|he|mom|dad|mother|father|grandma|grandpa|husband|wife|son|daughter|kid|baby|patient|client)(?:'s| is| was| turns| just turned) (${COUNT})(?= ?(?:[.,!?;)\\n]|$|and\\b|now\\b|today\\b|years\\b))`,
    `\\b[Aa]t (\\d{2,3}),(?= (?:she|he)\\b)`,
    `(?:\\b(?!(?:there|it|this|that|which|what|rating|score|total)\\b)[a-z]{2,20} (?:is|turns) )(\\d{2,3})(?= (?:and (?:just|still|got|has|had|loves?|looks|feels|never|finally)|years young)\\b)`,
    `(?:^|[.!?] )(\\d{2,3}) and (?:thriving|glowing|fabulous|fierce|loving it|counting|proud|smiling)\\b`,
    `, (\\d{1,3}),(?= )`,
  ].join('|'),
  'gi',
)
/** "She's 24", "34 F", ", 83,", "40yo": ages without a word for it. */
const BARE = /\d ?[FMfmy](?!\w{2})|(?:'s|is|was|turns|,|[Aa]t) \d{1,3}(?!\d)|\d\d and |\d0'?s\b/

const ONE_BEFORE = /\b(?:a|an|the|this|our|my|that|her|his|certain)\s(?:\w{1,10}\s)?$/i
const ONE_BEHIND =
  /^\s?(?:male|female|man|woman|lady|guy|boy|girl|mom|dad|patient|client|gentleman|mother|father)\b/i
/** A place of business has birthdays too. */
const COMPANY = /\b(?:practice|clinic|office|spa|team|we|laser|company) $/i
/** "A 12-month-old has about eight teeth" is said of all. */
const GENERAL = /(?:^|[.!?\n] ?|\b(?:if|when|every) )an? $/i
/** One child among all: "the cutest 4 year old" */
const MOST = /\b[a-z]{3,9}est $/i
const CASE = /\b(?:patient|client|pt|case|age)\W{1,3}$/i

/** Figures; what is written out counts only as over 89 or not. */
function years(written: string): number {
  const figures = Number.parseInt(written, 10)
  if (!Number.isNaN(figures)) return figures
  return /^(?:ninety|a hundred)/i.test(written) ? 90 : 1
}

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const aging = compilePhrases(['{aging}'], vocabulary, '')
  const house = houseOf(vocabulary)
  return (sight: Sight) => {
    const { reading, draft } = sight
    const { text } = reading.normalized
    const figures = figuresOf(reading).digits > 0
    if (!figures && !(reading.tokens.signs & SIGNS.counted)) return []
    if (!aging.test(reading.code) && !(figures && BARE.test(text))) return []
    const hits: Hit[] = []
    const reply = draft.kind.endsWith('_reply')
    AGE.lastIndex = 0
    for (let m = AGE.exec(text); m !== null; m = AGE.exec(text)) {
      const count = years(m.slice(1).find((group) => group !== undefined) ?? '')
      if (count > 120 || count === 0) continue
      if (!reply && ties.pet(reading)) return []
      const at = codeAt(reading, m.index)
      const sense = ties.sense(reading, at)
      // "our friend Beckett, 7, who passed his challenge in Dr. Mbeki's office"
      const named = m[0].startsWith(',') && reading.code.charCodeAt(at - 1) === CODE.name
      const treated =
        named || (sense.has('patient.one', 'person.one') && sense.has('procedure', 'condition', 'body'))
      if (!reply && (sense.has('history') || (ties.insider(reading, at) && !treated))) continue
      if (/olds$/i.test(m[0])) continue
      const beside =
        !sense.has('you', 'crowd', 'modal') &&
        [-1, 1].some((step) => {
          const i = sentenceOf(reading, at) + step
          const other = i < 0 ? undefined : ties.senseOf(reading, i)
          return (
            other !== undefined &&
            !other.staff &&
            !other.colleague &&
            !other.has('you') &&
            (other.has('patient.one', 'she') || other.names > 0)
          )
        })
      const single =
        (/young| and /i.test(m[0]) && beside) ||
        sense.has('she', 'patient.one', 'person.one', 'relative.one', 'job') ||
        sense.names + sense.handles > 0
      const crowd = sense.has('crowd', 'modal') && !sense.has('she') && sense.names === 0
      const old = count > 89 && !/^,|\b\d0'?s/.test(m[0])
      const months = /\b(?:months?|mos?|weeks?|wks?|days?)\b/i.test(m[0])
      // "a 47-year-old mom", "58 yo male": one body, if care is spoken of.
      const lead = text.slice(Math.max(0, m.index - 22), m.index)
      if (COMPANY.test(lead)) continue
      if (
        GENERAL.test(lead) &&
        !reply &&
        !sense.has('past', 'bepast', 'she', 'patient.one', 'i') &&
        sense.names === 0
      )
        continue
      const one =
        (ONE_BEFORE.test(lead) ||
          CASE.test(lead) ||
          ONE_BEHIND.test(text.slice(m.index + m[0].length, m.index + m[0].length + 12))) &&
        (ties.cared(reading, at, 2) || MOST.test(lead))
      const bare = m[0].startsWith(',')
      const told = single && !crowd && !sense.has('you') && (sense.has('she') || sense.names > 0)
      const tied = ties.personal(sight, at) && (!crowd || sense.has('patient.one')) && (!bare || single)
      let severity: Severity | undefined
      if (reply) severity = single || (sense.has('you', 'youown') && !crowd) ? 'stop' : undefined
      else if (draft.kind === 'visitor_comment') severity = 'caution'
      else if (old && !months) severity = single && !crowd ? withForm(draft) : undefined
      else if (tied || (!bare && !crowd && (one || told))) severity = 'caution'
      // Where no practice speaks, somebody's age is a matter to look at.
      else if (draft.account !== 'personal' && sense.has('i', 'relative.one') && !crowd && !house(reading))
        severity = 'caution'
      if (severity !== undefined) hits.push({ ...hitAt(reading, m.index, m.index + m[0].length), severity })
    }
    return hits
  }
}

export default defineRule({
  id: 'identifier/age',
  category: 'age',
  severity: withForm,
  kinds: KINDS,
  says: 'This tells how old somebody is.',
  why: 'An age over 89 identifies by itself; a younger one does together with a place, a day or a story.',
  instead: 'Leave the age out, or write "an adult" or "a child".',
  citations: [{ article: 'dates-and-ages', source: '45 CFR 164.514(b)(2)(i)(C)' }],
  since: '0.1.0',
  match: find,
})
