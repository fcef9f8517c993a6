import { Agent, type ClientRequest, request as plainly } from 'node:http'
import { Agent as SecureAgent, request as securely } from 'node:https'
import { isSlack } from './files/hosts.ts'
import type { Message } from './render/message.ts'

/** Answers through the address that came with a command or a button; false: it is used up, too old or not Slack's. */
export type Respond = (url: string, message: Message) => Promise<boolean>

const TRY_MS = 8000

/**
 * @param apiUrl where the Web API is; its host may take answers too, so that a workspace for tests can.
 * The request was signed, and still: an answer may quote a draft, so it goes to Slack's hosts and nowhere else.
 * Node's own client follows no redirect, and its connections stay open for the next answer.
 */
export function responder(apiUrl: string | undefined): Respond {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).origin
  const agent = new Agent({ keepAlive: true })
  const secureAgent = new SecureAgent({ keepAlive: true })

  function send({ protocol, hostname, port, pathname, search }: URL, body: Buffer): ClientRequest {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength }
    // IPv6 stands in brackets in an address, and without them where one connects to.
    const host = hostname.replace(/^\[|\]$/g, '')
    const options = { host, port, path: pathname + search, method: 'POST', headers }
    const sending =
      protocol === 'https:' ? securely({ ...options, agent: secureAgent }) : plainly({ ...options, agent })
    return sending.end(body)
  }

  const attempt = (url: URL, body: Buffer) =>
    new Promise<boolean | 'stale'>((resolve) => {
      const sending = send(url, body)
      // Of the whole exchange; a socket's own timeout would start anew with every byte.
      const tooLong = setTimeout(() => sending.destroy(), TRY_MS)
      const end = (result: boolean | 'stale') => {
        clearTimeout(tooLong)
        resolve(result)
      }
      sending.once('response', (response) => {
        const { statusCode = 0 } = response
        response.resume()
        end(statusCode >= 200 && statusCode < 300)
      })
      // The other side had closed a kept connection just then: nothing was read of the request.
      sending.on('error', (error: NodeJS.ErrnoException) =>
        end(sending.reusedSocket && error.code === 'ECONNRESET' ? 'stale' : false),
      )
    })

  return async (address, message) => {
    const url = URL.parse(address)
    if (url === null || !isSlack(url, own)) return false
    const body = bytesOf(message)
    for (let tries = 0; tries < 3; tries++) {
      const result = await attempt(url, body)
      if (result !== 'stale') return result
    }
    return false
  }
}

/** Bytes that a UTF-16 unit takes at most. */
const MOST_BYTES = 3

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
