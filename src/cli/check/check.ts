import type { PracticeFacts } from '../../rules/facts.ts'
import type { Checker, Draft, Result } from '../../rules/verdict.ts'
import type { Account, Kind, Platform } from '../../rules/vocabulary.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from '../io.ts'

export interface CheckOptions extends Common {
  kind?: Kind
  platform?: Platform
  account?: Account
  replyingTo?: string
  authorization?: string
  jsonl?: boolean
}

/** Bytes of a draft from standard input. */
const LONGEST = 8 * 1024 * 1024

export async function runCheck(text: string | undefined, options: CheckOptions, io: Io): Promise<number> {
  if (options.jsonl && text !== undefined) throw new Refused('give TEXT or --jsonl, not both')
  const words = options.jsonl ? undefined : await wordsOf(text, io)
  const [{ openEngine }, { openPractice }, { factsOf }, { openSecond }] = await Promise.all([
    import('../../library.ts'),
    import('../practice.ts'),
    import('../../bot/practice.ts'),
    import('./second.ts'),
  ])
  const { practice } = openPractice(options.practice, io.env)
  const facts = factsOf(practice)
  const engine = openEngine()
  const second = await openSecond(io.env, engine, practice)
  const { kind, platform, account, replyingTo: context } = options
  const details = { kind, platform, account, context }
  const checker = await signedChecker(engine, options, io)
  if (words === undefined) {
    const { checkStream } = await import('./stream.ts')
    return checkStream(checker, facts, details, io, second)
  }
  const draft: Draft = { ...details, text: words }
  const read = checker.check(draft, facts)
  const result = second ? await second(read, draft) : read
  await write(
    io.stdout,
    options.json ? `${JSON.stringify(result)}\n` : await asText(draft, result, facts, io),
  )
  return result.verdict === 'clear' ? DONE : FOUND
}

export async function wordsOf(text: string | undefined, io: Io): Promise<string> {
  if (text === undefined) throw new Refused('give the draft in quotes, or - to read it from standard input')
  const words = text === '-' ? await readAll(io) : text
  if (words.trim() === '') throw new Refused('there are no words to check')
  return words
}

/** The same words as in chat, without the buttons. */
async function asText(draft: Draft, result: Result, facts: PracticeFacts, io: Io): Promise<string> {
  const [{ showVerdict }, { ownNotes }, { canvasOf }, { render }] = await Promise.all([
    import('../../skills/check/show.ts'),
    import('../../skills/check/own.ts'),
    import('../../adapters/terminal/platform.ts'),
    import('../../adapters/terminal/render.ts'),
  ])
  const shown = { ...draft, text: draft.text.trimEnd() }
  const noted = { ...result, notes: [...result.notes, ...ownNotes(result, facts)] }
  return `${render(showVerdict(shown, noted), canvasOf(io.stdout, io.env))}\n`
}

async function readAll(io: Io): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of io.stdin) {
    chunks.push(Buffer.from(chunk))
    size += chunks.at(-1)?.length ?? 0
    if (size > LONGEST) throw new Refused('standard input is longer than 8 MB')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refused('standard input is not UTF-8 text')
  }
}

/** The checker, with what the signed form changes whose code came along; it is looked up once. */
export async function signedChecker<T extends Checker>(
  engine: T,
  { authorization, practice: file }: CheckOptions,
  io: Io,
): Promise<T> {
  if (authorization === undefined) return engine
  const [{ withForm }, { lookUpHere }, { openPractice }] = await Promise.all([
    import('../../bot/records/signed.ts'),
    import('../authorization/look-up.ts'),
    import('../practice.ts'),
  ])
  const looked = await lookUpHere(authorization, openPractice(file, io.env).practice, io.env)
  return { ...engine, check: (draft, facts) => withForm(engine.check(draft, facts), draft, looked) }
}
