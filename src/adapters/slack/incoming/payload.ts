import { z } from 'zod'

/**
 * The parts of Slack's payloads that are read, and no more: Slack adds fields whenever it likes. What does not
 * fit is no event of ours and is left alone.
 */
const Id = z.string().min(1).max(200)
const Named = z.object({ id: Id })

export const Command = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: Id,
  channel_id: Id,
  channel_name: z.string().default(''),
  trigger_id: Id,
  response_url: z.string(),
})

const File = z.object({
  id: Id,
  name: z.string().max(500).nullish(),
  mimetype: z.string().max(200).default('application/octet-stream'),
  size: z.number().int().nonnegative().default(0),
})
export type File = z.infer<typeof File>

/** A message that somebody passed on stands beside their own words, with whatever other apps put there. */
const Attachment = z.object({
  is_share: z.boolean().optional(),
  is_msg_unfurl: z.boolean().optional(),
  text: z.string().nullish(),
  fallback: z.string().nullish(),
  files: z.array(File).max(20).nullish().catch(undefined),
})
export type Attachment = z.infer<typeof Attachment>

const Message = z.object({
  type: z.literal('message'),
  subtype: z.string().optional(),
  user: Id.optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  channel: Id,
  channel_type: z.string().default('channel'),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(File).max(20).optional(),
  /** Looked at for the characters of emoji alone. */
  blocks: z.unknown().optional(),
  attachments: z.array(Attachment).optional().catch(undefined),
})
const Mention = Message.extend({ type: z.literal('app_mention'), user: Id })
const HomeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: Id,
  channel: Id.optional(),
  tab: z.enum(['home', 'messages']).or(z.string()),
})

export const Envelope = z.object({
  type: z.literal('event_callback'),
  event_id: Id,
  event: z.discriminatedUnion('type', [Message, Mention, HomeOpened]),
  authorizations: z.array(z.object({ user_id: Id.nullish() })).default([]),
})

const Action = z.object({
  type: z.string().default('button'),
  action_id: z.string(),
  block_id: z.string().default(''),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
  action_ts: z.string().default(''),
})
export const BlockActions = z.object({
  type: z.literal('block_actions'),
  user: Named,
  trigger_id: Id,
  channel: Named.optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  view: z.object({ id: Id, type: z.string(), private_metadata: z.string().default('') }).optional(),
  container: z.object({ message_ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  actions: z.array(Action).min(1),
})

/** One filled-in field; which property holds the value depends on the element. */
const State = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  files: z.array(File).nullish(),
})
export type State = z.infer<typeof State>

export const ViewSubmission = z.object({
  type: z.literal('view_submission'),
  user: Named,
  trigger_id: Id.optional(),
  view: z.object({
    id: Id,
    hash: z.string().default(''),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), State)) }),
  }),
})

export const Shortcut = z.object({
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  user: Named,
  trigger_id: Id,
  channel: Named.optional(),
  message: Message.partial().optional(),
  response_url: z.string().optional(),
})
