export function nearness(a: readonly string[], b: readonly string[]): 'same' | 'ask' | 'other' {
  return a.some((hash) => b.includes(hash)) ? 'same' : 'other'
}
