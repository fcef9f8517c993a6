import { POST_KINDS, POST_PLATFORMS, type PostKind, type PostPlatform } from '../published.ts'

/** What people and tools call a platform, beside its own name. */
const PLATFORM_WORDS: readonly (readonly [RegExp, PostPlatform])[] = [
  [/insta|^ig\b/, 'instagram'],
  [/facebook|^fb\b/, 'facebook'],
  [/tik ?tok/, 'tiktok'],
  [/you ?tube|^yt\b/, 'youtube'],
  [/twitter|^x(?:\.com)?$/, 'x'],
  [/linked ?in/, 'linkedin'],
  [/google|^gmb\b|^gbp\b/, 'google'],
  [/yelp/, 'yelp'],
  [/health ?grades/, 'healthgrades'],
  [/real ?self/, 'realself'],
  [/web ?site|blog|home ?page/, 'website'],
]

const KIND_WORDS: readonly (readonly [RegExp, PostKind])[] = [
  [/stor(?:y|ies)/, 'story'],
  [/\bads?\b|advert|boost|sponsor/, 'ad'],
  [/visitor/, 'visitor_comment'],
  [/\bdm\b|direct|private|inbox/, 'dm_reply'],
  [/review|recommend/, 'review_reply'],
  [/comment|reply|response|answer/, 'comment_reply'],
  [/repost|re-?share|re-?tweet|\bshared?\b/, 'repost'],
  [
    /post|caption|reel|image|photo|picture|video|carousel|album|text|status|link|feed|update|short|tweet/,
    'caption',
  ],
]

export function platformOf(value: string): PostPlatform | undefined {
  const text = value.trim().toLowerCase()
  if (text === '') return undefined
  const exact = POST_PLATFORMS.find((name) => name === text)
  return exact ?? PLATFORM_WORDS.find(([pattern]) => pattern.test(text))?.[1]
}

/** Undefined: unknown, and the check works it out. */
export function kindOf(value: string): PostKind | undefined {
  const text = value.trim().toLowerCase()
  if (text === '') return undefined
  const exact = POST_KINDS.find((name) => name === text.replace(/[\s-]+/g, '_'))
  return exact ?? KIND_WORDS.find(([pattern]) => pattern.test(text))?.[1]
}

/** A link that says where it leads. */
export function platformOfLink(url: string): PostPlatform | undefined {
  const host = /^https?:\/\/(?:[\w-]{1,40}\.)?(\w[\w-]{0,40})\.\w/i.exec(url)?.[1]?.toLowerCase() ?? ''
  const known: Readonly<Record<string, PostPlatform>> = { fb: 'facebook', twitter: 'x', youtu: 'youtube' }
  return POST_PLATFORMS.find((name) => name === host && name !== 'website') ?? known[host]
}
