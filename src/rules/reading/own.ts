import type { PracticeFacts } from '../facts.ts'
import { normalize } from './normalize.ts'
import { CREDENTIALS, isSeason, isVerbish, PROVIDER, TITLE } from './persons/surroundings.ts'
import { type Marks, OWN, STAFF } from './reading.ts'
import { EMAIL, HANDLE, LINK, SIGN, STOP, type Tokens, WORD } from './tokens.ts'

/**
 * The practice's own facts, ready to be recognised. Made once for each practice, since a draft is read in
 * microseconds and a roster is not.
 */
export interface Own {
  /** First word → the rest of a name, an address or the practice's own name. */
  readonly names: ReadonlyMap<string, readonly { rest: readonly string[]; mark: number }[]>
  readonly links: ReadonlySet<string>
  /** Digits only. */
  readonly phones: ReadonlySet<string>
}

const made = new WeakMap<PracticeFacts, Own>()
const NOTHING: Own = { names: new Map(), links: new Set(), phones: new Set() }

export function ownOf(practice: PracticeFacts | undefined): Own {
  if (practice === undefined) return NOTHING
  let own = made.get(practice)
  if (own === undefined) {
    own = Object.keys(practice).length === 0 ? NOTHING : build(practice)
    made.set(practice, own)
  }
  return own
}

const words = (text: string) =>
  normalize(text)
    .text.toLowerCase()
    .replace(/'s\b/g, " 's")
    .split(/[^a-z0-9'&]/)
    .filter((word) => word !== '')

function build(practice: PracticeFacts): Own {
  const names = new Map<string, { rest: string[]; mark: number }[]>()
  const add = (parts: readonly string[], mark: number) => {
    const [head, ...rest] = parts
    if (head === undefined) return
    const list = names.get(head) ?? []
    list.push({ rest, mark })
    list.sort((a, b) => b.rest.length - a.rest.length)
    names.set(head, list)
  }
  for (const person of practice.staff ?? []) {
    const parts = words(person).filter(
      (word) => !CREDENTIALS.has(word) && !PROVIDER.has(word) && !TITLE.has(word),
    )
    add(parts, STAFF)
    // Posts call people by their first or last name alone.
    if (parts.length > 1)
      for (const part of [parts[0] as string, parts.at(-1) as string]) if (part.length > 2) add([part], STAFF)
  }
  for (const address of practice.addresses ?? []) {
    for (const piece of address.split(',')) if (words(piece).length > 0) add(words(piece), OWN)
  }
  if (practice.name !== undefined) add(words(practice.name), OWN)
  for (const service of practice.services ?? [])
    if (/[A-Z]/.test(service) && words(service).length > 1) add(words(service), 0)
  const bare = (link: string) =>
    link
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/$/, '')
  return {
    names,
    links: new Set([
      ...(practice.urls ?? []).map(bare),
      ...(practice.emails ?? []).map((mail) => mail.toLowerCase()),
      ...(practice.handles ?? []).map((handle) => `@${handle.toLowerCase().replace(/^@/, '')}`),
    ]),
    phones: new Set((practice.phones ?? []).map(digits)),
  }
}

export function digits(phone: string): string {
  const only = phone.replace(/\D/g, '')
  return only.length === 11 && only.startsWith('1') ? only.slice(1) : only
}

export function isOwnLink(own: Own, link: string): boolean {
  const bare = link
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
  if (own.links.has(bare)) return true
  for (const known of own.links) if (bare.startsWith(`${known}/`) || bare.endsWith(`@${known}`)) return true
  return false
}

/** Marks staff and what belongs to the practice. */
export function markOwn(tokens: Tokens, marks: Marks, own: Own): void {
  if (own === NOTHING) return
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind[i]
    if (kind === LINK || kind === EMAIL || kind === HANDLE) {
      if (isOwnLink(own, tokens.word[i] as string)) marks[i] = OWN
      continue
    }
    const list = own.names.get(tokens.word[i] as string)
    if (list === undefined || marks[i] !== 0) continue
    for (const { rest, mark } of list) {
      const to = rest.length === 0 ? i : follows(tokens, i, rest)
      if (to < 0) continue
      // "Hope" is staff, "hope" is a verb, "nurse hope" is staff again, and "maria" is nothing else.
      if (mark === STAFF && rest.length === 0 && tokens.flags[i] === 0 && kind === WORD && isWord(tokens, i))
        continue
      if (mark !== 0) for (let k = i; k <= to; k++) marks[k] = mark
      i = to
      break
    }
  }
}

const WORDS: ReadonlySet<string> = new Set(
  'grace joy faith sky dawn rose violet ivy ruby pearl amber jade ginger olive heather brooke crystal sandy sunny angel destiny star gene dean frank jack ray dale glen cliff miles max rich guy long young brown white green black gray king bell stone wood woods rivers banks fields lane park day best good price case cook baker miller carter porter hunter mason page reed ford west north penny candy melody harmony serenity trinity mercy honor patience charity eve robin wren birch forest reese carol holly iris lily daisy jasmine hazel berry winter noel norm herb lance rusty colt drake'.split(
    ' ',
  ),
)
/** A small letter, and an English word: only a title in front makes it somebody. */
function isWord(tokens: Tokens, i: number): boolean {
  const word = tokens.word[i] as string
  if (word.length > 3 && !WORDS.has(word) && !isVerbish(word) && !isSeason(word)) return false
  return !PROVIDER.has(tokens.word[i - 1] ?? '')
}

function follows(tokens: Tokens, at: number, rest: readonly string[]): number {
  let i = at
  for (const word of rest) {
    i++
    while (
      i < tokens.length &&
      ((tokens.kind[i] === SIGN && tokens.word[i] !== '&') ||
        (tokens.kind[i] === STOP && tokens.word[i] === '.'))
    )
      i++
    if (i >= tokens.length || tokens.word[i] !== word) return -1
  }
  return i
}
