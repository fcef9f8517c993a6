import type { Message } from './render/message.ts'

/** Answers through the address that came with a command or a button; false: it is used up, too old or not Slack's. */
export type Respond = (url: string, message: Message) => Promise<boolean>

/** Slack's own hosts, GovSlack's among them. */
const SLACK_HOSTS = /(?:^|\.)slack(?:-gov)?\.com$/
const TRY_MS = 8000

/**
 * @param apiUrl where the Web API is; its host may take answers too, so that a workspace for tests can.
 * The request was signed, and still: an answer may quote a draft, so it goes to Slack's hosts and nowhere else.
 */
export function responder(apiUrl: string | undefined, fetcher: typeof fetch = fetch): Respond {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl)
  return async (address, { text, blocks }) => {
    if (!URL.canParse(address)) return false
    const url = new URL(address)
    const theirs = url.protocol === 'https:' && SLACK_HOSTS.test(url.hostname)
    if (!theirs && url.origin !== own?.origin) return false
    try {
      const response = await fetcher(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks }),
        redirect: 'error',
        signal: AbortSignal.timeout(TRY_MS),
      })
      return response.ok
    } catch {
      return false
    }
  }
}
