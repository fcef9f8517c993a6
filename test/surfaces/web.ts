import { z } from 'zod'
import { createWeb } from '../../src/adapters/web/server.ts'
import { Reply } from '../../src/bot/reply.ts'
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
    const server = createWeb({
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
        const response = await fetch(`http://127.0.0.1:${port}/api/event`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ session: from, body }),
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
