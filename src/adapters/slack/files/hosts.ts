/** Slack's own hosts, GovSlack's among them. */
const SLACK_HOSTS = /(?:^|\.)slack(?:-gov)?\.com$/
/** Where Slack keeps files. */
const FILE_HOSTS = /^files\.slack(?:-gov)?\.com$/

/** @param own origin of the Web API, where a workspace for tests stands. */
export function isSlack(url: URL, own: string | undefined): boolean {
  return (url.protocol === 'https:' && SLACK_HOSTS.test(url.hostname)) || url.origin === own
}

/** Where the token may go for a file, and where one may be put. */
export function keepsFiles(address: string | undefined, own: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const theirs = url.protocol === 'https:' && url.port === '' && FILE_HOSTS.test(url.hostname)
  return theirs || url.origin === own ? url : undefined
}
