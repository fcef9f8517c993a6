import type { ErrorCode } from '../../../bot/errors.ts'
import type { Box, Looked, Picture } from '../../../bot/pictures.ts'

/** What is asked of the process that looks at pictures, and what it answers. */
export type Task =
  | {
      what: 'look'
      bytes: Uint8Array /** Milliseconds after which it stops and says what it has. */
      enoughMs: number
    }
  | { what: 'clean'; bytes: Uint8Array }
  | { what: 'cover' | 'outline'; bytes: Uint8Array; boxes: readonly Box[] }

export type Done = Looked | Picture

/** One task at a time, so no numbers are needed. */
export type Answer = ({ done: Done } | { failed: Failure }) & {
  /** How much memory the process has now, in bytes. */
  memory: number
}

/** An error of ours keeps its words, which hold nothing of the file; any other has only its code. */
export interface Failure {
  code: ErrorCode
  message: string
}
