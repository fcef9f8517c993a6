import type { PracticeFacts } from '../../../rules/facts.ts'
import type { LexiconSource, WordList } from '../../../rules/reading/lexicon.ts'
import {
  GIVEN,
  GIVEN_M,
  GIVEN_S,
  namesOf,
  ORDINARY,
  SURNAME,
  SURNAME_S,
} from '../../../rules/reading/names.ts'

type Span = readonly [start: number, end: number]

/** Who is named in a row, and which care. */
export interface People {
  /** `maybe`: names where a chart, a time or a treatment stands beside them, and words otherwise. */
  namesIn(text: string): { sure: Span[]; maybe: Span[] }
  careIn(text: string): Span[]
  /** The practice's own people. */
  isOurs(name: string): boolean
}

const WORD = /\p{L}[\p{L}'’]{0,30}(?:-\p{Lu}[\p{L}'’]{1,30})?/gu
const TITLE = /^(?:mr|mrs|ms|miss|mx)$/i
const STAFF_TITLE = /^(?:dr|doctor|nurse|prof)$/i
const CREDENTIAL = /^[\s,]{1,3}(?:DDS|DMD|MD|DO|RN|NP|PA|PA-C|APRN|LPN|FNP|RDH|DPM|OD|PhD|LE|MA|CMA)\b/
/** Calendar, places on a screen, and headings of charts: capitals that are no names. */
const NEVER =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|am|pm|room|patient|patients|name|chart|date|time|provider|schedule|today|new|exam|notes?|status|phone|age|sex|male|female|street|avenue|road|texas|california|florida|york|colorado|home|file|edit|view|tools|help|window|search|check|out|in|the|and|our|your|with|for|welcome|dental|clinic|spa|medical|center|office|open|closed|sale|call|book|now|visit|appointment|reason|arrived|confirmed|cancelled|completed|mrn|dob|ssn|rx|san|santa|los|las|saint|north|south|east|west|mount|lake|hole|city|county)$/i

/** Lists are read when the first photo with words comes. */
export function readPeople(lexicon: LexiconSource): (facts: PracticeFacts | undefined) => People {
  const names = namesOf(lexicon.names)
  let care: ReadonlySet<string> | undefined
  const careWords = () => (care ??= wordsOf(lexicon))
  return (facts) => {
    const ours = new Set((facts?.staff ?? []).flatMap((one) => wordsIn(one)))
    const known = (word: string, bits: number) => (names.of(word.toLowerCase()) & bits) !== 0
    const ordinary = (word: string) => known(word, ORDINARY)
    const own = (word: string) => ours.has(word.toLowerCase())
    const fits = (word: string) => !NEVER.test(word)

    /** Two capital words beside each other, of which the lists know at least one. */
    function pair(first: string, second: string, turned: boolean): 'sure' | 'maybe' | undefined {
      if (!fits(first) || !fits(second) || (own(first) && own(second))) return undefined
      const [given, surname] = turned ? [second, first] : [first, second]
      if (careWords().has(given.toLowerCase()) || careWords().has(surname.toLowerCase())) return undefined
      if (
        known(given, GIVEN_S | GIVEN_M) &&
        (known(surname, SURNAME_S) || (known(surname, SURNAME) && turned))
      )
        return 'sure'
      if (known(given, GIVEN) && (known(surname, SURNAME) || !ordinary(surname))) return 'maybe'
      if (known(surname, SURNAME_S) && !ordinary(given)) return 'maybe'
      return turned && !ordinary(given) && !ordinary(surname) ? 'maybe' : undefined
    }

    function namesIn(text: string): { sure: Span[]; maybe: Span[] } {
      const out: { sure: Span[]; maybe: Span[] } = { sure: [], maybe: [] }
      const words = [...text.matchAll(WORD)].map((match) => ({
        word: match[0],
        start: match.index,
        end: match.index + match[0].length,
        capital: /^\p{Lu}/u.test(match[0]),
      }))
      for (let i = 0; i < words.length; i++) {
        const one = words[i] as (typeof words)[number]
        const before = words[i - 1]
        const next = words[i + 1]
        if (!one.capital || one.word.length < 2 || (before && STAFF_TITLE.test(before.word))) continue
        const between = next ? text.slice(one.end, next.start) : ''
        if (next && TITLE.test(one.word) && /^\.? ?$/.test(between) && next.capital && fits(next.word)) {
          out.sure.push([one.start, next.end])
          i++
          continue
        }
        const turned = /^ ?, ?$/.test(between)
        if (next?.capital && next.word.length > 1 && (turned || between === ' ')) {
          const found = pair(one.word, next.word, turned)
          if (found) {
            // "Sarah Lee, RN" works somewhere.
            if (!CREDENTIAL.test(text.slice(next.end))) out[found].push([one.start, next.end])
            i++
            continue
          }
        }
        if (own(one.word) || CREDENTIAL.test(text.slice(one.end)) || /^ ?& /.test(text.slice(one.end)))
          continue
        if (/& ?$/.test(text.slice(0, one.start))) continue
        // "Sarah M.": half a name is one beside a time or a treatment.
        if (
          known(one.word, GIVEN_S) &&
          fits(one.word) &&
          one.word.length > 2 &&
          !careWords().has(one.word.toLowerCase())
        )
          out.maybe.push([one.start, one.end])
        else if (
          known(one.word, SURNAME_S) &&
          !known(one.word, ORDINARY) &&
          fits(one.word) &&
          one.word.length > 3
        )
          out.maybe.push([one.start, one.end])
      }
      return out
    }

    return {
      namesIn,
      isOurs: (name) => wordsIn(name).every((word) => ours.has(word)),
      careIn(text) {
        const words = [...text.matchAll(/\p{L}[\p{L}-]{2,30}/gu)]
        return words.flatMap((match): Span[] =>
          careWords().has(match[0].toLowerCase()) ? [[match.index, match.index + match[0].length]] : [],
        )
      },
    }
  }
}

/** What a schedule says beside a name. */
const ALSO =
  'consult consultation cleaning crown root canal implant extraction physical checkup check-up follow-up followup exam hygiene prophy botox filler laser peel facial surgery post-op preop pre-op vaccine labs mri ultrasound x-ray biopsy injection infusion therapy'

function wordsOf({ classes }: LexiconSource): ReadonlySet<string> {
  const lists: readonly (WordList | undefined)[] = [classes.procedure, classes.product, classes.condition]
  const all = lists.flatMap((list) => [...(list?.nouns ?? []), ...(list?.words ?? [])])
  return new Set(
    [...all.filter((word) => !word.includes(' ')), ...ALSO.split(' ')].filter((one) => one !== 'root'),
  )
}

const wordsIn = (text: string) =>
  (text.match(/\p{L}{2,}/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !STAFF_TITLE.test(word))
