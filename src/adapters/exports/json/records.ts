import type { Survey } from '../survey.ts'
import { ONLY_REVIEWS } from '../table/columns.ts'
import { entryOf, type Layout, layoutBy } from '../table/rows.ts'
import { isFields } from './fields.ts'
import { type Format, jsonFormat } from './format.ts'

/** Keys under which tools and APIs put their list; '' is a list at the top. */
const LISTS = ['', 'data', 'posts', 'items', 'results', 'media']
/** Layouts are worked out once for each file, not for each record. */
const layouts = new WeakMap<Survey, { names: string[]; layout: Layout } | undefined>()

/**
 * Any list of objects whose keys read like the header of a table: { "caption", "timestamp", "permalink" }. Only for
 * a file that was named: an account export is full of lists that are no posts.
 */
export const records: Format = jsonFormat({
  name: 'List (JSON)',
  keepsHead: true,
  claims: (survey) => survey.named && layoutFor(survey) !== undefined,
  take(value, key, survey) {
    const found = layoutFor(survey)
    if (found === undefined || !LISTS.includes(key)) return undefined
    if (!isFields(value)) return { unread: 'bad_field' }
    const cells = found.names.map((name) => cellOf(value[name]))
    const { at: _, ...taken } = entryOf({ row: 0, cells }, found.layout)
    return taken
  },
})

function layoutFor(survey: Survey) {
  if (!layouts.has(survey)) layouts.set(survey, workOut(survey))
  return layouts.get(survey)
}

function workOut({ first, path }: Survey): { names: string[]; layout: Layout } | undefined {
  const objects = first
    .filter(({ key }) => LISTS.includes(key))
    .map(({ value }) => value)
    .filter(isFields)
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  const layout = layoutBy(
    names,
    objects.map((object) => names.map((name) => cellOf(object[name]))),
    path,
  )
  if (layout === undefined || layout === ONLY_REVIEWS) return undefined
  // Almost every list of anything has titles.
  return names[layout.columns.text ?? -1] === 'title' ? undefined : { names, layout }
}

function cellOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
