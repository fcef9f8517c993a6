import { z } from 'zod'

/**
 * What reached the hall, said without any platform's words. Adapters build it, the router reads it.
 * Text that a person typed stands only in `text`, `values` and file names: never log those fields.
 */
export const SURFACES = ['web', 'terminal', 'slack', 'teams'] as const

const Person = z.object({
  /** The platform's own id of the person, stable over time. */
  id: z.string().min(1).max(200),
  /** Somebody of another company, who reads along in a place that both share: nobody to work for. */
  outside: z.boolean().optional(),
})

const Place = z.object({
  /** Conversation, channel or browser session; replies go back here. */
  id: z.string().min(1).max(200),
  /** True where nobody but this person reads along. */
  private: z.boolean(),
  thread: z.string().max(200).optional(),
})

const FileRef = z.object({
  id: z.string().min(1).max(500),
  name: z.string().max(500).optional(),
  mime: z.string().max(200),
  bytes: z.number().int().nonnegative(),
})

const Values = z.record(z.string().max(100), z.union([z.string(), z.array(z.string()), z.boolean()]))

export const Body = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), text: z.string(), files: z.array(FileRef).max(20).optional() }),
  z.object({ type: z.literal('command'), name: z.string().max(50), text: z.string() }),
  /** A button: `action` is "skill/intent", `value` what the button carried. */
  z.object({ type: z.literal('button'), action: z.string().max(100), value: z.string().max(2000) }),
  z.object({
    type: z.literal('form'),
    form: z.string().max(100),
    values: Values,
    files: z.array(FileRef).max(20).optional(),
  }),
  /** Said in a place where the app listens, and not to it. */
  z.object({ type: z.literal('overheard'), text: z.string() }),
  /** A tick of the clock: `job` is "skill/intent". */
  z.object({ type: z.literal('tick'), job: z.string().max(100) }),
  /** Somebody opened the home view or the chat page. */
  z.object({ type: z.literal('opened') }),
])

export const Event = z.object({
  /** Unique per delivery source; the same id is the same event, however often it arrives. */
  id: z.string().min(1).max(300),
  surface: z.enum(SURFACES),
  /** When it happened there, ISO 8601 with offset. */
  at: z.iso.datetime({ offset: true }),
  person: Person,
  place: Place,
  body: Body,
})

export type Event = z.infer<typeof Event>
export type Body = z.infer<typeof Body>
export type FileRef = z.infer<typeof FileRef>
export type Surface = (typeof SURFACES)[number]
