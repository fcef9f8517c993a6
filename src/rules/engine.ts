import { type Dispatcher, dispatcher, type Prepared } from './dispatch.ts'
import type { PracticeFacts } from './facts.ts'
import type { Hit, Rule, Sight } from './kit.ts'
import { mask } from './mask.ts'
import { guesser } from './reading/guess.ts'
import { type Language, languageOf, SMALL_WORDS } from './reading/language.ts'
import { type LexiconSource, Vocabulary } from './reading/lexicon.ts'
import { namesOf } from './reading/names.ts'
import { markOwn, ownOf } from './reading/own.ts'
import { markPeople } from './reading/people.ts'
import { encode, type Parts, type Reading, takeApart } from './reading/reading.ts'
import { saysNothing } from './reply/wordless.ts'
import { isGrave, settle, withoutLastResort, worst } from './settle.ts'
import { weigh } from './strictness.ts'
import { notRead, type Unreadable, unreadable } from './unreadable.ts'
import type { Engine, Finding, Masked, Masker } from './verdict.ts'
import { KINDS, type Kind, REPLIES, type Severity } from './vocabulary.ts'

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
/** Rules between two looks at the clock, which costs as much as asking one. */
const CLOCK = 8
/** From here on a single rule may take long. */
const LONG = 2000
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

export function createEngine({ rules, lexicon, now }: EngineParts): Engine & Masker {
  const vocabulary = new Vocabulary(lexicon)
  vocabulary.markSmall(SMALL_WORDS)
  // Twice: the first round teaches the vocabulary every word of every phrase, the second compiles with all of them.
  vocabulary.learning = true
  for (const rule of rules) rule.match(vocabulary)
  guesser(vocabulary)
  vocabulary.learning = false
  const guess = guesser(vocabulary)
  const names = namesOf(lexicon.names)
  const prepared = rules.map((rule) => prepare(rule, vocabulary))
  // Made when a draft of the kind first comes.
  const ready = (fits: (rule: Rule) => boolean) => {
    let made: Dispatcher | undefined
    return () => (made ??= dispatcher(prepared.filter(({ rule }) => fits(rule))))
  }
  const byKind = new Map(KINDS.map((kind) => [kind, ready((rule) => rule.kinds.includes(kind))]))
  const toReader = ready((rule) => rule.toReader === true)
  const redLines = new Set(rules.filter((rule) => rule.redLine === true).map((rule) => rule.id))
  const lastResorts = new Set(rules.filter((rule) => rule.lastResort === true).map((rule) => rule.id))
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
  const kindOf = (sight: Sight): Kind =>
    sight.draft.kind === 'caption' && find(toReader(), sight, Number.POSITIVE_INFINITY).findings.length > 0
      ? 'review_reply'
      : sight.draft.kind

  /** While a draft is read, only phrases are tried that it has the words for. */
  function inHand<T>(reading: Reading, context: Reading | undefined, read: () => T): T {
    vocabulary.prospects.take(context === undefined ? [reading.code] : [reading.code, context.code])
    try {
      return read()
    } finally {
      vocabulary.prospects.release()
    }
  }

  function find(
    { asked }: Dispatcher,
    sight: Sight,
    until: number,
  ): { findings: Finding[]; trouble?: Unreadable } {
    const findings: Finding[] = []
    let trouble: Unreadable | undefined
    let count = 0
    const clock = sight.draft.text.length < LONG ? CLOCK : 1
    const last: Prepared[] = []
    const beside: Prepared[] = []
    const ask = ({ rule, find }: Prepared) => {
      try {
        for (const hit of find(sight)) findings.push(finding(rule, hit, sight))
      } catch {
        // A rule that breaks has not looked. Its error may carry words of the draft, so it goes nowhere.
        trouble = 'failed'
      }
    }
    for (const one of asked(sight.reading.code)) {
      if (one.when === 'last') last.push(one)
      else if (one.when === 'beside') beside.push(one)
      else ask(one)
      // Rules that take too long must not hold up the answer, and must not pass for looked at.
      if (++count % clock === 0 && now() > until) return { findings, trouble: 'late' }
    }
    if (count > 0 && now() > until) trouble = 'late'
    if (last.length > 0 && !isGrave(findings)) for (const one of last) ask(one)
    for (const one of beside.filter(({ rule }) => rule.beside?.(findings))) ask(one)
    return trouble === undefined ? { findings } : { findings, trouble }
  }

  const without = (text: string, practice: PracticeFacts, leaving?: ReadonlySet<string>): Masked => {
    const whole = text.slice(0, LONGEST)
    return mask(
      whole,
      take(whole, practice),
      names,
      engine.check({ text: whole }, practice).findings,
      leaving,
    )
  }

  const engine: Engine & Masker = {
    redLines,
    mask: (text, practice = NOTHING_KNOWN) => without(text, practice).text,
    masked: (text, practice = NOTHING_KNOWN) => without(text, practice, wordsOf(practice)),
    check(draft, practice = NOTHING_KNOWN) {
      const started = now()
      if (draft.text.length > LONGEST) return notRead(draft, 'long')
      const parts = take(draft.text, practice)
      const reading = encode(draft.text, parts)
      const context = draft.context ? readContext(draft.context, practice) : undefined
      const { kind, platform, guessed, ready, found, trouble } = inHand(reading, context, () => {
        const guessed = guess(draft, reading)
        const sight = (kind: Kind): Sight => ({ reading, context, practice, draft: { ...draft, kind } })
        const kind = guessed.guessed.kind ? kindOf(sight(guessed.kind)) : guessed.kind
        const ready = (byKind.get(kind) as () => Dispatcher)()
        const until = started + LONGEST_WAIT + draft.text.length / 100
        const { findings: found, trouble } = find(ready, sight(kind), until)
        return { ...guessed, kind, ready, found, trouble }
      })
      const { findings, muted, notes } = weigh(
        withoutLastResort(found, lastResorts),
        practice,
        platform,
        redLines,
      )
      const damaged = BROKEN.test(draft.text) || !draft.text.isWellFormed()
      const language = LANGUAGES[languageOf(parts, names)]
      const silent = language === 'none' && REPLIES.includes(kind) && saysNothing(draft.text)
      const why = trouble ?? (damaged ? 'broken' : silent ? undefined : language)
      const settled = findings.length + muted.length > 1 ? settle(findings, fallbacks, muted) : findings
      const unread = why === undefined ? undefined : unreadable(why, draft.text)
      const shown = settled.length > MOST_FINDINGS ? settled.slice(0, MOST_FINDINGS) : settled
      return {
        verdict: worst(unread === undefined ? settled : [...settled, unread]),
        kind,
        platform,
        guessed,
        findings: unread === undefined ? shown : [...shown, unread],
        notes,
        checked: { rules: ready.count, model: 'off', ms: Math.round((now() - started) * 1000) / 1000 },
      }
    },
  }
  return engine
}

function prepare(rule: Rule, vocabulary: Vocabulary): Prepared {
  const when = rule.lastResort === true ? 'last' : rule.beside !== undefined ? 'beside' : 'always'
  return { rule, find: rule.match(vocabulary), when }
}

/** The words of the practice's own names, as tokens have them. */
function wordsOf({ name, staff = [] }: PracticeFacts): ReadonlySet<string> {
  return new Set(
    [name ?? '', ...staff]
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}'’-]{1,60}/gu) ?? [],
  )
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
