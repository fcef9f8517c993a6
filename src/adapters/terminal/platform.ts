import type { Platform } from '../../bot/ports.ts'
import type { Canvas } from './layout.ts'
import { render } from './render.ts'

/** The part of a stream that a terminal needs; process.stdout is one. */
export interface Out {
  write(text: string): unknown
  isTTY?: boolean | undefined
  columns?: number | undefined
}

/** Wider lines than this are hard to read; a pipe has no width and gets this one. */
const COLUMNS = 80
const WIDEST = 100

/** Colour only for eyes: never into a pipe or file, and not where NO_COLOR is set to anything (no-color.org). */
export function canvasOf(out: Out, env: Readonly<Record<string, string | undefined>>): Canvas {
  const tty = out.isTTY === true
  return {
    columns: tty ? Math.min(out.columns || COLUMNS, WIDEST) : COLUMNS,
    colour: tty && !env.NO_COLOR && env.TERM !== 'dumb',
  }
}

export function createTerminal(out: Out, canvas: Canvas): Platform {
  return {
    async deliver(reply) {
      out.write(`${render(reply, canvas)}\n`)
    },
  }
}
