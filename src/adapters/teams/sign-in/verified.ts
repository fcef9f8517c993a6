/** What was found good is not looked at again for so long; Microsoft's keys are trusted for far longer. */
const KEEP_MS = 5 * 60 * 1000
const MOST = 100

/** What a token is good for: the same words for another service have to be looked at. */
export interface Claim {
  authorization: string
  channelId: string
  serviceUrl: string
}

/**
 * Remembers which tokens were verified. Teams sends the same one with every activity for about an hour, and a check
 * of its signature costs more than reading a draft. Nothing is taken on trust: it is the same token, letter by
 * letter, for the same service, and it has not ended.
 */
export function createVerified(now: () => number) {
  const known = new Map<string, Omit<Claim, 'authorization'> & { until: number }>()
  return {
    has({ authorization, channelId, serviceUrl }: Claim): boolean {
      const found = known.get(authorization)
      return found?.channelId === channelId && found.serviceUrl === serviceUrl && found.until > now()
    },
    add({ authorization, channelId, serviceUrl }: Claim, end: number): void {
      if (known.size >= MOST) known.clear()
      known.set(authorization, { channelId, serviceUrl, until: Math.min(end, now() + KEEP_MS) })
    },
  }
}
