import { has, oneOf, plainOf } from './phrases.ts'
import { KIND_HINTS, LABELS, OURS, REQUESTS, THEIRS } from './words.ts'

/** A draft without what somebody wrote around it, and what that said of it. */
export interface Unwrapped {
  text: string
  values: Readonly<Record<string, string>>
  /** Somebody asked for a check, whether or not there is anything to check. */
  asked: boolean
}

const HELLO = '(?:(?:hi|hey|hello)(?:\\s+(?:there|team|all|chaperone))?[\\s,!.–-]{1,4})?'
const asking = oneOf(REQUESTS.ask)
const showing = oneOf(REQUESTS.show)
const BEFORE = new RegExp(
  `^\\s*${HELLO}(?:${asking}\\s{0,3}(?:[?:]+|\\n)|${showing}\\s{0,3}(?::|\\n))\\s*`,
  'iu',
)
const AFTER = new RegExp(`(?:(?<=[.!?…"”)])\\s{1,20}|\\n\\s{0,20})(?:${asking}|${showing})[\\s?.!]*$`, 'iu')
const ALL = new RegExp(`^\\s*${HELLO}(?:${asking}|${showing})[\\s?.!:]*$`, 'iu')
const LABEL = new RegExp(`^\\s*${oneOf(LABELS)}\\s{0,2}:\\s*`, 'iu')
const THEIR_LABEL = new RegExp(`^\\s{0,20}${oneOf(THEIRS)}\\s{0,2}:\\s{0,20}`, 'iu')
const OUR_LABEL = new RegExp(`^\\s{0,20}${oneOf(OURS)}\\s{0,2}:\\s{0,20}`, 'iu')
const HINTS = KIND_HINTS.map(([words, kind]) => ({ fits: has([words]), kind }))
const PLATFORM = /(?<!\w)(instagram|facebook|tiktok|youtube|linkedin|google|yelp|healthgrades|realself)(?!\w)/

/** Longer texts are drafts, however they begin: nothing is taken away from them. */
const LONGEST = 20_000

/**
 * "Can I post this?" around a draft is no part of it: a rule that wants every sentence explained would find
 * fault with the question. Only whole phrases from the table are taken away, so no word of the draft is lost.
 */
export function unwrap(given: string): Unwrapped {
  const asIs = { text: given, values: {}, asked: false }
  if (given.length > LONGEST) return asIs
  if (ALL.test(given)) return { ...asIs, text: '', asked: true }
  return pairOf(given) ?? draftOf(given) ?? asIs
}

function draftOf(given: string): Unwrapped | undefined {
  const before = BEFORE.exec(given)?.[0] ?? ''
  const rest = given.slice(before.length)
  const after = AFTER.exec(rest)?.[0] ?? ''
  const inner = rest.slice(0, rest.length - after.length)
  const label = LABEL.exec(inner)?.[0] ?? ''
  const text = inner.slice(label.length)
  if (before + after + label === '' || !/[\p{L}\p{N}]/u.test(text)) return undefined
  const around = plainOf(`${before} ${after} ${label}`)
  return {
    text: unquote(text),
    values: present({ kind: hint(around), platform: platformIn(around) }),
    asked: true,
  }
}

/** "Review: … Reply: …", each on lines of its own. Line by line, so that the cost stays linear. */
function pairOf(given: string): Unwrapped | undefined {
  const theirs = THEIR_LABEL.exec(given)?.[0]
  if (theirs === undefined) return undefined
  for (let end = given.indexOf('\n', theirs.length); end !== -1; end = given.indexOf('\n', end + 1)) {
    const ours = OUR_LABEL.exec(given.slice(end + 1, end + 80))?.[0]
    if (ours === undefined) continue
    const text = given.slice(end + 1 + ours.length)
    if (!/[\p{L}\p{N}]/u.test(text)) return undefined
    const around = plainOf(theirs)
    const kind = around.includes('comment') ? 'comment_reply' : 'review_reply'
    const replying_to = unquote(given.slice(theirs.length, end).trim())
    return {
      text: unquote(text),
      values: present({ kind, platform: platformIn(around), replying_to }),
      asked: true,
    }
  }
  return undefined
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}

function platformIn(around: string): string | undefined {
  return PLATFORM.exec(around)?.[1]
}

/** Only labels say what it is; "before I post" does not make it a caption. */
function hint(around: string): string | undefined {
  const said = around.replace(
    /\b(?:(?:before|can|could|may|should|to) (?:i |we )?(?:post|share|reply|respond|send|publish)(?:ing)?|to post)\b/g,
    ' ',
  )
  return HINTS.find(({ fits }) => fits(said))?.kind
}

/** Quotes around the whole are somebody's way of pasting. */
function unquote(text: string): string {
  const inner = /^\s*(?:"([^"]+)"|“([^”]+)”)\s*$/u.exec(text)
  return inner ? (inner[1] ?? inner[2] ?? text) : text
}
