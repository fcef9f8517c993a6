import { AT } from './instagram-export.ts'

/** As in instagram-export.ts: what Facebook and Google hand out. */

/** your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json. */
export const facebookPosts = [
  {
    timestamp: AT,
    data: [{ post: 'We’re hiring a hygienist! Café breaks included ☕' }, { update_timestamp: AT + 5 }],
    title: 'Maple Street Dental updated their status.',
  },
  {
    timestamp: AT + 100,
    attachments: [
      {
        data: [
          {
            media: {
              uri: 'posts/media/1.jpg',
              creation_timestamp: AT,
              description: 'Thank you @[100001234567890:2048:Jane Doe] for trusting us with your implants!',
              title: 'Timeline photos',
            },
          },
        ],
      },
    ],
    data: [{ post: 'Smile of the week' }],
    tags: [{ name: 'Jane Doe' }],
    title: 'Maple Street Dental is with Jane Doe.',
  },
  {
    timestamp: AT + 200,
    attachments: [{ data: [{ media: { uri: 'posts/media/2.jpg', creation_timestamp: AT } }] }],
    title: 'Maple Street Dental added a new photo.',
  },
  {
    timestamp: AT + 300,
    attachments: [
      {
        data: [
          { external_context: { url: 'https://example.com/an-article', name: 'An article' } },
          { event: { name: 'Open house', description: 'Come and meet the team' } },
        ],
      },
    ],
    title: 'Maple Street Dental shared a link.',
  },
]
export const facebookComments = {
  comments_v2: [
    {
      timestamp: AT + 400,
      data: [
        {
          comment: {
            timestamp: AT + 400,
            comment: 'Thanks for coming in, Bob!',
            author: 'Maple Street Dental',
          },
        },
      ],
      title: 'Maple Street Dental replied to Bob’s comment.',
    },
    {
      timestamp: AT + 500,
      data: [
        {
          comment: {
            timestamp: AT + 500,
            comment: 'We have no record of you.',
            author: 'Maple Street Dental',
          },
        },
      ],
      title: "Maple Street Dental commented on Ann's review.",
    },
    {
      timestamp: AT + 600,
      attachments: [{ data: [{ media: { uri: 'sticker.png' } }] }],
      title: 'Maple Street Dental replied to a comment.',
    },
  ],
}
export const facebook2018 = {
  status_updates: [{ timestamp: AT, data: [{ post: 'From the old days' }], title: 'x' }],
}
export const facebookAlbum = {
  name: 'Mobile uploads',
  photos: [
    {
      uri: 'posts/media/3.jpg',
      creation_timestamp: AT,
      description: 'Our new X-ray machine',
      comments: [{ timestamp: AT, comment: 'A visitor’s words', author: 'Ann' }],
    },
  ],
  cover_photo: { uri: 'posts/media/3.jpg', creation_timestamp: AT },
  last_modified_timestamp: AT,
  description: 'Album description',
}
/** posts_on_other_pages_and_profiles.json, since about 2024. */
export const facebookElsewhere = [
  {
    timestamp: AT + 700,
    media: [],
    label_values: [
      { label: 'Message', value: 'Great event, everyone 🎉' },
      { label: 'Target', value: 'Rotary Club' },
    ],
    fbid: '555',
  },
]
export const facebookLikes = [
  { timestamp: AT, data: [{ reaction: { reaction: 'LIKE', actor: 'Maple Street Dental' } }], title: 'likes' },
]

/** Takeout/Google Business Profile/account-1/location-2/reviews.json */
export const googleReviews = {
  reviews: [
    {
      name: 'accounts/1/locations/2/reviews/AbF1',
      reviewer: { displayName: 'Sarah K.' },
      starRating: 'FIVE',
      comment: 'Dr. Rivera is the best!',
      createTime: '2026-03-01T10:15:30.123456Z',
      updateTime: '2026-03-01T10:15:30.123456Z',
      reviewReply: {
        comment: 'Thank you, Sarah! We’re so glad your tummy tuck turned out beautifully!',
        updateTime: '2026-03-02T09:00:00Z',
      },
    },
    {
      name: 'accounts/1/locations/2/reviews/AbF2',
      starRating: 'FOUR',
      createTime: '2026-02-01T10:00:00Z',
      reviewReply: { comment: 'Thank you for the kind words!', updateTime: '2026-02-02T09:00:00Z' },
    },
    {
      name: 'accounts/1/locations/2/reviews/AbF3',
      starRating: 'ONE',
      comment: 'Waited an hour.',
      createTime: '2026-01-01T10:00:00Z',
    },
  ],
}
/** Takeout/Maps (your places)/Reviews.json: what somebody wrote about other places. */
export const mapsReviews = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { coordinates: [0, 0] },
      properties: { five_star_rating_published: 5, review_text_published: 'Nice' },
    },
  ],
}
