import { createHash } from 'node:crypto'
import type { Body, Event } from '../../../bot/event.ts'
import { type Pressed, readCarried } from '../carried.ts'
import { type Here, hereOf } from '../origin.ts'
import { filesOf, type Sent } from './files.ts'
import { Activity, Consent, Execute, Extension } from './payload.ts'
import { isCalled, ofHtml, plainWords } from './words.ts'

/** What an activity means to us. */
export type Incoming =
  /** `answer`: where the reply goes. All but a `chat` are invokes, and Teams waits for them. */
  | { to: 'hall'; event: Event; here: Here; answer: Answer; files: readonly Sent[] }
  /** Shows words by themselves, so that a thumb can copy them. */
  | { to: 'copy'; text: string; here: Here; answer: Answer }
  /** Somebody takes the file that we offered, or does not. */
  | { to: 'consent'; consent: Consent; here: Here }
  /** The app came to a place where several people read. */
  | { to: 'hello'; here: Here }
  /** Somebody has taken the app away, so nothing may be sent to them any more. */
  | { to: 'gone'; here: Here }
export type Answer = 'chat' | 'execute' | 'refresh' | 'dialog' | 'extension'

/** Names of commands in teams/manifest.json. */
const COMMANDS = { message: 'checkMessage', compose: 'checkDraft' } as const

interface Read {
  body: Body
  answer: Answer
  here?: Partial<Here>
  files?: readonly Sent[]
}

/**
 * Reads what Teams sent; undefined: nothing for us. Edited and deleted messages are nobody's new draft.
 * @param local whether files on this machine count: for a test client that nobody signs in.
 */
export function incoming(payload: unknown, now: number, local = false): Incoming | undefined {
  const parsed = Activity.safeParse(payload)
  return parsed.success ? incomingOf(parsed.data, now, local) : undefined
}

export function incomingOf(activity: Activity, now: number, local = false): Incoming | undefined {
  const { from, recipient } = activity
  if (from.id === recipient.id || from.role === 'bot') return undefined
  const here = hereOf(activity)
  const found = read(activity, here, local)
  if (found === undefined || 'to' in found) return found
  const { body, answer } = found
  const inDialog = answer === 'dialog' || answer === 'extension'
  const event: Event = {
    id: idOf(activity, body),
    surface: 'teams',
    at: new Date(now).toISOString(),
    person: { id: here.person },
    place: { id: placeOf(activity), private: here.personal || inDialog },
    body,
  }
  const alone = answer === 'extension' ? { personal: false, overheard: true } : found.here
  return { to: 'hall', event, here: { ...here, ...alone }, answer, files: found.files ?? [] }
}

function read(activity: Activity, here: Here, local: boolean): Read | Incoming | undefined {
  switch (activity.type) {
    case 'message':
      return ofMessage(activity, here, local)
    case 'invoke':
      return ofInvoke(activity, here, local)
    case 'installationUpdate':
      if (activity.action === 'remove') return here.personal ? { to: 'gone', here } : undefined
      if (activity.action !== 'add') return undefined
      return here.personal ? { body: { type: 'opened' }, answer: 'chat' } : { to: 'hello', here }
    default:
      return undefined
  }
}

function ofMessage(activity: Activity, here: Here, local: boolean): Read | Incoming | undefined {
  const text = plainWords(activity)
  const pressed = readCarried(activity.value)
  // Clients that know no Action.Execute send a button as a message.
  if (pressed && text === '') return ofPressed(pressed, here, 'chat')
  const sent = filesOf(activity.attachments, local)
  if (!here.personal && !isCalled(activity))
    return { body: { type: 'overheard', text }, answer: 'chat', here: { overheard: true } }
  return { body: { type: 'message', text, ...listed(sent) }, answer: 'chat', files: sent }
}

function ofInvoke({ name, value }: Activity, here: Here, local: boolean): Read | Incoming | undefined {
  switch (name) {
    case 'adaptiveCard/action': {
      const found = Execute.safeParse(value)
      return found.success ? ofData(found.data.action.data, here, 'execute') : undefined
    }
    case 'task/submit':
      return ofData((value as { data?: unknown } | undefined)?.data, here, 'dialog')
    case 'task/fetch':
      return ofData((value as { data?: unknown } | undefined)?.data, here, 'dialog')
    case 'composeExtension/submitAction': {
      const found = Extension.safeParse(value)
      return found.success ? ofData(found.data.data, here, 'extension') : undefined
    }
    case 'composeExtension/fetchTask':
      return ofExtension(value, local)
    case 'fileConsent/invoke': {
      const found = Consent.safeParse(value)
      return found.success ? { to: 'consent', consent: found.data, here } : undefined
    }
    default:
      return undefined
  }
}

function ofExtension(value: unknown, local: boolean): Read | undefined {
  const found = Extension.safeParse(value)
  if (!found.success) return undefined
  const { commandId, messagePayload } = found.data
  if (commandId === COMMANDS.compose)
    return { body: { type: 'command', name: 'check', text: '' }, answer: 'extension' }
  if (commandId !== COMMANDS.message) return undefined
  const { contentType, content } = messagePayload?.body ?? {}
  const text = contentType === 'text' ? (content ?? '') : ofHtml(content ?? '')
  const sent = filesOf(messagePayload?.attachments, local)
  // With a picture it is a message like any other; words alone are a draft, whatever they look like.
  const body: Body =
    sent.length > 0 ? { type: 'message', text, ...listed(sent) } : { type: 'command', name: 'check', text }
  return { body, answer: 'extension', files: sent }
}

const listed = (sent: readonly Sent[]) => (sent.length > 0 ? { files: sent.map(({ file }) => file) } : {})

function ofData(data: unknown, here: Here, answer: Answer): Read | Incoming | undefined {
  const pressed = readCarried(data)
  return pressed && ofPressed(pressed, here, answer)
}

function ofPressed({ does, action, value, values }: Pressed, here: Here, answer: Answer): Read | Incoming {
  if (does === 'copy') return { to: 'copy', text: value, here, answer }
  const body: Body =
    does === 'form' ? { type: 'form', form: action, values } : { type: 'button', action, value }
  return { body, answer: does === 'refresh' && answer === 'execute' ? 'refresh' : answer }
}

/**
 * Teams repeats an activity under its id, which is unique in its conversation alone. Where there is none, the
 * same press within the same second is the same press.
 */
function idOf({ type, name, id, conversation, from, value, text }: Activity, body: Body): string {
  const parts = [conversation.id, from.id, id ?? JSON.stringify([value, text])]
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return `teams:${type === 'invoke' ? (name ?? type) : body.type}:${digest}`
}

function placeOf({ conversation }: Activity): string {
  if (conversation.id.length <= 200) return conversation.id
  return createHash('sha256').update(conversation.id).digest('base64url')
}
