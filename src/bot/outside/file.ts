import { ChaperoneError } from '../errors.ts'

/**
 * What a person sent, out of the answer of the place where their surface keeps it: a redirect or a page to sign in
 * is no file, and no more than `maxBytes` is ever held. The adapter asks, with a deadline and along no redirect.
 * @throws ChaperoneError file_refused or file_unreachable.
 */
export async function fileIn(asked: Promise<Response>, maxBytes: number): Promise<Uint8Array> {
  const response = await asked.catch((cause: unknown) => {
    throw unreachable(cause)
  })
  try {
    // Whoever may not see it is sent to a page to sign in, with a redirect or with the page itself.
    if (response.status >= 300 && response.status < 400) throw refused('a redirect')
    if (!response.ok) throw unreachable()
    if (/\bhtml\b/.test(response.headers.get('content-type') ?? '')) throw refused('a page to sign in')
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw refused('too large')
    return await bounded(response, maxBytes)
  } catch (cause) {
    throw cause instanceof ChaperoneError ? cause : unreachable(cause)
  } finally {
    await response.body?.cancel().catch(() => {})
  }
}

/** Whatever the headers said. */
async function bounded({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw refused('too large')
    chunks.push(chunk)
  }
  const all = Buffer.concat(chunks)
  if (/^\s*<(?:!doctype|html)/i.test(all.subarray(0, 200).toString('latin1')))
    throw refused('a page to sign in')
  return all
}

export const refused = (why: string) => new ChaperoneError('file_refused', `a file was not taken: ${why}`)
export const unreachable = (cause?: unknown) =>
  new ChaperoneError('file_unreachable', 'a file could not be fetched', { cause })
