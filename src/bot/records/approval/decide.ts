import type { Bound, Death, Deed } from './entries.ts'
import { type Approval, OPEN } from './model.ts'

/** What the check says of words, with the pictures and forms beside them. */
export interface Look {
  verdict: string
  rules: readonly string[]
  /** A finding that nobody can let pass. */
  stop: boolean
  /** Something could not be checked. */
  blind: boolean
  /** It shows or tells somebody's care: only a signed form lets that out. */
  needsForm: boolean
}

/** The signed forms that something relies on, as they stand now. */
export interface Forms {
  /** All of them cover it. */
  cover: boolean
  /** They say what they said when somebody looked. */
  same: boolean
  /** When the first of them ends; null where none has a day. */
  until: number | null
}

export interface World {
  now: number
  /** Undefined: the words are gone. */
  look: Look | undefined
  forms: Forms
  /** Whoever asked is not in the practice any more. */
  left: boolean
  /** Nobody but whoever asked may look at it. */
  alone: boolean
  /** Milliseconds that a go-ahead holds, and that an owner alone waits. */
  holdsMs: number
  coolingMs: number
}

/** Who wants to do it. */
export interface By {
  ref: string
  author: boolean
  reviewer: boolean
  /** May post there, by the practice file. */
  poster: boolean
}

export type Act =
  | { act: 'grant'; looked: boolean }
  | { act: 'propose'; bound: Bound | null; look: Look | undefined; note: string; looked: boolean }
  /** `look`: at the proposed words, now. `proposer`: whether who proposed them may still let them out. */
  | { act: 'accept'; look: Look | undefined; proposer: boolean }
  | { act: 'decline'; reason: string }
  | { act: 'withdraw' }
  | { act: 'rework'; bound: Bound; look: Look }
  | { act: 'plan'; at: number | null }
  /** `exact`: nothing was changed on the way out. */
  | { act: 'publish'; url: string; platform: string; exact: boolean }
  /** It is online, whether or not anybody had let it out. */
  | { act: 'online'; url: string; platform: string; verdict: string }
  | { act: 'down' }

export type Refusal =
  /** Somebody was quicker, or it is over: how it stands says it all. */
  | 'settled'
  /** Whoever wrote it may not let it out. */
  | 'own'
  | 'notReviewer'
  | 'notAuthor'
  | 'notPoster'
  | 'cooling'
  /** They have to say that they looked at what could not be checked. */
  | 'unlooked'
  | 'stop'
  | 'needsForm'
  | 'noWords'
  | 'noProposal'
  | 'planPast'
  | 'planLate'
  | 'noGoAhead'

export type Decision =
  | { deeds: readonly (Deed & { by?: string })[] }
  | { refused: Refusal }
  /** It came to its end instead; that is written down, and nothing else. */
  | { died: Death; deeds: readonly Deed[] }

/** Why a request or a go-ahead is at its end by now. */
export function deathOf(approval: Approval, world: World): Death | undefined {
  if (!OPEN.includes(approval.status)) return undefined
  const { now, look, forms, left } = world
  const granted = approval.status === 'granted'
  if (now >= approval.until) return granted ? 'expired' : 'unanswered'
  if (left && !granted) return 'left'
  if (!forms.cover || !forms.same) return 'form'
  if (!look) return undefined
  if (look.stop) return 'stop'
  if (look.needsForm && approval.bound.forms.length === 0) return 'form'
  const seen = approval.grant?.rules
  return seen && look.rules.some((rule) => !seen.includes(rule)) ? 'found' : undefined
}

/** Pure: what comes of somebody's act. The same act on the same state by the same person always ends the same. */
export function decide(approval: Approval, act: Act, by: By, world: World): Decision {
  if (act.act === 'online') return online(approval, act, by)
  if (act.act === 'down')
    return approval.publication && approval.publication.down === undefined
      ? { deeds: [{ what: 'down', details: {} }] }
      : { refused: 'settled' }
  if (!OPEN.includes(approval.status)) return { refused: 'settled' }
  const notTheirs = entitled(approval, act, by, world)
  if (notTheirs) return { refused: notTheirs }
  const died = diesOf(approval, act, world)
  if (died) return { died, deeds: [ended(died)] }
  switch (act.act) {
    case 'grant':
      return grant(approval, act.looked, by, world)
    case 'propose':
      return propose(act)
    case 'accept':
      return accept(approval, act, world)
    case 'decline':
      return { deeds: [{ what: 'declined', details: { reason: act.reason } }] }
    case 'withdraw':
      return { deeds: [{ what: 'withdrawn', details: {} }] }
    case 'rework':
      return rework(approval, act, world)
    case 'plan':
      return plan(approval, act.at, world)
    case 'publish':
      return publish(act, world)
  }
}

