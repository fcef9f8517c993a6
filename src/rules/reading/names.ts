import type { NameSource } from './lexicon.ts'
import { at, starts, stops } from './persons/surroundings.ts'
import { CAPITAL, SIGN, type Tokens, WORD } from './tokens.ts'
import { ANY_SIGN } from './words/signs.ts'
import type { Term } from './words/terms.ts'

/** What the name files know of a word, as bits. Grades: s seldom anything but a name, m either, w nearly always a word. */
export const GIVEN_S = 1
export const GIVEN_M = 2
export const GIVEN_W = 4
export const SURNAME_S = 8
export const SURNAME_M = 16
export const SURNAME_W = 32
/** An ordinary English word. */
export const ORDINARY = 64
export const GIVEN = GIVEN_S | GIVEN_M | GIVEN_W
export const SURNAME = SURNAME_S | SURNAME_M | SURNAME_W

export interface Names {
  /** 0: in none of the files. */
  of(word: string): number
  /** The same of a word of a draft, looked up once. */
  bits(term: Term): number
}

const GRADES: Readonly<Record<string, number>> = { s: 0, m: 1, w: 2 }

/** Read when first needed: a start that checks nothing does not pay for it. */
export function namesOf(source: NameSource): Names {
  let table: Map<string, number> | undefined
  const names: Names = {
    of: (word) => {
      table ??= read(source)
      return table.get(word) ?? 0
    },
    bits: (term) => {
      if (term.names !== names) {
        term.names = names
        term.bits = names.of(term.word)
      }
      return term.bits
    },
  }
  return names
}

function read(source: NameSource): Map<string, number> {
  const table = new Map<string, number>()
  const add = (word: string, bit: number) => table.set(word, (table.get(word) ?? 0) | bit)
  for (const [file, first] of [
    [source.given, GIVEN_S],
    [source.surnames, SURNAME_S],
  ] as const) {
    for (const line of file.split('\n')) {
      const tab = line.indexOf('\t')
      if (tab > 0) add(line.slice(0, tab), first << (GRADES[line[tab + 1] as string] as number))
    }
  }
  for (const word of source.words.split('\n')) add(word, ORDINARY)
  return table
}

const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
}
const plain = (word: string) => word.replace(/[0134578@$]/g, (sign) => LETTERS[sign] as string)
const surely = (names: Names, word: string) =>
  word.length > 2 && (names.of(word) & (GIVEN_S | SURNAME_S)) !== 0

/**
 * Last token of a name that hides from readers of names: "J0rdan", "S@rah", "T-r-i-s-h", "b r i a n"; -1: none begins
 * here.
 */
export function hiddenName(tokens: Tokens, i: number, names: Names): number {
  const word = tokens.word[i] as string
  if (word.length === 1) return spelledOut(tokens, i, names)
  // "Ji-woo", "Soo-jin": one name, with a hyphen.
  if (
    word.length < 6 &&
    tokens.kind[i + 1] === SIGN &&
    tokens.word[i + 1] === '-' &&
    tokens.end[i] === tokens.start[i + 1]
  )
    return tokens.end[i + 1] === tokens.start[i + 2] && (names.of(word + tokens.word[i + 2]) & GIVEN_S) !== 0
      ? i + 2
      : -1
  // Words of letters alone say so themselves.
  if (tokens.term[i]?.signs === ANY_SIGN && /[0-9]/.test(word))
    return /^[a-z]{1,12}[0134578][a-z]{1,12}$/.test(word) && isHidden(names, word) ? i : -1
  return -1
}

function isHidden(names: Names, word: string): boolean {
  return surely(names, plain(word)) || surely(names, plain(word.replaceAll('1', 'l')))
}

/** Letter by letter, with the same small sign, or a space, between. */
function spelledOut(tokens: Tokens, i: number, names: Names): number {
  if (i > 0 && tokens.word[i - 1]?.length === 1 && tokens.end[i - 1] === tokens.start[i]) return -1
  let all = tokens.word[i] as string
  let to = i
  for (let k = i + 1; k < tokens.length && all.length < 14; k++) {
    const word = tokens.word[k] as string
    if (/^[-.*_]$/.test(word) && tokens.end[k - 1] === tokens.start[k]) continue
    if (
      tokens.kind[k] !== WORD ||
      word.length !== 1 ||
      (tokens.start[k] as number) - (tokens.end[k - 1] as number) > 1
    )
      break
    all += word
    to = k
  }
  return all.length > 2 && surely(names, all) ? to : -1
}

