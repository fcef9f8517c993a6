import { z } from 'zod'
import type { Activity } from './reading/payload.ts'

/** Where an answer can go: as much of an activity as Teams asks for. Kept sealed, so that it survives a restart. */
export const Reference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  /** The app's own account there. */
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional() }),
  tenantId: z.string().optional(),
})
export type Reference = z.infer<typeof Reference>

export interface Here {
  /** Stable id of the person: the one of the directory where Teams says it. */
  person: string
  reference: Reference
  /** Nobody but this person reads along. */
  personal: boolean
  /** Nobody spoke to us, so nobody else must learn that we answered. */
  overheard: boolean
}

export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  return conversation.tenantId ?? channelData?.tenant?.id ?? undefined
}

export function hereOf(activity: Activity): Here {
  const { channelId, serviceUrl, from, recipient, conversation } = activity
  const tenantId = tenantOf(activity)
  const type = conversation.conversationType
  return {
    person: personOf(activity),
    // A message extension also runs in chats between two people; those have ids of another kind than ours.
    personal: type === 'personal' && !conversation.id.startsWith('19:'),
    overheard: false,
    reference: {
      channelId,
      serviceUrl,
      bot: { id: recipient.id },
      user: { id: from.id },
      conversation: { id: conversation.id, ...(type ? { conversationType: type } : {}) },
      ...(tenantId ? { tenantId } : {}),
    },
  }
}

export function personOf({ from }: Activity): string {
  return (from.aadObjectId || from.id).slice(0, 200)
}
