import { isIP } from 'node:net'

/** Listening everywhere is no address to open; the page answers only to this machine in any case. */
const EVERYWHERE = ['0.0.0.0', '::', '::0', '0:0:0:0:0:0:0:0']

/** Where to open the chat page. */
export function addressOf({ host, port }: { host: string; port: number }): string {
  const name = EVERYWHERE.includes(host) ? '127.0.0.1' : isIP(host) === 6 ? `[${host}]` : host
  return `http://${name}:${port}`
}
