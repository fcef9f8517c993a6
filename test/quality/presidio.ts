import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Checker } from '../../src/rules/verdict.ts'
import type { Category } from '../../src/rules/vocabulary.ts'
import type { Share } from './score.ts'

/** Their types and our words. What identifies no individual is left out. */
const MAPPING: Readonly<Record<string, Category>> = {
  PERSON: 'name',
  STREET_ADDRESS: 'location',
  GPE: 'location',
  ZIP_CODE: 'location',
  PHONE_NUMBER: 'phone',
  EMAIL_ADDRESS: 'email',
  US_SSN: 'ssn',
  CREDIT_CARD: 'account',
  IBAN_CODE: 'account',
  IP_ADDRESS: 'ip',
  DOMAIN_NAME: 'url',
  US_DRIVER_LICENSE: 'license',
  DATE_TIME: 'date',
  AGE: 'age',
}
const LEFT_OUT = ['ORGANIZATION', 'TITLE', 'NRP']

const Texts = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(z.object({ entity_type: z.string(), start_position: z.int(), end_position: z.int() })),
  }),
)

export interface PresidioScore {
  texts: number
  typed: Share
  touched: Share
  /** Texts without any span, left-out types included, that are not clear. */
  clean: Share
  types: Readonly<Record<string, { category: Category; found: number; of: number }>>
  leftOut: readonly string[]
}

/** Generic texts from microsoft/presidio-research (MIT); undefined where the file is missing. */
export function scorePresidio(engine: Checker, path: string): PresidioScore | undefined {
  if (!existsSync(path)) return undefined
  const texts = Texts.parse(JSON.parse(readFileSync(path, 'utf8')))
  const types = Object.fromEntries(
    Object.entries(MAPPING).map(([type, category]) => [type, { category, found: 0, of: 0 }]),
  )
  const typed: Share = { hits: 0, of: 0 }
  const touched: Share = { hits: 0, of: 0 }
  const clean: Share = { hits: 0, of: 0 }
  for (const { full_text, spans } of texts) {
    const { verdict, findings } = engine.check({ text: full_text, kind: 'caption' })
    if (spans.length === 0) {
      clean.of++
      if (verdict !== 'clear') clean.hits++
    }
    for (const { entity_type, start_position, end_position } of spans) {
      const row = types[entity_type]
      if (row === undefined) {
        if (!LEFT_OUT.includes(entity_type))
          throw new Error(`presidio's ${entity_type} has no word of ours yet`)
        continue
      }
      const over = findings.filter(({ start, end }) => start < end_position && start_position < end)
      const right = over.some(({ category }) => category === row.category)
      row.of++
      typed.of++
      touched.of++
      if (right) row.found++
      if (right) typed.hits++
      if (over.length > 0) touched.hits++
    }
  }
  return { texts: texts.length, typed, touched, clean, types, leftOut: LEFT_OUT }
}
