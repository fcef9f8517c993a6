import type { Sight } from '../kit.ts'
import { classesOf } from '../reading/classes.ts'
import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'

/** Words in quotation marks, as codes. */
export interface Quoted {
  from: number
  to: number
}

const LISTS = [
  'i',
  'we',
  'you',
  'past',
  'story.praise',
  'story.says',
  'story.frame',
  'story.saying',
  'procedure',
  'product',
  'body',
  'condition',
  'outcome',
  'story.care',
  'visit',
  'staffword',
  'patient',
  'relative',
  'she',
  'story.site',
  'story.change',
  'story.myth',
] as const // prettier-ignore
type List = (typeof LISTS)[number]

/** Finds what somebody said of their own care in quotation marks; sayings, myths, authors and staff pass. */
export function quotedWords(vocabulary: Vocabulary): (sight: Sight) => Quoted[] {
  let look: ((sight: Sight) => Quoted[]) | undefined
  return (sight) => {
    look ??= build(vocabulary)
    return look(sight)
  }
}

const AUTHOR =
  /["*_]?\s{0,3}(?:[-–—~]{1,2}|by)\s{0,2}(?:(dr|doctor|nurse)\b\.?\s{0,2})?([\p{L}][\p{L}.'-]{0,30})((?:[ ,]{1,2}[\p{L}][\p{L}.'-]{0,30}){0,4})/iuy

function build(vocabulary: Vocabulary) {
  const { bit, of } = classesOf(vocabulary, LISTS)
  const mask = (...names: List[]) => names.reduce((sum, name) => sum | (bit[name] as number), 0)
  const CARE = mask('procedure', 'product', 'body', 'condition', 'outcome', 'story.care', 'visit')
  const [SELF, TOLD, PRAISE, FRAME, SAYS, SAYING, YOU, PEOPLE, SHE, SITE, CHANGE] = [
    mask('i', 'we'),
    mask('past'),
    mask('story.praise'),
    mask('story.frame'),
    mask('story.says'),
    mask('story.saying'),
    mask('you'),
    mask('patient', 'relative'),
    mask('she'),
    mask('story.site'),
    mask('story.change'),
  ] as const // prettier-ignore
  const MYTH = mask('story.myth')
  const ASKS = mask('story.saying')
  const alike = vocabulary.codesOf('story.twoway')
  const STAFF = mask('staffword')

  const bitsOf = (code: string, from: number, to: number) => {
    let bits = 0
    for (let i = Math.max(0, from); i < to && i < code.length; i++) {
      const c = code.charCodeAt(i)
      // "Let" and "put" tell nothing.
      bits |= alike.has(c) ? of(c) & ~TOLD : of(c)
      if (code.charCodeAt(i) === CODE.otherEd) bits |= TOLD
    }
    return bits
  }

  return ({ reading, draft }: Sight): Quoted[] => {
    const out: Quoted[] = []
    const { code } = reading
    for (const { from, to } of pairs(reading)) {
      if (to - from < 3) continue
      const inside = bitsOf(code, from, to)
      const who = author(reading, to)
      if (who === 'staff') continue
      // The sentence that leads to it, and the one behind it.
      let start = from - 2
      while (start > 0 && from - start < 14 && !(code.charCodeAt(start) === CODE.stop && from - start > 3))
        start--
      const before = bitsOf(code, start, from - 1)
      const after = bitsOf(code, to + 1, to + 9)
      const self = (inside & SELF) !== 0
      const felt = (inside & (PRAISE | CARE)) !== 0
      const frame =
        draft.kind === 'repost' ||
        (before & (FRAME | PEOPLE)) !== 0 ||
        ((before & SAYS) !== 0 && !(before & (STAFF | YOU)))
      // "Say 'I am here'" tells the reader what to say.
      const she = (before & SHE) !== 0 && (before & SAYS) !== 0 && (before & TOLD) !== 0 && !(before & STAFF)
      const saying = (before & SAYING) !== 0 || (after & SAYING & ~FRAME) !== 0
      const lived =
        self && (inside & TOLD) !== 0 && (inside & CARE) !== 0 && (inside & (CHANGE | PRAISE)) !== 0
      const sited = (before & SITE) !== 0 && (inside & (TOLD | PRAISE)) !== 0
      if (who === 'patient' && (self || felt)) out.push({ from, to })
      else if (
        frame &&
        !(saying && !(before & PEOPLE && before & TOLD)) &&
        (self || felt) &&
        ((inside & (TOLD | PRAISE | YOU | CARE)) !== 0 || she)
      )
        out.push({ from, to })
      else if (sited && !(before & ASKS)) out.push({ from, to })
      else if (lived && !(before & MYTH)) out.push({ from, to })
      else if (
        !saying &&
        self &&
        (inside & (TOLD | CHANGE)) !== 0 &&
        (felt || ((inside & YOU) !== 0 && (inside & PEOPLE) !== 0))
      )
        out.push({ from, to })
    }
    return out
  }

  /** Whose words they are, if a dash and a name stand behind them. */
  function author(reading: Reading, to: number): 'patient' | 'staff' | 'nobody' {
    const { tokens, last, first, code, normalized } = reading
    // Stars may stand between the words and the name.
    let after = to
    while (
      after + 1 < code.length &&
      after < to + 8 &&
      (code.charCodeAt(after) === CODE.quote || code.charCodeAt(after) === CODE.emoji)
    )
      after++
    if (after > to && code.charCodeAt(after - 1) !== CODE.emoji) after = to
    const near = after < code.length ? (first[after] as number) : (last[to - 1] as number) + 1
    const at = after < code.length ? (tokens.start[near] as number) : normalized.text.length
    // The closing mark itself may stand right behind the last full stop.
    AUTHOR.lastIndex = at
    const found = AUTHOR.exec(normalized.text)
    for (let i = to; i < Math.min(code.length, to + 6) && code.charCodeAt(i) !== CODE.stop; i++)
      if (code.charCodeAt(i) === CODE.staff) return 'staff'
    if (found === null) return 'nobody'
    for (let i = to; i < Math.min(code.length, to + 6); i++) {
      const c = code.charCodeAt(i)
      if (c === CODE.staff || of(c) & STAFF) return 'staff'
    }
    if (found[1] !== undefined) return 'staff'
    const name = `${found[2]}${found[3] ?? ''}`
    const known = bitsOf(code, to, to + 14)
    if (known & (PEOPLE | CARE | FRAME)) return 'patient'
    if (/^[A-Z]\.?(?:\s?[A-Z]\.?){0,2}(?:$|[ ,])/.test(name)) return 'patient'
    // "Danielle R.", "Prudence H": a first name and an initial; "Jon Kabat-Zinn" is an author.
    if (/^[\p{Lu}][\p{L}'-]{1,20}(?: [A-Z]\.?)?$/u.test(name.replace(/[ ,.]{1,3}$/, ''))) return 'patient'
    return 'nobody'
  }
}

/** Code units between quotation marks; an unpaired one reaches to the end. */
function pairs({ code }: Reading): Quoted[] {
  const mark = String.fromCharCode(CODE.quote)
  const out: Quoted[] = []
  let open = -1
  for (let i = code.indexOf(mark); i >= 0; i = code.indexOf(mark, i + 1)) {
    if (open < 0) open = i
    else {
      out.push({ from: open + 1, to: i })
      open = -1
    }
  }
  return out
}
