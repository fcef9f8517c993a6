import type { Change, File } from './mutants.ts'
import { chainStart, closing, entryEnd } from './scan.ts'

/** The opposite of each; a comparison that is only moved by one says little that an example could. */
const OPPOSITE: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '>': '<=',
  '<=': '>',
  '>=': '<',
  '&&': '||',
  '||': '&&',
}
const ASKS = /\??\.(?:test|has|some|every|includes|startsWith|endsWith)\(/g

/** What the code of a rule asks, asked the other way round. */
export function codeMutants({ source, code }: File): Change[] {
  // The head of a loop, asked the other way round, tells of the loop and not of the rule.
  const heads = [...code.matchAll(/\b(?:for|while) \(/g)].map((m) => ({
    from: m.index,
    to: closing(code, m.index + m[0].length - 1),
  }))
  const all = [...options(source, code), ...operators(code), ...negations(code), ...answers(code)]
  return all.filter(({ from }) => !heads.some((head) => from >= head.from && from < head.to))
}

/** Without its exceptions, or without what it asks for. */
function options(source: string, code: string): Change[] {
  return [...code.matchAll(/(?<=[{,]\s*)(unless|within|where|in):/g)].map((m) => {
    const end = entryEnd(code, m.index + m[0].length)
    const to = code[end] === ',' ? end + 1 : end
    return { from: m.index, to, put: '', what: `without ${source.slice(m.index, m.index + m[0].length - 1)}` }
  })
}

function operators(code: string): Change[] {
  const signs = [...code.matchAll(/(?<=\s)(===|!==|<=|>=|<|>|&&|\|\|)(?=\s)/g)].map((m): Change => {
    const sign = m[0]
    const put = OPPOSITE[sign] as string
    return { from: m.index, to: m.index + sign.length, put, what: `${sign} → ${put}` }
  })
  const figures = [...code.matchAll(/(?<=\s[<>]=? )\d+\b(?!\.)/g)].map((m): Change => {
    const put = String(Number(m[0]) + 1)
    return { from: m.index, to: m.index + m[0].length, put, what: `${m[0]} → ${put}` }
  })
  return [...signs, ...figures]
}

function negations(code: string): Change[] {
  return [...code.matchAll(/(?<=[\s(])!(?=[\w(])/g)].map((m) => ({
    from: m.index,
    to: m.index + 1,
    put: '',
    what: 'without !',
  }))
}

/** What a helper answers, turned round. */
function answers(code: string): Change[] {
  const asked = [...code.matchAll(ASKS)].flatMap((m): Change[] => {
    const from = chainStart(code, m.index)
    const to = closing(code, m.index + m[0].length - 1)
    if (code[from - 1] === '!' || from === m.index) return []
    const chain = code.slice(from, to)
    return [{ from, to: from, put: '!', what: `not ${chain.length > 40 ? `${chain.slice(0, 38)}…` : chain}` }]
  })
  const whether = [...code.matchAll(/\bif \((?=[\w.?]+(?:\([^()]*\))?\))/g)].map((m): Change => {
    const at = m.index + m[0].length
    return { from: at, to: at, put: '!', what: `if not ${code.slice(at, closing(code, at - 1) - 1)}` }
  })
  return [...asked, ...whether.filter(({ from }) => !asked.some((other) => other.from === from))]
}
