import { ChaperoneError } from '../../../bot/errors.ts'
import type { Files } from '../../../bot/pictures.ts'
import type { Bot } from '../bot.ts'
import { isTeamsHost } from '../reading/files.ts'
import type { Addresses } from './addresses.ts'

/** Of the whole download, in milliseconds. */
const TRY_MS = 20_000

export interface Downloading {
  addresses: Addresses
  bot: Pick<Bot, 'token'>
  /** Files on this machine count, for a test client that nobody signs in. */
  local: boolean
}

/** Photos that people send. Our token goes to the service that it is for, and along no redirect. */
export function createDownload({ addresses, bot, local }: Downloading): Files {
  return {
    async read({ id }, { person }, { maxBytes }) {
      const known = addresses.find(person.id, id)
      if (known === undefined) throw unreachable()
      const { address, needsToken } = known
      if (!isTeamsHost(address, local)) throw refused('it lies elsewhere')
      const token = needsToken ? await bot.token().catch(() => undefined) : undefined
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
      return fetched(address, headers, maxBytes)
    },
  }
}

async function fetched(
  address: string,
  headers: Record<string, string>,
  maxBytes: number,
): Promise<Uint8Array> {
  let response: Response
  try {
    response = await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(TRY_MS) })
  } catch (cause) {
    throw unreachable(cause)
  }
  try {
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
  return Buffer.concat(chunks)
}

const refused = (why: string) => new ChaperoneError('file_refused', `a file was not taken: ${why}`)
const unreachable = (cause?: unknown) =>
  new ChaperoneError('file_unreachable', 'a file could not be fetched', { cause })
