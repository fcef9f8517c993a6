import type { Config } from './config.ts'

/** Secrets, shown to the adapter that needs them and to nobody else. */
export function revealed({ botToken, signingSecret, appToken, apiUrl }: NonNullable<Config['slack']>) {
  return {
    botToken: botToken.reveal(),
    signingSecret: signingSecret?.reveal(),
    appToken: appToken?.reveal(),
    apiUrl,
  }
}
