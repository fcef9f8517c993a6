import type { KnownBlock } from '@slack/types'

interface Found {
  action_id: string
  value?: string
}

/** The button of this label in messages or a view, as a press of it is sent. */
export function buttonIn(blocks: readonly KnownBlock[], label: string): Found {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  const found = buttons.find((one) => one.type === 'button' && one.text.text === label)
  if (found?.type !== 'button' || found.action_id === undefined) throw new Error(`no button "${label}"`)
  const { action_id, value } = found
  return { action_id, ...(value === undefined ? {} : { value }) }
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
    actions: [{ type: 'button', ...button, action_ts: `${++presses}.0` }],
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
    actions: [{ type: 'button', ...button, action_ts: `${++presses}.0` }],
  }
}
