import { Agent, type Dispatcher, errors } from 'undici'
import { isSlack } from './files/hosts.ts'
import type { Message } from './render/message.ts'

/** Answers through the address that came with a command or a button; false: it is used up, too old or not Slack's. */
export type Respond = (url: string, message: Message) => Promise<boolean>

const TRY_MS = 8000
/** On so many connections that were closed in the same moment. */
const TRIES = 3
/** Bytes that a UTF-16 unit takes at most. */
const MOST_BYTES = 3

const connections = () =>
  new Agent({ connect: { timeout: TRY_MS }, headersTimeout: TRY_MS, bodyTimeout: TRY_MS, allowH2: false })

/**
 * @param apiUrl where the Web API is; its host may take answers too, so that a workspace for tests can.
 * @param dispatcher keeps the connections; it follows no redirect.
 * The request was signed, and still: an answer may quote a draft, so it goes to Slack's hosts and nowhere else.
 */
export function responder(apiUrl: string | undefined, dispatcher: Dispatcher = connections()): Respond {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).origin

  const attempt = ({ origin, pathname, search }: URL, body: Buffer) =>
    new Promise<boolean | 'stale'>((resolve) => {
      dispatcher.dispatch(
        { origin, path: pathname + search, method: 'POST', headers: HEADERS, body },
        {
          onRequestStart() {},
          onResponseStart: (_controller, status) => resolve(status >= 200 && status < 300),
          onResponseData() {},
          onResponseEnd() {},
          onResponseError: (_controller, error) => resolve(isStale(error) ? 'stale' : false),
        },
      )
    })

  return async (address, message) => {
    const url = URL.parse(address)
    if (url === null || !isSlack(url, own)) return false
    const body = bytesOf(message)
    for (let tries = 0; tries < TRIES; tries++) {
      const result = await attempt(url, body)
      if (result !== 'stale') return result
    }
    return false
  }
}

const HEADERS = ['content-type', 'application/json; charset=utf-8']

/** The other side had closed a kept connection just then: nothing was read of the request. */
function isStale(error: Error): boolean {
  return error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > 0
}

/** One block after the other: most are ASCII and copied as they are, where all of them as one text would not be. */
function bytesOf({ text, blocks, written = blocks.map((block) => JSON.stringify(block)) }: Message): Buffer {
  const head = JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }).slice(0, -1)
  const pieces = [head, ',"blocks":[']
  for (const json of written) pieces.push(json, ',')
  if (written.length > 0) pieces.pop()
  pieces.push(']}')
  let units = 0
  for (const { length } of pieces) units += length
  // Room for the longest that it can be: to measure it first would be to go through it twice.
  const room = Buffer.allocUnsafe(units * MOST_BYTES)
  let end = 0
  for (const piece of pieces) end += room.write(piece, end)
  return room.subarray(0, end)
}
