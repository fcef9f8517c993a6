/** @import { Reply } from '../../../bot/reply.ts' */
/** @import { Body, FileRef } from '../../../bot/event.ts' */
import { typeOf } from './form/files.js'

/**
 * @typedef {{ ok: true, replies: Reply[] }} Answered
 * @typedef {{ ok: false, line: string, again: boolean }} Failed
 *   `again`: nobody knows whether it was done, so trying again must be the same event
 */

/** The longest that a person should look at "Reading…", in milliseconds. */
const PATIENCE_MS = 90_000

const UNREACHED =
  'Chaperone cannot be reached. Your text is still here. See that it is running, then try again.'
const TOO_SLOW = 'Chaperone is taking too long. Your text is still here. Please try again.'
const GARBLED = 'The answer could not be read. Your text is still here. Please try again.'

/**
 * Never throws: what went wrong comes back as one line for the person.
 *
 * @param {{ id: string, session: string, body: Body }} ask
 * @returns {Promise<Answered | Failed>}
 */
export async function postEvent(ask) {
  let response
  try {
    response = await fetch('/api/event', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ask),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError'
    return { ok: false, line: slow ? TOO_SLOW : UNREACHED, again: true }
  }
  try {
    const answer = await response.json()
    if (response.ok) return { ok: true, replies: answer.replies }
    return { ok: false, line: String(answer.error.message), again: response.status >= 500 }
  } catch {
    return { ok: false, line: GARBLED, again: true }
  }
}

/**
 * Hands photos in, one after another; the line that says what went wrong, or under which ids they are kept.
 *
 * @param {string} session
 * @param {readonly File[]} files
 * @returns {Promise<FileRef[] | string>}
 */
export async function postFiles(session, files) {
  /** @type {FileRef[]} */
  const refs = []
  for (const file of files) {
    try {
      const response = await fetch('/api/file', {
        method: 'POST',
        headers: {
          'content-type': typeOf(file),
          'x-session': session,
          'x-name': encodeURIComponent(file.name.toWellFormed().slice(0, 200)),
        },
        body: file,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const answer = await response.json()
      if (!response.ok) return String(answer.error.message)
      refs.push(answer.file)
    } catch {
      return 'The photo could not be handed over. It is still here. Please try again.'
    }
  }
  return refs
}
