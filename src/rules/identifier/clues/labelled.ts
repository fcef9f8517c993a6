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
    `(?<![\\w-])(${labels})(?:[\\s-]{1,2}(?:numbers?|num|no|nr|id|code|#))?(?:\\s(?:in|on|at|of) (?:the|her|his|our|your) \\w{2,12})?[\\s.,:#=(*'"-]{0,4}(?:(?:is|was|reads|starts?|starting|begins?|beginning|ends|ending|with|in|of|on file|here|it's|this\\?)[\\s:#]{1,2}){0,3}$`,
    'i',
  )
  const guard = new RegExp(`(?<![\\w-])(?:${labels})`, 'i')
  return (reading) => {
    const found: Labelled[] = []
    const { chunks } = figuresOf(reading)
    const { text } = reading.normalized
    if (chunks.length === 0 || !guard.test(text)) return found
    for (const chunk of chunks) {
      const before = label.exec(text.slice(Math.max(0, chunk.from - 60), chunk.from))
      if (before !== null) found.push({ ...chunk, label: (before[1] as string).toLowerCase() })
    }
    return found
  }
}

export function at({ reading }: Sight, { from, to }: { from: number; to: number }): Hit {
  return hitAt(reading, from, to)
}

export { digitsOf }
