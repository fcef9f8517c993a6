/** @import { Tone } from './words.js' */

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Drawn on a 24 by 24 grid, told apart by outline alone: an octagon, a form to sign, a triangle, a broken ring,
 * a magnifying glass (not a tick: a clear check approves nothing).
 *
 * @type {Record<Tone | 'copy' | 'close', readonly string[]>}
 */
const PATHS = {
  stop: ['M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2z', 'M7.5 12h9'],
  needs: [
    'M14 2.5H6a1.5 1.5 0 0 0-1.5 1.5v16A1.5 1.5 0 0 0 6 21.5h12a1.5 1.5 0 0 0 1.5-1.5V8z',
    'M8 16.5c2-4 3-4 3-1.5s1.5 1 5 .5',
    'M14 2.5V8h5.5',
  ],
  caution: ['M12 3.2 22 20.500H2z', 'M12 9.500v5', 'M12 17.600v.2'],
  unchecked: [
    'M12 2.500a9.5 9.5 0 1 1-6.7 2.8',
    'M9.2 9.300a2.9 2.9 0 1 1 4.3 2.600c-1 .6-1.5 1.1-1.5 2.2',
    'M12 17.300v.2',
  ],
  clear: ['M10.5 3a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z', 'M16 16l5.5 5.5', 'M7.5 10.500h6'],
  copy: ['M9 8.500h10.500V21H9z', 'M15 5.500V3H4.500v12.500H6'],
  close: ['M5.5 5.500l13 13', 'M18.5 5.500l-13 13'],
}

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
