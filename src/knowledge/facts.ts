import { z } from 'zod'

export const Fact = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]{2,80}$/),
  value: z.union([z.string().trim().min(1), z.number()]),
  unit: z.string().trim().optional(),
  source: z.string().trim().min(3),
  asOf: z.iso.date(),
  note: z.string().optional(),
})
export type Fact = z.infer<typeof Fact>

/** A file of facts is a list, or a list under `facts:`. */
export const FactFile = z.union([
  z.array(Fact),
  z.object({ facts: z.array(Fact) }).transform(({ facts }) => facts),
])

export type Facts = ReadonlyMap<string, Fact>

export const FACT = /\{\{\s*fact:([a-z0-9.-]+)\s*\}\}/g

/** @throws when two facts have one id. */
export function factsOf(facts: readonly Fact[]): Facts {
  const byId = new Map<string, Fact>()
  for (const fact of facts) {
    if (byId.has(fact.id)) throw new Error(`the fact ${fact.id} stands there twice`)
    byId.set(fact.id, fact)
  }
  return byId
}

/** The text with its figures. A fact that is not there leaves its place visible: `missingFacts` finds it first. */
export function fill(text: string, facts: Facts): string {
  return text.replace(FACT, (place, id: string) => {
    const fact = facts.get(id)
    return fact === undefined ? place : shown(fact)
  })
}

export function factIds(text: string): string[] {
  return [...text.matchAll(FACT)].map((found) => found[1] as string)
}

/** $2,190,294 for an amount; otherwise the number alone: prose says "60 days" in its own words. */
export function shown({ value, unit }: Fact): string {
  if (typeof value === 'string') return value
  const year = Number.isInteger(value) && value >= 1900 && value < 2100 && /^(?:year)?$/i.test(unit ?? '')
  const number = year ? String(value) : value.toLocaleString('en-US')
  if (/^(?:usd|\$|us dollars?|dollars?)$/i.test(unit ?? '')) return `$${number}`
  return /^(?:%|percent)$/i.test(unit ?? '') ? `${number}%` : number
}
