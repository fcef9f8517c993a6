import type { Hit, Reading, Sight } from '../../kit.ts'
import { type Chunk, digitsOf, figuresOf } from './figures.ts'
import { hitAt } from './place.ts'

export interface Labelled extends Chunk {
  /** The label in front of it, lower case. */
  label: string
}

/**
 * Numbers behind a label: "MRN 00482917", "member ID: XJW880", "chart number is 3390812". `labels` are alternatives
 * of an expression, bounded. Looked for from the number back, since most drafts hold no such number at all.
 */
export function labelled(labels: string): (reading: Reading) => Labelled[] {
  const label = new RegExp(
    `(?<![\\w-])(${labels})(?:[\\s-]{1,2}(?:numbers?|num|no|nr|id|code|#))?[\\s.,:#=(*'"-]{0,4}(?:(?:is|was|reads|starts?|starting|begins?|beginning|ends|ending|with|in|of|on file|here|it's|this\\?)[\\s:#]{1,2}){0,3}$`,
    'i',
  )
  return (reading) => {
    const found: Labelled[] = []
    for (const chunk of figuresOf(reading).chunks) {
      const before = label.exec(chunk.before)
      if (before !== null) found.push({ ...chunk, label: (before[1] as string).toLowerCase() })
    }
    return found
  }
}

export function at({ reading }: Sight, { from, to }: { from: number; to: number }): Hit {
  return hitAt(reading, from, to)
}

export { digitsOf }
