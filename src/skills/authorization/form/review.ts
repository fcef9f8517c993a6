import { defectsOf, type Terms } from '../../../bot/records/authorization.ts'
import type { BlockDraft } from '../../../bot/reply.ts'
import { ADD } from '../copy/form.ts'
import { termLines } from '../show/lines.ts'
import { type Around, type Raw, readTerms } from './read.ts'

/** What would be written down, before it is. */
export function summaryOf(raw: Raw, parts: Around): BlockDraft[] {
  const read = readTerms(raw, parts)
  if ('problems' in read) return read.problems.map(({ says }) => ({ type: 'text', text: says }))
  const code = typeof raw.code === 'string' ? raw.code : ''
  return [
    { type: 'text', text: ADD.review.text },
    { type: 'text', text: [code, ...termLines(read.terms)].join('\n') },
    ...defectBlocks(read.terms),
  ]
}

export function defectBlocks(terms: Terms): BlockDraft[] {
  const defects = defectsOf(terms)
  if (defects.length === 0) return []
  const lines = defects.map(({ says, law }) => `· ${says} (${law})`)
  return [{ type: 'text', text: [ADD.review.lacking, ...lines].join('\n') }]
}
