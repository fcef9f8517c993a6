import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/adapters/log/log.ts'
import { LOG_LEVELS, type LogLevel } from '../../src/bot/ports.ts'
import { logContract } from './log.contract.ts'

function stage(level: LogLevel = 'trace') {
  const lines: string[] = []
  const out = { write: (line: string) => void lines.push(line) }
  return { log: createLog({ level, out }), lines, output: () => lines.join('') }
}

logContract('pino', stage)

describe('the pino log', () => {
  it.each(LOG_LEVELS)('at level %s writes what is at least as grave', (level) => {
    const { log, lines } = stage(level)
    log.debug('started')
    log.info('started')
    log.warn('started')
    log.error('started')
    expect(lines.length).toBe({ trace: 4, debug: 4, info: 3, warn: 2, error: 1, silent: 0 }[level])
  })

  it('writes one JSON object a line, with level, time and message', () => {
    const { log, lines } = stage()
    log.warn('event refused', { code: 'x' })
    expect(lines).toHaveLength(1)
    const { time, ...rest } = JSON.parse(lines[0] as string)
    expect(rest).toEqual({ level: 'warn', code: 'x', msg: 'event refused' })
    expect(new Date(time).toISOString()).toBe(time)
  })

  it('goes to standard error, so that standard output stays a program’s answer', () => {
    const source = fileURLToPath(new URL('../../src/adapters/log/log.ts', import.meta.url))
    const script = `import { createLog } from ${JSON.stringify(source)}
      createLog({ level: 'info' }).info('started')
      process.exit(0)`
    const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain('"msg":"started"')
  })
})
