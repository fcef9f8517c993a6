import { pino } from 'pino'
import { LOG_MESSAGES, type Log, type LogFields, type LogLevel, type LogMessage } from '../../bot/ports.ts'
import { loggable } from './fields.ts'

export interface LogOptions {
  level: LogLevel
  /** Where the lines go, one JSON object each; standard error unless told. */
  out?: { write(line: string): void }
}

/**
 * pino behind the Log port. What may stand in a line is decided here, not by pino's redaction, which looks at
 * paths and misses what hides elsewhere (nested, in a cause, behind a getter).
 */
export function createLog({ level, out }: LogOptions): Log {
  const logger = pino(
    {
      level,
      // No pid and hostname: a laptop is often named after its owner.
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // Written before the next statement runs: the last line before a crash is the one that is needed.
    out ?? pino.destination({ dest: 2, sync: true }),
  )
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (message: LogMessage, fields?: LogFields): void => {
      // The types say so already; a message built from data must not pass even if a cast slips through.
      if (LOG_MESSAGES.includes(message)) logger[name](loggable(fields), message)
      else logger.error('log message refused' satisfies LogMessage)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