/** Whoever takes the words back, writes them anew or finds better ones is not held up by what is wrong with them. */
function diesOf(approval: Approval, { act }: Act, world: World): Death | undefined {
  if (act === 'withdraw' || act === 'rework') return undefined
  const others = act === 'accept' || act === 'propose' || act === 'decline'
  return deathOf(approval, others ? { ...world, look: undefined } : world)
}

const ended = (why: Death): Deed => ({ what: 'ended', details: { why } })
const DECIDING: readonly Act['act'][] = ['grant', 'propose', 'decline']

/** Whether they may do that at all, and whether it is the time for it. */
export function entitled(
  { status }: Approval,
  { act }: Pick<Act, 'act'>,
  by: By,
  { alone }: Pick<World, 'alone'>,
): Refusal | undefined {
  if (DECIDING.includes(act)) {
    if (!by.reviewer) return 'notReviewer'
    if (by.author && !(alone && act === 'grant')) return 'own'
    // A go-ahead can be taken back by whoever may give one; anything else is for what still waits.
    if (status === 'granted' && act === 'decline') return undefined
    return status === 'waiting' || (status === 'changes' && act !== 'grant') ? undefined : 'settled'
  }
  if (act === 'plan' || act === 'publish') {
    if (!by.poster) return 'notPoster'
    return status === 'granted' ? undefined : 'noGoAhead'
  }
  if (!by.author) return 'notAuthor'
  return act === 'accept' && status !== 'changes' ? 'settled' : undefined
}

function grant(approval: Approval, looked: boolean, by: By, world: World): Decision {
  const { look, now, alone, coolingMs } = world
  if (!look) return { refused: 'noWords' }
  const owner = by.author && alone
  if (owner && now < approval.since + coolingMs) return { refused: 'cooling' }
  if (look.blind && !looked) return { refused: 'unlooked' }
  return { deeds: [granted(look, looked, owner, world)] }
}

function granted(look: Look, looked: boolean, alone: boolean, { now, holdsMs, forms }: World): Deed {
  const until = Math.min(now + holdsMs, forms.until ?? Number.POSITIVE_INFINITY)
  return { what: 'granted', details: { looked, alone, until, rules: [...look.rules] } }
}

function propose({ bound, look, note, looked }: Extract<Act, { act: 'propose' }>): Decision {
  if (bound && look?.stop) return { refused: 'stop' }
  if (bound && look?.needsForm && bound.forms.length === 0) return { refused: 'needsForm' }
  if (bound && look?.blind && !looked) return { refused: 'unlooked' }
  return { deeds: [{ what: 'proposed', details: { bound, note, looked } }] }
}

/** Two people stand behind the words then: who proposed them and who takes them. Nobody has to look again. */
function accept(
  { proposal }: Approval,
  { look, proposer }: Extract<Act, { act: 'accept' }>,
  world: World,
): Decision {
  if (!proposal?.bound || !look) return { refused: 'noProposal' }
  if (look.stop) return { refused: 'stop' }
  if (look.needsForm && proposal.bound.forms.length === 0) return { refused: 'needsForm' }
  const accepted: Deed = { what: 'accepted', details: {} }
  const seen = proposal.bound.rules
  const more = look.rules.some((rule) => !seen.includes(rule))
  if (!proposer || more || (look.blind && !proposal.looked)) return { deeds: [accepted] }
  return { deeds: [accepted, { ...granted(look, proposal.looked, false, world), by: proposal.by }] }
}

function rework(
  { bound: before }: Approval,
  { bound, look }: Extract<Act, { act: 'rework' }>,
  world: World,
): Decision {
  if (look.stop) return { refused: 'stop' }
  if (look.needsForm && bound.forms.length === 0) return { refused: 'needsForm' }
  if (bound.hash === before.hash) return { refused: 'settled' }
  return { deeds: [{ what: 'reworked', details: { bound, until: world.now + world.holdsMs } }] }
}

function plan({ until }: Approval, at: number | null, { now, forms }: World): Decision {
  if (at !== null && at <= now) return { refused: 'planPast' }
  if (at !== null && at >= Math.min(until, forms.until ?? until)) return { refused: 'planLate' }
  return { deeds: [{ what: 'planned', details: { at } }] }
}

function publish({ url, platform, exact }: Extract<Act, { act: 'publish' }>, { look }: World): Decision {
  if (!exact) return { died: 'changed', deeds: [ended('changed')] }
  const verdict = look?.verdict ?? 'unchecked'
  return { deeds: [{ what: 'published', details: { url, platform, ahead: false, verdict } }] }
}

/** What is out is written down whatever went before: it has to be looked after. */
function online(
  { publication, status }: Approval,
  { url, platform, verdict }: Extract<Act, { act: 'online' }>,
  by: By,
): Decision {
  if (publication) return { refused: 'settled' }
  if (!by.author && !by.reviewer && !by.poster) return { refused: 'notAuthor' }
  if (status === 'granted') return { refused: 'settled' }
  return { deeds: [{ what: 'published', details: { url, platform, ahead: true, verdict } }] }
}
