import { z } from 'zod'
import type { Answer } from '../../knowledge/answer/answer.ts'
import { findId } from '../check/broken.ts'
import { createLines, type Line } from '../check/lines.ts'
import { DONE, FOUND, type Io, WRONG, write } from '../io.ts'
import { LONGEST_QUESTION } from './ask.ts'

/** Bytes of one line. */
const LONGEST_LINE = 256 * 1024

const Request = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  q: z.string().trim().min(1, 'there is no question').max(LONGEST_QUESTION, 'the question is too long'),
})

interface Broken {
  id?: string | number
  error: { code: 'not_utf8' | 'not_json' | 'too_long' | 'bad_field' | 'failed'; message: string }
}

/** One answer a line, in order; a line that cannot be read has its error in the answer's place. */
export async function askStream(
  answer: (question: string) => Answer | Promise<Answer>,
  io: Io,
): Promise<number> {
  const lines = createLines(LONGEST_LINE)
  let seen = 0
  let broken = 0
  let unanswered = 0

  async function take(batch: readonly Line[]) {
    let said = ''
    for (const line of batch) {
      const request = read(line)
      if (request === undefined) continue
      seen++
      const given = 'error' in request ? request : await answered(request)
      if ('error' in given) broken++
      else if (!given.answered) unanswered++
      said += `${JSON.stringify(given)}\n`
    }
    if (said) await write(io.stdout, said)
  }

  async function answered({
    id,
    q,
  }: z.infer<typeof Request>): Promise<(Answer & { id?: string | number }) | Broken> {
    try {
      return { ...withId(id), ...(await answer(q)) }
    } catch {
      return { ...withId(id), error: { code: 'failed', message: 'the answer could not be put together' } }
    }
  }

  for await (const chunk of io.stdin) await take(lines.push(Buffer.from(chunk)))
  await take(lines.end())
  if (broken === 0) return unanswered > 0 ? FOUND : DONE
  const lead = `${broken} of ${seen} lines could not be read`
  await write(io.stderr, `chaperone: ${lead}; the error stands in the place of its answer\n`)
  return WRONG
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function read({ bytes, tooLong }: Line): z.infer<typeof Request> | Broken | undefined {
  const legible = bytes.toString('utf8')
  if (tooLong) return refuse('too_long', 'the line is longer than 256 KB', legible)
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return refuse('not_utf8', 'the line is not UTF-8 text', legible)
  }
  if (text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's own message quotes the line, and a line holds somebody's words.
    return refuse('not_json', 'the line is not one JSON object', legible)
  }
  const request = Request.safeParse(value)
  if (request.success) return request.data
  const issue = request.error.issues[0]
  const path = issue?.path.join('.')
  const says = path ? `${path}: ${issue?.message}` : 'the line is not one JSON object with a "q"'
  return refuse('bad_field', says, legible)
}

function refuse(code: Broken['error']['code'], message: string, line: string): Broken {
  return { ...withId(findId(line)), error: { code, message } }
}

function withId(id: string | number | null | undefined): { id?: string | number } {
  return id === undefined || id === null ? {} : { id }
}
