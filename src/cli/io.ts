import type { Readable, Writable } from 'node:stream'

/** What a command may touch of the process; tests hand in their own. */
export interface Io {
  stdin: Readable
  stdout: Writable & { isTTY?: boolean; columns?: number }
  stderr: Writable
  env: Readonly<Record<string, string | undefined>>
}

/** Exit codes, the same for every command. Scripts rely on them. */
export const DONE = 0
export const FOUND = 1
export const WRONG = 2

/** Wrong use or broken input: `message` is the one clear line on stderr. It never quotes what was typed. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Every command takes these. */
export interface Common {
  json?: boolean
  practice?: string
}

/**
 * Writes and waits until the reader can take more, so that a slow reader holds up the work instead of filling
 * memory. A reader that has gone (EPIPE) is for the caller of the command: see run.ts.
 */
export function write(out: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    out.write(text, (error) => (error ? reject(error) : resolve()))
  })
}
