import { z } from 'zod'

/**
 * What Chaperone says, as a small tree that every surface can draw: Block Kit, Adaptive Cards, HTML, a terminal.
 * All strings are plain text; a surface escapes them. A skill returns replies, only `deliver` speaks.
 */
const Option = z.object({ value: z.string().max(150), label: z.string().max(75) })

const Button = z.object({
  /** "skill/intent", routed like any other event. */
  action: z.string().max(100),
  label: z.string().max(75),
  value: z.string().max(2000).default(''),
  style: z.enum(['plain', 'primary', 'danger']).default('plain'),
  /** `copy`: the surface copies `value` to the clipboard where it can, and sends nothing. */
  does: z.enum(['send', 'copy']).default('send'),
  /** One tap away, behind "More…"; where a surface cannot hide it, it stands beside the others. */
  more: z.boolean().optional(),
})

const Field = z.object({
  name: z.string().max(100),
  label: z.string().max(150),
  hint: z.string().max(300).optional(),
  type: z.enum(['text', 'longtext', 'choice', 'choices', 'date', 'number', 'files']),
  options: z.array(Option).max(100).optional(),
  initial: z.union([z.string(), z.array(z.string())]).optional(),
  required: z.boolean().default(false),
})

/** A stretch of the draft that a finding is about; UTF-16 offsets into `text`. */
const Mark = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** 1-based number of the finding, as shown beside it. */
  finding: z.number().int().positive(),
  tone: z.enum(['stop', 'needs', 'caution', 'unchecked']),
})

export const FormBlock = z.object({
  type: z.literal('form'),
  form: z.string().max(100),
  title: z.string().max(150),
  submit: z.string().max(75),
  fields: z.array(Field).min(1).max(40),
})
/** By its ends: all of some megabytes would take longer than other chats should wait. */
function isBase64(text: string): boolean {
  return (
    text.length % 4 === 0 &&
    /^[A-Za-z0-9+/]+={0,2}$/.test(text.length > 128 ? `${text.slice(0, 60)}${text.slice(-64)}` : text)
  )
}

export const Block = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('verdict'),
    tone: z.enum(['clear', 'caution', 'needs', 'stop', 'unchecked']),
    title: z.string().max(150),
    text: z.string().max(3000),
  }),
  z.object({ type: z.literal('heading'), text: z.string().max(150) }),
  z.object({ type: z.literal('text'), text: z.string().max(12000) }),
  /** Advice beside the verdict; smaller than text. */
  z.object({ type: z.literal('note'), text: z.string().max(3000) }),
  z.object({ type: z.literal('marked'), text: z.string(), marks: z.array(Mark) }),
  z.object({
    type: z.literal('finding'),
    number: z.number().int().positive(),
    tone: z.enum(['stop', 'needs', 'caution', 'unchecked']),
    quote: z.string(),
    says: z.string(),
    why: z.string(),
    instead: z.string(),
    /** "45 CFR 164.502(a)", one per source. */
    law: z.array(z.string()),
  }),
  /** Words that are safe to copy and post. */
  z.object({ type: z.literal('suggestion'), label: z.string().max(150), text: z.string() }),
  z.object({ type: z.literal('buttons'), buttons: z.array(Button).min(1).max(25) }),
  FormBlock,
  /** A few numbers side by side: bars where a surface can draw, and always the words in `alt`. */
  z.object({
    type: z.literal('chart'),
    title: z.string().max(150),
    /** What a person hears who does not see it. */
    alt: z.string().max(1000),
    labels: z.array(z.string().max(40)).min(1).max(14),
    /** One value for each label. */
    series: z
      .array(z.object({ name: z.string().max(40), values: z.array(z.number().nonnegative()) }))
      .min(1)
      .max(3),
  }),
  /** For the eyes of whoever asked, on every surface; where one cannot show it, it shows `alt`. */
  z.object({
    type: z.literal('picture'),
    mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
    /** The bytes, base64. */
    data: z.string().min(4).max(28_000_000).refine(isBase64),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    /** All that the picture says, in words. */
    alt: z.string().min(1).max(2000),
    /** Of the file when somebody keeps it; without it the picture is only looked at. */
    name: z
      .string()
      .regex(/^[\w-]{1,60}\.(?:jpg|png|webp|gif)$/)
      .optional(),
  }),
])

export const Reply = z.object({
  /** `private`: only the person who asked sees it, on every surface. */
  audience: z.enum(['private', 'place']).default('private'),
  blocks: z.array(Block).min(1),
  /** Plain-text version for notifications and screen readers: never the draft's words. */
  summary: z.string().max(300),
  /** What shows this anew, as it stands when somebody looks again; for surfaces that can. Routed like a button. */
  refresh: z.object({ action: z.string().max(100), value: z.string().max(2000) }).optional(),
})

/** What the menu says that holds the buttons out of sight. */
export const MORE = 'More…'

/** What a surface shows at once, and what it keeps behind "More…": a menu of one would save nobody anything. */
export function inSight<T extends { more?: boolean | undefined }>(buttons: readonly T[]) {
  const more = buttons.filter((button) => button.more)
  if (more.length < 2 || more.length === buttons.length) return { shown: buttons, more: [] }
  return { shown: buttons.filter((button) => !button.more), more }
}

/** The first `most` in sight and the others behind "More…", for lists that stand in the order of need. */
export function firstInSight(buttons: readonly ButtonDraft[], most = 3): ButtonDraft[] {
  if (buttons.length <= most + 1) return [...buttons]
  return buttons.map((button, index) => (index < most ? button : { ...button, more: true }))
}

export type Reply = z.infer<typeof Reply>
export type Block = z.infer<typeof Block>
export type Button = z.infer<typeof Button>
export type Field = z.infer<typeof Field>
export type Mark = z.infer<typeof Mark>
/** What a skill may write down; defaults are filled in when the pipeline parses it. */
export type ReplyDraft = z.input<typeof Reply>
export type BlockDraft = z.input<typeof Block>
export type ButtonDraft = z.input<typeof Button>
