import type { PracticeFacts } from './facts.ts'
import { CODE, type Vocabulary } from './reading/lexicon.ts'
import { compilePhrases, eachOf, triggersOf } from './reading/pattern.ts'
import { type Reading, type Span, spanOf } from './reading/reading.ts'
import type { Citation, Draft, Finding } from './verdict.ts'
import type { Category, Group, Kind, Severity } from './vocabulary.ts'

/** What most rules find in most drafts. */
const NONE: Hit[] = Object.freeze([]) as unknown as Hit[]
const STOP = String.fromCharCode(CODE.stop)

/** What a rule looks at. */
export interface Sight {
  readonly reading: Reading
  /** The review or comment being answered, read the same way; absent when there is none. */
  readonly context: Reading | undefined
  readonly draft: Draft & { kind: Kind }
  readonly practice: PracticeFacts
}

export interface Hit extends Span {
  /** Where a rule covers more than one category or weight, a hit may say so. */
  category?: Category
  severity?: Severity
}

/**
 * Looks at one draft. `triggers`: codes of which at least one stands in every draft that it can find something in;
 * the engine then does not ask it about the others. Absent: it is always asked.
 */
export interface Finder {
  (sight: Sight): Hit[]
  triggers?: ReadonlySet<number>
}

/** Made once with the word lists, then asked for every draft. Pure: no clock, no state. */
export type Matcher = (vocabulary: Vocabulary) => Finder

export interface Rule {
  /** "group/name"; also the file: src/rules/group/name.ts. */
  id: `${Group}/${string}`
  category: Category
  /** What the finding weighs; a function where it depends on what the draft is. */
  severity: Severity | ((draft: Draft & { kind: Kind }) => Severity)
  kinds: readonly Kind[]
  /** What it says, in words for a receptionist. One sentence. */
  says: string
  /** Why that is a risk. One or two sentences. */
  why: string
  /** What to write instead. One sentence, or words to use. */
  instead: string
  citations: readonly Citation[]
  /** Version that brought the rule. */
  since: string
  /** True: no practice can mute it. */
  redLine?: boolean
  /** True: a catch-all, which is silent where another rule has said something as grave about the same words. */
  fallback?: boolean
  /** True: it speaks where no other rule has said anything as grave, and is silent otherwise. */
  lastResort?: boolean
  /** Of a rule that speaks only beside what others found: whether it does beside these. */
  beside?: (found: readonly Finding[]) => boolean
  /** True: it finds only what is told to one reader, so a draft of unknown kind in which it finds something is a reply. */
  toReader?: boolean
  match: Matcher
}

export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule)
}

/**
 * Finds phrases (language in reading/pattern.ts).
 * `unless`: a sentence in which one of these stands is passed over. `in`: only sentences in which one of these stands.
 */
export function phrases(
  list: readonly string[],
  options: { unless?: readonly string[]; within?: readonly string[] } = {},
): Matcher {
  return (vocabulary) => {
    const find = compilePhrases(list, vocabulary)
    const unless = options.unless && compilePhrases(options.unless, vocabulary, '')
    const within = options.within && compilePhrases(options.within, vocabulary, '')
    const asks = unless !== undefined || within !== undefined
    const finder: Finder = ({ reading }) => {
      let hits = NONE
      let until = -1
      let fits = true
      find.lastIndex = 0
      for (let m = find.exec(reading.code); m !== null; m = find.exec(reading.code)) {
        if (m[0] === '') {
          find.lastIndex++
          continue
        }
        // Asked once for each sentence: a long one without a stop must not cost the square of its hits.
        if (asks && m.index >= until) {
          const sentence = sentenceAt(reading, m.index)
          const end = reading.code.indexOf(STOP, m.index)
          until = end < 0 ? reading.code.length : end
          fits = unless?.test(sentence) !== true && (within === undefined || within.test(sentence))
        }
        if (!fits) continue
        if (hits === NONE) hits = []
        hits.push(spanOf(reading, m.index, m.index + m[0].length))
      }
      return hits === NONE ? [] : hits
    }
    return withTriggers(finder, triggersOf(list, vocabulary))
  }
}

function withTriggers(finder: Finder, triggers: ReadonlySet<number> | undefined): Finder {
  if (triggers !== undefined) finder.triggers = triggers
  return finder
}

/** Finds characters: numbers, addresses, links. The expression needs the g flag; quantifiers must be bounded. */
export function characters(
  expression: RegExp,
  accept?: (match: RegExpExecArray, sight: Sight) => boolean,
): Matcher {
  return () => (sight) => {
    const { normalized } = sight.reading
    let hits = NONE
    expression.lastIndex = 0
    for (let m = expression.exec(normalized.text); m !== null; m = expression.exec(normalized.text)) {
      if (m[0] === '') expression.lastIndex++
      else if (accept === undefined || accept(m, sight)) {
        if (hits === NONE) hits = []
        hits.push({ start: normalized.start(m.index), end: normalized.end(m.index + m[0].length) })
      }
    }
    return hits === NONE ? [] : hits
  }
}

/** Several matchers, one rule. */
export function anyOf(...matchers: readonly Matcher[]): Matcher {
  return (vocabulary) => {
    const made = matchers.map((matcher) => matcher(vocabulary))
    const finder: Finder = (sight) => {
      let all: Hit[] = NONE
      for (const find of made) {
        const hits = find(sight)
        if (hits.length > 0) all = all.length === 0 ? hits : [...all, ...hits]
      }
      return all
    }
    const all = made.every((find) => find.triggers !== undefined)
    return withTriggers(finder, all ? new Set(made.flatMap((find) => [...(find.triggers ?? [])])) : undefined)
  }
}

/** The coded sentence around a place. */
export function sentenceAt(reading: Reading, index: number): string {
  const from = reading.code.lastIndexOf(STOP, index - 1) + 1
  const to = reading.code.indexOf(STOP, index)
  return reading.code.slice(index === 0 ? 0 : from, to < 0 ? reading.code.length : to)
}

export type { Severity } from './vocabulary.ts'
export { KINDS, POSTS, REPLIES } from './vocabulary.ts'
export type { Reading, Span, Vocabulary }
export { compilePhrases, eachOf, spanOf, triggersOf }
