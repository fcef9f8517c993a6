import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SIGHTS } from '../../bot/model/model.ts'

/** One sort of question. Prompt and shape are the same for everybody: both may be kept by the service for a day. */
export interface Task<T> {
  name: 'judge' | 'answer' | 'rewrite' | 'look'
  prompt: string
  shape: z.ZodType<T>
  /** Tokens of an answer. */
  most: number
  /** Milliseconds for the whole call, waiting and trying again included. */
  deadlineMs: number
}

const prompt = (name: string) =>
  readFileSync(new URL(`./prompts/${name}.md`, import.meta.url), 'utf8')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .trim()

const Words = z.string().max(4000)

export function judging(categories: readonly string[], deadlineMs: number) {
  const shape = z.object({
    noticed: z
      .array(z.object({ category: z.enum(categories as [string, ...string[]]), quote: Words }))
      .max(50),
  })
  return { name: 'judge', prompt: prompt('judge'), shape, most: 1500, deadlineMs } satisfies Task<unknown>
}

export const ClaimSaid = z.object({ says: Words, article: z.string().max(100), quote: Words })

export function answering(deadlineMs: number) {
  const shape = z.object({ claims: z.array(ClaimSaid).max(20) })
  return { name: 'answer', prompt: prompt('answer'), shape, most: 1500, deadlineMs } satisfies Task<unknown>
}

export function rewriting(deadlineMs: number) {
  const shape = z.object({ versions: z.array(Words).max(10) })
  return { name: 'rewrite', prompt: prompt('rewrite'), shape, most: 2000, deadlineMs } satisfies Task<unknown>
}

export function looking(deadlineMs: number) {
  const edge = z.number()
  const box = z.object({ left: edge, top: edge, right: edge, bottom: edge })
  const shape = z.object({
    seen: z.array(z.object({ what: z.enum(SIGHTS), box: box.nullable() })).max(50),
  })
  return { name: 'look', prompt: prompt('look'), shape, most: 1500, deadlineMs } satisfies Task<unknown>
}
