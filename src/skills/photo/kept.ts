import { z } from 'zod'
import type { Dialogs } from '../../bot/ports.ts'
import { CATEGORIES, VERDICTS } from '../../rules/vocabulary.ts'
import { CHOICES } from './answers.ts'
import type { Assessment } from './assess.ts'

/** As long as the check keeps words. */
const HOUR_MS = 60 * 60 * 1000
/** Boxes of one kind that are remembered; in a crowd of more nobody is looked for one by one. */
const MOST = 300

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
/** Without what was read: no word of a picture outlives its answer. */
const Found = z.object({
  rule: z.string(),
  category: z.enum(CATEGORIES),
  severity: z.enum(['caution', 'needs_authorization', 'unchecked', 'stop']),
  message: z.string(),
  why: z.string(),
  instead: z.string(),
  citations: z.array(z.object({ article: z.string(), source: z.string() })),
  box: Box.optional(),
})
const Photo = z.object({
  /** For fetching it again; without its name. */
  file: z.object({ id: z.string(), mime: z.string(), bytes: z.number() }),
  findings: z.array(Found),
  /** A picture, of which copies can be made; of a film none can. */
  still: z.boolean(),
})
const Case = z.object({
  photos: z.array(Photo),
  /** What the rules said of the words that came along. */
  words: z.enum(VERDICTS).optional(),
  answers: z.object({
    who: z.enum(CHOICES.who).optional(),
    signed: z.enum(CHOICES.signed).optional(),
    minor: z.enum(CHOICES.minor).optional(),
    mark: z.enum(CHOICES.mark).optional(),
    reflection: z.enum(CHOICES.reflection).optional(),
    place: z.enum(CHOICES.place).optional(),
  }),
})
/** A check of photos that waits for answers. Never a byte of a picture, and never a word from one. */
export type Case = z.infer<typeof Case>
export type KeptPhoto = Case['photos'][number]

export function kept(file: KeptPhoto['file'], { findings, looked }: Assessment): KeptPhoto {
  const { id, mime, bytes } = file
  return {
    file: { id, mime, bytes },
    findings: findings.slice(0, MOST).map((one) => Found.parse(one)),
    still: looked !== undefined && !VIDEOS.includes(looked.format),
  }
}
export const VIDEOS: readonly string[] = ['mp4', 'mov', 'webm']

/** Keyed by person too: an id that leaks opens nobody else's photo. */
const keyOf = (person: string, id: string) => `photo:${person}:${id}`

export function keep(dialogs: Dialogs, person: string, id: string, one: Case): Promise<void> {
  return dialogs.set(keyOf(person, id), one, HOUR_MS)
}

export async function recall(dialogs: Dialogs, person: string, id: string): Promise<Case | undefined> {
  return Case.safeParse(await dialogs.get(keyOf(person, id))).data
}

/** What a button carries: which check, which photo of it, which answer to what. */
export interface Pressed {
  check: string
  /** 0 is the first. */
  photo: number
  question: string
  answer: string
}

export function writePressed(pressed: Partial<Pressed>): string {
  const fields = Object.entries(pressed).map(([name, value]): [string, string] => [name, String(value)])
  return new URLSearchParams(fields).toString()
}

export function readPressed(value: string): Pressed {
  const fields = new URLSearchParams(value)
  const photo = Number(fields.get('photo') ?? 0)
  return {
    check: fields.get('check') ?? '',
    photo: Number.isSafeInteger(photo) && photo >= 0 ? photo : 0,
    question: fields.get('question') ?? '',
    answer: fields.get('answer') ?? '',
  }
}
