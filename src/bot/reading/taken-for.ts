import { oneOf, plainOf, wordsOf } from './phrases.ts'

/** What somebody says that a draft is, in the words of its own fields. */
export type Told = Readonly<Partial<Record<'kind' | 'platform' | 'account', string>>>

const LONGEST = 200
/** What no such sentence has and a post may: tags, handles, links, symbols, a question, a quotation, a new line. */
const OF_A_DRAFT = /[#@?":/\n]|\p{Extended_Pictographic}/u

const PLACES: readonly (readonly [words: string, platform: string])[] = [
  ['instagram|insta|ig', 'instagram'],
  ['facebook|fb', 'facebook'],
  ['tiktok|tik tok', 'tiktok'],
  ['youtube|you tube', 'youtube'],
  ['linkedin|linked in', 'linkedin'],
  ['google( (business( profile)?|maps))?', 'google'],
  ['yelp', 'yelp'],
  ['healthgrades', 'healthgrades'],
  ['realself|real self', 'realself'],
  ['twitter|x', 'x'],
  ['website|web site|web page|webpage|blog', 'website'],
]
/** As an entry of a list of phrases; so is all that follows. */
const place = `(${PLACES.map(([words]) => words).join('|')})`
const whom = '(patient|client|customer|visitor|follower|somebody|someone)'
const reply = '(reply|replies|response|answer)'
const message = '(dm|direct message|private message|text message|text|message)'

/** What is left of such a sentence when articles and places are taken away, and the kind that it means. */
const KINDS = (
  [
    [`${whom}('s|s'|s)? comment( on page| under post)?|comment (from|by) ${whom}`, 'visitor_comment'],
    [`(repost|reshare|regram|stitch|duet)( of (${whom}('s)? )?(post|story|review|reel|video))?`, 'repost'],
    [`comment( ${reply})?|(${reply} )?(to|for) comment`, 'comment_reply'],
    [
      `${message}( ${reply})?( (to|for) ${whom})?|private ${reply}|(${reply} )?(to|for|in) ${message}`,
      'dm_reply',
    ],
    [`review ${reply}|(${reply} )?(to|for) (review|reviewer)|${reply}( to ${whom})?`, 'review_reply'],
    ['story', 'story'],
    ['(paid |boosted )?(ad|ads|advert|advertisement)|(paid|boosted|sponsored|promoted) post', 'ad'],
    [
      '((photo|picture|video|reel|post) )?caption( for (photo|picture|video|post|reel))?|post( or caption)?|reel',
      'caption',
    ],
  ] as const
).map(([words, kind]) => ({ fits: new RegExp(`^${oneOf([words])}$`, 'u'), kind }))
/** Alone, without an article and without "it is", these may be an order or a post. */
const TOO_LITTLE = /^(?:post|story|reel|text|message|comment|stitch|duet|reply|replies|response|answer|x)$/

const LEAD = new RegExp(
  `^${oneOf([
    '(no|nope|nah|yes|yeah|sorry|oh|ah|oops|wait|well|hm+|um+|uh+|ok|okay|actually|and|so|hey|hi|please|pls|wrong|correction)',
    "(i am|i'm) sorry|my (bad|mistake)|not quite|i (meant|mean)( it| this| that)?( as| to be)?|i forgot( to say)?( that)?",
    'instead|rather',
  ])}(?![\\w'])\\s*`,
  'u',
)
const SUBJECT = new RegExp(
  `^${oneOf([
    "(it|this|that|this one|that one)('s| is| was| will be|'ll be| would be| should be|s)( (actually|really|just|only|meant|intended|supposed to be|to be|more of|going( up| out)?|posted|written))*( (as|to be))?",
    '(it|this|that|this one)( will)? (goes?|comes?)( up| out)?',
    "(i|we)('m|'re| am| are| want to| will|'ll)? (post|posting) (it|this|that)",
    "(i|we)('m|'re| am| are)(?= (replying|responding|answering) )",
    '(can you |could you )?(read|check|treat|take|see|consider) (it|this|that)( again)? as',
    '(the )?(kind|type|platform|place|account) (is|was|should be|would be)',
  ])}(?![\\w'])\\s*`,
  'u',
)
const TAIL = new RegExp(
  `\\s*(?<![\\w'])${oneOf(['please|pls|sorry|thanks|thank you|though|actually|instead|then|again|btw|by the way|i mean'])}$`,
  'u',
)
const NOT = new RegExp(
  `^${oneOf(["((it|this|that)( is|'s|s)? )?not|(it|this|that) (isn't|isnt|wasn't)|rather than|instead of"])}\\s+`,
  'u',
)
const PERSONAL = new RegExp(
  `^${oneOf([`((from|for|on|to) )?((my|his|her|a|an|the) )?((very )?own|personal|private) (account|page|profile|{})( (account|page|profile))?`.replace('{}', place)])}$`,
  'u',
)
const PRACTICE = new RegExp(
  `^${oneOf(["((from|for|on|to) )?(the|our) (practice|office|clinic)('s)?( own)? (account|page|profile)"])}$`,
  'u',
)
/** "On our Facebook page", and "Facebook" before what it is. One letter says it only behind a word for it. */
const AT = new RegExp(
  `(?<![\\w'])(?:${oneOf([`(on|for|to|in|at|from) ((our|my|the) )?${place}( (page|account|profile|business page|feed))?`])}(?! (?:review|comment|dm|message|reply)))(?![\\w'])`,
  'gu',
)
const NAMED = new RegExp(`(?<![\\w'])${oneOf([place])}(?![\\w'])`, 'gu')
const PLATFORMS = PLACES.map(([words, platform]) => ({
  fits: new RegExp(`(?<![\\w'])${oneOf([words])}(?![\\w'])`, 'u'),
  platform,
}))
const ARTICLES = new RegExp(
  `(?<![\\w'])${oneOf([
    'a|an|just|only|public|online|google',
    "(the|this|that|our|my|her|his|their|one of (our|the)|somebody's|someone's)(?= ([\\w-]+ ){0,3}(reviews?|reviewer|comments?|reply|response|answer|caption|ad|dm|message|text|page|photo|picture|video|reel|post or caption|patient's|visitor's))",
    '(bad|good|nice|negative|positive|angry|old|new|recent|([1-5]|one|two|three|four|five) stars?)(?= ([\\w-]+ ){0,2}(reviews?|comments?))',
  ])}(?![\\w'])`,
  'gu',
)

/**
 * What somebody says of a draft that they showed before: "no, it's a reply to a Google review". Undefined: there is
 * more in it, or something else.
 */
export function toldOf(text: string): Told | undefined {
  const plain = plainOf(text).replace(/[!.]+$/, '')
  if (plain.length > LONGEST || OF_A_DRAFT.test(plain)) return undefined
  const clauses = plain.split(/[,.;!()–—]+|\s-\s|\s+(?=not (?:a|an|for|on|from|the)\b)|\bbut\b/)
  const told: Record<string, string> = {}
  for (const clause of clauses) {
    const says = clauseOf(wordsOf(clause))
    if (says === undefined) return undefined
    for (const [field, value] of Object.entries(says)) {
      if ((told[field] ?? value) !== value) return undefined
      told[field] = value
    }
  }
  return Object.keys(told).length > 0 ? told : undefined
}

/** What one part of it says; nothing where it is a word in passing, undefined where it is something else. */
function clauseOf(words: string): Told | undefined {
  const led = cutAll(words, LEAD)
  const denied = led.replace(NOT, '')
  if (denied !== led) return fieldsOf(denied, true) && {}
  const said = led.replace(SUBJECT, '')
  const rest = cutAll(said, TAIL)
  if (rest === '') return {}
  return fieldsOf(rest, words !== rest)
}

function fieldsOf(words: string, spoken: boolean): Told | undefined {
  const where = PLATFORMS.find(({ fits }) => fits.test(words))
  const platform = where ? { platform: where.platform } : {}
  if (PERSONAL.test(words)) return { account: 'personal', ...platform }
  if (PRACTICE.test(words)) return { account: 'practice' }
  if (words === 'x') return spoken ? platform : undefined
  const answering = words
    .replace(/\b(?:replying|responding)\b/g, 'reply')
    .replace(/\banswering\b/g, 'reply to')
  const bare = squeezed(answering.replace(AT, ' ').replace(NAMED, ' ').replace(ARTICLES, ' '))
  const kind = KINDS.find(({ fits }) => fits.test(bare.replace(/\b(review|comment|dm)s\b/g, '$1')))?.kind
  if (bare === '' && where) return platform
  if (kind === undefined || (!spoken && TOO_LITTLE.test(words))) return undefined
  return { kind, ...platform }
}

function cutAll(words: string, pattern: RegExp): string {
  let rest = words
  for (let left = 6; left > 0 && pattern.test(rest); left--) rest = rest.replace(pattern, '')
  return rest
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
