import { googleReviews, isMapsReviews } from './google/reviews.ts'
import type { Format } from './json/format.ts'
import { records } from './json/records.ts'
import { jsonl, type LineCutter } from './lines/jsonl.ts'
import { facebook } from './meta/facebook.ts'
import { instagram } from './meta/instagram.ts'
import type { Survey } from './survey.ts'
import { ONLY_REVIEWS } from './table/columns.ts'
import { layoutOf, table } from './table/rows.ts'

/** Why a file is none that Chaperone can read. */
export type Unknown =
  | 'empty'
  | 'html'
  | 'spreadsheet'
  | 'maps_reviews'
  | 'only_reviews'
  | 'no_column'
  | 'no_posts'
  | 'binary'
  | 'unknown'

/** The first that claims a file reads it: the ones that know their shape best stand first. */
export function formatsOf(cutLines: LineCutter): readonly Format[] {
  return [googleReviews, instagram, facebook, jsonl(cutLines), records, table]
}

export function detect(survey: Survey, formats: readonly Format[]): Format | Unknown {
  const { head, path, first, encoding } = survey
  if (survey.bytes === 0 || head.trim() === '') return 'empty'
  if (/\.xls[xmb]?$|\.numbers$|\.ods$/.test(path)) return 'spreadsheet'
  if (/^\s*<(?:!doctype|html|\?xml|head|meta)/i.test(head)) return 'html'
  if (isMapsReviews(first)) return 'maps_reviews'
  if (!encoding.startsWith('utf-16') && head.includes('\0')) return 'binary'
  const format = formats.find((each) => each.claims(survey))
  if (format !== undefined) return format
  if (/^[[{]/.test(head.trimStart())) return isEmptyJson(survey) ? 'empty' : 'no_posts'
  if (layoutOf(survey) === ONLY_REVIEWS) return 'only_reviews'
  return /[,;\t|]/.test(head.split('\n', 1)[0] ?? '') || /\.[ct]sv$/.test(path) ? 'no_column' : 'unknown'
}

/** "[]" or { "reviews": [] }: an export of an account that has none. */
function isEmptyJson({ head, bytes, first }: Survey): boolean {
  return (
    bytes < 1000 &&
    first.length === 0 &&
    /^\s*(?:\[\s*\]|\{\s*(?:"\w{1,60}"\s*:\s*\[\s*\]\s*)?\})\s*$/.test(head)
  )
}
