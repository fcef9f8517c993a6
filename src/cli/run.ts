import { CommanderError } from 'commander'
import { ChaperoneError } from '../bot/errors.ts'
import { DONE, FOUND, type Io, Refused, WRONG } from './io.ts'
import { buildProgram } from './program.ts'

/** Runs one command line and returns the exit code; never throws, never prints a stack trace. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = DONE
  const exit = (result: number) => {
    code = result
  }
  // Without a listener, a reader that goes away (`| head`) would end the process with a stack trace.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => {})
  const complain = (line: string) => io.stderr.write(`chaperone: ${line}\n`)

  const program = buildProgram({ io, exit })
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text) => complain(text.replace(/^error: /, '').trim()),
    })
  }
  try {
    if (args.length === 0)
      throw new Refused('say what to do, for example: check "your draft"; --help lists it all')
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG
    if (error instanceof Refused || error instanceof ChaperoneError) complain(error.message)
    // Whoever read the output has gone. Not everything was told, so it must not count as nothing found.
    else if (codeOf(error) === 'EPIPE') return FOUND
    else complain(`something broke inside Chaperone: ${placeOf(error)}`)
    return WRONG
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Where it broke, for a report. Not the message: it may quote what somebody typed. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const place = error.stack?.match(/src\/[\w./-]+:\d+/)?.[0] ?? 'unknown place'
  return `${error.name} at ${place}`
}
