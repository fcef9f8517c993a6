import type { WebClient } from '@slack/web-api'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Files } from '../../../bot/pictures.ts'
import { refusalOf } from '../client.ts'
import { keepsFiles } from './hosts.ts'

/** Of the whole download, in milliseconds. */
const TRY_MS = 20_000
const TYPES = /^(?:image|video)\//
/** What Slack has taken away, or hidden from a free workspace. */
const GONE: readonly string[] = ['tombstone', 'hidden_by_limit']

export interface Downloading {
  client: WebClient
  token: string
  /** Where the Web API is; its host may keep files too, so that a workspace for tests can. */
  apiUrl: string | undefined
}

/**
 * Photos that people send. What the event said of a file is not believed: Slack is asked again, and the token goes
 * to the host of its files and nowhere else, redirects included.
 */
export function createDownload({ client, token, apiUrl }: Downloading): Files {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).origin

  return {
    async read({ id }, _from, { maxBytes }) {
      const { file } = await client.files.info({ file: id }).catch((cause: unknown) => {
        throw refusalOf(cause) === undefined ? unreachable(cause) : refused('Slack does not show the file')
      })
      if (file === undefined || GONE.includes(file.mode ?? '')) throw unreachable()
      if (!TYPES.test(file.mimetype ?? '')) throw refused('no picture')
      if ((file.size ?? 0) > maxBytes) throw refused('too large')
      const url = keepsFiles(file.url_private_download ?? file.url_private, own)
      if (url === undefined) throw refused('it lies elsewhere')
      return fetched(url, token, maxBytes)
    },
  }
}

async function fetched(url: URL, token: string, maxBytes: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(TRY_MS)
  let response: Response
  try {
    response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal,
    })
  } catch (cause) {
    throw unreachable(cause)
  }
  try {
    // Whoever may not see it is sent to a page to sign in, with a redirect or with the page itself.
    if (response.status >= 300 && response.status < 400) throw refused('a redirect')
    if (!response.ok) throw unreachable()
    if (/\bhtml\b/.test(response.headers.get('content-type') ?? '')) throw refused('a page to sign in')
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw refused('too large')
    return await bounded(response, maxBytes)
  } catch (cause) {
    throw cause instanceof ChaperoneError ? cause : unreachable(cause)
  } finally {
    await response.body?.cancel().catch(() => {})
  }
}

/** No more than this is ever held, whatever the headers said. */
async function bounded({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw refused('too large')
    chunks.push(chunk)
  }
  const all = Buffer.concat(chunks)
  if (/^\s*<(?:!doctype|html)/i.test(all.subarray(0, 200).toString('latin1')))
    throw refused('a page to sign in')
  return all
}

const refused = (why: string) => new ChaperoneError('file_refused', `a file was not taken: ${why}`)
const unreachable = (cause?: unknown) =>
  new ChaperoneError('file_unreachable', 'a file could not be fetched', { cause })
