import { stateOf } from '../../../bot/states.ts'
import { COPY } from './copy.ts'

/** A form's values, or the choice of a button. Nothing in here is what it should be until it was read. */
export type Raw = Readonly<Record<string, unknown>>
/** What was read, or the one line that says what is wrong. */
export type Read<T> = { value: T } | { problem: string }

export const MOST_WORDS = 2000
/** Nobody can disclose more people than live in the country. */
const MOST_PEOPLE = 400_000_000

export const isProblem = <T>(read: Read<T>): read is { problem: string } => 'problem' in read

/** Says at which line of the form it stands: a form has several that could be meant. */
export const named = <T>(label: string, read: Read<T>): Read<T> =>
  isProblem(read) ? { problem: COPY.problems.at(label, read.problem) } : read

export function words(raw: Raw, name: string): string {
  const value = raw[name]
  return typeof value === 'string' ? value.trim().slice(0, MOST_WORDS) : ''
}

/** One of the labels; `unknown` when nothing was chosen. */
export function choice(raw: Raw, name: string, labels: Readonly<Record<string, string>>): string {
  const value = words(raw, name)
  return Object.hasOwn(labels, value) ? value : 'unknown'
}

/** Boxes that were ticked, in the order of the list. Some surfaces send one box as a string. */
export function choices(raw: Raw, name: string, labels: Readonly<Record<string, string>>): string[] {
  const given = [raw[name] ?? []].flat()
  return Object.keys(labels).filter((value) => given.includes(value))
}

const NOT_KNOWN = /^(?:i |we )?(?:do not|don['’]?t|dont) know$|^(?:unknown|unsure|not sure|no idea|\?+|-+)$/i

/** "12", "about 12", "10,000", "none"; null for nothing or "I don't know". */
export function count(text: string): Read<number | null> {
  if (text === '' || NOT_KNOWN.test(text)) return { value: null }
  if (/^(?:none|nobody|no one|zero)$/i.test(text)) return { value: 0 }
  const found =
    /^(?:about|around|ca\.?|roughly|maybe|~|approx\.?)?\s{0,3}(\d{1,3}(?:[,.]\d{3}){1,3}|\d{1,12})(?:\s{1,3}(?:people|patients|views|comments))?$/i.exec(
      text,
    )
  const number = Number(found?.[1]?.replace(/[,.]/g, ''))
  if (!found || !Number.isSafeInteger(number)) return { problem: COPY.problems.count }
  return number > MOST_PEOPLE ? { problem: COPY.problems.tooMany } : { value: number }
}

/** "TX 10, Florida: 2, CA" → { TX: 10, FL: 2, CA: null }. */
export function states(text: string): Read<Record<string, number | null>> {
  const found: Record<string, number | null> = {}
  if (text === '' || NOT_KNOWN.test(text)) return { value: found }
  for (const part of text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').split(/[,;\n]|\band\b/i)) {
    if (part.trim() === '') continue
    const [, before, name, after] =
      /^\s*(?:(\d{1,9})\s+(?:in\s+)?)?([a-z. ]+?)\s*[:=]?\s*(\d{1,9})?\s*$/i.exec(part) ?? []
    const code = name === undefined ? undefined : stateOf(name.replaceAll('.', ''))
    if (code === undefined) return { problem: COPY.problems.states }
    const number = before ?? after
    const now = number === undefined ? null : Number(number)
    const earlier = found[code]
    found[code] = typeof earlier === 'number' && now !== null ? earlier + now : (now ?? earlier ?? null)
  }
  return { value: found }
}

/** "2:30 pm", "14:30", "2pm", "noon" → "14:30"; null for nothing. */
export function time(text: string): Read<string | null> {
  if (text === '' || NOT_KNOWN.test(text)) return { value: null }
  if (/^(?:at )?noon$/i.test(text)) return { value: '12:00' }
  const found = /^(?:about|around|at|~)?\s{0,3}(\d{1,2})(?:[:.](\d{2}))?\s{0,3}(am|pm|a\.m\.|p\.m\.)?$/i.exec(
    text,
  )
  const [, hour = '', minute = '00', half = ''] = found ?? []
  const noon = half.toLowerCase().startsWith('p') ? 12 : 0
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + noon
  const wrongHalf = half !== '' && (Number(hour) > 12 || Number(hour) === 0)
  if (!found || hours > 23 || Number(minute) > 59 || wrongHalf) return { problem: COPY.problems.time }
  // "9" alone can be either half of the day.
  if (half === '' && found[2] === undefined) return { problem: COPY.problems.time }
  return { value: `${String(hours).padStart(2, '0')}:${minute}` }
}

/** "2026-11-21", and what people type where there is no calendar: "11/21/2026". */
export function day(text: string): Read<string | null> {
  if (text === '' || NOT_KNOWN.test(text)) return { value: null }
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = us ? `${us[3]}-${us[1]?.padStart(2, '0')}-${us[2]?.padStart(2, '0')}` : text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return { problem: COPY.problems.day }
  const at = Date.parse(`${iso}T00:00:00Z`)
  const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso)
  return real ? { value: iso } : { problem: COPY.problems.day }
}

/** The address of a post, without what follows people around in it (utm_…, igsh). */
export function link(text: string): Read<string | null> {
  if (text === '' || NOT_KNOWN.test(text)) return { value: null }
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) && !/\s/.test(whole) && whole.length <= 500 ? new URL(whole) : undefined
  if (!url || !/^[^.]+(?:\.[^.]+)+$/.test(url.hostname) || url.username !== '')
    return { problem: COPY.problems.link }
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_.*|igsh|igshid|fbclid|gclid|ref|ref_src|si|s|t)$/i.test(name)) url.searchParams.delete(name)
  url.hash = ''
  return { value: url.href }
}

/** The same post under its mobile address, with or without www and a last slash. */
export function postOf(href: string): string {
  const url = new URL(href)
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|mobile|l)\./, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
