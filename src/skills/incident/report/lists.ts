/**
 * What somebody can choose, with the words beside the box. Values are kept for years: add new ones, never
 * change what one means.
 */
const list = <const T extends Record<string, string>>(labels: T): T => labels

export const UP = list({
  yes: 'Yes, it is still up',
  no: 'No, it is gone',
  unknown: 'I do not know',
})

export const EVIDENCE = list({
  post: 'A picture of the whole post, words and photos',
  link: 'The link, copied (Share, then Copy link)',
  account: 'The account name, with the day and time of the post',
  views: 'How many have seen it (views, likes, insights)',
  viewers: 'Who has seen the story (the list goes after a day or two)',
  comments: 'Comments, shares, and who wrote them',
  cannot: 'I could not take pictures',
})

export const DOWN = list({
  post: 'The post itself',
  stories: 'Stories and highlights that show it',
  copies: 'The same post on our other accounts',
  shares: 'Shares and reposts by us or by colleagues',
  scheduled: 'Scheduled posts and ads that use it',
  memories: 'Drafts, archive and memories: they can bring it back',
  website: 'Our website, newsletter and link page',
  not_yet: 'Not yet, or I am not allowed to',
})

export const PLATFORMS = list({
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  google: 'Google (review or profile)',
  yelp: 'Yelp',
  x: 'X',
  linkedin: 'LinkedIn',
  healthgrades: 'Healthgrades',
  realself: 'RealSelf',
  website: 'Our website',
  message: 'A message: text, chat, e-mail',
  other: 'Somewhere else',
  unknown: 'I do not know',
})

export const ACCOUNTS = list({
  practice: 'The practice’s account',
  personal: 'Somebody’s own account',
  partner: 'A company that posts for us',
  unknown: 'I do not know',
})

export const FORMS = list({
  post: 'A post or photo',
  story: 'A story (gone after a day)',
  video: 'A video or reel',
  live: 'A live video',
  reply: 'A reply to a review or comment',
  message: 'A private message',
  ad: 'An ad',
  other: 'Something else',
  unknown: 'I do not know',
})

export const NOTICED_BY = list({
  me: 'I did, and I had posted it',
  me_other: 'I did, somebody else had posted it',
  colleague: 'A colleague',
  patient: 'A patient or their family',
  outside: 'Somebody else outside the practice',
  unknown: 'I do not know',
})

export const KINDS = list({
  name: 'A name, also a first name or a username',
  face: 'A face, voice, tattoo, or photo of a person',
  visit: 'That somebody is our patient, or had a visit',
  treatment: 'What was done, or is planned',
  health: 'A condition, medicine, result or body part',
  picture: 'An X-ray, a chart, a screen, papers in the background',
  contact: 'Phone, address, e-mail',
  dates: 'A birthday, age, or date of a visit',
  money: 'Payment or insurance',
  numbers: 'Numbers: Social Security, record, card',
  unknown: 'I do not know',
})

export const YES_NO = list({ no: 'No', yes: 'Yes', unknown: 'I do not know' })

export const AUDIENCE = list({
  everyone: 'Everybody on the internet',
  followers: 'Our followers or friends',
  group: 'A closed group or Close Friends',
  one: 'One person',
  inside: 'Only people of our practice',
  unknown: 'I do not know',
})

export const VIEWED = list({
  nobody: 'The numbers show that nobody has seen it',
  some: 'Some people have seen it',
  many: 'Many people have seen it',
  unknown: 'I do not know',
})

export const ACTED = list({
  down: 'It was taken down',
  asked: 'Somebody was asked to delete their copy or share',
  platform: 'The platform was asked to remove it',
  manager: 'A manager knows',
  patient_called: 'The patient knows already',
  access: 'A password was changed, or somebody’s access was stopped',
  nothing: 'Nothing yet',
})

/** "post, link" → the words beside the boxes. */
export function labelsOf(labels: Readonly<Record<string, string>>, values: readonly string[]): string {
  return values.map((value) => labels[value] ?? value).join('; ')
}

export const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
