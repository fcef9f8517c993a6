import type { WebClient } from '@slack/web-api'
import type { Log } from '../../../bot/ports.ts'
import type { Block, Reply } from '../../../bot/reply.ts'
import { refusalOf } from '../client.ts'
import type { Here } from '../origin.ts'
import { keepsFiles } from './hosts.ts'

type PictureBlock = Extract<Block, { type: 'picture' }>

const TRY_MS = 20_000
/** Of a file whose picture is only looked at. */
const LOOKED_AT = 'photo-with-boxes'
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' } as const
const SHOWN = (alt: string) => `${alt} The picture is above, in our direct messages.`
const SHOWN_THERE = (alt: string) =>
  `${alt} Others read along here, so I put the picture into our direct messages (Messages in my profile).`
const NOT_SHOWN = (alt: string) =>
  `${alt} I could not put the picture here; the words below say where to look.`

export interface Uploading {
  client: WebClient
  apiUrl: string | undefined
  log: Log
}
/** Puts the pictures of a reply where that person alone sees them, and words in their place. */
export type Upload = (reply: Reply, here: Here) => Promise<Reply>

/**
 * Slack shows no picture that has no address, so one is put into the conversation between the app and the person
 * who asked, and never anywhere else, whatever the place of the question.
 */
export function createUpload({ client, apiUrl, log }: Uploading): Upload {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).origin

  async function shown(block: PictureBlock, { user, channel, thread }: Here): Promise<boolean | 'elsewhere'> {
    try {
      const chat = (await client.conversations.open({ users: user })).channel?.id
      if (chat === undefined) return false
      const bytes = Buffer.from(block.data, 'base64')
      const filename = block.name ?? `${LOOKED_AT}.${ENDINGS[block.mime]}`
      const place = await client.files.getUploadURLExternal({
        filename,
        length: bytes.length,
        alt_text: block.alt.slice(0, 1000),
      })
      const url = keepsFiles(place.upload_url, own)
      if (url === undefined || place.file_id === undefined) return false
      const sent = await fetch(url, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
        redirect: 'error',
        signal: AbortSignal.timeout(TRY_MS),
      })
      await sent.body?.cancel()
      if (!sent.ok) return false
      const files: [{ id: string; title: string }] = [{ id: place.file_id, title: filename }]
      await client.files.completeUploadExternal(
        thread && chat === channel
          ? { files, channel_id: chat, thread_ts: thread }
          : { files, channel_id: chat },
      )
      return chat === channel ? true : 'elsewhere'
    } catch (error) {
      log.warn('delivery failed', {
        surface: 'slack',
        code: refusalOf(error) ? 'slack_refused' : 'delivery_failed',
      })
      return false
    }
  }

  return async (reply, here) => {
    if (!reply.blocks.some(({ type }) => type === 'picture')) return reply
    const blocks: Block[] = []
    for (const block of reply.blocks) {
      if (block.type !== 'picture') blocks.push(block)
      else {
        // What everybody in a channel may read comes without a picture of anybody.
        const how = reply.audience === 'private' && (await shown(block, here))
        const say = how === true ? SHOWN : how === 'elsewhere' ? SHOWN_THERE : NOT_SHOWN
        blocks.push({ type: 'note', text: say(block.alt) })
      }
    }
    return { ...reply, blocks }
  }
}
