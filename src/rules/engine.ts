import { type Dispatcher, dispatcher, type Prepared } from './dispatch.ts'
import type { PracticeFacts } from './facts.ts'
import type { Hit, Rule, Sight } from './kit.ts'
import { guesser } from './reading/guess.ts'
import { type Language, languageOf, SMALL_WORDS } from './reading/language.ts'
import { type LexiconSource, Vocabulary } from './reading/lexicon.ts'
import { namesOf } from './reading/names.ts'
import { markOwn, ownOf } from './reading/own.ts'
import { markPeople } from './reading/people.ts'
import { encode, type Parts, type Reading, takeApart } from './reading/reading.ts'
import { settle, worst } from './settle.ts'
import { type Unreadable, unreadable } from './unreadable.ts'
import type { Draft, Engine, Finding, Result } from './verdict.ts'
import { KINDS, type Kind, type Severity } from './vocabulary.ts'

export interface EngineParts {
  rules: readonly Rule[]
  lexicon: LexiconSource
  /** Milliseconds, any origin: only differences are used. */
  now: () => number
}

/** UTF-16 units. Longer texts are not read: nobody posts two million characters. */
export const LONGEST = 2_000_000
/** A review is shorter than this. */
const LONGEST_CONTEXT = 20_000
/** Milliseconds; far above what any draft needs, so that a busy machine does not make a draft unchecked. */
const LONGEST_WAIT = 2000
/** More findings than this help nobody; the worst of the rest still decides. */
const MOST_FINDINGS = 200

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these never stand in a post
const BROKEN = /[\u0000-\u0008\u000e-\u001f\ufffd]/
const LANGUAGES: Readonly<Record<Language, Unreadable | undefined>> = {
  english: undefined,
  spanish: 'spanish',
  unknown: 'language',
  none: 'none',
}
const NOTHING_KNOWN: PracticeFacts = Object.freeze({})

export function createEngine({ rules, lexicon, now }: EngineParts): Engine {
  const vocabulary = new Vocabulary(lexicon)
  vocabulary.markSmall(SMALL_WORDS)
  // Twice: the first round teaches the vocabulary every word of every phrase, the second compiles with all of them.
  vocabulary.learning = true
  for (const rule of rules) rule.match(vocabulary)
  guesser(vocabulary)
  vocabulary.learning = false
  const guess = guesser(vocabulary)
  const names = namesOf(lexicon.names)
  const prepared = rules.map((rule): Prepared => ({ rule, find: rule.match(vocabulary) }))
  const ready = (fits: (rule: Rule) => boolean) => dispatcher(prepared.filter(({ rule }) => fits(rule)))
  const byKind = new Map(KINDS.map((kind) => [kind, ready((rule) => rule.kinds.includes(kind))]))
  const toReader = ready((rule) => rule.toReader === true)
  const fallbacks = new Set(rules.filter((rule) => rule.fallback === true).map((rule) => rule.id))

  const take = (text: string, practice: PracticeFacts): Parts => {
    const parts = takeApart(text, vocabulary)
    markOwn(parts.tokens, parts.marks, ownOf(practice))
    markPeople(parts, names, vocabulary)
    return parts
  }

  const readContext = (context: string, practice: PracticeFacts): Reading => {
    const text = context.slice(0, LONGEST_CONTEXT)
    return encode(text, take(text, practice))
  }

  /** A draft of no given kind that tells its reader something about them is a reply, whatever it looks like. */
  const kindOf = (sight: Sight, guessed: boolean): Kind =>
    guessed &&
    sight.draft.kind === 'caption' &&
    find(toReader, sight, Number.POSITIVE_INFINITY).findings.length > 0
      ? 'review_reply'
      : sight.draft.kind

  function find(
    { asked }: Dispatcher,
    sight: Sight,
    until: number,
  ): { findings: Finding[]; trouble?: Unreadable } {
    const findings: Finding[] = []
    let trouble: Unreadable | undefined
    for (const { rule, find } of asked(sight.reading.code)) {
      try {
        for (const hit of find(sight)) findings.push(finding(rule, hit, sight))
      } catch {
        // A rule that breaks has not looked. Its error may carry words of the draft, so it goes nowhere.
        trouble = 'failed'
      }
      // A rule that takes too long must not hold up the answer, and must not pass for looked at.
      if (now() > until) return { findings, trouble: 'late' }
    }
    return trouble === undefined ? { findings } : { findings, trouble }
  }

  return {
    check(draft: Draft, practice: PracticeFacts = NOTHING_KNOWN): Result {
      const started = now()
      if (draft.text.length > LONGEST) return notRead(draft, 'long')
      const parts = take(draft.text, practice)
      const reading = encode(draft.text, parts)
      const { kind: first, platform, guessed } = guess(draft, reading)
      const context = draft.context ? readContext(draft.context, practice) : undefined
      const sight = (kind: Kind): Sight => ({ reading, context, practice, draft: { ...draft, kind } })
      const kind = kindOf(sight(first), guessed.kind)
      const ready = byKind.get(kind) as Dispatcher
      const { findings, trouble } = find(ready, sight(kind), started + LONGEST_WAIT + draft.text.length / 100)
      const damaged = BROKEN.test(draft.text) || !draft.text.isWellFormed()
      const why = trouble ?? (damaged ? 'broken' : LANGUAGES[languageOf(parts, names)])
      const settled = findings.length > 1 ? settle(findings, fallbacks) : findings
      const unread = why === undefined ? [] : [unreadable(why, draft.text)]
      return {
        verdict: worst([...settled, ...unread]),
        kind,
        platform,
        guessed,
        findings: [...settled.slice(0, MOST_FINDINGS), ...unread],
        notes: [],
        checked: { rules: ready.count, model: 'off', ms: Math.round((now() - started) * 1000) / 1000 },
      }
    },
  }
}

function notRead(draft: Draft, why: Unreadable): Result {
  return {
    verdict: 'unchecked',
    kind: draft.kind ?? 'caption',
    platform: draft.platform ?? null,
    guessed: { kind: draft.kind === undefined, platform: draft.platform === undefined },
    findings: [unreadable(why, '')],
    notes: [],
    checked: { rules: 0, model: 'off', ms: 0 },
  }
}

function finding(rule: Rule, hit: Hit, sight: Sight): Finding {
  const severity: Severity =
    hit.severity ?? (typeof rule.severity === 'function' ? rule.severity(sight.draft) : rule.severity)
  return {
    rule: rule.id,
    category: hit.category ?? rule.category,
    severity,
    start: hit.start,
    end: hit.end,
    quote: sight.draft.text.slice(hit.start, hit.end),
    message: rule.says,
    why: rule.why,
    instead: rule.instead,
    citations: rule.citations,
  }
}
