import { count, monthName } from '../report/say.ts'
import { type Counts, ORDER, type Tally, UNDATED } from '../tally.ts'
import { at, bar, figure, TONES, toLookAt, WIDTH } from './figure.ts'

const HEIGHT = 150
const LEFT = 34
const WIDEST = 40
/** More months than this do not fit with their names: only years are told, on a plot twice as wide. */
const MOST_NAMED = 14
/** Room for a year, also at the size that a telephone needs. */
const YEAR_WIDTH = 64

/** Verdicts by month, one column each. */
export function monthPlot({ months }: Tally): string {
  const all = monthsBetween([...months.keys()].filter((month) => month !== UNDATED).sort())
  const wide = all.length > MOST_NAMED
  const highest = Math.max(1, ...all.map((month) => toLookAt(months.get(month))))
  const step = ((wide ? 2 : 1) * WIDTH - LEFT) / Math.max(all.length, 1)
  const columns = all.map((month, i) => {
    const x = LEFT + i * step
    return (
      column(months.get(month), x, step, highest) + (wide ? yearBelow : monthBelow)(month, i === 0, x, step)
    )
  })
  const worst = all.toSorted((a, b) => toLookAt(months.get(b)) - toLookAt(months.get(a)))[0]
  const says =
    worst === undefined
      ? 'No post has a date.'
      : `${count(all.length, 'month')}, from ${monthName(all[0] as string)} to ${monthName(all.at(-1) as string)}. Most in ${monthName(worst)}: ${toLookAt(months.get(worst))}.`
  const inside = line(0, 0, highest, wide) + line(highest, highest, highest, wide) + columns.join('')
  return figure({
    id: 'months',
    title: 'Posts to look at, by month',
    says,
    height: HEIGHT + (wide ? 30 : 42),
    inside,
    wide,
    verdicts: true,
  })
}

function column(counts: Counts | undefined, x: number, step: number, highest: number): string {
  const width = Math.min(WIDEST, Math.max(1.5, step - Math.min(6, step / 4)))
  let y = HEIGHT
  const parts = ORDER.toReversed().map((verdict) => {
    const size = ((counts?.[verdict] ?? 0) / highest) * (HEIGHT - 12)
    y -= size
    return size > 0 ? bar(TONES[verdict], x, y, width, size) : ''
  })
  return parts.join('')
}

function yearBelow(month: string, first: boolean, x: number, step: number): string {
  const [year, number] = month.split('-') as [string, string]
  const fits = step * 12 > YEAR_WIDTH || Number(year) % 2 === 0
  return number === '01' && (fits || first) ? text(year, x, HEIGHT + 24) : ''
}

function monthBelow(month: string, first: boolean, x: number): string {
  const [name, year] = monthName(month).split(' ') as [string, string]
  return text(name, x, HEIGHT + 18) + (first || name === 'Jan' ? text(year, x, HEIGHT + 36) : '')
}

function line(value: number, said: number, highest: number, wide: boolean): string {
  const y = at(HEIGHT - (value / highest) * (HEIGHT - 12))
  return `<line x1="30" x2="${wide ? 2 * WIDTH : WIDTH}" y1="${y}" y2="${y}"/><text class="axis" x="26" y="${y + 4}" text-anchor="end">${said}</text>`
}

const text = (words: string, x: number, y: number) =>
  `<text class="axis" x="${at(x)}" y="${y}">${words}</text>`

/** Every month from the first to the last, so that quiet ones show. */
function monthsBetween(months: readonly string[]): string[] {
  const all: string[] = []
  const last = months.at(-1) ?? ''
  for (let month = months[0]; month !== undefined && month <= last; month = following(month)) all.push(month)
  return all
}

function following(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
