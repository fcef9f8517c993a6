import type { Clock, Ids } from '../../../bot/ports.ts'
import type { Block } from '../../../bot/reply.ts'
import type { Outgoing } from '../bot.ts'
import { OFFER } from '../copy.ts'
import type { Here } from '../origin.ts'
import { isTeamsHost } from '../reading/files.ts'
import type { Consent } from '../reading/payload.ts'

type PictureBlock = Extract<Block, { type: 'picture' }>

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent'
const INFO = 'application/vnd.microsoft.teams.card.file.info'
/** As long as somebody needs to press a button. */
const KEEP_MS = 10 * 60 * 1000
/** Bytes over all pictures that wait. */
const ROOM = 60 * 1024 * 1024
const TRY_MS = 30_000

/**
 * A card holds no picture of a photo's size, so it is offered as a file: who takes it gets it into their own
 * OneDrive. Until then it waits in memory, a few minutes at most.
 */
export function offersOf(clock: Pick<Clock, 'now'>, ids: Pick<Ids, 'next'>, local: boolean) {
  const waiting = new Map<string, { person: string; name: string; bytes: Buffer; until: number }>()
  const room = () => [...waiting.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)

  return {
    /** The card that offers it. */
    offer(person: string, { data, mime, name: given, alt }: PictureBlock): Outgoing {
      const bytes = Buffer.from(data, 'base64')
      const name = given ?? `photo-with-boxes.${mime === 'image/jpeg' ? 'jpg' : mime.slice(6)}`
      const key = ids.next()
      waiting.set(key, { person, name, bytes, until: clock.now() + KEEP_MS })
      for (const [old, { until }] of waiting) {
        if (room() <= ROOM && until > clock.now()) break
        waiting.delete(old)
      }
      const context = { offer: key }
      const content = {
        description: alt.slice(0, 300),
        sizeInBytes: bytes.length,
        acceptContext: context,
        declineContext: context,
      }
      return {
        type: 'message',
        summary: OFFER.summary,
        attachments: [{ contentType: CONSENT, name, content }],
      }
    },

    /** What is said once somebody has answered the offer; undefined: nothing. */
    async settle({ action, context, uploadInfo }: Consent, { person }: Here): Promise<Outgoing | undefined> {
      const found = waiting.get(context.offer)
      waiting.delete(context.offer)
      if (action === 'decline') return undefined
      const mine = found && found.person === person && found.until > clock.now()
      if (!mine || !uploadInfo) return { type: 'message', text: OFFER.gone }
      const { uploadUrl, contentUrl, uniqueId, fileType, name } = uploadInfo
      if (!isTeamsHost(uploadUrl, local) || !(await put(uploadUrl, found.bytes)))
        return { type: 'message', text: OFFER.failed }
      const content = { uniqueId, fileType }
      return {
        type: 'message',
        summary: OFFER.there,
        attachments: [{ contentType: INFO, contentUrl, name, content }],
      }
    },
  }
}
export type Offers = ReturnType<typeof offersOf>

async function put(address: string, bytes: Buffer): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      redirect: 'error',
      signal: AbortSignal.timeout(TRY_MS),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
