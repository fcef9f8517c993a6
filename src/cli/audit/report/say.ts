import { inert } from '../../../adapters/terminal/inert.ts'
import type { Platform } from '../../../rules/vocabulary.ts'
import { KIND_NAMES, PLATFORM_NAMES } from '../../../skills/check/copy.ts'
import { sayDay, sayMonth } from '../calendar.ts'
import { LEFT_OUT, UNREAD } from '../copy.ts'
import { type Found, type Missed, NOWHERE, UNDATED } from '../tally.ts'
import { nameOf, type Report } from './model.ts'

/** Words about one item that every form of the report shares, as plain text: each form escapes them its own way. */
export const platformName = (platform: string | null | undefined) =>
  platform ? (PLATFORM_NAMES[platform as Platform] ?? 'Platform not told') : 'Platform not told'

export const platformKey = (key: string) => platformName(key === NOWHERE ? undefined : key)
export const monthName = (month: string) => (month === UNDATED ? 'No date' : sayMonth(month))
export const dayName = (day: string | undefined) => (day === undefined ? 'No date' : sayDay(day))

export function kindName({ kind, hidden }: Pick<Found, 'kind' | 'hidden'>): string {
  const name = KIND_NAMES[kind].replace(/^an? /, '')
  return hidden === undefined ? name : `${name}, ${hidden}`
}

/** Only an address of the web is made a link: a file of posts can hold "javascript:" just as well. */
export function linkOf({ url }: { url: string | undefined }): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href, username, password } = new URL(url)
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : undefined
}

export function placeOf(
  { file, at, id }: { file: number; at: number; id?: string | undefined },
  report: Report,
): string {
  const { name, format } = report.files[file] ?? { name: 'file', format: '' }
  const what = format.startsWith('Table') ? 'row' : format.startsWith('Lines') ? 'line' : 'item'
  return inert(`${name}, ${what} ${at}${id === undefined ? '' : `, id ${id}`}`)
}

/** One line without control characters. */
export const oneLine = (text: string) => inert(text).replace(/\s+/g, ' ')

export function missedLine(missed: Missed, report: Report): string {
  return `${placeOf(missed, report)} ${UNREAD[missed.why]}`
}

export function leftOutLines({ leftOut }: Report): string[] {
  return leftOut.map((each) => `${inert(nameOf(each))} ${LEFT_OUT[each.why]}`)
}

export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

/** What was passed over, so that nobody takes it for looked at. */
export function passedOver({ tally, others, messages, sameFiles, since, files }: Report): string[] {
  const lines: [number, string][] = [
    [
      tally.wordless,
      `${count(tally.wordless, 'post')} without words: only a picture or video, which nobody has looked at`,
    ],
    [
      tally.unanswered,
      `${count(tally.unanswered, 'review or comment', 'reviews or comments')} without an answer of yours`,
    ],
    [tally.before, `${count(tally.before, 'item')} from before ${since === undefined ? '' : sayDay(since)}`],
    [tally.twice, `${count(tally.twice, 'post')} that stood in the files twice`],
    [tally.undated, `${count(tally.undated, 'post')} without a date: checked, and placed last`],
    [sameFiles, `${count(sameFiles, 'file')} with the same content as another`],
    [messages, `${count(messages, 'file')} of private messages`],
    [
      others - messages,
      `${count(others - messages, 'other file')} of the exports: likes, searches, settings`,
    ],
  ]
  const old = files.filter(({ oldText }) => oldText)
  if (old.length > 0)
    lines.push([
      1,
      `${count(old.length, 'file')} not in UTF-8: read as Windows text; look whether accents are right`,
    ])
  return lines.filter(([number]) => number > 0).map(([, line]) => line)
}

/** "1,204 posts from Mar 5, 2019 to Nov 20, 2026". */
export function rangeLine({ tally }: Report): string {
  const posts = count(tally.posts, 'post')
  if (tally.first === undefined || tally.last === undefined) return posts
  return tally.first === tally.last
    ? `${posts} from ${sayDay(tally.first)}`
    : `${posts} from ${sayDay(tally.first)} to ${sayDay(tally.last)}`
}
