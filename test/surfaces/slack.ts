import type { KnownBlock } from '@slack/types'
import { APART, FORM_ACTION, readPick } from '../../src/adapters/slack/actions.ts'
import type { Body } from '../../src/bot/event.ts'
import { readable } from '../slack/block-kit.ts'
import { openSlack, type SlackRunning } from '../slack/running.ts'
import { type Found, pressable } from '../slack/talk/presses.ts'
import { BOT } from '../slack/workspace.ts'
import { bytesOf } from './fake-vision.ts'
import type { Surface } from './surface.ts'

/** Direct messages, commands, buttons and modals in a workspace; what a person reads there is what counts. */
export const slack: Surface = {
  name: 'slack',
  people: true,
  channels: true,
  async open(practice) {
    const running = await openSlack(practice)
    running.workspace.joined.add(CHANNEL)
    const { workspace, replies } = running
    // Where a model answers, people write in the app's own thread, and read along.
    const thread = 'model' in practice ? THREAD : undefined
    return {
      async send(from, body, inChannel = false) {
        const before = {
          replies: replies.length,
          posted: workspace.posted.length,
          modals: workspace.modals.length,
        }
        await sent(running, from, body, inChannel, inChannel ? undefined : thread)
        await running.settled()
        const home = body.type === 'opened' ? [workspace.homes.get(from)] : []
        const seen = [
          ...workspace.posted.slice(before.posted),
          ...workspace.modals.slice(before.modals),
          ...home,
        ]
        const forms = await opened(running, from, seen)
        return { replies: replies.slice(before.replies), drawn: [...seen, ...forms].map(readable).join('\n') }
      },
      wait: (minutes) => running.ports.wait(minutes * 60_000),
      logged: running.ports.logged,
      async close() {
        const { mistakes } = workspace
        await running.close()
        if (mistakes.length > 0) throw new Error(`Slack would have refused: ${mistakes.join('; ')}`)
      },
    }
  },
}

const CHANNEL = 'Cfront'
const THREAD = '50.0'
let count = 0

async function sent(
  { event, command, interact, workspace }: SlackRunning,
  user: string,
  body: Body,
  inChannel: boolean,
  thread: string | undefined,
): Promise<void> {
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  const channel = inChannel ? CHANNEL : `D${user}`
  switch (body.type) {
    case 'message':
      await event({
        ...(inChannel ? { type: 'app_mention' } : { type: 'message', channel_type: 'im' }),
        user,
        channel,
        text: `${inChannel ? `<@${BOT}> ` : ''}${escaped(body.text)}`,
        ts: `${++count}.0`,
        ...inThread,
        ...filesIn(workspace, body),
      })
      return
    case 'command':
      await command(`/${body.name}`, body.text, { user_id: user, channel_id: channel })
      return
    case 'button':
      await interact(pressed(user, channel, workspace.trigger(user), drawnButton(workspace, body), inThread))
      return
    case 'form':
      await interact({
        type: 'view_submission',
        user: { id: user },
        trigger_id: workspace.trigger(user),
        view: {
          id: `V${++count}`,
          hash: 'h',
          callback_id: body.form,
          private_metadata: JSON.stringify({ user, channel, direct: !inChannel, thread }),
          state: {
            values: {
              ...Object.fromEntries(
                Object.entries(body.values).map(([name, value]) => [name, { field: stateOf(value) }]),
              ),
              ...(body.files
                ? { photos: { field: { type: 'file_input', ...filesIn(workspace, body) } } }
                : {}),
            },
          },
        },
      })
      return
    case 'opened':
      await event({ type: 'app_home_opened', user, channel, tab: 'home' })
      return
    default:
      throw new Error(`nobody can send ${body.type}`)
  }
}

/** Files that somebody sent lie on the workspace's shelf; the event names them. */
function filesIn(workspace: SlackRunning['workspace'], body: Body): object {
  const files = 'files' in body ? (body.files ?? []) : []
  if (files.length === 0) return {}
  const sent = files.map(({ name = '', mime }) => {
    const id = `F${++count}`
    workspace.shelf.files.set(id, { name, mime, bytes: bytesOf(name) })
    return { id, name, mimetype: mime, size: bytesOf(name).length }
  })
  return { subtype: 'file_share', files: sent }
}

function pressed(user: string, channel: string, trigger: string, button: object, inThread: object = {}) {
  return {
    type: 'block_actions',
    user: { id: user },
    trigger_id: trigger,
    channel: { id: channel },
    message: { ts: '1.0', ...inThread },
    actions: [{ ...button, action_ts: `${++count}.0` }],
  }
}

/** The newest one that people see and that means this, be it a button, or an option of a menu. */
function drawnButton(
  { posted, modals, homes }: SlackRunning['workspace'],
  { action, value }: { action: string; value: string },
): Found {
  const shown = [...homes.values(), ...modals.map(({ view }) => view), ...posted]
  const found = shown
    .flatMap(({ blocks }) => pressable(blocks as KnownBlock[]).map((one) => one.found))
    .findLast(({ action_id, value: carried = '', selected_option: option }) => {
      const meant = option ? readPick(option.value) : { action: action_id.split(APART)[0], value: carried }
      return meant.action === action && meant.value === value
    })
  if (!found) throw new Error(`Slack shows no button for ${action}`)
  return found
}

function stateOf(value: string | readonly string[] | boolean) {
  if (Array.isArray(value))
    return { type: 'checkboxes', selected_options: value.map((one) => ({ value: one })) }
  return { type: 'plain_text_input', value: String(value) }
}

/** What Slack does to a message on its way to an app. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The modals behind the buttons that open forms, as somebody sees them who presses. */
async function opened(running: SlackRunning, user: string, seen: readonly unknown[]): Promise<unknown[]> {
  const { workspace } = running
  const keys = [...JSON.stringify(seen).matchAll(/"action_id":"slack\/form\|\d+","value":"([^"]+)"/g)].map(
    ([, key]) => key as string,
  )
  const before = workspace.modals.length
  for (const key of keys)
    await running.interact(
      pressed(user, `D${user}`, workspace.trigger(user), {
        action_id: `${FORM_ACTION}${APART}1`,
        value: key,
      }),
    )
  await running.settled()
  for (let tries = 0; workspace.modals.length < before + keys.length && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 5))
  return workspace.modals.slice(before)
}
