import { spawn } from 'node:child_process'
import { PassThrough, Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/cli/run.ts'

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs a command line inside this process. */
export async function command(args: readonly string[], stdin: string | Buffer = '', env = {}): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const [out, err] = [stdout.toArray(), stderr.toArray()]
  const code = await run(args, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env })
  stdout.end()
  stderr.end()
  return { code, out: Buffer.concat(await out).toString(), err: Buffer.concat(await err).toString() }
}

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** Starts the real thing, for what only a process has: pipes, signals, exit codes. */
export function start(args: readonly string[], env: Record<string, string> = {}, cwd?: string) {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A child that ends before it has read everything is one of the things under test.
  child.stdin.on('error', () => {})
  const text = { out: '', err: '' }
  child.stdout.on('data', (data) => {
    text.out += data
  })
  child.stderr.on('data', (data) => {
    text.err += data
  })
  const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, ...text })))
  return { child, ended, text }
}
