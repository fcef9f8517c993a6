/**
 * What a file of published posts holds, whoever wrote the file. The closed words are those of docs/cli.md; an
 * adapter may not look into the library, so a test compares them.
 */
export const POST_KINDS = [
  'caption',
  'story',
  'ad',
  'review_reply',
  'comment_reply',
  'dm_reply',
  'repost',
  'visitor_comment',
] as const
export type PostKind = (typeof POST_KINDS)[number]

export const POST_PLATFORMS = [
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'x',
  'linkedin',
  'google',
  'yelp',
  'healthgrades',
  'realself',
  'website',
] as const
export type PostPlatform = (typeof POST_PLATFORMS)[number]

/** A moment in milliseconds since 1970, or a day as the file writes it (YYYY-MM-DD), which has no time zone. */
export type When = { instant: number } | { day: string }

/** The practice's own facts that one line may bring along, as in `check --jsonl`. */
export const OWN_LISTS = ['staff', 'phones', 'addresses', 'emails', 'handles', 'urls', 'services'] as const
export type Own = { name?: string } & { [K in (typeof OWN_LISTS)[number]]?: string[] }

/** Where and when, as far as the file tells. */
export interface Whereabouts {
  platform?: PostPlatform
  kind?: PostKind
  when?: When
  url?: string
  id?: string
  /** Not in front of visitors any more. */
  hidden?: 'archived' | 'deleted'
}

export interface Post extends Whereabouts {
  text: string
  account?: 'practice' | 'personal'
  /** The review or comment that was answered. */
  context?: string
  own?: Own
}

/** Why something could not be read. Such an item is never clear. */
export type Unread =
  | 'not_json'
  | 'not_utf8'
  | 'bad_field'
  | 'too_long'
  | 'too_many_cells'
  | 'too_few_cells'
  | 'open_quote'
  | 'cut_off'
  | 'damaged'
/** Nothing that the practice said in words: a picture alone, or a review that nobody answered. */
export type Silent = 'no_words' | 'no_reply'

/** One item of a file. `at`: the line, row or element, counted from 1 as people count. */
export type Entry =
  | { at: number; post: Post }
  | { at: number; unread: Unread; where?: Whereabouts }
  | { at: number; silent: Silent; where?: Whereabouts }

/** One file, on disk or inside a zip archive. */
export interface Source {
  /** As it was given on the command line. */
  given: string
  /** Path below `given` where that is a folder or an archive, with forward slashes. */
  inside?: string
  /** Bytes of the content. */
  bytes: number
  /** From the beginning, every time. Fails where the file cannot be read to its end. */
  open(): AsyncIterable<Buffer>
}

/** Bytes of one item: far beyond the longest post of any platform. */
export const LONGEST_ITEM = 8 * 1024 * 1024
