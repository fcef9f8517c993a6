import { describe, expect, it } from 'vitest'
import { POST_KINDS, POST_PLATFORMS } from '../../../src/adapters/exports/published.ts'
import { KINDS, PLATFORMS } from '../../../src/rules/vocabulary.ts'
import { zip } from './archive.ts'
import { readAll, readFile, textsOf, withFiles } from './folder.ts'
import * as shapes from './instagram-export.ts'
import { metaJson } from './instagram-export.ts'

const AT = shapes.AT * 1000

it('the adapter knows the kinds and platforms of the rules', () => {
  expect(POST_KINDS).toEqual(KINDS)
  expect(POST_PLATFORMS).toEqual(PLATFORMS)
})

describe('an export of Instagram', () => {
  it.each<[string, unknown, string[], string | undefined]>([
    [
      'posts_1.json',
      shapes.instagramPosts,
      [
        'Happy Friday! We’re open until 5 pm 😊',
        'Our patient Jane came in last week for veneers. Doesn’t she look great?',
      ],
      'caption',
    ],
    ['stories.json', shapes.instagramStories, ['New chairs in the waiting room!'], 'story'],
    ['reels.json', shapes.instagramReels, ['How to floss in 30 seconds'], 'caption'],
    ['archived_posts.json', shapes.instagramArchived, ['Merry Christmas!'], 'caption'],
    [
      'post_comments_1.json',
      shapes.instagramComments,
      ['Thank you, Sarah! Your crown turned out beautifully 😍'],
      'comment_reply',
    ],
    ['post_comments.json', shapes.instagramCommentsDutch, ['Café om de hoek is open'], 'comment_reply'],
    [
      'reels_comments.json',
      shapes.instagramReelsComments,
      ['Thank you, Sarah! Your crown turned out beautifully 😍'],
      'comment_reply',
    ],
    ['comments-2021.json', shapes.instagramComments2021, ['See you on Monday!'], 'comment_reply'],
    ['media.json', shapes.instagram2019, ['Story of 2019', 'Café opening 😊'], undefined],
    ['comments.json', shapes.instagramComments2019, ['Congrats 🎉'], 'comment_reply'],
  ])('%s is read', async (name, value, texts, kind) => {
    const { entries, leftOut } = await readFile(name, metaJson(value))
    expect(leftOut).toEqual([])
    expect(textsOf(entries)).toEqual(texts)
    for (const entry of entries) {
      expect(entry.format).toBe('Instagram export')
      if ('post' in entry) expect(entry.post).toMatchObject({ platform: 'instagram', ...(kind && { kind }) })
    }
  })

  it('tells when and where, and what has no words', async () => {
    const { entries } = await readFile('posts_1.json', metaJson(shapes.instagramPosts))
    expect(entries.map((entry) => ('post' in entry ? entry.post.when : entry))).toMatchObject([
      { instant: AT },
      { instant: AT + 2_678_400_000 },
      { at: 3, silent: 'no_words', where: { when: { instant: AT + 5_000_000_000 } } },
    ])
    const archived = await readFile('a.json', metaJson(shapes.instagramArchived))
    expect(archived.entries[0]).toMatchObject({ post: { hidden: 'archived' } })
    const comments = await readFile('c.json', metaJson(shapes.instagramComments2021))
    expect(comments.entries[0]).toMatchObject({
      post: { url: 'https://www.instagram.com/p/Abc123/', when: { instant: AT + 420_000 } },
    })
  })

  it('is read whole from a folder or an archive, and nothing but what was posted', async () => {
    const files = {
      'your_instagram_activity/media/posts_1.json': metaJson(shapes.instagramPosts),
      'your_instagram_activity/media/stories.json': metaJson(shapes.instagramStories),
      'your_instagram_activity/comments/post_comments_1.json': metaJson(shapes.instagramComments),
      ...Object.fromEntries(
        Object.entries(shapes.instagramOther).map(([name, value]) => [name, metaJson(value)]),
      ),
      '__MACOSX/your_instagram_activity/media/._posts_1.json': 'noise',
    }
    const folder = await withFiles(files, (root) => readAll(root))
    expect(folder.files.map(({ source }) => source.inside)).toEqual([
      'your_instagram_activity/comments/post_comments_1.json',
      'your_instagram_activity/media/posts_1.json',
      'your_instagram_activity/media/stories.json',
    ])
    expect(folder).toMatchObject({ others: 5, messages: 1, leftOut: [] })
    for (const options of [{}, { wide: true }, { stored: true }, { comment: 'made by hand' }]) {
      const archive = await withFiles({ 'instagram.zip': zip(files, options) }, (root) =>
        readAll(`${root}/instagram.zip`),
      )
      expect(textsOf(archive.entries)).toEqual(textsOf(folder.entries))
      expect(archive).toMatchObject({ others: 5, messages: 1, leftOut: [] })
      const inFolder = await withFiles({ 'part-1.zip': zip(files, options) }, (root) => readAll(root))
      expect(textsOf(inFolder.entries)).toEqual(textsOf(folder.entries))
    }
  })
})
