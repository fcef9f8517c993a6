import type { Body, Event } from '../../../bot/event.ts'
import { APART, COPY_ACTION, FORM_ACTION, PICK_ACTION, readPick } from '../actions.ts'
import { ASKS_FOR_FORM } from '../copy.ts'
import { type Here, readOrigin } from '../origin.ts'
import { readState } from '../render/state.ts'
import { BlockActions, Command, Envelope, type File, Shortcut, ViewSubmission } from './payload.ts'
import { saidIn } from './said.ts'
import { plainWords, withoutMention } from './words.ts'

/** What a payload means to us. */
export type Incoming =
  | { to: 'hall'; event: Event; here: Here }
  /** Opens the modal that a form's button stands for. */
  | { to: 'form'; key: string; here: Here }
  /** Shows words by themselves, so that a thumb can copy them. */
  | { to: 'copy'; text: string; here: Here }
  /** Somebody looks at the conversation with the app for the first time. */
  | { to: 'welcome'; here: Here }

/** Names of shortcuts in manifest.yml. */
const SHORTCUTS = { message: 'check_message', anywhere: 'check_draft' } as const

/** Slack's own voice: reminders, answers to set words. */
const SLACKBOT = 'USLACKBOT'

/** A person's own words, with a photo, out of a thread for the whole channel to see, or behind "/me". */
const SPOKEN: readonly string[] = ['file_share', 'thread_broadcast', 'me_message']

interface Sent {
  id: string
  here: Here
  private: boolean
  place: string
  body: Body
}

/**
 * Reads what Slack sent; undefined: nothing for us. `botUser`: our own user id, to know our own words and name.
 * `outside`: from somebody of another company, who has no business with what the adapter itself keeps or shows.
 */
export function incoming(
  payload: unknown,
  botUser: string,
  now: number,
  outside = false,
): Incoming | undefined {
  const found = read(payload, botUser)
  if (found === undefined) return undefined
  if ('to' in found) return outside ? undefined : found
  const { id, here, place, body } = found
  const event: Event = {
    id: `slack:${id}`,
    surface: 'slack',
    at: new Date(now).toISOString(),
    person: { id: here.user, ...(outside ? { outside } : {}) },
    place: { id: place, private: found.private, ...(here.thread ? { thread: here.thread } : {}) },
    body,
  }
  return { to: 'hall', event, here }
}

/** Each sort of payload says what it is; commands alone do not. */
function read(payload: unknown, botUser: string): Sent | Incoming | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  switch ('type' in payload ? payload.type : undefined) {
    case 'event_callback':
      return ofEvent(payload, botUser)
    case 'block_actions':
      return ofAction(payload)
    case 'view_submission':
      return ofView(payload)
    case 'shortcut':
    case 'message_action':
      return ofShortcut(payload)
    default:
      return ofCommand(payload)
  }
}

function ofEvent(payload: unknown, botUser: string): Sent | Incoming | undefined {
  const parsed = Envelope.safeParse(payload)
  if (!parsed.success) return undefined
  const { event, event_id } = parsed.data
  const id = `event:${event_id}`
  if (event.type === 'app_home_opened') {
    const here: Here = { user: event.user, direct: true, ...(event.tab === 'home' ? { view: 'home' } : {}) }
    if (event.tab !== 'home') return { to: 'welcome', here: { ...here, channel: event.channel } as Here }
    return { id, here, private: true, place: event.channel ?? event.user, body: { type: 'opened' } }
  }
  const { user, channel, ts, thread_ts: thread } = event
  // Our own words, another app's, and what Slack itself writes ("joined the channel") are nobody's draft.
  if (user === undefined || user === botUser || user === SLACKBOT || event.bot_id !== undefined)
    return undefined
  if (event.subtype !== undefined && !SPOKEN.includes(event.subtype)) return undefined
  const direct = event.type === 'message' && event.channel_type === 'im'
  const here: Here = { user, channel, direct, ...(thread ? { thread } : {}) }
  const said = saidIn({ ...event, text: withoutMention(event.text, botUser) })
  const text = said.text
  const files = said.files.map(fileOf)
  if (event.type === 'app_mention' || direct) {
    const words: Body = { type: 'message', text, ...(files.length > 0 ? { files } : {}) }
    const asked = direct && text === ASKS_FOR_FORM && files.length === 0
    const body: Body = asked ? { type: 'command', name: 'check', text: '' } : words
    // In a channel the answer is private, whatever thread the question stands in.
    return { id: direct ? id : `mention:${channel}:${ts}`, here, private: direct, place: channel, body }
  }
  // Words that call us arrive as a mention too, which is answered; they stand in the channel all the same.
  return { id, here, private: false, place: channel, body: { type: 'overheard', text } }
}

