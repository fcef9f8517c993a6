import type { Log, Platform } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import type { Bot, Outgoing } from './bot.ts'
import { NO_CHAT, POINTER } from './copy.ts'
import type { Here, Reference } from './origin.ts'
import type { People } from './people.ts'
import { type Card, drawCards } from './render/card.ts'
import { refusalOf } from './retry.ts'

export interface DeliveryParts {
  bot: Bot
  people: People
  log: Log
}
export type Delivery = ReturnType<typeof createDelivery>

const CARD = 'application/vnd.microsoft.card.adaptive'
/** A chat that is gone, or whose person has not got the app (any more). */
const CLOSED: ReadonlySet<number> = new Set([400, 403, 404])

/** Speaks on Teams: privately, unless a reply says otherwise. In a channel that is a chat of one's own. */
export function createDelivery({ bot, people, log }: DeliveryParts) {
  async function tellAlone(
    here: Pick<Here, 'person' | 'reference'>,
    said: readonly Outgoing[],
  ): Promise<boolean> {
    const known = await people.find(here.person)
    try {
      if (known && (await sent(known, said))) return true
      const opened = await bot.openChat(here.reference)
      await people.keep(here.person, opened)
      return await sent(opened, said)
    } catch (error) {
      if (!CLOSED.has(refusalOf(error) ?? 0)) throw error
      return false
    }
  }

  async function sent(to: Reference, said: readonly Outgoing[]): Promise<boolean> {
    try {
      await bot.send(to, said)
      return true
    } catch (error) {
      if (!CLOSED.has(refusalOf(error) ?? 0)) throw error
      return false
    }
  }

  return {
    platformFor(here: Here): Platform {
      let pointed = false
      return {
        async deliver(reply) {
          const said = messagesOf(reply)
          if (here.personal || reply.audience === 'place') return bot.send(here.reference, said)
          const arrived = await tellAlone(here, said)
          // Nobody else must learn that a message was looked at.
          if (here.overheard && !arrived)
            log.warn('delivery failed', { surface: 'teams', code: 'teams_no_chat' })
          if (here.overheard || (pointed && arrived)) return
          pointed = true
          await bot.send(here.reference, [{ type: 'message', text: arrived ? POINTER : NO_CHAT }])
        },
      }
    },

    /** False: this person cannot be reached. */
    async tell(person: string, reply: Reply): Promise<boolean> {
      const reference = await people.find(person)
      return reference !== undefined && tellAlone({ person, reference }, messagesOf(reply))
    },
  }
}

export function messagesOf(reply: Reply): Outgoing[] {
  return drawCards(reply).map((card) => ({
    type: 'message',
    summary: card.fallbackText as string,
    attachments: [attachmentOf(card)],
  }))
}

export function attachmentOf(card: Card) {
  return { contentType: CARD, content: card }
}
