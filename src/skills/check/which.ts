import type { Draft, Finding, Result } from '../../rules/verdict.ts'
import { mostSerious, quoteOf } from './show.ts'

/** What the label of a choice may hold (see Option in reply.ts). */
const MOST_LABEL = 75
/** Choices in one list. */
const MOST_RULES = 20
/** Places of one rule that a label counts. */
const MOST_NUMBERS = 3

/** One choice for each rule that found something: under the numbers that stand beside the findings, and what they quote. */
export function whichOnes(result: Result, draft: Draft): { value: string; label: string }[] {
  const shown = mostSerious(result.findings)
  const rules = new Map<string, { first: Finding; numbers: number[] }>()
  for (const [index, finding] of shown.entries()) {
    const one = rules.get(finding.rule) ?? { first: finding, numbers: [] }
    one.numbers.push(index + 1)
    rules.set(finding.rule, one)
  }
  return [...rules].slice(0, MOST_RULES).map(([value, { first, numbers }]) => {
    const more = numbers.length > MOST_NUMBERS ? ' …' : ''
    const lead = `${numbers.slice(0, MOST_NUMBERS).join(', ')}${more}: `
    const quote = quoteOf(first, draft).replace(/\s+/g, ' ').trim()
    const room = MOST_LABEL - lead.length
    return { value, label: lead + (quote === '' ? cut(first.message, room) : `“${cut(quote, room - 2)}”`) }
  })
}

/** Ends at the end of a word; of a word that is longer than all the room, what there is room for. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const room = text.slice(0, most)
  const space = room.lastIndexOf(' ')
  const kept = space > 0 ? room.slice(0, space) : room.slice(0, -1)
  // Neither half a character before the dots, nor a comma.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.–-]+$/, '')}…`
}
