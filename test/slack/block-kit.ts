import { z } from 'zod'

/**
 * Slack's own limits, as its pages state them, written down a second time: a limit that the adapter has wrong
 * is found here. https://docs.slack.dev/reference/block-kit
 */
const plain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  })
const Option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) })
const options = (max: number) =>
  z
    .array(Option)
    .min(1)
    .max(max)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length, 'two options of one value')
const Style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  code: z.boolean().optional(),
})
const RichText = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: Style.optional() })
const Rich = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.strictObject({
        type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']),
        elements: z.array(RichText).min(1),
      }),
    )
    .min(1),
})
const Button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: z.string().min(1).max(255),
  value: z.string().min(1).max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
})
const action_id = z.string().min(1).max(255)
const Element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id,
    multiline: z.boolean(),
    max_length: z.number().int().min(1).max(3000),
    initial_value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id,
    placeholder: plain(150).optional(),
    options: options(100),
    initial_option: Option.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id,
    options: options(100),
    initial_options: z.array(Option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id,
    options: options(10),
    initial_options: z.array(Option).min(1).optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), action_id, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    action_id,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('file_input'), action_id, max_files: z.number().int().min(1).max(10) }),
])
const Pick = z.strictObject({
  type: z.literal('static_select'),
  action_id,
  placeholder: plain(150),
  options: options(100),
})
const Menu = z.strictObject({ type: z.literal('overflow'), action_id, options: options(5) })
const Input = z.strictObject({
  type: z.literal('input'),
  block_id: z.string().min(1).max(255),
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean(),
  element: Element,
})
const Shown = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  Rich,
  z.strictObject({ type: z.literal('context'), elements: z.array(plain(2000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.union([Button, Pick, Menu]))
      .min(1)
      .max(25),
  }),
  Input,
])

const blocks = (max: number) =>
  z
    .array(Shown)
    .max(max)
    .superRefine((all, context) => {
      const ids = all.flatMap((block) =>
        block.type === 'actions' ? block.elements.map((one) => one.action_id) : [],
      )
      if (new Set(ids).size !== ids.length)
        context.addIssue({ code: 'custom', message: 'two buttons of one action_id' })
      const names = all.flatMap((block) => (block.type === 'input' ? [block.block_id] : []))
      if (new Set(names).size !== names.length)
        context.addIssue({ code: 'custom', message: 'two inputs of one block_id' })
      for (const block of all) {
        if (block.type !== 'rich_text') continue
        const length = block.elements
          .flatMap(({ elements }) => elements)
          .reduce((sum, { text }) => sum + text.length, 0)
        if (length > 3100)
          context.addIssue({ code: 'custom', message: `a rich text of ${length} characters` })
      }
    })
const Message = z.object({ text: z.string().min(1).max(40_000), blocks: blocks(50) })
const Modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: z.string().min(1).max(255),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24),
    private_metadata: z.string().max(3000).optional(),
    blocks: blocks(100),
  })
  .refine(
    ({ submit, blocks }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
    'inputs without a submit button',
  )
const Home = z.strictObject({ type: z.literal('home'), blocks: blocks(100) })

type Sent =
  | { surface: 'message'; text: string; blocks: unknown }
  | { surface: 'modal' | 'home'; view: unknown }

/** What Slack would refuse, one line each. */
export function troubleWith(sent: Sent): string[] {
  const schema = sent.surface === 'message' ? Message : sent.surface === 'modal' ? Modal : Home
  const value = sent.surface === 'message' ? { text: sent.text, blocks: sent.blocks } : sent.view
  const result = schema.safeParse(value)
  const broken = JSON.stringify(value).isWellFormed() ? [] : ['half a character']
  const issues = result.success ? [] : result.error.issues
  return [...broken, ...issues.map(({ path, message }) => `${sent.surface} ${path.join('.')}: ${message}`)]
}

/** Every word of blocks that a person can read. */
export function readable(blocks: unknown): string {
  const words: string[] = []
  const walk = (value: unknown, key = '') => {
    if (typeof value === 'string') {
      if (['text', 'initial_value', 'initial_date'].includes(key)) words.push(value)
    } else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? key : name)
  }
  walk(blocks)
  return words.join('\n')
}
