import { describe, expect, it } from 'vitest'
import { zip } from './archive.ts'
import { mapsReviews } from './facebook-export.ts'
import { readAll, readFile, textsOf, withFiles } from './folder.ts'
import { instagramPosts, metaJson } from './instagram-export.ts'

describe('a file that is none of these', () => {
  it.each<[string, string, string | Buffer]>([
    ['empty', 'posts.csv', ''],
    ['empty', 'posts.csv', ' \n'],
    ['html', 'posts_1.html', '<!DOCTYPE html><html><body>posts</body></html>'],
    ['maps_reviews', 'Reviews.json', JSON.stringify(mapsReviews)],
    ['only_reviews', 'reviews.csv', 'Reviewer,Rating,Review\nSarah,5,Great!\n'],
    ['no_column', 'numbers.csv', 'id,likes,reach\n1,2,3\n'],
    ['no_posts', 'profile.json', JSON.stringify({ profile_user: [{ string_map_data: {} }] })],
    ['no_posts', 'broken.json', '[{"a":'],
    ['binary', 'photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0, 0x10, 0x4a])],
    ['unknown', 'notes.txt', 'Call the printer on Monday'],
    ['damaged', 'x.zip', Buffer.from('PK\u0003\u0004 but no archive')],
    ['nothing_inside', 'x.zip', zip({ 'photo.jpg': 'x' })],
    ['spreadsheet', 'posts.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['html_export', 'x.zip', zip({ 'your_instagram_activity/media/posts_1.html': '<html></html>' })],
  ])('is left out as %s', async (why, name, content) => {
    const { files, leftOut } = await readFile(name, content)
    expect(files).toEqual([])
    expect(leftOut).toMatchObject([{ why }])
  })

  it('is left out when it is not there', async () => {
    expect((await readAll('/nowhere/posts.csv')).leftOut).toMatchObject([{ why: 'absent' }])
  })

  it('does not keep its folder from being read', async () => {
    const files = { 'posts.csv': 'text\nHi\n', 'part.zip': 'PK no', 'likes.json': '{"likes":[1]}' }
    const { entries, leftOut, others } = await withFiles(files, (root) => readAll(root))
    expect(textsOf(entries)).toEqual(['Hi'])
    expect(leftOut).toMatchObject([{ inside: 'part.zip', why: 'damaged' }])
    expect(others).toBe(1)
  })

  it('is told when its name says that posts are in it, for the shape of exports changes', async () => {
    const files = {
      'media/posts_1.json': '[{"quite":"new"}]',
      'media/reels.json': '{"reels":[]}',
      'content/Stories.json': '{"ig_stories":',
      'table.csv': 'id,reach\n1,2\n',
      'saved_posts.json': '[{"quite":"new"}]',
    }
    const { leftOut, others } = await withFiles(files, (root) => readAll(root))
    expect(leftOut).toMatchObject([
      { inside: 'content/Stories.json', why: 'no_posts' },
      { inside: 'media/posts_1.json', why: 'no_posts' },
      { inside: 'table.csv', why: 'no_column' },
    ])
    expect(others).toBe(2)
  })
})

describe('an archive', () => {
  it.each([
    ['with a wrong checksum', { wrongSum: true }],
    ['with a password', { encrypted: true }],
  ])('%s is damaged, not empty', async (_what, options) => {
    const { files, leftOut } = await readFile(
      'x.zip',
      zip({ 'posts_1.json': metaJson(instagramPosts) }, options),
    )
    expect(files).toEqual([])
    expect(leftOut).toMatchObject([{ inside: 'posts_1.json', why: 'damaged' }])
  })

  it('that is cut anywhere is never read as if it were whole', async () => {
    const whole = zip({ 'posts_1.json': metaJson(instagramPosts) })
    for (let length = 4; length < whole.length; length += 37) {
      const { files, leftOut } = await readFile('x.zip', whole.subarray(0, length))
      expect([files.length, leftOut.length]).toEqual([0, 1])
    }
  })
})

it('the same content given twice is read once', async () => {
  const { files, twice } = await withFiles({ 'a.csv': 'text\nHi\n', 'b.csv': 'text\nHi\n' }, (root) =>
    readAll(`${root}/a.csv`, `${root}/b.csv`, root),
  )
  expect([files.length, twice]).toEqual([1, 3])
})
