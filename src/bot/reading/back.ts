import type { Event } from '../event.ts'
import { plainOf } from './phrases.ts'
import { type Told, toldOf } from './taken-for.ts'
import { unwrap } from './wrapping.ts'

/** Asks about something that stands elsewhere, and names nothing of it. */
const POINTS =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|thanks|thank you)[\s,!.–-]+){0,2}(?:(?:can|could|may|might|should) (?:i|we)|(?:is it|am i|are we) (?:ok|okay|fine|alright|allowed)(?: to| for (?:me|us) to)?|how about i|what if (?:i|we)) (?:just )?(repost|re-post|reshare|re-share|regram|stitch|duet|post|share|say|send|publish|use|put)(?:ed|ing)? (?:this|it|that|these|them)(?: (?:one|post|story|reply|comment|review|caption|text|as is|anyway|then|now|here|too|please|up|to|on|our|my|the|page|account|site|website|instagram|facebook|tiktok|stories)){0,5}[\s?.!]*$/
const REPOSTS = ['repost', 're-post', 'reshare', 're-share', 'regram', 'stitch', 'duet']
const LONGEST = 200

/**
 * Whether somebody means what they showed before ("can I repost this?", "no, it's a reply to a review"), and as
 * what. Undefined: they do not, or nothing but the rules themselves can tell.
 */
export function pointsBack({ body }: Event): Told | undefined {
  if (body.type !== 'message' || body.text.length > LONGEST || (body.files?.length ?? 0) > 0) return undefined
  const told = toldOf(body.text)
  if (told) return told
  const found = POINTS.exec(plainOf(body.text))
  if (found) return REPOSTS.includes(found[1] ?? '') ? { kind: 'repost' } : {}
  const { asked, text } = unwrap(body.text)
  return asked && text === '' ? {} : undefined
}

/**
 * Where the last draft of a talk is noted, nearest first: of this thread, and of the place outside any thread.
 * Two people, two threads and two places never share one.
 */
export function lastKeys({ surface, person, place }: Event): string[] {
  const outside = `last:${surface}:${person.id}:${place.id}`
  return place.thread === undefined ? [outside] : [`${outside}:${place.thread}`, outside]
}
