import type { Body } from '../../src/bot/event.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'

/** What came back for one event: the replies as the surface was given them, and what a person can read of it. */
export interface Seen {
  replies: readonly Reply[]
  drawn: string
}

/** A running Chaperone behind one kind of surface. */
export interface Running {
  /** `channel`: where others read along; only on surfaces that have such places. */
  send(from: string, body: Body, channel?: boolean): Promise<Seen>
  /** Lets time pass, in minutes. */
  wait(minutes: number): void
  /** Everything logged so far, to look for words that must not be there. */
  logged(): string
  close(): Promise<void>
}

export interface Surface {
  name: string
  /** Whether it can tell people apart; the chat page on one's own machine has one person only. */
  people: boolean
  /** Whether there are places in which others read along. */
  channels?: boolean
  /** False: its forms take no pictures, and people send them by themselves. */
  photoForms?: boolean
  open(practice: PracticeFacts): Promise<Running>
}

/** Every word in a reply that a person may read. */
export function wordsOf(reply: Reply): string {
  const words: string[] = []
  const walk = (value: unknown) => {
    if (typeof value === 'string') words.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(reply.blocks)
  return words.join('\n')
}
