import type { Log, Platform } from '../../bot/ports.ts'
import type { Block, Reply } from '../../bot/reply.ts'
import type { Bot, Outgoing } from './bot.ts'
import { NO_CHAT, OFFER, POINTER } from './copy.ts'
import type { Offers } from './files/offer.ts'
import type { Here, Reference } from './origin.ts'
import type { People } from './people.ts'
import { fits } from './render/blocks.ts'
import { type Card, drawCards } from './render/card.ts'
import { refusalOf } from './retry.ts'

export interface DeliveryParts {
  bot: Bot
  people: People
  log: Log
  offers: Offers
}
export type Delivery = ReturnType<typeof createDelivery>

const CARD = 'application/vnd.microsoft.card.adaptive'
/** A chat that is gone, or whose person has not got the app (any more). */
const CLOSED: ReadonlySet<number> = new Set([400, 403, 404])

/** Speaks on Teams: privately, unless a reply says otherwise. In a channel that is a chat of one's own. */
export function createDelivery({ bot, people, log, offers }: DeliveryParts) {
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
          const said = withOffers(reply, here, offers)
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

/** Pictures that no card holds are offered behind it, to the person alone. */
function withOffers(reply: Reply, { person, personal }: Here, offers: Offers): Outgoing[] {
  const large = reply.blocks.filter((block) => block.type === 'picture').filter((block) => !fits(block))
  if (large.length === 0) return messagesOf(reply)
  // Files can be offered in a chat of one's own, and nowhere else.
  const can = personal && reply.audience === 'private'
  const blocks = reply.blocks.map((block): Block => {
    if (block.type !== 'picture' || fits(block)) return block
    return { type: 'note', text: can ? OFFER.note(block.alt) : OFFER.elsewhere(block.alt) }
  })
  return [...messagesOf({ ...reply, blocks }), ...(can ? large.map((one) => offers.offer(person, one)) : [])]
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
