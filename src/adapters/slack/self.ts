import type { WebClient } from '@slack/web-api'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Clock, Log } from '../../bot/ports.ts'
import { refusalOf } from './client.ts'
import type { Self } from './incoming/whence.ts'

/** What a refused token is called. */
const REFUSED: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
]
/** Between two tries to learn who we are, in milliseconds. */
const AGAIN_MS = 60_000

/** Who we are, by Slack's word. An outage is no reason not to start: it is asked again while it is not known. */
export function learnSelf(client: WebClient, clock: Pick<Clock, 'now'>, log: Log) {
  let self: Self | undefined
  let asked = Number.NEGATIVE_INFINITY

  async function ask(): Promise<void> {
    asked = clock.now()
    try {
      const found = await client.auth.test()
      self = { user: found.user_id ?? '', team: found.team_id, enterprise: found.enterprise_id }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal !== undefined && REFUSED.includes(refusal))
        throw new ChaperoneError(
          'config_invalid',
          `SLACK_BOT_TOKEN is refused by Slack (${refusal}); install the app again and copy its token`,
        )
      log.warn('config warning', { surface: 'slack', code: 'slack_unreachable' })
    }
  }

  return {
    /** @throws ChaperoneError config_invalid when Slack refuses the token. */
    ask,
    /** What is known now; `payload` says which bot it is for in case nobody could be asked. */
    now(payload: unknown): Self {
      if (self) return self
      // A token that is refused later on shows in every answer that does not arrive.
      if (clock.now() - asked >= AGAIN_MS) void ask().catch(() => {})
      return { user: botOf(payload) }
    },
  }
}

/** Events say which bot they are for. */
function botOf(payload: unknown): string {
  const { authorizations } = (payload ?? {}) as { authorizations?: { user_id?: unknown }[] }
  const user = Array.isArray(authorizations) ? authorizations[0]?.user_id : undefined
  return typeof user === 'string' ? user : ''
}
