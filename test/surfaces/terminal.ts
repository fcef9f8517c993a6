import { createTerminal } from '../../src/adapters/terminal/platform.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { eventOf, openHall } from './hall.ts'
import type { Surface } from './surface.ts'

/** What a person reads in a terminal of eighty columns without colours. */
export const terminal: Surface = {
  name: 'terminal',
  people: true,
  channels: true,
  async open(practice) {
    const { pipeline, ports } = openHall(practice)
    return {
      async send(from, body, channel) {
        const replies: Reply[] = []
        let drawn = ''
        const out = { write: (text: string) => (drawn += text) }
        const screen = createTerminal(out, { columns: 80, colour: false })
        await pipeline.handle(eventOf('terminal', from, body, ports, channel), {
          async deliver(reply, to) {
            replies.push(reply)
            await screen.deliver(reply, to)
          },
        })
        return { replies, drawn }
      },
      wait: (minutes) => ports.wait(minutes * 60_000),
      logged: ports.logged,
      close: () => pipeline.stop(),
    }
  },
}
