import { describe, expect, it } from 'vitest'
import { type Told, toldOf } from '../../../src/bot/reading/taken-for.ts'
import { KINDS, PLATFORMS } from '../../../src/rules/vocabulary.ts'
import { BUTTONS, KIND_NAMES, PLATFORM_NAMES } from '../../../src/skills/check/copy.ts'
import { SAID, WHOLE_DRAFTS, WRAPPED } from '../said.ts'

const kind = (value: string, platform?: string): Told => ({ kind: value, ...(platform ? { platform } : {}) })

const TOLD: readonly (readonly [text: string, told: Told])[] = [
  ["it's a reply to a review", kind('review_reply')],
  ["no, it's a reply to a review", kind('review_reply')],
  ["Sorry, it's actually a reply to a review.", kind('review_reply')],
  ['actually it is a reply to a Google review', kind('review_reply', 'google')],
  ["it's a reply to a review on Yelp", kind('review_reply', 'yelp')],
  ["It's our answer to a one-star review", kind('review_reply')],
  ['its a review reply', kind('review_reply')],
  ['a google review response, sorry', kind('review_reply', 'google')],
  ["it's a reply", kind('review_reply')],
  ["I'm replying to a bad review", kind('review_reply')],
  ["we're answering a review", kind('review_reply')],
  ['this is for a review', kind('review_reply')],
  ['please check it as a reply to a review', kind('review_reply')],
  ["it's a reply to a review, not a post", kind('review_reply')],
  ["it's not a post, it's a reply to a review", kind('review_reply')],
  ["it isn't a caption but a reply to a comment", kind('comment_reply')],
  ['reply to a comment', kind('comment_reply')],
  ["it's a reply to a comment on Instagram", kind('comment_reply', 'instagram')],
  ["no it's a facebook comment", kind('comment_reply', 'facebook')],
  ['this is a caption', kind('caption')],
  ["it's an instagram caption", kind('caption', 'instagram')],
  ["it's a caption for a photo", kind('caption')],
  ['it’s a post', kind('caption')],
  ["it's a post on our Facebook page", kind('caption', 'facebook')],
  ["it's an ad", kind('ad')],
  ['IT IS AN AD!', kind('ad')],
  ["it's a paid post", kind('ad')],
  ["it's a story", kind('story')],
  ['no, an Instagram story', kind('story', 'instagram')],
  ["it's a DM", kind('dm_reply')],
  ["it's a reply to a DM", kind('dm_reply')],
  ['this is a text message to a patient', kind('dm_reply')],
  ["it's a repost", kind('repost')],
  ["it's a patient's comment on our page", kind('visitor_comment')],
  ["it's for Instagram", { platform: 'instagram' }],
  ['for Instagram', { platform: 'instagram' }],
  ['the platform is Google', { platform: 'google' }],
  ["no it's for tik tok, sorry", { platform: 'tiktok' }],
  ['it goes on our website', { platform: 'website' }],
  ["it's for X", { platform: 'x' }],
  ["we're posting this on LinkedIn", { platform: 'linkedin' }],
  ["it's from my own account", { account: 'personal' }],
  ["it's for my personal Instagram", { account: 'personal', platform: 'instagram' }],
  ["it's on the practice's page", { account: 'practice' }],
  [
    "it's a caption, for Instagram, from my own account",
    { ...kind('caption', 'instagram'), account: 'personal' },
  ],
]

/** Drafts, orders and questions that have the same words. */
const DRAFTS = [
  "It's a reply to a review that made our whole week: thank you all!",
  "It's a reply to a review.\nThank you for your kind words.",
  "It's a post about spring cleaning",
  'This is a caption contest! Write yours below',
  'This is our story',
  'This is our story.',
  'Our story',
  "It's for Instagram lovers: our new filter",
  'Find us on Instagram',
  'Now on TikTok!',
  "It's for you",
  "It's a girl!",
  "It's an ad? No, it's real life",
  '#ad',
  'ad 😀',
  'New post on our blog',
  'New reel on Instagram',
  'New review on Google',
  'Post',
  'Reply',
  'post it',
  'story',
  'x',
  'no',
  'sorry',
  "it's",
  'it is',
  'actually',
  "it's not an ad",
  "it's a review",
  'review',
  'Is it a reply to a review?',
  "it's a reply to a comment, it's a caption",
  "it's for Instagram and Facebook",
  'Reply to a review: Thank you for your kind words',
  "it's a reply to a review, thank you for your kind words",
  'We answer reviews',
  'We love Google reviews',
  'Thank you for the Google review',
  '',
]

describe('what a draft was said to be', () => {
  it.each(TOLD)('is heard in %j', (text, told) => {
    expect(toldOf(text)).toEqual(told)
  })

  it.each(KINDS)('is heard in the words of our own button for %s', (one) => {
    expect([toldOf(BUTTONS.itIs(one)), toldOf(KIND_NAMES[one])]).toEqual([{ kind: one }, { kind: one }])
  })

  it.each(PLATFORMS)('is heard in our own name for %s', (one) => {
    expect(toldOf(`It is for ${PLATFORM_NAMES[one]}`)).toEqual({ platform: one })
  })
})

describe('what only begins like it', () => {
  it.each(DRAFTS)('says nothing of another draft: %j', (text) => {
    expect(toldOf(text)).toBeUndefined()
  })

  it('is none of the drafts and questions that people send', () => {
    const sent = [...SAID.map(([, text]) => text), ...WHOLE_DRAFTS, ...WRAPPED.map(([said]) => said)]
    expect(sent.filter((text) => toldOf(text))).toEqual([])
  })

  it('costs no more the longer it is', () => {
    expect(toldOf('it is a reply to a review '.repeat(100_000))).toBeUndefined()
  })
})
