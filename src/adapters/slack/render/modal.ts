import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Block, Field } from '../../../bot/reply.ts'
import { drawBlock, numbering } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { clip, plain, rich } from './text.ts'

type Form = Extract<Block, { type: 'form' }>
type Choice = NonNullable<Field['options']>[number]

/** Photos that one form takes. https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const MOST_FILES = 10
const TOO_LONG =
  'Your words are longer than this box takes, so it is empty. Paste the part that you want to change.'
const ROOM = 'Up to 3,000 characters. Send longer words to me as a message.'
const CANCEL = 'Cancel'
const APP = 'Chaperone'

/**
 * A form as a modal. `before`: what the reply says besides, which stands above the fields.
 * @param metadata comes back with what was filled in; at most 3,000 characters.
 */
export function drawModal(form: Form, before: readonly Block[], metadata: string): ModalView {
  const fits = form.title.length <= LIMITS.view.title
  // What the window is called is not said again below its name.
  const repeats = (block: Block) => fits && block.type === 'heading' && block.text === form.title
  const head = before
    .filter((block) => block.type !== 'form' && block.type !== 'buttons' && !repeats(block))
    .flatMap((block) => drawBlock(block, numbering(), () => ''))
  const said = before.some((block) => block.type === 'heading' && block.text === form.title)
  const title: KnownBlock[] = fits || said ? [] : [{ type: 'header', text: plain(form.title, LIMITS.header) }]
  const inputs = form.fields.flatMap(drawField)
  const room = LIMITS.view.blocks - inputs.length - title.length
  return {
    type: 'modal',
    callback_id: clip(form.form, LIMITS.view.callback),
    // Cut short it would stand above itself; who speaks is enough there.
    title: plain(fits ? form.title : APP, LIMITS.view.title),
    submit: plain(form.submit, LIMITS.view.submit),
    close: plain(CANCEL, LIMITS.view.submit),
    private_metadata: metadata,
    blocks: [...title, ...head.slice(0, Math.max(0, room)), ...inputs],
  }
}

function drawField(field: Field): KnownBlock[] {
  const typed = field.type === 'text' || field.type === 'longtext'
  const long = typed && first(field).length > LIMITS.typed
  const hint =
    field.hint ?? (field.type === 'longtext' && (field.required || field.name === 'text') ? ROOM : undefined)
  const block: InputBlock = {
    type: 'input',
    block_id: clip(field.name, LIMITS.input.block),
    label: plain(field.label, LIMITS.input.label),
    optional: !field.required,
    element: element(long ? { ...field, initial: undefined } : field),
    ...(hint ? { hint: plain(hint, LIMITS.input.hint) } : {}),
  }
  return long ? [rich([{ text: TOO_LONG }]), block] : [block]
}

function first({ initial }: Field): string {
  return [initial ?? ''].flat()[0] ?? ''
}

function element(field: Field): InputBlock['element'] {
  const action_id = 'field'
  const initial = first(field)
  const options = (field.options ?? []).slice(0, LIMITS.options.select).map(drawOption)
  const chosen = (value: string) =>
    options[field.options?.findIndex((option) => option.value === value) ?? -1]
  switch (field.type) {
    case 'text':
    case 'longtext':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.type === 'longtext',
        max_length: LIMITS.typed,
        ...(initial ? { initial_value: initial.toWellFormed() } : {}),
      }
    case 'choice': {
      const one = chosen(initial)
      return { type: 'static_select', action_id, options, ...(one ? { initial_option: one } : {}) }
    }
    case 'choices': {
      const many = [field.initial ?? []]
        .flat()
        .map(chosen)
        .filter((option) => option !== undefined)
      const start = many.length > 0 ? { initial_options: many } : {}
      return options.length <= LIMITS.options.checkboxes
        ? { type: 'checkboxes', action_id, options, ...start }
        : { type: 'multi_static_select', action_id, options, ...start }
    }
    case 'date':
      return {
        type: 'datepicker',
        action_id,
        ...(/^\d{4}-\d{2}-\d{2}$/.test(initial) ? { initial_date: initial } : {}),
      }
    case 'number':
      return {
        type: 'number_input',
        action_id,
        is_decimal_allowed: false,
        ...(/^-?\d{1,15}$/.test(initial) ? { initial_value: initial } : {}),
      }
    case 'files':
      return { type: 'file_input', action_id, max_files: MOST_FILES }
  }
}

/** Slack refuses empty values and takes no two options of one value. */
function drawOption({ value, label }: Choice): PlainTextOption {
  return { text: plain(label, LIMITS.option.text), value: clip(value, LIMITS.option.value) || '-' }
}
