import { parse } from 'yaml'
import { z } from 'zod'

const Text = z.string().trim()
const Source = z.union([
  Text.min(3).transform((cite) => ({ cite, note: undefined })),
  z.strictObject({ cite: Text.min(3), note: Text.min(1).optional() }),
])
const FrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,80}$/),
  title: Text.min(5).max(150),
  /** The ways in which staff ask it. */
  asks: z.array(Text.min(3).max(300)).min(1),
  sources: z.array(Source).min(1),
  asOf: z.iso.date(),
  reviewBy: z.iso.date(),
  /** `settled`: the text says so. `ours`: a careful reading. `counsel`: nobody has ruled. */
  mark: z.enum(['settled', 'ours', 'counsel']),
  /** Articles that belong beside it. */
  see: z.array(z.string()).default([]),
  /** A text of knowledge/models that is handed out with the answer. */
  model: z
    .string()
    .regex(/^[a-z-]{3,60}$/)
    .optional(),
})

/** One claim. The three parts stand as they do in the file: figures are filled in when they are shown. */
export interface Article extends z.infer<typeof FrontMatter> {
  /** The first paragraph: at most two sentences for the front desk. */
  answer: string
  detail: string
  /** What to do. */
  todo: string
  /** The file, word for word. */
  raw: string
}

const SHAPE = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/

/**
 * @param id the file's name, which the article has to bear.
 * @throws with what is wrong, in one line for whoever wrote the file.
 */
export function parseArticle(id: string, raw: string): Article {
  const [, front, body] = SHAPE.exec(raw) ?? []
  if (front === undefined || body === undefined)
    throw new Error('begins with "---", its lines of id, title, asks and so on, and "---" again')
  let given: unknown
  try {
    given = parse(front)
  } catch (cause) {
    throw new Error('the lines between the two "---" are not YAML', { cause })
  }
  const read = FrontMatter.safeParse(given)
  if (!read.success) throw new Error(z.prettifyError(read.error).replace(/\s*\n\s*/g, ' '))
  if (read.data.id !== id) throw new Error(`calls itself "${read.data.id}"; its id is its file's name`)
  const [answer = '', ...sections] = body.split(/^## /m)
  const named = new Map(sections.map(nameAndText))
  const detail = named.get('Detail')
  const todo = named.get('What to do')
  if (answer.trim() === '') throw new Error('has no answer before its first heading')
  if (!detail || !todo) throw new Error('needs "## Detail" and "## What to do", each with words under it')
  return { ...read.data, answer: answer.trim(), detail, todo, raw }
}

function nameAndText(section: string): [string, string] {
  const end = section.indexOf('\n')
  return end === -1 ? [section.trim(), ''] : [section.slice(0, end).trim(), section.slice(end).trim()]
}

/** "Dr." and "e.g." end no sentence. */
const NO_END = /(?:\b(?:Dr|Mr|Mrs|Ms|No|vs|etc|approx|Inc|St|Sec|e\.g|i\.e)|\b[A-Z])\.$/

/** Sentences and list entries, each exactly as it stands in `text`. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n(?:\s*\n|(?=\s*(?:[-*]|\d+\.)\s))/).flatMap((part) => {
    const line = part.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').trim()
    const pieces = line.split(/(?<=[.!?][)"”’]?)(?=\s+[\p{Lu}\d“"{])/u)
    const whole: string[] = []
    for (const piece of pieces) {
      const last = whole.at(-1)
      if (last !== undefined && NO_END.test(last)) whole[whole.length - 1] = last + piece
      else whole.push(piece)
    }
    return whole.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  })
}
