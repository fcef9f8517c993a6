import { z } from 'zod'

/** Where an event came from, as far as an answer needs it. Small enough to travel in a modal (3,000 characters). */
export const Origin = z.object({
  user: z.string(),
  /** Where the answer goes, if the event belongs to a conversation. */
  channel: z.string().optional(),
  thread: z.string().optional(),
  /** A conversation between this person and the app: everything in it is private. */
  direct: z.boolean(),
  /** Slack takes up to five answers here, for half an hour. */
  responseUrl: z.string().optional(),
})
export type Origin = z.infer<typeof Origin>

/** An origin and what is only good right now. */
export interface Here extends Origin {
  /** Opens one modal, within three seconds. */
  trigger?: string | undefined
  /** The event is the app's home tab, or a button on it or in a modal. */
  view?: 'home' | 'modal' | undefined
}

export function writeOrigin({ user, channel, thread, direct, responseUrl }: Origin): string {
  return JSON.stringify({ user, channel, thread, direct, responseUrl })
}

/** What a modal brought back; only Slack can have written it, and it may be of an older version. */
export function readOrigin(text: string, user: string): Origin {
  try {
    const found = Origin.safeParse(JSON.parse(text))
    if (found.success && found.data.user === user) return found.data
  } catch {
    // Not ours, or older: the answer goes to the person alone.
  }
  return { user, direct: true }
}
