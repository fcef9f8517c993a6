import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { zip } from './exports/archive.ts'
import { withFiles } from './exports/folder.ts'

const CHILD = fileURLToPath(new URL('memory-child.ts', import.meta.url))
const WORDS = 'We are open until five and look forward to the weekend. '.repeat(30)
const AT = 1_700_000_000

const post = (i: number) => ({
  media: [{ uri: `media/${i}.jpg`, creation_timestamp: AT + i * 60, title: `${i} ${WORDS}` }],
})
const SHAPES: readonly [name: string, file: string, of: (posts: number) => string | Buffer][] = [
  [
    'an Instagram export',
    'posts_1.json',
    (posts) => JSON.stringify(Array.from({ length: posts }, (_, i) => post(i))),
  ],
  [
    'an archive',
    'export.zip',
    (posts) => zip({ 'posts_1.json': JSON.stringify(Array.from({ length: posts }, (_, i) => post(i))) }),
  ],
  [
    'lines',
    'posts.jsonl',
    (posts) =>
      Array.from(
        { length: posts },
        (_, i) => `${JSON.stringify({ text: `${i} ${WORDS}`, date: AT + i })}\n`,
      ).join(''),
  ],
  [
    'a table',
    'posts.csv',
    (posts) =>
      `text,date\n${Array.from({ length: posts }, (_, i) => `"${i} ${WORDS}",${AT + i}\n`).join('')}`,
  ],
]

function measure(file: string, content: string | Buffer): Promise<{ posts: number; highest: number }> {
  return withFiles({ [file]: content }, async (root) => {
    const ran = spawnSync(process.execPath, ['--expose-gc', CHILD, join(root, file)], { encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    return JSON.parse(ran.stdout)
  })
}

describe('20,000 posts of 1.7 KB', () => {
  it.each(SHAPES)(
    'need no more memory than 2,000, but for what tells them apart: %s',
    async (_name, file, of) => {
      const few = await measure(file, of(2000))
      const many = await measure(file, of(20_000))
      expect([few.posts, many.posts]).toEqual([2000, 20_000])
      // 18,000 posts more are 30 MB of words. What stays of each is a short hash, by which a repeated one is known.
      expect(many.highest - few.highest).toBeLessThan(6 * 1024 * 1024)
    },
    60_000,
  )
})
