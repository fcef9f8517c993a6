import { CATEGORY_NAMES } from '../copy.ts'
import { count, platformKey } from '../report/say.ts'
import { ORDER, type Tally } from '../tally.ts'
import { asHtml } from './as-html.ts'
import { at, bar, figure, TONES, toLookAt, WIDTH } from './figure.ts'

const ROW = 26
const MOST_CATEGORIES = 12

/** Verdicts by platform, one row each, out of all that was read there. */
export function platformPlot({ platforms }: Tally): string {
  const rows = [...platforms].map(([key, counts]) => {
    const bad = toLookAt(counts)
    return { name: platformKey(key), counts, bad, of: `${bad} of ${bad + counts.clear}` }
  })
  rows.sort((a, b) => b.bad - a.bad)
  const highest = Math.max(1, ...rows.map(({ bad }) => bad))
  const drawn = rows.map(({ name, counts, of }, i) => {
    const y = i * ROW
    let x = 120
    const parts = ORDER.map((verdict) => {
      const size = (counts[verdict] / highest) * (WIDTH - 230)
      x += size
      return size > 0 ? bar(TONES[verdict], x - size, y + 5, Math.max(1.5, size), ROW - 10) : ''
    })
    return before(name, 114, y) + parts.join('') + behind(of, x + 6, y)
  })
  return figure({
    id: 'platforms',
    title: 'Posts to look at, by platform',
    says: `${rows.map(({ name, of }) => `${name}: ${of}`).join('; ')}.`,
    height: rows.length * ROW + 4,
    inside: drawn.join(''),
    verdicts: true,
  })
}

/** How many posts tell what. */
export function categoryPlot({ categories }: Tally): string {
  const rows = [...categories].sort(([, a], [, b]) => b - a).slice(0, MOST_CATEGORIES)
  const highest = Math.max(1, ...rows.map(([, number]) => number))
  const drawn = rows.map(([category, number], i) => {
    const size = (number / highest) * (WIDTH - 270)
    const y = i * ROW
    return (
      before(CATEGORY_NAMES[category], 214, y) +
      bar('plain', 220, y + 5, size, ROW - 10) +
      behind(String(number), 226 + size, y)
    )
  })
  return figure({
    id: 'categories',
    title: 'What they tell',
    says: `${rows.map(([category, number]) => `${CATEGORY_NAMES[category]}: ${count(number, 'post')}`).join('; ')}.`,
    height: rows.length * ROW + 4,
    inside: drawn.join(''),
    verdicts: false,
  })
}

const before = (words: string, x: number, y: number) =>
  `<text x="${x}" y="${y + ROW / 2 + 4}" text-anchor="end">${asHtml(words)}</text>`
const behind = (words: string, x: number, y: number) =>
  `<text class="axis" x="${at(x)}" y="${y + ROW / 2 + 4}">${asHtml(words)}</text>`
