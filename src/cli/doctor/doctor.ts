import { paragraph, type Style } from '../../adapters/terminal/layout.ts'
import { canvasOf } from '../../adapters/terminal/platform.ts'
import { type Common, DONE, FOUND, type Io, write } from '../io.ts'
import { examine, type Item, type State } from './examine.ts'

const LOOK: Record<State, { word: string; style: Style }> = {
  ok: { word: 'ok', style: 'green' },
  off: { word: 'off', style: 'dim' },
  attention: { word: 'look', style: 'yellow' },
  broken: { word: 'BROKEN', style: 'red' },
}
const HANG = 20

/** What is configured, what is not, and what that means. Changes nothing. Exit code 1: it cannot work like this. */
export async function runDoctor(options: Common, io: Io): Promise<number> {
  const items = await examine(options.practice, io.env)
  const ready = items.every((item) => item.state !== 'broken')
  await write(io.stdout, options.json ? `${JSON.stringify({ ready, items })}\n` : asText(items, ready, io))
  return ready ? DONE : FOUND
}

function asText(items: readonly Item[], ready: boolean, io: Io): string {
  const canvas = canvasOf(io.stdout, io.env)
  const lines = items.map(({ name, state, says }) => {
    const { word, style } = LOOK[state]
    const lead = { text: word.padEnd(8), styles: [style] }
    return paragraph([lead, { text: name.padEnd(HANG - 8) }, { text: says }], canvas, HANG)
  })
  const end = ready
    ? 'Chaperone can work. "look" is worth a minute of yours.'
    : 'Chaperone cannot work until what is BROKEN is mended.'
  return `${lines.join('\n')}\n\n${end}\n`
}
