/** The closed lists of the outside face (docs/cli.md, "Verdict"). Users' scripts compare these words. */

export const KINDS = [
  'caption',
  'story',
  'ad',
  'review_reply',
  'comment_reply',
  'dm_reply',
  'repost',
  'visitor_comment',
] as const
export type Kind = (typeof KINDS)[number]

/** Kinds that answer one person. They are read default-deny: each sentence needs a safe shape. */
export const REPLIES: readonly Kind[] = ['review_reply', 'comment_reply', 'dm_reply']
/** Kinds that speak to everybody. They are innocent until somebody is tied to care. */
export const POSTS: readonly Kind[] = ['caption', 'story', 'ad', 'repost']

export const PLATFORMS = [
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'x',
  'linkedin',
  'google',
  'yelp',
  'healthgrades',
  'realself',
  'website',
] as const
export type Platform = (typeof PLATFORMS)[number]

export const ACCOUNTS = ['practice', 'personal'] as const
export type Account = (typeof ACCOUNTS)[number]

export const CATEGORIES = [
  'name',
  'location',
  'date',
  'age',
  'phone',
  'email',
  'ssn',
  'record-number',
  'account',
  'license',
  'vehicle',
  'device',
  'url',
  'ip',
  'biometric',
  'photo',
  'other-identifier',
  'patient-status',
  'appointment',
  'treatment-detail',
  'payment',
  'defensive-reply',
  'mosaic',
  'medical-advice',
  'insecure-channel',
  'before-after',
  'testimonial',
  'repost',
  'verbal-consent',
  'contest',
  'staff-permission',
  'ftc-claim',
  'review-gating',
  'personal-account',
  'metadata',
  'unreadable',
] as const
export type Category = (typeof CATEGORIES)[number]

/** From mildest to worst; the worst finding decides (see `worst` in engine.ts). */
export const VERDICTS = ['clear', 'caution', 'needs_authorization', 'unchecked', 'stop'] as const
export type Verdict = (typeof VERDICTS)[number]
/** What one finding weighs. `unchecked`: this part could not be looked at. */
export type Severity = Exclude<Verdict, 'clear'>

/** Groups of rules, one folder each. */
export const GROUPS = [
  'identifier',
  'confirms',
  'story',
  'consent',
  'claims',
  'advice',
  'reply',
  'channel',
] as const
export type Group = (typeof GROUPS)[number]
