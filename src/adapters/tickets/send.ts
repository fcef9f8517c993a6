import type { MirrorTrouble } from '../../bot/outside/tickets.ts'

export interface Request {
  method: 'POST' | 'PUT'
  url: string
  headers: Readonly<Record<string, string>>
  /** JSON. */
  body: string
}
export type Answer =
  | { ok: true; status: number; body: string }
  | { ok: false; status: number; trouble: MirrorTrouble; retryAfterMs?: number }

/** How long one request may take in all, in milliseconds. */
export const LONGEST_MS = 10_000
/** Longer answers are of no use here, and nobody shall fill the memory with one. */
const MOST_BYTES = 256 * 1024
const LONGEST_WAIT_MS = 3_600_000

/**
 * One request. Tokens and tickets go to the address in the settings and to no other: redirects are refused. Never
 * throws, and nothing of an answer or an error reaches a log: both can quote what was sent.
 */
export async function send({ method, url, headers, body }: Request, longestMs = LONGEST_MS): Promise<Answer> {
  const signal = AbortSignal.timeout(longestMs)
  const init = { method, body, signal, redirect: 'manual' as const }
  try {
    const response = await fetch(url, {
      ...init,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const { status } = response
    if (status >= 200 && status < 300) {
      const text = await read(response)
      return text === undefined
        ? { ok: false, status, trouble: 'unreadable' }
        : { ok: true, status, body: text }
    }
    await response.body?.cancel()
    const wait = retryAfter(response.headers.get('retry-after'), Date.now())
    return {
      ok: false,
      status,
      trouble: troubleOf(status),
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    }
  } catch {
    return { ok: false, status: 0, trouble: signal.aborted ? 'too_slow' : 'unreachable' }
  }
}

function troubleOf(status: number): MirrorTrouble {
  if (status >= 500) return 'server_error'
  if (status >= 300 && status < 400) return 'redirected'
  if (status === 429) return 'limited'
  if (status === 401 || status === 403) return 'unauthorized'
  return status === 404 || status === 410 ? 'not_found' : 'rejected'
}

/** Seconds, or a date (RFC 9110, 10.2.3). In milliseconds from `now`, an hour at most. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT_MS) : undefined
}

async function read(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
