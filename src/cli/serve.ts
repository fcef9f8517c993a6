import { isIP } from 'node:net'
import { readConfig } from '../config.ts'
import { startChaperone } from '../wiring.ts'
import { addressOf } from './address.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from './io.ts'
import { openPractice } from './practice.ts'

/** How long a stop may take before it is cut short, in milliseconds; whoever supervises it often waits ten seconds. */
const STOP_MS = 9_000

/** Runs until SIGINT or SIGTERM. Exit code 1: it had to be cut short. */
export async function runServe(options: Common, io: Io): Promise<number> {
  const stopped = nextSignal()
  const config = readConfig(io.env, process.cwd())
  const { practice, path, found, gaps } = openPractice(options.practice, io.env)
  const warnings = [...config.warnings, ...unserved(config)]
  if (!found) warnings.push(`there is no ${path}: your own names and numbers can be taken for a patient’s`)
  else warnings.push(...gaps)
  for (const warning of warnings) await write(io.stderr, `chaperone: ${warning}\n`)

  const chaperone = await startChaperone(config, practice).catch((error: unknown) => {
    throw refusal(error, config)
  })
  const address = addressOf({ host: config.host, port: chaperone.port })
  const line = config.page
    ? `Chaperone is ready. Open ${address}`
    : `Chaperone is ready at ${address} (the chat page is off)`
  await write(io.stdout, options.json ? `${JSON.stringify({ address, page: config.page })}\n` : `${line}\n`)

  await stopped
  const cutShort = setTimeout(() => process.exit(FOUND), STOP_MS)
  await chaperone.stop()
  clearTimeout(cutShort)
  return DONE
}

/** The first signal is a request; the second is a person who does not want to wait. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(FOUND)
        asked = true
        resolve()
      })
    }
  })
}

/** Settings for what this version does not serve: nothing breaks, but nobody must wait for an answer there. */
function unserved(config: ReturnType<typeof readConfig>): string[] {
  const names = [config.model && 'a model']
  return names.filter(Boolean).map((name) => `${name} is configured, and this version does not serve it`)
}

const ADDRESS_TROUBLE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use; is Chaperone running already? Stop what uses it, or set PORT',
  EACCES: 'may not be opened by this account; set PORT to a number above 1023',
  EADDRNOTAVAIL: 'is not an address of this machine; look at HOST',
  ENOTFOUND: 'is not a name that this machine knows; look at HOST',
}

function refusal(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const says = ADDRESS_TROUBLE[code]
  const name = isIP(host) === 6 ? `[${host}]` : host
  return says ? new Refused(`${name}:${port} ${says}`) : error
}