function ofCommand(payload: unknown): Sent | undefined {
  const parsed = Command.safeParse(payload)
  if (!parsed.success) return undefined
  const { command, text, user_id, channel_id, trigger_id, response_url } = parsed.data
  const direct = channel_id.startsWith('D')
  const here: Here = {
    user: user_id,
    channel: channel_id,
    direct,
    responseUrl: response_url,
    trigger: trigger_id,
  }
  const name = command.replace(/^\//, '')
  const body: Body = { type: 'command', name, text: plainWords(text) }
  return { id: `command:${trigger_id}`, here, private: direct, place: channel_id, body }
}

function ofAction(payload: unknown): Sent | Incoming | undefined {
  const parsed = BlockActions.safeParse(payload)
  if (!parsed.success) return undefined
  const { user, trigger_id, channel, message, view, container, response_url, actions } = parsed.data
  const [pressed] = actions
  // A message that one person alone sees comes without its text, and says where it stands in its container.
  const thread = message?.thread_ts ?? container?.thread_ts
  if (pressed === undefined) return undefined
  const here: Here = {
    user: user.id,
    channel: channel?.id,
    direct: channel === undefined || channel.id.startsWith('D'),
    trigger: trigger_id,
    ...(view ? { view: view.type === 'home' ? 'home' : 'modal' } : {}),
    ...(thread ? { thread } : {}),
    ...(response_url ? { responseUrl: response_url } : {}),
  }
  const named = pressed.action_id.split(APART)[0] as string
  const picked = named === PICK_ACTION ? readPick(pressed.selected_option?.value ?? '') : undefined
  // Every other choice stands in a form, and arrives with the form.
  if (pressed.type !== 'button' && picked === undefined) return undefined
  const { action, value } = picked ?? { action: named, value: pressed.value ?? '' }
  if (action === FORM_ACTION) return { to: 'form', key: value, here }
  if (action === COPY_ACTION) return { to: 'copy', text: value, here }
  const at = message?.ts ?? container?.message_ts ?? view?.id ?? ''
  const pressedAt = pressed.action_ts || trigger_id
  // The log takes ids of such characters alone, and an operator has to be able to follow a press.
  const id = `press:${user.id}:${at}:${pressedAt}:${pressed.action_id}`
    .replace(/[^\w.:-]/g, '-')
    .slice(0, 250)
  const place = channel?.id ?? user.id
  return { id, here, private: here.direct, place, body: { type: 'button', action, value } }
}

function ofView(payload: unknown): Sent | undefined {
  const parsed = ViewSubmission.safeParse(payload)
  if (!parsed.success) return undefined
  const { user, view, trigger_id } = parsed.data
  const origin = readOrigin(view.private_metadata, user.id)
  const { values, files } = readState(view.state.values)
  const here: Here = { ...origin, ...(trigger_id ? { trigger: trigger_id } : {}) }
  const place = origin.channel ?? user.id
  const id = `view:${view.id}:${view.hash}`
  const body: Body = {
    type: 'form',
    form: view.callback_id,
    values,
    ...(files.length > 0 ? { files: files.map(fileOf) } : {}),
  }
  return { id, here, private: origin.direct, place, body }
}

function ofShortcut(payload: unknown): Sent | undefined {
  const parsed = Shortcut.safeParse(payload)
  if (!parsed.success) return undefined
  const { type, callback_id, user, trigger_id, channel, message, response_url } = parsed.data
  const direct = channel === undefined || channel.id.startsWith('D')
  const here: Here = {
    user: user.id,
    channel: channel?.id,
    direct,
    trigger: trigger_id,
    ...(response_url ? { responseUrl: response_url } : {}),
  }
  const sent = { id: `shortcut:${trigger_id}`, here, private: direct, place: channel?.id ?? user.id }
  const said = saidIn(message ?? {})
  const text = said.text
  const files = said.files.map(fileOf)
  if (type === 'message_action' && callback_id === SHORTCUTS.message)
    // With a picture, or without a word, it is a message like any other; words alone are a draft, whatever they are.
    return files.length > 0 || text.trim() === ''
      ? { ...sent, body: { type: 'message', text, ...(files.length > 0 ? { files } : {}) } }
      : { ...sent, body: { type: 'command', name: 'check', text } }
  if (type === 'shortcut' && callback_id === SHORTCUTS.anywhere)
    return { ...sent, body: { type: 'command', name: 'check', text: '' } }
  return undefined
}

function fileOf({ id, name, mimetype, size }: File) {
  return { id, mime: mimetype, bytes: size, ...(name ? { name } : {}) }
}
