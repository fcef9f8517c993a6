import type { Readable } from '../../adapters/exports/open.ts'
import type { Entry, Post } from '../../adapters/exports/published.ts'
import type { PracticeFacts } from '../../rules/facts.ts'
import type { Checker } from '../../rules/verdict.ts'
import type { Platform } from '../../rules/vocabulary.ts'
import type { Calendar } from './calendar.ts'
import { copyOf, excerptOf } from './excerpt.ts'
import type { Reasons } from './outcome.ts'
import { keyOf, type State } from './state.ts'
import { createTally, reasonsOf, type Tally } from './tally.ts'

export interface Reading {
  files: readonly Readable[]
  engine: Checker
  facts: PracticeFacts
  reasons: Reasons
  calendar: Calendar
  /** For posts whose file does not say where they stood. */
  platform: Platform | undefined
  /** YYYY-MM-DD: older posts are counted and passed over. */
  since: string | undefined
  quotes: boolean
  state: State | undefined
  /** Told after each item: posts and bytes so far. */
  onItem(posts: number, bytes: number): void
  stopped(): boolean
}

/** Reads every file once, post by post, and checks what was posted. Stops between two posts when told to. */
export async function readPosts(reading: Reading): Promise<Tally> {
  const { tally, add, miss } = createTally()
  const seen = new Set<string>()
  let bytes = 0
  for (const [file, readable] of reading.files.entries()) {
    let ordinal = 0
    for await (const entry of entriesOf(counted(readable))) {
      if (reading.stopped()) return tally
      take(entry, file, keyOf(readable.survey.hash, ordinal++))
      reading.onItem(tally.posts, bytes)
    }
  }
  return tally

  function counted({ source, ...rest }: Readable): Readable {
    async function* open() {
      for await (const chunk of source.open()) {
        bytes += chunk.length
        yield chunk
      }
    }
    return { ...rest, source: { ...source, open } }
  }

  function take(entry: Entry, file: number, key: string): void {
    const { at } = entry
    const where = 'post' in entry ? entry.post : entry.where
    const day = reading.calendar.dayOfPost(where?.when)
    if (reading.since !== undefined && day !== undefined && day < reading.since) tally.before++
    else if ('unread' in entry)
      miss({
        file,
        at,
        why: entry.unread,
        day,
        platform: where?.platform ?? reading.platform,
        url: where?.url && copyOf(where.url),
      })
    else if ('silent' in entry) {
      if (entry.silent === 'no_reply') tally.unanswered++
      else tally.wordless++
    } else if (isRepeated(entry.post, day)) tally.twice++
    else check(entry.post, { file, at, day, key })
  }

  /** Exports hold many posts in two places: as a post, and again as a picture of an album. */
  function isRepeated({ text, platform, kind, when, url }: Post, day: string | undefined): boolean {
    if (day === undefined && url === undefined) return false
    const same = keyOf(JSON.stringify([platform, kind, when, url, text]), 0)
    if (seen.has(same)) return true
    seen.add(same)
    return false
  }

  function check(
    post: Post,
    { file, at, day, key }: { file: number; at: number; day: string | undefined; key: string },
  ) {
    const { text, kind, account, context, own, url, id, hidden } = post
    const platform = post.platform ?? reading.platform
    let outcome = reading.state?.known(key)
    if (outcome === undefined) {
      const facts = own ? { ...reading.facts, ...own } : reading.facts
      outcome = reading.reasons.outcomeOf(
        reading.engine.check({ text, kind, platform, account, context }, facts),
      )
      reading.state?.add(key, outcome)
    }
    add(outcome, day)
    const { verdict } = outcome
    if (verdict === 'clear') return
    const excerpt = reading.quotes ? excerptOf(text, outcome.marks.filter(isNarrow(text))) : undefined
    const { kind: taken, platform: stood } = outcome
    tally.found.push({
      verdict,
      kind: taken,
      platform: stood,
      day,
      url: url && copyOf(url),
      id: id && copyOf(id),
      hidden,
      file,
      at,
      ...reasonsOf(outcome),
      excerpt,
    })
  }
}

/** A mark over everything ("cannot be read") says nothing about where to look. */
function isNarrow(text: string): (mark: { start: number; end: number; severity: string }) => boolean {
  return ({ start, end, severity }) => severity !== 'unchecked' || end - start < text.trim().length
}

/** The items of a file; one that breaks off in the middle ends with an item that could not be read. */
async function* entriesOf({ source, survey, format }: Readable): AsyncGenerator<Entry> {
  let last = 0
  try {
    for await (const entry of format.read(source, survey)) {
      last = entry.at
      yield entry
    }
  } catch {
    yield { at: last + 1, unread: 'damaged' }
  }
}
