import { CODE } from '../reading/lexicon.ts'
import { type Lists, THINGS } from './lists.ts'

/** "your crown", "her crown", "that crown", "the crown", "our crown", "two crowns", "a crown", "crowns". */
export type Hold = 'yours' | 'theirs' | 'that' | 'the' | 'ours' | 'counted' | 'a' | 'bare'

/** Something of care, money or record and whose it is; places in the coded text. */
export interface Thing {
  from: number
  to: number
  topics: number
  hold: Hold
  /** "Book your visit", "if your tooth hurts", "you can pay your bill online": said to everybody. */
  open: boolean
  /** May only describe what comes behind it: "the bracket suit". */
  loose: boolean
  /** Does so: "your care team", "your local emergency room". */
  title: boolean
  /** "Your plan may …": what can be, not what is. */
  might: boolean
  /** Something is said of it: "your skin looks …". */
  subject: boolean
  /** "Before your visit": open, unless the sentence tells what happened. */
  when: boolean
}

export type ThingFinder = (
  code: string,
  from: number,
  at: number,
  she: boolean,
  maybe: boolean,
  when: boolean,
) => Thing

/** Walks back over adjectives and compounds to the word that says whose it is. */
export function thingFinder({ R, T, role, topic, turn, turns }: Lists): ThingFinder {
  const THING = topic(...THINGS)
  const VISIT = topic('visit')
  const VERB = topic('value', 'feedback')
  const ADJECTIVE = role('soft', 'positive', 'count', 'weekday', 'month', 'relative')
  const HINGE = role('hinge', 'prep', 'be', 'have', 'modal', 'we', 'staffword')
  const OWNER = role('relative', 'person.one', 'patient.one')
  const DAY = role('when', 'weekday', 'month')
  const [YOU, YOUR, PAST, COUNT, CROWD, MODAL, BOOK, STAFF] = [
    role('you'),
    role('youown'),
    role('past'),
    role('count'),
    role('crowd'),
    role('modal'),
    role('booking'),
    role('staffword'),
  ]
  const [OURS, THE, THAT, A, HER, S] = [
    turn('ours'),
    turn('the'),
    turn('that'),
    turn('a'),
    turn('her'),
    turn('possessive'),
  ]
  const [MIGHT, SAID, TITLE] = [turn('might'), turn('said'), turn('title')]

  return (code, from, at, she, maybe, when) => {
    const topics = T.of(code.charCodeAt(at))
    const next = code.charCodeAt(at + 1)
    const out: Thing = {
      from: at,
      to: at + 1,
      topics,
      hold: 'bare',
      open: maybe,
      loose: next === CODE.other,
      title: !(topics & VISIT) && (R.of(next) & STAFF || turns(next) & TITLE) !== 0,
      might: (turns(next) & MIGHT) !== 0,
      subject: ((turns(next) | turns(code.charCodeAt(at + 2))) & SAID) !== 0,
      when,
    }
    let unknown = 0
    for (let k = at - 1; k >= from && at - k <= 6; k--) {
      const c = code.charCodeAt(k)
      const r = R.of(c)
      const hold = holdOf(c, r, she)
      if (hold !== undefined) {
        out.hold = hold
        out.from = k
        break
      }
      if (turns(c) & S) {
        out.hold = ownerOf(code.charCodeAt(k - 1))
        out.from = k - 1
        break
      }
      if (c === CODE.number || r & COUNT) {
        out.hold = 'counted'
        out.from = k
        continue
      }
      const t = T.of(c)
      if (r & ADJECTIVE || t & THING) continue
      if (
        r & HINGE ||
        t & VERB ||
        (r & PAST && c > 255) ||
        (c < 256 && (c < CODE.other || c > CODE.otherIng))
      )
        break
      if (++unknown > 2) break
    }
    if (out.hold === 'yours' && !out.open) out.open = forAll(code, from, out.from)
    return out
  }

  function holdOf(c: number, r: number, she: boolean): Hold | undefined {
    if (r & YOUR) return 'yours'
    if (c === CODE.name || c === CODE.handle) return 'theirs'
    const t = turns(c)
    if (t === 0) return undefined
    if (t & THE) return 'the'
    if (t & OURS) return 'ours'
    if (t & THAT) return 'that'
    if (t & HER) return she ? 'theirs' : 'a'
    return t & A ? 'a' : undefined
  }

  /** Whose "'s" it is: "Thursday's scan" is a scan that both sides know, "everyone's care" is nobody's. */
  function ownerOf(owner: number): Hold {
    const r = R.of(owner)
    if (r & CROWD) return 'a'
    if (owner === CODE.name || owner === CODE.handle || r & OWNER) return 'theirs'
    return r & DAY ? 'the' : 'bare'
  }

  function forAll(code: string, from: number, at: number): boolean {
    for (let k = at - 1; k >= from && k >= at - 6; k--) {
      const r = R.of(code.charCodeAt(k))
      if (k >= at - 3 && r & BOOK && !(r & PAST)) return true
      if (r & MODAL && k > from && R.of(code.charCodeAt(k - 1)) & YOU) return true
    }
    return false
  }
}
