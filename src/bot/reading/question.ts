import { has, oneOf } from './phrases.ts'
import {
  AS_TYPED,
  CAMPAIGN,
  CHATTER,
  DANGER,
  DRAFT_SIGNS,
  FOLLOW_UPS,
  INDIRECT,
  LEAD_INS,
  PERMISSION,
  PLAINLY_LAW,
  POLICY,
  STARTS,
  TO_READER,
  URGENT,
} from './words.ts'

/** A question to a colleague is short; a draft that ends with a question mostly is not. */
const MOST_WORDS = 60
const MOST_SENTENCES = 4
/** Words in quotes that make a draft; fewer are a phrase that somebody asks about. */
const QUOTED_DRAFT = 8

const leadIn = new RegExp(`^${oneOf(LEAD_INS)}(?![\\w'])[\\s,:.!?–-]*`, 'u')
const permission = new RegExp(`^${oneOf(PERMISSION)}(?![\\w'])`, 'u')
const indirect = new RegExp(`^${oneOf(INDIRECT)}(?![\\w'])`, 'u')
const chatter = new RegExp(`^${oneOf(CHATTER)}(?![\\w'])`, 'u')
const asksWord =
  /^(?:is|are|was|were|do|does|did|can|could|may|might|should|must|would|will|have|has|what|when|where|which|who|whose|why|how|any)\b/
/** Asks even where the question mark was left out; "what" and "how" begin headlines too. */
const unmarked = /^(?:who|may|can|does|do|should|am|are|is)\b[^.!]*$/
const policy = has(POLICY)
const draftSign = has(DRAFT_SIGNS)
const toReader = has(TO_READER)
const plainlyLaw = has(PLAINLY_LAW)
const followUp = new RegExp(`^${oneOf(FOLLOW_UPS)}[^.!]*\\?$`, 'u')
const FOLLOW_UP_WORDS = 9
const urgent = has(URGENT)
const URGENT_LENGTH = 300
const danger = has(DANGER)
const campaign = has(CAMPAIGN)
const isQuote = /^["#@]|https?:/
const PLEASANTRY = /^(?:thanks|thank you|thx|tia|please|pls|any help appreciated)\b[\s\S]{0,30}$/
const QUOTED = /"([^"]{1,2000})"/g

/** A quoted draft inside a question: "Is it OK to reply "…"?" */
export function quotedDraft(plain: string, given: string): string | undefined {
  if (!plain.includes('?')) return undefined
  const quotes = [...given.matchAll(/"([^"]{1,2000})"|“([^”]{1,2000})”/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  )
  const outside = given.length - quotes.join('').length
  const longest = quotes.toSorted((a, b) => b.length - a.length)[0]
  const isDraft = longest !== undefined && longest.split(/\s+/).length >= QUOTED_DRAFT
  return isDraft && outside < 120 && isQuestion(plain) ? longest : undefined
}

/**
 * Does somebody ask what they may or must do? Then it is short, ends with the question, and has no mark of a
 * post. Whatever is in doubt is a draft: a check that nobody asked for does no harm.
 * @param plain from `plainOf`.
 */
export function isQuestion(plain: string): boolean {
  const bare = plain.replace(QUOTED, '""')
  if (bare.split(/\s+/).length > MOST_WORDS) return false
  if (/#\w|https?:|www\.|\d{3}[-. ]\d{4}/.test(bare) || draftSign(bare)) return false
  if ((bare.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 2) return false
  const sentences = bare
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && !PLEASANTRY.test(sentence))
  if (sentences.length === 1 && isFollowUp(sentences[0] as string)) return true
  const last = point(sentences.at(-1) ?? '')
  if (last === '' || sentences.length > MOST_SENTENCES || chatter.test(last)) return false
  const context = sentences.slice(0, -1).join(' ')
  if (toReader(`${context} ${last}`) && !plainlyLaw(bare)) return false
  if (permission.test(last) || (last !== sentences.at(-1) && indirect.test(last))) return true
  if (!policy(bare)) return false
  return last.endsWith('?') ? asksWord.test(last) || sentences.length === 1 : unmarked.test(last)
}

/** Words of somebody who asks as people type, without a question mark, and after what led to it. */
const asksAsTyped = new RegExp(
  `^(?:${STARTS})(?![\\w'])|(?:^|[\\s,;:(–-])(?:${oneOf(AS_TYPED)})(?![\\w'])|\\?$`,
  'u',
)
const TYPED_WORDS = 40
const NOTE_WORDS = 14

/**
 * Might be a question, and might be a post: "pt tagged us can i reshare", "new york breach rule". Whatever it is,
 * it is checked; what is found for it in the articles is told as well.
 * @param plain from `plainOf`.
 */
export function maybeAsked(plain: string): boolean {
  const bare = plain.replace(QUOTED, '""').trim()
  const count = bare.split(/\s+/).length
  if (count > TYPED_WORDS || draftSign(bare) || /#\w|https?:|www\.|\n|!/.test(bare)) return false
  if (/\p{Extended_Pictographic}/u.test(bare)) return false
  if (toReader(bare) && !plainlyLaw(bare)) return false
  return asksAsTyped.test(bare) || (count <= NOTE_WORDS && !/[.?]/.test(bare))
}

/** "And on TikTok?": goes on from the question before. */
function isFollowUp(sentence: string): boolean {
  return followUp.test(sentence) && sentence.split(/\s+/).length <= FOLLOW_UP_WORDS && !toReader(sentence)
}

/** Somebody may be in danger. What staff tell us, not what a visitor's words quote: those are checked. */
export function isUrgent(plain: string): boolean {
  return plain.length <= URGENT_LENGTH && urgent(plain) && !isQuote.test(plain)
}

/** Words of danger in what may be a draft: it is checked, and a person and a number are named all the same. */
export function maybeUrgent(plain: string): boolean {
  return plain.length <= URGENT_LENGTH && danger(plain) && !campaign(plain)
}

/** The sentence without "quick question: could you tell me whether". */
function point(sentence: string): string {
  let rest = sentence.replace(/^[^\p{L}"]+/u, '')
  for (let left = 3; left > 0; left--) rest = rest.replace(leadIn, '')
  return rest
}
