import { z } from 'zod'
import type { PracticeFacts } from '../../rules/facts.ts'
import type { Checker, Draft } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'
import { DONE, FOUND, type Io, WRONG, write } from '../io.ts'
import { findId } from './broken.ts'
import { createLines, type Line } from './lines.ts'
import type { Second } from './second.ts'

/** Bytes of one line; twice as long as the longest post that any platform takes, many times over. */
export const LONGEST_LINE = 8 * 1024 * 1024
/** Characters of output that are gathered before a write. */
const BATCH = 64 * 1024
/** Lines about which a second reader is asked at once. */
const TOGETHER = 4

const Words = z.array(z.string()).nullish()
const Request = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  kind: z.enum(KINDS).nullish(),
  platform: z.enum(PLATFORMS).nullish(),
  account: z.enum(ACCOUNTS).nullish(),
  context: z.string().nullish(),
  practice: z
    .object({
      name: z.string().nullish(),
      staff: Words,
      phones: Words,
      addresses: Words,
      emails: Words,
      handles: Words,
      urls: Words,
      services: Words,
    })
    .nullish(),
})

type Code = 'not_utf8' | 'not_json' | 'too_long' | 'bad_field' | 'empty_text' | 'failed'
interface Broken {
  id?: string | number
  error: { code: Code; message: string }
}

/**
 * One verdict a line, in order. Exit code: 2 when a line could not be checked (its error stands in its place),
 * otherwise 1 when something was found or left unchecked, otherwise 0.
 */
export async function checkStream(
  engine: Checker,
  practice: PracticeFacts | undefined,
  defaults: Omit<Draft, 'text'>,
  io: Pick<Io, 'stdin' | 'stdout' | 'stderr'>,
  second?: Second,
): Promise<number> {
  const lines = createLines(LONGEST_LINE)
  let seen = 0
  let broken = 0
  let found = 0
  let gathered = ''

  async function take(batch: readonly Line[]) {
    const together = second ? TOGETHER : batch.length
    for (let at = 0; at < batch.length; at += together) {
      for (const given of batch.slice(at, at + together).map(answerLine)) {
        const answer = given instanceof Promise ? await given : given
        if (answer === undefined) continue
        seen++
        if ('error' in answer) broken++
        else if (answer.verdict !== 'clear') found++
        gathered += `${JSON.stringify(answer)}\n`
        if (gathered.length > BATCH) await flush()
      }
    }
    // Also after a small chunk: somebody may be waiting for this answer before sending the next line.
    await flush()
  }

  async function flush() {
    const text = gathered
    gathered = ''
    if (text) await write(io.stdout, text)
  }

  function answerLine(line: Line) {
    const request = readLine(line)
    if (request === undefined || 'error' in request) return request
    const { id, practice: own, ...draft } = request
    const facts = own ? { ...practice, ...present(own) } : practice
    try {
      const whole: Draft = { ...defaults, ...present(draft), text: draft.text }
      const result = engine.check(whole, facts)
      if (second) return second(result, whole).then((read) => ({ ...withId(id), ...read }))
      return { ...withId(id), ...result }
    } catch {
      // The engine promises not to throw. If it ever does, the other lines still get their verdicts.
      return { ...withId(id), error: { code: 'failed', message: 'the check itself failed' } } satisfies Broken
    }
  }

  for await (const chunk of io.stdin) await take(lines.push(Buffer.from(chunk)))
  await take(lines.end())
  if (broken > 0) {
    const lead = `${broken} of ${seen} lines could not be checked`
    await write(io.stderr, `chaperone: ${lead}; the error stands in the place of its verdict\n`)
    return WRONG
  }
  return found > 0 ? FOUND : DONE
}

function readLine(line: Line): z.infer<typeof Request> | Broken | undefined {
  const text = decode(line.bytes)
  // The beginning of a long line may end in the middle of a character.
  const legible = text ?? line.bytes.toString('utf8')
  if (line.tooLong) return refuse('too_long', 'the line is longer than 8 MB', legible)
  if (text === undefined) return refuse('not_utf8', 'the line is not UTF-8 text', legible)
  if (text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's own message quotes the line, and a line holds somebody's words.
    return refuse('not_json', 'the line is not one JSON object', legible)
  }
  const request = Request.safeParse(value)
  if (!request.success) return refuse('bad_field', fieldMessage(request.error), legible)
  if (request.data.text.trim() === '') return refuse('empty_text', 'text: there is nothing to check', legible)
  return request.data
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
function decode(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function refuse(code: Code, message: string, line: string): Broken {
  return { ...withId(findId(line)), error: { code, message } }
}

function withId(id: string | number | null | undefined): { id?: string | number } {
  return id === undefined || id === null ? {} : { id }
}

/** zod's messages name the field and what is allowed there, never what was found. */
function fieldMessage(error: z.ZodError): string {
  const issue = error.issues[0]
  const path = issue?.path.join('.')
  return path ? `${path}: ${issue?.message}` : 'the line is not one JSON object with a "text"'
}

/** Without the fields that are absent or null, so that they do not hide a default. */
function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> }
}
