import type { Body } from '../../src/bot/event.ts'
import { actionsOf, readable, troubleWith } from '../teams/cards.ts'
import { activity, openTeams, type TeamsRunning } from '../teams/running.ts'
import { bytesOf } from './fake-vision.ts'
import type { Surface } from './surface.ts'

/** A chat with the app in Teams: messages, buttons and filled-in cards, as Teams posts them to /api/messages. */
export const teams: Surface = {
  name: 'teams',
  people: true,
  photoForms: false,
  async open(practice) {
    const running = await openTeams({ facts: practice })
    const { connector, replies } = running
    return {
      async send(from, body) {
        const before = { replies: replies.length, said: connector.said.length }
        const status = await sent(running, from, body)
        if (status !== 200) throw new Error(`Teams got ${status}`)
        await running.settled()
        const seen = connector.said.slice(before.said)
        const foreign = seen.filter(({ conversation }) => conversation !== `a:${from}`)
        if (foreign.length > 0) throw new Error('somebody else was told')
        return { replies: replies.slice(before.replies), drawn: readable(seen.map((one) => one.activity)) }
      },
      wait: (minutes) => running.ports.wait(minutes * 60_000),
      logged: running.ports.logged,
      async close() {
        const { mistakes, said } = connector
        const wrong = [...mistakes, ...said.flatMap((one) => troubleWith(one.activity))]
        await running.close()
        if (wrong.length > 0) throw new Error(`Teams would have refused: ${wrong.join('; ')}`)
      },
    }
  },
}

async function sent({ post, connector }: TeamsRunning, user: string, body: Body): Promise<number> {
  const send = async (more: object) => (await post(activity(connector, user, more))).status
  switch (body.type) {
    case 'message':
      return send({ text: escaped(body.text), textFormat: 'plain', ...attached(connector, body) })
    // Teams has no slash commands; whoever knows them from elsewhere types them.
    case 'command':
      return send({ text: escaped(`/${body.name} ${body.text}`) })
    case 'button':
    case 'form':
      return send(pressed(connector.said.at(-1)?.activity, body))
    case 'opened':
      return send({ type: 'installationUpdate', action: 'add' })
    default:
      throw new Error(`nobody can send ${body.type}`)
  }
}

/** Pictures as Teams attaches them, kept by its service. */
function attached({ files, serviceUrl }: TeamsRunning['connector'], body: Body): object {
  const sent = 'files' in body ? (body.files ?? []) : []
  if (sent.length === 0) return {}
  return {
    attachments: sent.map(({ name = '', mime }) => {
      files.set(encodeURIComponent(name), { mime, bytes: bytesOf(name) })
      const contentUrl = `${serviceUrl}/files/${encodeURIComponent(name)}`
      if (mime.startsWith('image/')) return { contentType: mime, contentUrl, name }
      const content = { downloadUrl: contentUrl, uniqueId: name, fileType: name.split('.').at(-1) }
      return { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content }
    }),
  }
}

/** What Teams posts when somebody presses: the data of the button that was drawn, with what was filled in. */
function pressed(card: unknown, body: Body & { type: 'button' | 'form' }): object {
  const wanted = body.type === 'form' ? body.form : body.action
  const carried = { does: body.type === 'form' ? 'form' : 'press', action: wanted, fields: '1.', value: '' }
  const drawn = actionsOf(card).find(({ data }) => {
    const { action, value = '' } = (data.chaperone ?? {}) as { action?: string; value?: string }
    return action === wanted && (body.type === 'form' || value === body.value)
  })
  // A form that nobody has drawn is one that a test fills in out of the blue.
  const own = { chaperone: { ...carried, ...(body.type === 'button' ? { value: body.value } : {}) } }
  const data: Record<string, unknown> = { ...(drawn?.data ?? own) }
  const { fields = '' } = data.chaperone as { fields?: string }
  if (body.type === 'form')
    for (const [name, value] of Object.entries(body.values))
      data[`${fields}${name}`] = Array.isArray(value) ? value.join(',') : String(value)
  const action = { type: 'Action.Execute', verb: carried.does, data }
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }
}

/** What Teams does to a message on its way to an app. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
