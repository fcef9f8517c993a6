import { readWhen } from '../dates.ts'
import { fieldsAt, isFields, textOf } from '../json/fields.ts'
import { jsonFormat } from '../json/format.ts'
import type { Whereabouts } from '../published.ts'

/**
 * reviews.json of Google Takeout ("Google Business Profile"), and what its API answers: { "reviews": [{ comment,
 * starRating, reviewReply: { comment, updateTime } }] }. The reply is what the practice said; the review, with its
 * stars, is what it answered.
 */
export const googleReviews = jsonFormat({
  name: 'Google reviews',
  claims: ({ first }) =>
    first.some(
      ({ key, value }) =>
        key === 'reviews' && isFields(value) && ('starRating' in value || 'reviewReply' in value),
    ),
  take(value, key) {
    if (key !== 'reviews') return undefined
    if (!isFields(value)) return { unread: 'bad_field' }
    const where: Whereabouts = { platform: 'google', kind: 'review_reply' }
    const id = textOf(value.reviewId) || textOf(value.name)
    if (id) where.id = id
    if (value.reviewReply === undefined || value.reviewReply === null) {
      const asked = readWhen(value.createTime)
      return { silent: 'no_reply', where: { ...where, ...(asked && { when: asked }) } }
    }
    const reply = fieldsAt(value, 'reviewReply')
    const when = readWhen(reply.updateTime) ?? readWhen(value.updateTime) ?? readWhen(value.createTime)
    if (when) where.when = when
    if (typeof reply.comment !== 'string') return { unread: 'bad_field', where }
    const text = reply.comment.trim()
    if (text === '') return { silent: 'no_reply', where }
    const context = textOf(value.comment).trim()
    return { post: { ...where, text, ...(context && { context }) } }
  },
})

/** Reviews.json of Google Maps: what somebody wrote about other places. Often taken for the one above. */
export function isMapsReviews(first: readonly { key: string; value: unknown }[]): boolean {
  return first.some(({ key, value }) => key === 'features' && isFields(value) && value.type === 'Feature')
}
