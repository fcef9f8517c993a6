import type { RequestHandler } from 'express'

/**
 * Drafts may hold what must not leave the house, so the page can load nothing from elsewhere, send nothing
 * elsewhere, and turn no string into markup or code (trusted types with no policy: innerHTML itself throws).
 */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // A photo comes with the answer: it is at no address that anybody could ask for again.
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  // Also keeps the browser from writing an answer, which quotes the draft, to its disk cache.
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // No other site may even learn, by loading an icon, that Chaperone runs here.
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-write=(self)',
}

export const safeHeaders: RequestHandler = (_req, res, next) => {
  res.set(HEADERS)
  next()
}
