import { readWhen } from '../dates.ts'
import { distinct, type Fields, fieldsAt, isFields, listOf, textOf } from '../json/fields.ts'
import { jsonFormat, type Taken } from '../json/format.ts'
import type { PostKind, Whereabouts } from '../published.ts'
import type { Survey } from '../survey.ts'
import { isOwnWords, takeLabelled } from './labelled.ts'
import { repair } from './mojibake.ts'

/** Arrays of posts and comments, by the key that they stand under. '' is the array at the top of your_posts_1.json. */
const POSTS = [
  '',
  'status_updates',
  'status_updates_v2',
  'posts',
  'posts_v2',
  'group_posts',
  'group_posts_v2',
]
const COMMENTS = ['', 'comments', 'comments_v2', 'group_comments', 'group_comments_v2']
/** An account with one post has no list: what would be its element is the document. */
const ALONE = 'data'
const PICTURES = ['photos', 'photos_v2', 'other_photos', 'other_photos_v2', 'videos', 'videos_v2']

/** The account export of Facebook, for people and for pages, in JSON. */
export const facebook = jsonFormat({
  name: 'Facebook export',
  claims: (survey) => survey.first.some(({ key, value }) => isOurs(key, value, survey)),
  take(value, key, survey) {
    const taken = takeOne(value, key, survey)
    if (taken === undefined || 'unread' in taken) return taken
    if ('post' in taken) return { post: { ...taken.post, platform: 'facebook' } }
    return { ...taken, where: { ...taken.where, platform: 'facebook' } }
  },
})

function isOurs(key: string, value: unknown, survey: Survey): boolean {
  if (!isFields(value)) return false
  if (PICTURES.includes(key)) return 'uri' in value && 'creation_timestamp' in value
  if (POSTS.includes(key) && isPost(value)) return true
  if (COMMENTS.includes(key) && commentsOf(value).length > 0) return true
  if (key === ALONE) return 'post' in value
  return (
    key === '' && 'label_values' in value && !survey.path.includes('instagram') && isOwnWords(survey.path)
  )
}

/** Likes have the same frame, with a reaction in place of the words. */
function isPost(value: Fields): boolean {
  if (!('timestamp' in value)) return false
  const data = listOf(value.data)
  return (
    data.some((each) => 'post' in each) ||
    (Array.isArray(value.attachments) && !data.some((each) => 'reaction' in each || 'comment' in each))
  )
}

const commentsOf = (value: Fields) => listOf(value.data).filter((each) => isFields(each.comment))

function takeOne(value: unknown, key: string, survey: Survey): Taken | undefined {
  if (![...POSTS, ...COMMENTS, ...PICTURES, ALONE].includes(key)) return undefined
  if (!isFields(value)) return { unread: 'bad_field' }
  if (key === ALONE)
    return 'post' in value ? entry(said(textOf(value.post)), undefined, 'caption') : undefined
  if ('label_values' in value) return takeLabelled(value, survey.path)
  if (PICTURES.includes(key)) return takePicture(value)
  // Under the pictures of an album stand visitors' comments, which have no such frame.
  if (typeof value.comment === 'string') return undefined
  const comments = commentsOf(value)
  return comments.length > 0 ? takeComment(value, comments) : takePost(value)
}

function takePost(value: Fields): Taken {
  const posts = listOf(value.data).map(({ post }) => textOf(post))
  const attached = listOf(value.attachments).flatMap(({ data }) => listOf(data).flatMap(wordsBeside))
  const people = listOf(value.tags)
    .map(({ name }) => textOf(name))
    .filter(Boolean)
  const words = distinct([...posts, ...attached].map(said))
  // Facebook shows them in the post's first line: "Maple Street Dental is with Jane Doe".
  if (people.length > 0) words.push(`with ${people.map(said).join(', ')}`)
  return entry(words.join('\n\n'), value.timestamp, 'caption')
}

/** Words that stand in a post beside its own: under a picture, in an event, an offer or a note. */
function wordsBeside(attached: Fields): string[] {
  const event = fieldsAt(attached, 'event')
  const offer = fieldsAt(attached, 'for_sale_item')
  const note = fieldsAt(attached, 'note')
  return [
    fieldsAt(attached, 'media').description,
    event.name,
    event.description,
    offer.title,
    offer.description,
    note.title,
    note.text,
    fieldsAt(attached, 'life_event').title,
    fieldsAt(attached, 'poll').question,
  ].map(textOf)
}

function takePicture(value: Fields): Taken {
  return entry(said(textOf(value.description)), value.creation_timestamp, 'caption')
}

/** The title says what was answered: "Maple Street Dental replied to Jane's review". */
function takeComment(value: Fields, comments: readonly Fields[]): Taken {
  const words = distinct(comments.map(({ comment }) => said(textOf(fieldsAt(comment).comment))))
  const kind = /\b(?:review|recommendation)\b/i.test(textOf(value.title)) ? 'review_reply' : 'comment_reply'
  return entry(words.join('\n\n'), value.timestamp ?? fieldsAt(comments[0]?.comment).timestamp, kind)
}

function entry(text: string, time: unknown, kind: PostKind): Taken {
  const when = readWhen(time)
  const where: Whereabouts = { kind, ...(when && { when }) }
  return text === '' ? { silent: 'no_words', where } : { post: { ...where, text } }
}

/** A person who is tagged in the text: "@[100001234567890:2048:Jane Doe]", which readers see as "Jane Doe". */
const TAG = /@\[\d{1,30}:\d{1,9}:([^\]\n]{1,200})\]/g
function said(text: string): string {
  return repair(text).replace(TAG, '$1').trim()
}
