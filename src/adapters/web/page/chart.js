/** @import { Block } from '../../../bot/reply.ts' */
import { el, freshId } from './element.js'

const SVG = 'http://www.w3.org/2000/svg'
const BAR = 14
const GAP = 4
/** Between two groups of bars, and left of them for the words, in units of the drawing. */
const APART = 26
const WIDTH = 320

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function part(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value))
  if (text !== undefined) node.textContent = text
  return node
}

/**
 * Bars side by side, lying down: on a phone there is more room downwards, and words need not be turned.
 *
 * @param {Extract<Block, { type: 'chart' }>} chart
 */
export function drawChart({ title, alt, labels, series }) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values))
  const group = series.length * (BAR + GAP)
  const height = labels.length * (group + APART)
  const caption = el('figcaption', { id: freshId(), class: 'note' }, alt)
  const svg = part('svg', {
    viewBox: `0 0 ${WIDTH} ${height}`,
    class: 'bars',
    role: 'img',
    'aria-labelledby': caption.id,
  })
  labels.forEach((label, at) => {
    const top = at * (group + APART)
    svg.append(part('text', { x: 0, y: top + 15, class: 'label' }, label))
    series.forEach(({ values }, nth) => {
      const value = values[at] ?? 0
      const y = top + 22 + nth * (BAR + GAP)
      const width = value === 0 ? 0 : Math.max(3, (value / most) * (WIDTH - 48))
      svg.append(part('rect', { x: 0, y, width, height: BAR, rx: 2, class: `series-${nth}` }))
      svg.append(part('text', { x: width + 6, y: y + BAR - 2, class: 'value' }, String(value)))
    })
  })
  const legend = el(
    'p',
    { class: 'legend' },
    ...series.map(({ name }, nth) => el('span', { class: `series-${nth}` }, name)),
  )
  return el('figure', { class: 'card chart' }, el('h3', { class: 'label' }, title), legend, svg, caption)
}
