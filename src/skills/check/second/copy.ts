/** Beside a verdict for which the second reader should have been there. */
export const UNAVAILABLE =
  'Claude, my second reader, did not answer this time. What you see is what my own rules found.'
