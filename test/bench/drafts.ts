import { join } from 'node:path'
import { ROOT } from '../../scripts/rules.ts'
import { type Line, readFolder } from '../quality/lines.ts'

/** What a draft mostly is: about 150 characters. */
const FROM = 120
const TO = 180

export function openDrafts(): { drafts: Line[]; characters: number } {
  const lines = readFolder('open', join(ROOT, 'test/corpus/open'), true)?.lines ?? []
  const drafts = lines.filter(({ text }) => text.length >= FROM && text.length <= TO)
  if (drafts.length === 0) throw new Error('test/corpus/open has no drafts of about 150 characters')
  const total = drafts.reduce((sum, { text }) => sum + text.length, 0)
  return { drafts, characters: Math.round(total / drafts.length) }
}

/** One long draft, made of many: exactly so many UTF-16 units. */
export function longDraft(drafts: readonly Line[], length: number): string {
  let text = ''
  for (let i = 0; text.length < length; i++) text += `${drafts[i % drafts.length]?.text}\n`
  return text.slice(0, length)
}
