/**
 * Whether a token says when it ends and is signed with a key of two halves. botbuilder checks the signature, the
 * issuer and the rest, and takes a token without an end for one that lasts for ever.
 */
export function isTimed(authorization: string): boolean {
  const [scheme, token = ''] = authorization.split(' ')
  const [head = '', body = ''] = token.split('.')
  const { alg } = partOf(head)
  const { exp } = partOf(body)
  return (
    scheme?.toLowerCase() === 'bearer' &&
    typeof alg === 'string' &&
    alg.startsWith('RS') &&
    typeof exp === 'number'
  )
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
