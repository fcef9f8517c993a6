import type { Event } from '../../bot/event.ts'
import type { Dialogs } from '../../bot/ports.ts'

/** Long enough for "and on TikTok?", short enough that nothing lies around overnight. */
const HOUR_MS = 60 * 60 * 1000
const LONGEST = 500

/** What was asked last, so that the next question can go on from it. */
export interface Asked {
  question: string
  article?: string | undefined
}

function keyOf({ person, place }: Event): string {
  return `ask:${person.id}:${place.id}:${place.thread ?? ''}`
}

export async function lastAsked(dialogs: Dialogs, event: Event): Promise<Asked | undefined> {
  const found = await dialogs.get(keyOf(event))
  if (!found || typeof found !== 'object') return undefined
  const { question, article } = { ...found } as Record<string, unknown>
  if (typeof question !== 'string') return undefined
  return { question, article: typeof article === 'string' ? article : undefined }
}

export async function remember(dialogs: Dialogs, event: Event, { question, article }: Asked): Promise<void> {
  const kept = { question: question.slice(0, LONGEST), ...(article === undefined ? {} : { article }) }
  await dialogs.set(keyOf(event), kept, HOUR_MS)
}

const GOES_ON =
  /^(?:(?:and|but|so|ok|okay|also)\b|(?:what|how) about\b|what if\b|(?:does|is|would|can) (?:that|it|this|she|he|they)\b|why\b.{0,12}$)/i
const SHORT = 9

/** Whether a question leans on the one before: short, and it begins in the middle. */
export function goesOn(question: string): boolean {
  return question.split(/\s+/).length <= SHORT && GOES_ON.test(question.trim())
}
