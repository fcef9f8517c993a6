import { unwrap } from './wrapping.ts'

const LINK = /(?:https?:\/\/|www\.|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\/)[^\s<>"]{1,2000}/g
/** A post that somebody points at is one or two addresses; a list of them is something else. */
const MOST = 3
const POINTING =
  /^(?:(?:hi|hey|hello|please|pls|ok|and|what about|how about|look at|see|this|this one|here|here it is|my|our|the|post|story|review|is it|can|could|may|should|i|we|repost|reshare|share|use|post|reply to|answer|check|it|that|to|with|a|patient|patients|patient's|tagged us|ok|okay|fine)(?:\s+|$)){0,14}$/

/** "Our story: …" is a caption; these words are said to a colleague. */
const TO_US = /\b(?:this|that|it|here|what about|how about|look at|see)\b/

/** Somebody points at a page with its address and says no more than "can I repost this?". */
export function isLink(plain: string): boolean {
  const links = plain.match(LINK)?.length ?? 0
  if (links === 0 || links > MOST) return false
  const rest = plain
    .replace(LINK, ' ')
    .replace(/[?!.,:;–-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return (
    rest === '' ||
    (POINTING.test(rest) && TO_US.test(rest)) ||
    (unwrap(rest).asked && unwrap(rest).text === '')
  )
}
