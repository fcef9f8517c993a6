import type { KnownBlock } from '@slack/types'

/** What somebody touches: a button, or one option of a menu or list. */
export interface Found {
  type: 'button' | 'overflow' | 'static_select'
  action_id: string
  value?: string
  selected_option?: { text: object; value: string }
}

/** All that can be pressed in messages or a view, each under its label. */
export function pressable(blocks: readonly KnownBlock[]): { label: string; found: Found }[] {
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((one): { label: string; found: Found }[] => {
      if (one.type === 'button') {
        const { text, action_id = '', value } = one
        return [
          {
            label: text.text,
            found: { type: one.type, action_id, ...(value === undefined ? {} : { value }) },
          },
        ]
      }
      if (one.type !== 'overflow' && one.type !== 'static_select') return []
      const { type, action_id = '', options = [] } = one
      return options.map(({ text, value = '' }) => ({
        label: text.text,
        found: { type, action_id, selected_option: { text, value } },
      }))
    })
}

/** The button of this label in messages or a view, in sight or under "…", as a press of it is sent. */
export function buttonIn(blocks: readonly KnownBlock[], label: string): Found {
  const one = pressable(blocks).find((button) => button.label === label)
  if (!one) throw new Error(`no button "${label}"`)
  return one.found
}

let presses = 0
/** A press in a message that one person alone sees: it comes without the message. */
export function pressInChannel(user: string, button: Found, more: object = {}): object {
  return {
    type: 'block_actions',
    user: { id: user },
    trigger_id: 'none',
    channel: { id: 'Cfront' },
    container: { type: 'message', message_ts: '1.0', channel_id: 'Cfront', is_ephemeral: true },
    actions: [{ ...button, action_ts: `${++presses}.0` }],
    ...more,
  }
}

/** A press on the home tab or in a modal. */
export function pressInView(user: string, type: 'home' | 'modal', trigger: string, button: Found): object {
  return {
    type: 'block_actions',
    user: { id: user },
    trigger_id: trigger,
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', type },
    actions: [{ ...button, action_ts: `${++presses}.0` }],
  }
}
