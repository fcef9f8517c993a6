import { plural, verbForms } from './inflect.ts'
import type { Likeness } from './likeness/file.ts'
import { unpacked } from './likeness/file.ts'
import { Prospects } from './search/prospects.ts'
import { Terms } from './words/terms.ts'

/** Word lists as knowledge/lexicon has them; src/knowledge/load.ts reads the files and hands them in. */
export interface LexiconSource {
  /** Meaning → the words that carry it. Nouns get plurals, verbs all forms, words stay as they are. */
  readonly classes: Readonly<Record<string, WordList>>
  /** Other spellings: "appt" → "appointment". */
  readonly aliases: Readonly<Record<string, string>>
  readonly names: NameSource
  /** Models of how drafts sound, by name (likeness/file.ts). */
  readonly likeness?: Readonly<Record<string, string>> | undefined
}
export interface WordList {
  readonly nouns?: readonly string[] | undefined
  readonly verbs?: readonly string[] | undefined
  readonly words?: readonly string[] | undefined
}
/** Name files: "name<TAB>grade" a line; grade s (a name), m (name or word), w (nearly always a word). */
export interface NameSource {
  readonly given: string
  readonly surnames: string
  /** Ordinary words, most frequent first, one a line. */
  readonly words: string
}

/** Codes below 256 stand for kinds of tokens, those above for words of the lists and of the patterns. */
export const CODE = {
  stop: 1,
  sign: 2,
  name: 3,
  staff: 4,
  handle: 5,
  tag: 6,
  number: 7,
  link: 8,
  email: 9,
  emoji: 10,
  /** A word that no list has. */
  other: 11,
  Other: 12,
  otherEd: 13,
  otherIng: 14,
  money: 15,
  quote: 16,
  foreign: 17,
  own: 18,
  date: 19,
  time: 20,
  comma: 21,
  colon: 22,
} as const

const BUILT_IN: Readonly<Record<string, readonly number[]>> = {
  stop: [CODE.stop],
  sign: [CODE.sign, CODE.quote, CODE.comma, CODE.colon],
  comma: [CODE.comma, CODE.sign],
  colon: [CODE.colon],
  quote: [CODE.quote],
  name: [CODE.name],
  staff: [CODE.staff],
  handle: [CODE.handle],
  tag: [CODE.tag],
  number: [CODE.number],
  money: [CODE.money],
  link: [CODE.link],
  email: [CODE.email],
  emoji: [CODE.emoji],
  own: [CODE.own],
  date: [CODE.date],
  time: [CODE.time],
  unknown: [CODE.other, CODE.Other, CODE.otherEd, CODE.otherIng, CODE.foreign],
  past: [CODE.otherEd],
  ing: [CODE.otherIng],
}

/** A word and the expressions that begin with it, longest first. */
export interface Entry {
  /** 0: only the beginning of longer expressions. */
  code: number
  longer: readonly { rest: readonly string[]; code: number }[] | undefined
  /** One of the small words that nearly every English sentence has. */
  small: boolean
}

/** Endings that tell what a verb's form is; "need", "hundred" and "morning" only look like it. */
const PAST =
  /^(?!(?:speed|breed|bleed|indeed|hundred|sacred|naked|proceed|succeed|exceed|shed|sled|weed|feed|seed|greed)$)[a-z]{3,20}ed$/
const ING =
  /^(?!(?:thing|nothing|something|anything|everything|morning|evening|spring|string|during|ceiling|sibling|king|ring|wing|sing|bring)$)[a-z]{3,20}ing$/

const KINDS_OF_TOKENS: Readonly<Record<number, number>> = {
  [CODE.stop]: 980,
  [CODE.comma]: 730,
  [CODE.other]: 500,
  [CODE.emoji]: 250,
  [CODE.number]: 280,
  [CODE.Other]: 250,
  [CODE.sign]: 100,
  [CODE.colon]: 200,
  [CODE.name]: 90,
  [CODE.staff]: 140,
}
/** The words that drafts of a practice have most, by frequency. */
const FREQUENT: ReadonlyMap<string, number> = new Map(
  [
    [450, 'you your the to and we our a'],
    [250, "for is of in with i it this that my on are 's have be at so not from was"],
    [
      150,
      'thank thanks please us can will all or if but out up just what how when who one new they he she her his as an by do no about had has been more get time office call care team day today here would',
    ],
    [
      60,
      'patient patients smile skin appointment visit review feedback experience hear love happy sorry free back see come know like first any appreciate reach always after before treatment feel very dr great questions directly help need them me there then than their only make every now next into concerns words kind which some were did does am',
    ],
  ].flatMap(([per, words]) => (words as string).split(' ').map((word) => [word, per as number] as const)),
)

/** Gives every word a code unit, so that a sentence becomes a short string and a phrase a regular expression. */
export class Vocabulary {
  private readonly entries = new Map<string, Entry>()
  /** Expressions of several words, joined by a space. */
  private readonly joined = new Map<string, number>()
  private readonly members = new Map<string, Set<number>>()
  private readonly spelled: string[] = []
  private next = 256
  /** Which phrases the texts in hand have the words for. */
  readonly prospects = new Prospects()
  /** The words of drafts, with what is known of them. */
  readonly terms = new Terms((word) => this.entries.get(word))
  private joins = 0
  /** While rules are only asked for their words, their phrases need not be made. */
  learning = false

