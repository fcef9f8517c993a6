import { fileIn, refused, unreachable } from '../../../bot/outside/file.ts'
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
      const signal = AbortSignal.timeout(TRY_MS)
      return fileIn(fetch(address, { headers, redirect: 'manual', signal }), maxBytes)
    },
  }
}
