/**
 * Account exports in the shape in which the platforms hand them out, made of invented posts. The shapes are those
 * that public importers of such files read: Instagram since 2018, Facebook since 2018, Google Takeout.
 */

/** As Meta writes its files: each byte of a UTF-8 character as a character of its own, and all of it in ASCII. */
export function metaJson(value: unknown): string {
  const mangled = JSON.stringify(value, (_key, each) => (typeof each === 'string' ? mangle(each) : each), 2)
  return mangled.replace(/[\u0080-\u00ff]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)
}
export const mangle = (text: string) => Buffer.from(text).toString('latin1')

export const AT = Date.UTC(2026, 2, 5, 15, 30) / 1000
const metadata = {
  media_metadata: { camera_metadata: { has_camera_metadata: false } },
  cross_post_source: { source_app: 'FB' },
}

/** your_instagram_activity/media/posts_1.json: one picture, a carousel, a picture without words. */
export const instagramPosts = [
  {
    media: [
      {
        uri: 'media/posts/202603/1.jpg',
        creation_timestamp: AT,
        title: 'Happy Friday! We’re open until 5 pm 😊',
        ...metadata,
      },
    ],
  },
  {
    media: [
      { uri: 'media/posts/202604/2.jpg', creation_timestamp: AT + 2_678_400, title: '', ...metadata },
      { uri: 'media/posts/202604/3.jpg', creation_timestamp: AT + 2_678_401, title: '', ...metadata },
    ],
    title: 'Our patient Jane came in last week for veneers. Doesn’t she look great?',
    creation_timestamp: AT + 2_678_400,
  },
  {
    media: [{ uri: 'media/posts/202605/4.mp4', creation_timestamp: AT + 5_000_000, title: '', ...metadata }],
  },
]
export const instagramStories = {
  ig_stories: [
    {
      uri: 'media/stories/202603/5.jpg',
      creation_timestamp: AT + 60,
      title: 'New chairs in the waiting room!',
      ...metadata,
    },
    { uri: 'media/stories/202603/6.jpg', creation_timestamp: AT + 120, title: '' },
  ],
}
export const instagramReels = {
  ig_reels_media: [
    {
      media: [
        { uri: 'media/reels/7.mp4', creation_timestamp: AT + 180, title: 'How to floss in 30 seconds' },
      ],
    },
  ],
}
export const instagramArchived = {
  ig_archived_post_media: [
    {
      media: [{ uri: 'media/8.jpg', creation_timestamp: AT + 240, title: '' }],
      title: 'Merry Christmas!',
      creation_timestamp: AT + 240,
    },
  ],
}
/** comments/post_comments_1.json, since about 2023. */
export const instagramComments = [
  {
    media_list_data: [{ uri: '' }],
    string_map_data: {
      Comment: { value: 'Thank you, Sarah! Your crown turned out beautifully 😍' },
      'Media Owner': { value: 'maplestreetdental' },
      Time: { timestamp: AT + 300 },
    },
  },
]
/** The same in an account that is set to Dutch. */
export const instagramCommentsDutch = [
  {
    media_list_data: [{ uri: '' }],
    string_map_data: {
      Opmerking: { value: 'Café om de hoek is open' },
      'Media-eigenaar': { value: 'iemand' },
      Tijd: { timestamp: AT + 360 },
    },
  },
]
/** comments/reels_comments.json, and post_comments.json of 2021. */
export const instagramReelsComments = { comments_reels_comments: instagramComments }
export const instagramComments2021 = {
  comments_media_comments: [
    {
      title: 'somebody',
      media_list_data: [],
      string_list_data: [
        { href: 'https://www.instagram.com/p/Abc123/', value: 'See you on Monday!', timestamp: AT + 420 },
      ],
    },
  ],
}
/** media.json and comments.json of 2018 to 2020. */
export const instagram2019 = {
  stories: [
    { caption: 'Story of 2019', taken_at: '2019-08-12T18:41:37+00:00', path: 'stories/201908/1.jpg' },
  ],
  photos: [
    {
      caption: 'Café opening 😊',
      taken_at: '2019-08-12T18:41:37+00:00',
      location: 'Austin',
      path: 'photos/201908/2.jpg',
    },
  ],
  profile: [
    {
      caption: 'never shown',
      taken_at: '2019-08-12T18:41:37+00:00',
      is_active_profile: true,
      path: 'profile/3.jpg',
    },
  ],
}
export const instagramComments2019 = {
  media_comments: [['2019-01-31T10:15:00+00:00', 'Congrats 🎉', 'somebody']],
  live_comments: [],
}
/** What stands beside posts in an export, and is none. */
export const instagramOther = {
  'your_instagram_activity/likes/liked_posts.json': [
    { timestamp: AT, media: [], label_values: [{ label: 'URL', value: 'https://x.example' }], fbid: '1' },
  ],
  'your_instagram_activity/messages/inbox/sarahkowalski_123/message_1.json': {
    participants: [{ name: 'Sarah Kowalski' }],
    messages: [{ sender_name: 'Sarah Kowalski', timestamp_ms: AT * 1000, content: 'Hi, about my crown' }],
  },
  'your_instagram_activity/media/profile_photos.json': {
    ig_profile_picture: [{ uri: 'media/other/0.jpg', creation_timestamp: AT, title: 'Avatar' }],
  },
  'personal_information/personal_information/personal_information.json': {
    profile_user: [{ string_map_data: { Username: { value: 'maplestreetdental' } } }],
  },
  'logged_information/recent_searches/profile_searches.json': {
    searches_user: [{ title: '', string_map_data: { Search: { value: 'someone' } } }],
  },
}