  private readonly models: LexiconSource['likeness']
  private readonly unpackedModels = new Map<string, Likeness | undefined>()

  constructor(source: Pick<LexiconSource, 'classes' | 'aliases' | 'likeness'>) {
    this.models = source.likeness
    for (const [name, codes] of Object.entries(BUILT_IN)) this.members.set(name, new Set(codes))
    for (const [name, list] of Object.entries(source.classes)) {
      for (const noun of list.nouns ?? []) {
        this.put(noun, name, `${name}.one`)
        this.put(plural(noun), name, `${name}.many`)
      }
      for (const verb of list.verbs ?? []) {
        const forms = verbForms(verb)
        for (const form of forms.present) this.put(form, name, `${name}.now`)
        for (const form of forms.past) this.put(form, name, `${name}.past`, 'past')
        for (const form of forms.ing) this.put(form, name, `${name}.ing`, 'ing')
      }
      for (const word of list.words ?? []) this.put(word, name)
    }
    for (const [from, to] of Object.entries(source.aliases)) {
      this.put(to)
      // Another spelling is the same word: it shares the entry.
      if (!to.includes(' ')) this.entries.set(from, this.entries.get(to) as Entry)
    }
  }

  /** Adds a word (or expression) to classes and returns its code. */
  put(written: string, ...classes: string[]): number {
    const known = classes.length === 0 ? this.entries.get(written)?.code : 0
    if (known) return known
    // As the tokenizer sees it: a hyphen is a gap, a possessive a word of its own.
    const expression = written
      .replace(/-/g, ' ')
      .replace(/(?<=\w)'s\b/g, " 's")
      .trim()
    const words = expression.split(' ')
    const code = words.length > 1 ? this.putLonger(expression, words) : this.putWord(expression)
    for (const name of classes) this.join(code, name)
    return code
  }

  private join(code: number, name: string): void {
    const set = this.members.get(name) ?? new Set()
    if (set.has(code)) return
    set.add(code)
    this.members.set(name, set)
    this.joins++
  }

  private putWord(word: string): number {
    const entry = this.entryFor(word)
    if (entry.code === 0) {
      entry.code = this.fresh(word)
      // A word that only a phrase names keeps what its ending says; otherwise naming it would hide that it is past.
      if (PAST.test(word)) this.join(entry.code, 'past')
      else if (ING.test(word)) this.join(entry.code, 'ing')
    }
    return entry.code
  }

  private putLonger(expression: string, words: readonly string[]): number {
    let code = this.joined.get(expression)
    if (code === undefined) {
      code = this.fresh(expression)
      this.joined.set(expression, code)
      const entry = this.entryFor(words[0] as string)
      entry.longer = [...(entry.longer ?? []), { rest: words.slice(1), code }].sort(
        (a, b) => b.rest.length - a.rest.length,
      )
    }
    return code
  }

  private entryFor(word: string): Entry {
    let entry = this.entries.get(word)
    if (entry === undefined) {
      entry = { code: 0, longer: undefined, small: false }
      this.entries.set(word, entry)
      this.terms.clear()
    }
    return entry
  }

  private fresh(word: string): number {
    this.spelled[this.next] = word
    return this.next++
  }

  /** Names the small words of the language; they need no code of their own. */
  markSmall(words: readonly string[]): void {
    for (const word of words) {
      this.putWord(word)
      this.entryFor(word).small = true
    }
  }

  /** Grows whenever a list does: what was made of the lists before is out of date then. */
  get size(): number {
    return this.next + this.joins
  }

  /** All codes given out are below this. */
  get codes(): number {
    return this.next
  }

  entry(word: string): Entry | undefined {
    return this.entries.get(word)
  }

  code(word: string): number | undefined {
    return this.entries.get(word)?.code || this.joined.get(word)
  }

  expressions(first: string): Entry['longer'] {
    return this.entries.get(first)?.longer
  }

  /** In about how many of a thousand drafts a word stands: a frequent one is a poor sign that a phrase may fit. */
  frequency(code: number): number {
    return code < 256 ? (KINDS_OF_TOKENS[code] ?? 5) : (FREQUENT.get(this.spelled[code] ?? '') ?? 2)
  }

  has(word: string, ...classes: string[]): boolean {
    const code = this.code(word)
    return code !== undefined && classes.some((name) => this.members.get(name)?.has(code) === true)
  }

  /** Codes of a class; throws for a class that no list defines, so that a typing error in a rule shows at once. */
  codesOf(name: string): ReadonlySet<number> {
    const set = this.members.get(name)
    if (set === undefined) throw new Error(`no word list is called {${name}}`)
    return set
  }

  /** Every form of a verb, which thereby is known as one. */
  likeness(name: string): Likeness | undefined {
    if (!this.unpackedModels.has(name)) {
      const text = this.models?.[name]
      this.unpackedModels.set(name, text === undefined ? undefined : unpacked(text))
    }
    return this.unpackedModels.get(name)
  }

  /** Verbs. */
  formsOf(verb: string): readonly string[] {
    const forms = verbForms(verb)
    for (const form of forms.past) this.put(form, 'past')
    for (const form of forms.ing) this.put(form, 'ing')
    return [...forms.present, ...forms.past, ...forms.ing]
  }
}
