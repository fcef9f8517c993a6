import { describe, expect, it } from 'vitest'
import * as shapes from './facebook-export.ts'
import { readFile, textsOf } from './folder.ts'
import { metaJson, AT as SECONDS } from './instagram-export.ts'

const AT = SECONDS * 1000

describe('an export of Facebook', () => {
  it.each<[string, unknown, string[]]>([
    [
      'your_posts_1.json',
      shapes.facebookPosts,
      [
        'We’re hiring a hygienist! Café breaks included ☕',
        'Smile of the week\n\nThank you Jane Doe for trusting us with your implants!\n\nwith Jane Doe',
        'Open house\n\nCome and meet the team',
      ],
    ],
    ['comments.json', shapes.facebookComments, ['Thanks for coming in, Bob!', 'We have no record of you.']],
    ['your_posts.json', shapes.facebook2018, ['From the old days']],
    ['0.json', shapes.facebookAlbum, ['Our new X-ray machine']],
    ['posts_on_other_pages_and_profiles.json', shapes.facebookElsewhere, ['Great event, everyone 🎉']],
    ['profile_posts_1.json', shapes.facebookPosts[0], ['We’re hiring a hygienist! Café breaks included ☕']],
  ])('%s is read', async (name, value, texts) => {
    const { entries, leftOut } = await readFile(name, metaJson(value))
    expect(leftOut).toEqual([])
    expect(textsOf(entries)).toEqual(texts)
    for (const entry of entries) expect(entry).toMatchObject({ format: 'Facebook export' })
  })

  it('tells what was answered, a review or a comment', async () => {
    const { entries } = await readFile('comments.json', metaJson(shapes.facebookComments))
    expect(entries).toMatchObject([
      { post: { kind: 'comment_reply', platform: 'facebook', when: { instant: AT + 400_000 } } },
      { post: { kind: 'review_reply', platform: 'facebook' } },
      { silent: 'no_words', where: { platform: 'facebook' } },
    ])
  })

  it('holds likes, which are no posts', async () => {
    const { files, leftOut } = await readFile('likes_and_reactions_1.json', metaJson(shapes.facebookLikes))
    expect(files).toEqual([])
    expect(leftOut).toMatchObject([{ why: 'no_posts' }])
  })
})

describe('Google reviews', () => {
  it('are read with the reply as what was said and the review as what was answered', async () => {
    const { entries } = await readFile('reviews.json', JSON.stringify(shapes.googleReviews))
    expect(entries).toMatchObject([
      {
        post: {
          text: 'Thank you, Sarah! We’re so glad your tummy tuck turned out beautifully!',
          context: 'Dr. Rivera is the best!',
          kind: 'review_reply',
          platform: 'google',
          when: { instant: Date.UTC(2026, 2, 2, 9) },
          id: 'accounts/1/locations/2/reviews/AbF1',
        },
      },
      { post: { text: 'Thank you for the kind words!' } },
      { silent: 'no_reply' },
    ])
    expect(entries[1]).not.toHaveProperty('post.context')
  })
})
