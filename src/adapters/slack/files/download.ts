import type { WebClient } from '@slack/web-api'
import { fileIn, refused, unreachable } from '../../../bot/outside/file.ts'
import type { Files } from '../../../bot/pictures.ts'
import { refusalOf } from '../client.ts'
import { keepsFiles } from './hosts.ts'

const TYPES = /^(?:image|video)\//
/** What Slack has taken away, or hidden from a free workspace. */
const GONE: readonly string[] = ['tombstone', 'hidden_by_limit']

/** Of the whole download, in milliseconds. */
const TRY_MS = 20_000

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
      const headers = { authorization: `Bearer ${token}` }
      const signal = AbortSignal.timeout(TRY_MS)
      return fileIn(fetch(url, { headers, redirect: 'manual', signal }), maxBytes)
    },
  }
}
