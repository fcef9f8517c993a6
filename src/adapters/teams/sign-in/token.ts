/**
 * When a token ends, in milliseconds since 1970; undefined where it does not say so, or is not signed with a key of
 * two halves. botbuilder checks the signature, the issuer and the rest, and takes a token without an end for one
 * that lasts for ever.
 */
export function endOf(authorization: string): number | undefined {
  const [scheme, token = ''] = authorization.split(' ')
  if (scheme?.toLowerCase() !== 'bearer') return undefined
  const [head = '', body = ''] = token.split('.')
  const { alg } = partOf(head)
  const { exp } = partOf(body)
  if (typeof alg !== 'string' || !alg.startsWith('RS') || typeof exp !== 'number') return undefined
  return exp * 1000
}

function partOf(text: string): { alg?: unknown; exp?: unknown } {
  try {
    const found: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    // No token at all.
    return {}
  }
}
