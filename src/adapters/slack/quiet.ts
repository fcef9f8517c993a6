import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../bot/ports.ts'

/**
 * What Slack's packages want to say. Their debug levels print message text and their errors quote payloads, so
 * only the fact that one of them complained goes to our log.
 */
export function quietLogger(log: Log): Logger {
  const nothing = () => {}
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: () => log.warn('event refused', { surface: 'slack', code: 'slack_sdk' }),
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  }
}
