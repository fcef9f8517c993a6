import type { Attachment, File } from './payload.ts'
import { plainWords } from './words.ts'

/** What the event's own schema takes. */
const MOST_FILES = 20

interface Message {
  text?: string | undefined
  blocks?: unknown
  files?: readonly File[] | undefined
  attachments?: readonly Attachment[] | undefined
}

/**
 * All that a message says, and its pictures: also what somebody passed on with it, which nobody may take for read
 * when it was not. The previews of web pages are not theirs, and are left out beside words of their own.
 */
export function saidIn({ text = '', blocks, files = [], attachments = [] }: Message): {
  text: string
  files: File[]
} {
  const own = plainWords(text, blocks)
  const passedOn = attachments.filter((one) => one.is_share || one.is_msg_unfurl)
  const beside = passedOn.length > 0 || own.trim() !== '' || files.length > 0 ? passedOn : attachments
  const words = beside
    .map((one) => plainWords(one.text || one.fallback || ''))
    .filter((one) => one.trim() !== '')
  return {
    text: words.length > 0 ? [own, ...words].filter((one) => one.trim() !== '').join('\n') : own,
    files: [...files, ...beside.flatMap((one) => one.files ?? [])].slice(0, MOST_FILES),
  }
}
