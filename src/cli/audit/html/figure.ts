import type { Severity } from '../../../rules/vocabulary.ts'
import { VERDICT_NAMES } from '../copy.ts'
import { type Counts, ORDER } from '../tally.ts'
import { asHtml } from './as-html.ts'

/** Names of classes, shorter than verdicts. */
export const TONES: Record<Severity, string> = {
  stop: 'stop',
  needs_authorization: 'needs',
  unchecked: 'unchecked',
  caution: 'caution',
}

/** Units of a plot; the style sheet scales it to the page. */
export const WIDTH = 460

export interface Plot {
  id: string
  title: string
  /** The plot in words, for whoever does not see it. */
  says: string
  height: number
  /** SVG elements. */
  inside: string
  /** Twice as wide. */
  wide?: boolean
  /** Its colours are verdicts. */
  verdicts: boolean
}

/** A picture with a title and a description that screen readers tell in its place. */
export function figure({ id, title, says, height, inside, wide = false, verdicts }: Plot): string {
  const width = wide ? 2 * WIDTH : WIDTH
  const svg = `<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}"><title id="${id}-title">${title}</title><desc id="${id}-desc">${asHtml(says)}</desc>${inside}</svg>`
  return `<figure${wide ? ' class="wide"' : ''}><figcaption>${title}</figcaption>${svg}${verdicts ? key() : ''}</figure>`
}

function key(): string {
  const items = ORDER.map((verdict) => `<li class="${TONES[verdict]}">${VERDICT_NAMES[verdict]}</li>`)
  return `<ul class="key">${items.join('')}</ul>`
}

export function bar(tone: string, x: number, y: number, width: number, height: number): string {
  return `<rect class="${tone}" x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="1.5"/>`
}

export const at = (number: number) => Math.round(number * 10) / 10
/** Posts that somebody has to look at. */
export const toLookAt = (counts: Counts | undefined) =>
  ORDER.reduce((sum, verdict) => sum + (counts?.[verdict] ?? 0), 0)
