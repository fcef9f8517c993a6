/**
 * One spelling for what looks alike, with the way back to the text as given.
 * Threat: a name written with Cyrillic letters, zero-width characters or "fancy" Unicode letters reads the same
 * to a person and differently to a rule.
 */
export interface Normalized {
  /** Mostly ASCII: accents folded, quotes straight, invisible characters gone. */
  readonly text: string
  /** UTF-16 offset in the original where the normalized character starts. */
  start(index: number): number
  /** UTF-16 offset in the original where the normalized character before `index` ends. */
  end(index: number): number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is exactly this range
const PLAIN = /^[\x00-\x7f]*$/
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅS'.matchAll(/(.)(.)/gu),
    ...'αaοoνvρpιiκkυuτtΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'.matchAll(/(.)(.)/gu),
  ].map((pair) => [pair[1], pair[2]]),
)
const SAME: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '•': '\n',
  '·': ' ',
  '…': '.',
  '\u2028': '\n',
  '\u2029': '\n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}

function invisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x034f ||
    code === 0x180e ||
    (code >= 0xe0000 && code <= 0xe01ef)
  )
}

const MARK = /\p{M}/u
const folded = new Map<string, string>()

/** The plain form of one character: compatibility form, then its base letter. */
function fold(char: string): string {
  const known = SAME[char] ?? folded.get(char)
  if (known !== undefined) return known
  const compatible = char.normalize('NFKC')
  const base = compatible.normalize('NFD').replace(/\p{M}/gu, '')
  // Only Latin letters lose their marks: in other scripts the mark is part of the letter.
  const result = /^[\u0020-\u007e]+$/.test(base)
    ? base
    : compatible === ''
      ? char
      : (SAME[compatible] ?? compatible)
  if (folded.size < 5000) folded.set(char, result)
  return result
}

const LATIN = /[A-Za-z]/

export function normalize(text: string): Normalized {
  if (PLAIN.test(text)) return { text, start: (i) => i, end: (i) => i }
  const starts: number[] = []
  const ends: number[] = []
  let i = 0
  // A look-alike is exchanged only in a word that otherwise is Latin: Russian stays Russian.
  let wordLatin = false
  let pending: number[] = []
  const chars: string[] = []
  const flush = () => {
    if (wordLatin) for (const at of pending) chars[at] = LOOKALIKES[chars[at] as string] as string
    pending = []
    wordLatin = false
  }
  while (i < text.length) {
    const code = text.codePointAt(i) as number
    const size = code > 0xffff ? 2 : 1
    if (code < 0x80) {
      chars.push(text[i] as string)
      starts.push(i)
      ends.push(i + 1)
      if ((code | 32) >= 97 && (code | 32) <= 122) wordLatin = true
      else flush()
      i += 1
      continue
    }
    if (invisible(code)) {
      if (ends.length > 0) ends[ends.length - 1] = i + size
      i += size
      continue
    }
    const char = String.fromCodePoint(code)
    if (MARK.test(char) && ends.length > 0) {
      // An accent on its own belongs to the letter before it.
      ends[ends.length - 1] = i + size
      i += size
      continue
    }
    if (LOOKALIKES[char] !== undefined) pending.push(chars.length)
    const plain = LOOKALIKES[char] === undefined ? fold(char) : char
    for (const part of plain) {
      for (let k = 0; k < part.length; k++) {
        chars.push(part[k] as string)
        starts.push(i)
        ends.push(i + size)
      }
    }
    if (LATIN.test(plain)) wordLatin = true
    else if (!/\p{L}/u.test(plain)) flush()
    i += size
  }
  flush()
  return {
    text: chars.join(''),
    start: (index) => starts[index] ?? text.length,
    end: (index) => (index <= 0 ? 0 : (ends[index - 1] ?? text.length)),
  }
}
