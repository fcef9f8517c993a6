import { detect, type Unknown } from './detect.ts'
import type { Format } from './json/format.ts'
import type { Source } from './published.ts'
import { findSources, type Unopened } from './sources.ts'
import { type Survey, surveyOf } from './survey.ts'

/** A file that Chaperone knows how to read. */
export interface Readable {
  source: Source
  survey: Survey
  format: Format
}

/** A file that somebody meant and that will not be read, with the reason. */
export interface LeftOut {
  given: string
  inside?: string
  why: Unknown | Unopened['why'] | 'nothing_inside' | 'html_export'
}

export interface Opened {
  files: Readable[]
  leftOut: LeftOut[]
  /** Files of folders and archives that hold no posts: likes, searches, settings. */
  others: number
  /** Of these, files of private messages. */
  messages: number
  /** Files whose content was there already. */
  twice: number
}

const MESSAGES = /(?:^|\/)messages\/|(?:^|\/)message_\d+\.json$/
/** Files of an export in which own words stand, as pages and as data. */
const OWN = String.raw`(?:posts?(?:_\d+)?|your_posts[^/]*|profile_posts[^/]*|reels|stories|(?:post_|reels_)?comments(?:_\d+)?)`
const OWN_PAGES = new RegExp(String.raw`(?:^|\/)${OWN}\.html$`)
/** Not likes and searches but what was meant, so that it may not be passed over when its shape is unknown. */
const MEANT = new RegExp(String.raw`(?:^|\/)(?:${OWN}|reviews[^/]*)\.json$|\.(?:csv|tsv|jsonl|ndjson)$`)

/**
 * Looks at everything that was given and works out what each file is.
 * @param onFile told before each file, for progress.
 */
export async function openAll(
  given: readonly string[],
  formats: readonly Format[],
  onFile: (bytes: number) => void = () => {},
): Promise<Opened> {
  const opened: Opened = { files: [], leftOut: [], others: 0, messages: 0, twice: 0 }
  const seen = new Set<string>()
  for (const path of given) {
    const { sources, unopened } = await findSources(path)
    const before = opened.files.length + opened.leftOut.length + opened.twice
    opened.leftOut.push(...unopened)
    let pages = false
    for (const source of sources) {
      onFile(source.bytes)
      const file = await openOne(source, formats)
      const { inside } = source
      if (typeof file === 'object') {
        if (seen.has(file.survey.hash)) opened.twice++
        else opened.files.push(file)
        seen.add(file.survey.hash)
      } else if (inside === undefined) opened.leftOut.push({ given: path, why: file })
      else if (file === 'damaged' || (MEANT.test(inside.toLowerCase()) && file !== 'empty'))
        opened.leftOut.push({ given: path, inside, why: file })
      else {
        opened.others++
        if (MESSAGES.test(inside)) opened.messages++
        pages ||= OWN_PAGES.test(inside.toLowerCase())
      }
    }
    // Neither a post nor a reason why not: the folder or archive itself needs a word.
    if (opened.files.length + opened.leftOut.length + opened.twice === before)
      opened.leftOut.push({ given: path, why: pages ? 'html_export' : 'nothing_inside' })
  }
  return opened
}

async function openOne(source: Source, formats: readonly Format[]): Promise<Readable | Unknown | 'damaged'> {
  let survey: Survey
  try {
    survey = await surveyOf(source)
  } catch {
    return 'damaged'
  }
  const format = detect(survey, formats)
  if (typeof format === 'string') return format
  // An export can have hundreds of files, and their beginnings add up.
  return { source, survey: format.keepsHead ? survey : { ...survey, head: '', first: [] }, format }
}
