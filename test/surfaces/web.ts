import { z } from 'zod'
import { createWeb } from '../../src/adapters/web/server.ts'
import { createUploads } from '../../src/adapters/web/uploads.ts'
import type { Body, FileRef } from '../../src/bot/event.ts'
import { Reply } from '../../src/bot/reply.ts'
import { bytesOf } from './fake-vision.ts'
import { openHall } from './hall.ts'
import { type Surface, wordsOf } from './surface.ts'

const Answer = z.object({ replies: z.array(Reply) })

/** The real server over HTTP, asked as the chat page asks it. How the page draws is the browser tests' matter. */
export const web: Surface = {
  name: 'web',
  // Whoever sits at the machine is one person.
  people: false,
  async open(practice) {
    const { pipeline, ports } = openHall(practice)
    const uploads = createUploads(ports.clock, ports.ids)
    ports.files = uploads
    const server = createWeb({
      uploads,
      handle: pipeline.handle,
      clock: ports.clock,
      ids: ports.ids,
      health: { ready: async () => ({ store: true }) },
      host: '127.0.0.1',
      port: 0,
      log: ports.log,
    })
    const { port } = await server.start()
    return {
      async send(from, body) {
        const files = await Promise.all(filesOf(body).map((file) => upload(port, from, file)))
        const response = await fetch(`http://127.0.0.1:${port}/api/event`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ session: from, body: files.length > 0 ? { ...body, files } : body }),
        })
        const { replies } = Answer.parse(await response.json())
        return { replies, drawn: replies.map(wordsOf).join('\n') }
      },
      wait: (minutes) => ports.wait(minutes * 60_000),
      logged: ports.logged,
      async close() {
        await server.stop()
        await pipeline.stop()
      },
    }
  },
}

const filesOf = (body: Body): readonly FileRef[] => ('files' in body && body.files) || []

/** As the page hands a photo in, before it asks about it. */
async function upload(port: number, session: string, { name = '', mime }: FileRef): Promise<FileRef> {
  const response = await fetch(`http://127.0.0.1:${port}/api/file`, {
    method: 'POST',
    headers: { 'content-type': mime, 'x-session': session, 'x-name': encodeURIComponent(name) },
    body: new Uint8Array(bytesOf(name)),
  })
  // What the page does not take at all never reaches the bot; other surfaces hand it on.
  if (!response.ok) return { id: 'none', name, mime, bytes: 0 }
  return ((await response.json()) as { file: FileRef }).file
}
