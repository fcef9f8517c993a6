import { type Answer, answerQuestion } from '../../knowledge/answer/answer.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from '../io.ts'

export interface AskOptions extends Common {
  jsonl?: boolean
}

/** Characters of a question; a longer one is a draft that came to the wrong door. */
export const LONGEST_QUESTION = 10_000

export async function runAsk(words: readonly string[], options: AskOptions, io: Io): Promise<number> {
  const question = words.join(' ').trim()
  if (options.jsonl && question !== '') throw new Refused('give QUESTION or --jsonl, not both')
  if (!options.jsonl && question === '') throw new Refused('give the question in quotes, or --jsonl')
  if (question.length > LONGEST_QUESTION) throw new Refused('the question is longer than 10,000 characters')
  const { openKnowledge } = await import('../../library.ts')
  const room = openKnowledge()
  const { openWriter } = await import('./writer.ts')
  const writer = await openWriter(room, options.practice, io.env)
  const answer = async (asked: string) => (await writer(answerQuestion(room, asked), asked)).answer
  if (options.jsonl) return (await import('./stream.ts')).askStream(answer, io)
  const found = await answer(question)
  await write(io.stdout, options.json ? `${JSON.stringify(found)}\n` : `${asText(found)}\n`)
  return found.answered ? DONE : FOUND
}

function asText(found: Answer): string {
  if (!found.answered) return `${found.answer}\nWho can help: ${found.handoff}`
  const sources = found.citations.flatMap(({ article, title, quote, sources: laws }) => [
    `  ${title} (${article})`,
    `    “${quote}”`,
    `    ${laws.join('; ')}`,
  ])
  return [found.answer, '', `Where this stands (as of ${found.asOf}):`, ...sources].join('\n')
}
