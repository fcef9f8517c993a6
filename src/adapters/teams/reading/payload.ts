import { z } from 'zod'

/**
 * The parts of an activity that are read, and no more. What does not fit is no event of ours.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
const Id = z.string().min(1).max(1000)
const Account = z.object({ id: Id, aadObjectId: z.string().max(200).nullish(), role: z.string().nullish() })

const Attachment = z.object({
  contentType: z.string().max(300).default(''),
  contentUrl: z.string().nullish(),
  name: z.string().nullish(),
  content: z.unknown().optional(),
})
export type Attachment = z.infer<typeof Attachment>

const Entity = z.object({
  type: z.string().optional(),
  mentioned: z.object({ id: z.string() }).nullish(),
  text: z.string().nullish(),
})

export const Activity = z.object({
  type: z.string(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  id: Id.nullish(),
  channelId: z.string().max(100).default('msteams'),
  serviceUrl: z.string().min(1),
  from: Account,
  recipient: Account,
  conversation: z.object({
    id: Id,
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).nullish() })
    .nullish()
    .catch(undefined),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(Entity).nullish().catch(undefined),
  attachments: z.array(Attachment).max(100).nullish().catch(undefined),
})
export type Activity = z.infer<typeof Activity>

/** What a message extension sends. */
export const Extension = z.object({
  commandId: z.string().max(100),
  data: z.unknown().optional(),
  messagePayload: z
    .object({
      body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
      attachments: z.array(Attachment).max(100).nullish().catch(undefined),
    })
    .nullish(),
})

/** What a button with Action.Execute sends. */
export const Execute = z.object({ action: z.object({ type: z.string(), data: z.unknown().optional() }) })

/** A file that somebody sent in a personal chat. */
export const Download = z.object({
  downloadUrl: z.string(),
  uniqueId: z.string().nullish(),
  fileType: z.string().max(20).nullish(),
})

/** What somebody says to a file that we offered, and where it may be put. */
export const Consent = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ offer: z.string().max(100) }),
  uploadInfo: z
    .object({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string().max(500),
      uniqueId: z.string().max(500),
      fileType: z.string().max(20),
    })
    .nullish(),
})
export type Consent = z.infer<typeof Consent>
