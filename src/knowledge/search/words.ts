import type { Synonyms } from './synonyms.ts'

/** How a text is cut into the terms that are looked up; the same for questions and for articles. */
export interface Words {
  /** In the order in which they stand. */
  terms(text: string): string[]
  /** The same with the words that say nothing by themselves: "hurt herself" is more than "hurt". */
  all(text: string): string[]
  /** Both at once. */
  both(text: string): { terms: string[]; all: string[] }
  /** Terms that often mean the same, without the term itself. */
  near(term: string): readonly string[]
}

/** Characters that are looked at of one text; questions are shorter, articles too. */
const LONGEST = 8000
const WORD = /[\p{L}\p{N}]+(?:[.'][\p{L}\p{N}]+)*/gu

export function createWords({ same, near, empty }: Synonyms): Words {
  const phrases = new Map<string, string>()
  /** How many words the longest phrase has that begins with a word. */
  const longest = new Map<string, number>()
  for (const [meaning, others] of Object.entries(same)) {
    for (const other of [meaning, ...others]) {
      const stems = plainWords(other).map(stem)
      const first = stems[0] ?? ''
      longest.set(first, Math.max(longest.get(first) ?? 0, stems.length))
      phrases.set(stems.join(' '), plainWords(meaning).map(stem).join('_'))
    }
  }
  const nothing = new Set(empty.flatMap(plainWords).map(stem))

  function both(text: string): { terms: string[]; all: string[] } {
    const stems = plainWords(text).map(stem)
    const terms: string[] = []
    const all: string[] = []
    for (let at = 0; at < stems.length; ) {
      const word = stems[at] as string
      let count = Math.min(longest.get(word) ?? 0, stems.length - at)
      let meaning: string | undefined
      for (; count > 0; count--) {
        meaning = phrases.get(count === 1 ? word : stems.slice(at, at + count).join(' '))
        if (meaning !== undefined) break
      }
      all.push(meaning ?? word)
      if (meaning !== undefined || !nothing.has(word)) terms.push(meaning ?? word)
      at += Math.max(1, count)
    }
    return { terms, all }
  }
  const terms = (text: string) => both(text).terms

  const beside = new Map<string, Set<string>>()
  for (const group of near) {
    const members = group.flatMap(terms)
    for (const member of members) {
      const others = beside.get(member) ?? new Set()
      for (const other of members) if (other !== member) others.add(other)
      beside.set(member, others)
    }
  }
  return { terms, both, all: (text) => both(text).all, near: (term) => [...(beside.get(term) ?? [])] }
}

function plainWords(text: string): string[] {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/&/g, ' and ')
  return [...plain.matchAll(WORD)].map(([word]) => word.replace(/'s$/, '').replaceAll("'", ''))
}

/** Takes endings off so that "posts", "posted" and "posting" are one term. Rough on purpose: both sides get it. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  let root = word
  if (root.endsWith('ies') && root.length > 4) root = `${root.slice(0, -3)}y`
  else if (/(?:ss|x|z|ch|sh)es$/.test(root)) root = root.slice(0, -2)
  else if (/[^su]s$/.test(root)) root = root.slice(0, -1)
  if (/(?:ation|ating|ated|ate)$/.test(root) && root.length > 7)
    root = root.replace(/(?:ation|ating|ated|ate)$/, '')
  else if (root.endsWith('ing') && root.length > 5) root = undouble(root.slice(0, -3))
  else if (root.endsWith('ied') && root.length > 4) root = `${root.slice(0, -3)}y`
  else if (root.endsWith('ed') && root.length > 4) root = undouble(root.slice(0, -2))
  else if (root.endsWith('ally') && root.length > 7) root = root.slice(0, -4)
  else if (root.endsWith('ly') && root.length > 5) root = root.slice(0, -2)
  else if (root.endsWith('ment') && root.length > 7) root = root.slice(0, -4)
  else if (root.endsWith('ity') && root.length > 6) root = root.slice(0, -3)
  if (root.endsWith('e') && root.length > 3) root = root.slice(0, -1)
  return root
}

function undouble(root: string): string {
  return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root
}
