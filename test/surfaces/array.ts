import type { Reply } from '../../src/bot/reply.ts'
import { eventOf, openHall } from './hall.ts'
import { type Surface, wordsOf } from './surface.ts'

/** No surface at all: an array in place of deliver. What fails here is wrong in a skill or the hall. */
export const array: Surface = {
  name: 'array',
  people: true,
  channels: true,
  async open(practice) {
    const { pipeline, ports } = openHall(practice)
    return {
      async send(from, body, channel) {
        const replies: Reply[] = []
        const deliver = async (reply: Reply) => void replies.push(reply)
        await pipeline.handle(eventOf('terminal', from, body, ports, channel), { deliver })
        return { replies, drawn: replies.map(wordsOf).join('\n') }
      },
      wait: (minutes) => ports.wait(minutes * 60_000),
      logged: ports.logged,
      close: () => pipeline.stop(),
    }
  },
}
