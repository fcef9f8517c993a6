import { readWhen } from '../dates.ts'
import { distinct, type Fields, fieldsAt, isFields, listOf, textOf } from '../json/fields.ts'
import { jsonFormat, type Taken } from '../json/format.ts'
import type { Whereabouts } from '../published.ts'
import type { Survey } from '../survey.ts'
import { isOwnWords, takeLabelled } from './labelled.ts'
import { repair } from './mojibake.ts'

/** Arrays of own posts, by the key that they stand under, over all the layouts since 2018. */
const SHELVES: Readonly<Record<string, Whereabouts>> = {
  ig_stories: { kind: 'story' },
  ig_reels_media: { kind: 'caption' },
  ig_igtv_media: { kind: 'caption' },
  ig_other_media: { kind: 'caption' },
  ig_archived_post_media: { kind: 'caption', hidden: 'archived' },
  ig_recently_deleted_media: { kind: 'caption', hidden: 'deleted' },
  text_post_app_text_posts: { kind: 'caption' },
}
/** media.json of 2018 to 2020: objects with a caption, a date in words and a path. */
const OLD_SHELVES: Readonly<Record<string, Whereabouts>> = {
  photos: { kind: 'caption' },
  videos: { kind: 'caption' },
  stories: { kind: 'story' },
}
const COMMENTS = [
  'comments_media_comments',
  'comments_reels_comments',
  'comments_story_comments',
  'media_comments',
]

/** The account export of Instagram, in JSON. What the account wrote itself; others' comments are not in it. */
export const instagram = jsonFormat({
  name: 'Instagram export',
  claims: (survey) => survey.first.some(({ key, value }) => isOurs(key, value, survey)),
  take(value, key, survey) {
    const taken = takeOne(value, key, survey)
    if (taken === undefined || !('post' in taken)) return taken
    return { post: { ...taken.post, platform: 'instagram' } }
  },
})

function isOurs(key: string, value: unknown, survey: Survey): boolean {
  if (key in SHELVES || COMMENTS.includes(key)) return true
  if (!isFields(value)) return false
  if (key in OLD_SHELVES) return 'taken_at' in value
  if (key !== '') return false
  if (isComment(value))
    return (
      survey.path.includes('comment') || (survey.named && 'Comment' in fieldsAt(value, 'string_map_data'))
    )
  if ('label_values' in value) return survey.path.includes('instagram') && isOwnWords(survey.path)
  return Array.isArray(value.media) || ('creation_timestamp' in value && 'uri' in value)
}

const isComment = (value: Fields) => 'string_map_data' in value || 'string_list_data' in value

function takeOne(value: unknown, key: string, survey: Survey): Taken | undefined {
  if (COMMENTS.includes(key) && Array.isArray(value)) return takeOldComment(value)
  if (COMMENTS.includes(key)) return isFields(value) ? takeComment(value) : { unread: 'bad_field' }
  if (key in SHELVES)
    return isFields(value) ? takeMedia(value, SHELVES[key] as Whereabouts) : { unread: 'bad_field' }
  if (key in OLD_SHELVES)
    return isFields(value) && 'taken_at' in value
      ? takeOld(value, OLD_SHELVES[key] as Whereabouts)
      : undefined
  if (key !== '') return undefined
  if (!isFields(value)) return { unread: 'bad_field' }
  if ('label_values' in value) return takeLabelled(value, survey.path)
  return isComment(value) ? takeComment(value) : takeMedia(value, { kind: 'caption' })
}

/** The caption stands on the post, on its only picture, or on each of them. */
function takeMedia(value: Fields, shelf: Whereabouts): Taken {
  const media = listOf(value.media)
  const words = distinct([value, ...media].map(({ title }) => repair(textOf(title))))
  const when = readWhen(value.creation_timestamp) ?? readWhen(media[0]?.creation_timestamp)
  return said(words.join('\n\n'), { ...shelf, ...(when && { when }) })
}

function takeOld(value: Fields, shelf: Whereabouts): Taken {
  const when = readWhen(value.taken_at)
  return said(repair(textOf(value.caption)).trim(), { ...shelf, ...(when && { when }) })
}

/** Labels are in the account's language; the comment is the first of them, whatever it is called. */
function takeComment(value: Fields): Taken {
  const map = fieldsAt(value, 'string_map_data')
  const list = listOf(value.string_list_data)
  const named = fieldsAt(map, 'Comment')
  const first = Object.values(map).find((field) => isFields(field) && textOf(field.value) !== '')
  const words = [named.value, list[0]?.value, fieldsAt(first).value].find((text) => textOf(text) !== '')
  const time = [...Object.values(map), ...list].map((field) => fieldsAt(field).timestamp).find(Boolean)
  const url = [...Object.values(map), ...list].map((field) => textOf(fieldsAt(field).href)).find(Boolean)
  const when = readWhen(time)
  return said(repair(textOf(words)).trim(), {
    kind: 'comment_reply',
    ...(when && { when }),
    ...(url && { url }),
  })
}

/** comments.json of 2018 to 2020: ["2019-01-31T10:15:00+00:00", "the comment", "whose post it was"]. */
function takeOldComment([time, words]: readonly unknown[]): Taken {
  if (typeof words !== 'string') return { unread: 'bad_field' }
  const when = readWhen(time)
  return said(repair(words).trim(), { kind: 'comment_reply', ...(when && { when }) })
}

function said(text: string, where: Whereabouts): Taken {
  const place: Whereabouts = { ...where, platform: 'instagram' }
  return text === '' ? { silent: 'no_words', where: place } : { post: { ...place, text } }
}
