import type { PostKind } from '../published.ts'

/** What a column can be, and the headers by which it is known, best first. Compared in lower case, letters alone. */
const HEADERS = {
  reply: [
    'reply',
    'response',
    'replytext',
    'responsetext',
    'ownerresponse',
    'ownerreply',
    'ourreply',
    'ourresponse',
    'businessresponse',
    'businessreply',
    'replycomment',
    'reviewreply',
    'reviewresponse',
    'replies',
    'responses',
    'answer',
  ],
  text: [
    'text',
    'posttext',
    'caption',
    'message',
    'postmessage',
    'posttext',
    'post',
    'content',
    'postcontent',
    'copy',
    'body',
    'status',
    'tweet',
    'tweettext',
    'sharecommentary',
    'commentary',
    'comment',
    'commenttext',
    'description',
    'words',
    'title',
  ],
  context: [
    'review',
    'reviewtext',
    'reviewcomment',
    'reviewbody',
    'reviewcontent',
    'inreplyto',
    'replyingto',
    'context',
    'question',
  ],
  answered: ['comment', 'commenttext', 'message', 'text', 'content', 'body', 'description', 'post'],
  title: ['title', 'headline', 'posttitle'],
  date: [
    'date',
    'publishtime',
    'published',
    'publishedat',
    'publisheddate',
    'publishdate',
    'publicationdate',
    'postedat',
    'posted',
    'postdate',
    'posteddate',
    'datetime',
    'dateposted',
    'created',
    'createdat',
    'createdtime',
    'createtime',
    'replydate',
    'responsedate',
    'updatetime',
    'timestamp',
    'time',
    'reviewdate',
    'day',
  ],
  platform: ['platform', 'network', 'channel', 'socialnetwork', 'source', 'site', 'website', 'where'],
  url: [
    'url',
    'link',
    'permalink',
    'permalinkurl',
    'posturl',
    'postlink',
    'postpermalink',
    'sharelink',
    'reviewurl',
    'reviewlink',
  ],
  kind: ['kind', 'type', 'posttype', 'contenttype', 'mediatype', 'format'],
  id: ['id', 'postid', 'reviewid', 'commentid', 'mediaid', 'tweetid'],
  account: ['account'],
} as const
export type Column = keyof typeof HEADERS
export type Columns = Partial<Record<Column, number>>
/** What others wrote, and nothing that the practice did. */
export const ONLY_REVIEWS = 'only_reviews'

/**
 * Finds the columns by their headers and a look at the first rows: "Comments" can be a count of comments, and
 * "Date" can say "Lifetime". Undefined: no column holds words of the practice.
 */
export function columnsOf(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Columns | typeof ONLY_REVIEWS | undefined {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
  const found: Columns = {}
  const find = (column: Column, fits: (value: string) => boolean) => {
    for (const name of HEADERS[column]) {
      const index = names.findIndex(
        (each, i) => each === name && !Object.values(found).includes(i) && suits(i, fits),
      )
      if (index >= 0) return index
    }
    return undefined
  }
  const suits = (index: number, fits: (value: string) => boolean) => {
    const values = sample.map((cells) => cells[index]?.trim() ?? '').filter(Boolean)
    return values.length === 0 || values.some(fits)
  }
  const add = (column: Column, index: number | undefined) => {
    if (index !== undefined) found[column] = index
  }
  add('reply', find('reply', hasWords))
  add('text', found.reply ?? find('text', hasWords))
  if (found.text === undefined)
    return names.some((name) => HEADERS.context.includes(name as never)) ? ONLY_REVIEWS : undefined
  if (found.reply === undefined && names.some((name) => REVIEWED.test(name))) return ONLY_REVIEWS
  add(
    'context',
    find('context', hasWords) ?? (found.reply !== undefined ? find('answered', hasWords) : undefined),
  )
  if (found.reply === undefined)
    add(
      'title',
      find('title', () => true),
    )
  add('date', find('date', hasDigit))
  for (const column of ['platform', 'url', 'kind', 'id', 'account'] as const)
    add(
      column,
      find(column, () => true),
    )
  return found
}

/** What a row is when its own kind is not told. */
export function kindOfColumns(header: readonly string[], { reply, text }: Columns): PostKind | undefined {
  const names = header.map((name) => name.toLowerCase())
  if (reply !== undefined)
    return names.some((name) => /review|rating|stars/.test(name)) ? 'review_reply' : 'comment_reply'
  return /comment/.test(names[text ?? -1] ?? '') ? 'comment_reply' : undefined
}

/** Columns that only a list of reviews has. */
const REVIEWED = /^(?:rating|starrating|stars|reviewer|reviewername|reviewdate|reviewid)$/
const hasWords = (value: string) => /\p{L}/u.test(value)
const hasDigit = (value: string) => /\d/.test(value)
