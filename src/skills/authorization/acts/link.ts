const TRACKING = /^(?:utm_.*|igsh|igshid|fbclid|gclid|ref|ref_src|si|s|t)$/i

/** The address of a post, without what follows people around in it; undefined: no address. */
export function linkFrom(text: string): string | undefined {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (/\s/.test(text) || whole.length > 500 || !URL.canParse(whole)) return undefined
  const url = new URL(whole)
  if (!/^[^.]+(?:\.[^.]+)+$/.test(url.hostname) || url.username !== '') return undefined
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}