const TAG =
  /^#(?:team|go|congrats|congratulations|happybirthday|hbd|thankyou|thanks|welcome|welcomebaby|baby|pray(?:ers)?for|love|welove|meet|missyou|justicefor|getwell|bye|hi|yay)?([a-z]{3,14}?)(?:s?(?:strong|smiles?|smilejourney|journey|army|glow|glowup|transformation|results|story|fight|squad|crew|newsmile|miracle|bracesoff|getsbraces)|\d{0,4})$/

/** The name in "#TeamMaria", "#MariaStrong", "#SarahsSmile"; undefined: it names nobody. */
export function tagName(tag: string, names: Names): string | undefined {
  const name = TAG.exec(tag)?.[1]
  if (name === undefined || `#${name}` === tag) return undefined
  return (names.of(name) & GIVEN_S) !== 0 && name.length > 2 ? name : undefined
}

const ABBREVIATED =
  /^(?:us|dc|md|do|pa|pt|rn|np|od|dm|am|pm|iv|la|tv|bs|ba|ms|ny|nj|sc|nc|po|ps|qa|id|er|or|iq|ok|uv|pc|ac|hr|dr|co|eg|ie)$/

/** "Yes R!", "Mrs. K", "thank you J.M.!": one or two letters, where somebody is spoken to or of. */
export function initials(tokens: Tokens, i: number, titled: boolean): number {
  const word = at(tokens, i)
  if (!((tokens.flags[i] as number) & CAPITAL)) return -1
  let to = i
  for (let k = i + 1; k <= i + 4; k++) {
    if (at(tokens, k) === '.' && tokens.end[k - 1] === tokens.start[k]) continue
    if (at(tokens, k).length !== 1 || tokens.kind[k] !== WORD || !((tokens.flags[k] as number) & CAPITAL))
      break
    if (at(tokens, k - 1) !== '.') break
    to = k
  }
  if (to > i) {
    if (ABBREVIATED.test(word + at(tokens, to))) return -1
    const before = at(tokens, i - 1) === ',' ? at(tokens, i - 2) : at(tokens, i - 1)
    return starts(tokens, i) || BEFORE_INITIALS.test(before) || titled ? to : -1
  }
  if (word === 'i' || word === 'a') return -1
  if (titled) return i
  const comma = at(tokens, i - 1) === ','
  const greets = /^(?:hi|hey|hello|dear|thanks|you|congrats|yes|much)$/.test(at(tokens, i - (comma ? 2 : 1)))
  return (comma || greets) && stops(tokens, i + 1) && i + 1 < tokens.length ? i : -1
}
const BEFORE_INITIALS =
  /^(?:about|for|from|girl|guy|client|patient|meet|our|by|is|congrats|congratulations|thanks|you|hi|hey|hello|dear|of|to|bride|mom|mama|dad|case|named|tell|and|with|on|-|~|"|baby|little|son|daughter|husband|wife|winner|so|back|birthday|love|saw|job|go|hope|welcome|a|help|smile|introducing|celebrating|amazing|soon|when|results|sweet|miss|best|us|luck|that|are|wow|anytime)$/

const CLAN = /^(?:family|clan|household|twins|siblings|sisters|brothers)$/

/** "The Dunleavys", "the Delacroix family". */
export function isFamily(tokens: Tokens, i: number, names: Names, known: boolean): boolean {
  const word = at(tokens, i)
  if (CLAN.test(at(tokens, i + 1)) && names.of(word) === 0 && !known)
    return at(tokens, i - 1) === 'the' && ((tokens.flags[i] as number) & CAPITAL) !== 0
  if (at(tokens, i - 1) !== 'the' || !/^[a-z]{3,20}s$/.test(word) || !((tokens.flags[i] as number) & CAPITAL))
    return false
  if (names.of(word) !== 0 || (tokens.flags[i + 1] ?? 0) & CAPITAL) return false
  return ((names.of(word.slice(0, -1)) | names.of(word.replace(/es$/, ''))) & (SURNAME_S | SURNAME_M)) !== 0
}
