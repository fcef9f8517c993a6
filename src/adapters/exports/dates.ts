import type { When } from './published.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Instagram opened in 2010 and nothing older is online; numbers outside of this are no dates. */
const FIRST = Date.UTC(1995, 0, 1)
const LAST = Date.UTC(2100, 0, 1)

/**
 * Reads a date as spreadsheets and platforms write it. A time with its zone is a moment; a time without one is
 * only good for the day that it names. `dayFirst`: 5/3/2026 is the fifth of March; US files mean the third of May.
 */
export function readWhen(value: unknown, dayFirst = false): When | undefined {
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d{9,13}(?:\.\d{1,6})?$/.test(text)) return ofNumber(Number(text))
  return ofIso(text) ?? ofSlashes(text, dayFirst) ?? ofWords(text)
}

/** Whether a column of such dates puts the day first: true as soon as one of them cannot be read otherwise. */
export function putsDayFirst(values: readonly string[]): boolean {
  return values.some((value) => {
    const [, first, second] = SLASHES.exec(value.trim()) ?? []
    return Number(first) > 12 && Number(second) <= 12
  })
}

/** Seconds or milliseconds since 1970; microseconds exist too, as in some of Facebook's. */
function ofNumber(value: number): When | undefined {
  for (const factor of [1000, 1, 0.001]) {
    const instant = Math.round(value * factor)
    if (instant >= FIRST && instant < LAST) return { instant }
  }
  return undefined
}

const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
function ofIso(text: string): When | undefined {
  const [, year, month, day, zone] = ISO.exec(text) ?? []
  if (year === undefined) return undefined
  if (zone === undefined) return ofDay(Number(year), Number(month), Number(day))
  const plain = text
    .replaceAll('/', '-')
    .replace(/^(\S{8,10}) /, '$1T')
    .replace(/\s?(?:UTC|GMT)$/i, 'Z')
    .replace(/\s?([+-]\d{2}):?(\d{2})$/, '$1:$2')
    .replace(',', '.')
  const instant = Date.parse(plain)
  return instant >= FIRST && instant < LAST ? { instant } : undefined
}

const SLASHES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,?\s.{1,30})?$/
function ofSlashes(text: string, dayFirst: boolean): When | undefined {
  const [, first, second, last] = SLASHES.exec(text) ?? []
  if (last === undefined) return undefined
  const year = Number(last) + (last.length === 2 ? 2000 : 0)
  const swap = dayFirst || Number(first) > 12
  return swap ? ofDay(year, Number(second), Number(first)) : ofDay(year, Number(first), Number(second))
}

/** "Mar 5, 2026 2:30 PM", "Thursday, March 5th, 2026", "5 March 2026". */
function ofWords(text: string): When | undefined {
  const month = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\b/i.exec(text)?.[1]
  const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0]
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!:)/i.exec(text)?.[1]
  if (month === undefined || year === undefined || day === undefined || text.length > 60) return undefined
  return ofDay(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day))
}

function ofDay(year: number, month: number, day: number): When | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const time = date.getTime()
  return exists && time >= FIRST && time < LAST ? { day: date.toISOString().slice(0, 10) } : undefined
}
