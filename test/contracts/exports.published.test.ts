import { detect, formatsOf } from '../../src/adapters/exports/detect.ts'
import type { Entry, Source } from '../../src/adapters/exports/published.ts'
import { surveyOf } from '../../src/adapters/exports/survey.ts'
import { createLines } from '../../src/cli/check/lines.ts'
import { metaJson } from '../audit/exports/instagram-export.ts'
import { publishedContract, type Shelf } from './published.contract.ts'

const TEXTS = ['Happy Friday, we’re open!', 'Café “Rose” 😊', 'Second\nline, with a comma']
const AT = 1_772_721_000

const media = TEXTS.map((title, i) => ({
  media: [{ uri: `media/${i}.jpg`, creation_timestamp: AT + i, title }],
}))
const posts = TEXTS.map((post, i) => ({ timestamp: AT + i, data: [{ post }], title: 'x' }))
const reviews = TEXTS.map((comment, i) => ({
  name: `r${i}`,
  starRating: 'FIVE',
  reviewReply: { comment, updateTime: '2026-03-05T09:00:00Z' },
}))
const rows = TEXTS.map((text) => `2026-03-05,"${text}",x\n`)
const lines = TEXTS.map((text) => `${JSON.stringify({ text, date: '2026-03-05' })}\n`)

/** The second element, with a bracket too many. */
const spoil = (json: string, mark: string) => {
  const at = json.indexOf(mark, json.indexOf(mark) + 1)
  return `${json.slice(0, at)}nonsense ${json.slice(at)}`
}

const SHELVES: Shelf[] = [
  {
    name: 'Instagram',
    file: 'posts_1.json',
    whole: metaJson(media),
    texts: TEXTS,
    broken: spoil(metaJson(media), '"media": ['),
  },
  {
    name: 'Facebook',
    file: 'your_posts_1.json',
    whole: metaJson(posts),
    texts: TEXTS,
    broken: spoil(metaJson(posts), '"timestamp"'),
  },
  {
    name: 'Google reviews',
    file: 'reviews.json',
    whole: JSON.stringify({ reviews }),
    texts: TEXTS,
    broken: spoil(JSON.stringify({ reviews }), '"starRating"'),
  },
  {
    name: 'tables',
    file: 'posts.csv',
    whole: `date,text,link\n${rows.join('')}`,
    texts: TEXTS,
    broken: `date,text,link\n${rows[0]}2026-03-05,our patient, Jane,x\n${rows[2]}`,
  },
  {
    name: 'lines',
    file: 'posts.jsonl',
    whole: lines.join(''),
    texts: TEXTS,
    broken: `${lines[0]}{"text":\n${lines[2]}`,
  },
]

publishedContract('files of published posts', SHELVES, async (file, content, chunk) => {
  const source: Source = {
    given: file,
    bytes: content.length,
    async *open() {
      for (let at = 0; at < content.length; at += chunk) yield content.subarray(at, at + chunk)
    },
  }
  const survey = await surveyOf(source)
  const format = detect(survey, formatsOf(createLines))
  // A file that is not recognized at all is told to whoever gave it.
  if (typeof format === 'string') return [{ at: 1, unread: 'damaged' }]
  const entries: Entry[] = []
  for await (const entry of format.read(source, survey)) entries.push(entry)
  return entries
})
