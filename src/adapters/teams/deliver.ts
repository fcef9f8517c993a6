import type { Dialogs, Log, Platform } from '../../bot/ports.ts'
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
  /** Where it is written down what was said once and for all. */
  dialogs: Dialogs
  log: Log
  offers: Offers
}
/** Names what is said, where saying it twice would be a nuisance. `again`: an earlier try may have said it. */
export interface Once {
  key: string
  again: boolean
}
export type Delivery = ReturnType<typeof createDelivery>

export const CARD = 'application/vnd.microsoft.card.adaptive'
/** Nobody tries again after so long. */
const SAID_MS = 14 * 24 * 60 * 60 * 1000
/** A chat that is gone, or whose person has not got the app (any more). */
const CLOSED: ReadonlySet<number> = new Set([400, 403, 404])

/** Speaks on Teams: privately, unless a reply says otherwise. In a channel that is a chat of one's own. */
export function createDelivery({ bot, people, dialogs, log, offers }: DeliveryParts) {
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

    /**
     * False: this person cannot be reached. Never throws. Teams lets nobody look at what was said, so what must not
     * be said twice is written down at once.
     */
    async tell(person: string, reply: Reply, once?: Once): Promise<boolean> {
      const row = once && `teams:said:${once.key}:${person}`
      try {
        if (row && once.again && (await dialogs.get(row)) !== undefined) return true
        const reference = await people.find(person)
        if (
          reference === undefined ||
          !(await tellAlone({ person, reference }, messagesOf(reply, reference.user.id)))
        )
          return false
        // It has been said, whether it can be written down or not.
        if (row) await dialogs.set(row, true, SAID_MS).catch(() => {})
        return true
      } catch (error) {
        log.warn('delivery failed', {
          surface: 'teams',
          code: refusalOf(error) ? 'teams_refused' : 'delivery_failed',
        })
        return false
      }
    },
  }
}

/** Pictures that no card holds are offered behind it, to the person alone. */
function withOffers(reply: Reply, { person, personal, reference }: Here, offers: Offers): Outgoing[] {
  const looks = reply.audience === 'place' ? undefined : reference.user.id
  const large = reply.blocks.filter((block) => block.type === 'picture').filter((block) => !fits(block))
  if (large.length === 0) return messagesOf(reply, looks)
  // Files can be offered in a chat of one's own, and nowhere else.
  const can = personal && reply.audience === 'private'
  const blocks = reply.blocks.map((block): Block => {
    if (block.type !== 'picture' || fits(block)) return block
    return { type: 'note', text: can ? OFFER.note(block.alt) : OFFER.elsewhere(block.alt) }
  })
  const said = messagesOf({ ...reply, blocks }, looks)
  return [...said, ...(can ? large.map((one) => offers.offer(person, one)) : [])]
}

export function messagesOf(reply: Reply, looks?: string): Outgoing[] {
  return drawCards(reply, looks).map((card) => ({
    type: 'message',
    summary: card.fallbackText as string,
    attachments: [attachmentOf(card)],
  }))
}

export function attachmentOf(card: Card) {
  return { contentType: CARD, content: card }
}
