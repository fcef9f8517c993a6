import { compilePhrases, type Reading, type Vocabulary } from '../../kit.ts'

export interface Spoken {
  /** Characters of the normalized text. */
  from: number
  to: number
  figures: string
}

const STEP = '{digitword|number} ({comma|stop|sign})?'
const ROW = `${STEP} ${STEP} ${STEP} ${STEP} ${`(${STEP})?`.repeat(14)}`
const VALUE: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
const COUNTING = '0123456789 9876543210'

/** Numbers that are written out to get past a filter: "five five five, oh one three six", "six zero 2 555…". */
export function spokenNumbers(vocabulary: Vocabulary): (reading: Reading) => Spoken[] {
  const row = compilePhrases([ROW], vocabulary)
  const words = vocabulary.codesOf('digitword')
  const guard = compilePhrases(
    ['{digitword} ({comma|sign})? {digitword|number} ({comma|sign})? {digitword|number}'],
    vocabulary,
    '',
  )
  return (reading) => {
    const { code, tokens, first, last } = reading
    if (!guard.test(code)) return []
    const found: Spoken[] = []
    row.lastIndex = 0
    for (let m = row.exec(code); m !== null; m = row.exec(code)) {
      if (m[0] === '') {
        row.lastIndex++
        continue
      }
      let figures = ''
      let spelled = 0
      let to = m.index
      for (let i = m.index; i < m.index + m[0].length; i++) {
        const word = tokens.word[first[i] as number] as string
        if (words.has(code.charCodeAt(i))) spelled++
        const times = word === 'double' ? 2 : word === 'triple' ? 3 : 1
        if (times > 1) {
          const next = VALUE[tokens.word[first[i + 1] as number] ?? ''] ?? ''
          figures += next.repeat(times - 1)
        } else figures += VALUE[word] ?? (/^\d{1,4}$/.test(word) ? word : '')
        if (VALUE[word] !== undefined || /^\d/.test(word)) to = i
      }
      if (spelled < 3 || figures.length < 7 || figures.length > 15 || COUNTING.includes(figures)) continue
      found.push({
        from: tokens.start[first[m.index] as number] as number,
        to: tokens.end[last[to] as number] as number,
        figures,
      })
    }
    return found
  }
}
