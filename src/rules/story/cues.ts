import {
  compilePhrases,
  eachOf,
  type Finder,
  type Hit,
  type Matcher,
  type Sight,
  spanOf,
  triggersOf,
} from '../kit.ts'
import type { Passage } from './passages.ts'
import { type Looker, type Portrait, passageAt, portraits } from './portrait.ts'

/** What a phrase was found in. */
export interface Asked {
  passage: Passage
  /** Where it begins. */
  from: number
  portrait: Portrait
  sight: Sight
  lists: Looker['lists']
  /** Whether the post has these words; asked once for each post. */
  mentions(words: RegExp): boolean
}

export interface Cue {
  say: readonly string[]
  /** Further things to ask of the sentence and the post. */
  where?: (asked: Asked) => boolean
  severity?: Hit['severity']
}

interface CueOptions {
  /** A post in which one of these stands speaks of something else. */
  unless?: readonly string[]
  /** A sentence in which one of these stands does. */
  unlessHere?: readonly string[]
}

/** Turns of phrase, each with what the post around it must be like. */
export function cues(list: readonly Cue[], { unless = [], unlessHere = [] }: CueOptions = {}): Matcher {
  return (vocabulary) => {
    const looks = portraits(vocabulary)
    const says = list.flatMap(({ say }) => say)
    const cueOf = list.flatMap((cue) => cue.say.map(() => cue))
    const turns = eachOf(says, vocabulary)
    const not = unless.length === 0 ? undefined : compilePhrases(unless, vocabulary, '')
    const notHere = unlessHere.length === 0 ? undefined : compilePhrases(unlessHere, vocabulary, '')
    const finder: Finder = (sight) => {
      const { code } = sight.reading
      const hits: Hit[] = []
      let post: Post | undefined
      for (const i of turns.fitting()) {
        const cue = cueOf[i] as Cue
        const find = turns.expression(i)
        find.lastIndex = 0
        for (let m = find.exec(code); m !== null; m = find.exec(code)) {
          if (m[0] === '') {
            find.lastIndex++
            continue
          }
          post ??= postOf(sight, looks(), not, notHere)
          if (post.aside) return []
          const passage = post.passages[passageAt(post.passages, m.index)]
          if (passage === undefined || !post.holds(cue, passage, m.index)) continue
          const span = spanOf(sight.reading, m.index, m.index + m[0].length)
          hits.push(cue.severity === undefined ? span : { ...span, severity: cue.severity })
        }
      }
      return hits
    }
    const triggers = triggersOf(says, vocabulary)
    if (triggers !== undefined) finder.triggers = triggers
    return finder
  }
}

interface Post {
  aside: boolean
  passages: readonly Passage[]
  /** Whether a cue's further questions hold of the sentence; asked once, however often it is found there. */
  holds(cue: Cue, passage: Passage, from: number): boolean
}

function postOf(sight: Sight, looker: Looker, not: RegExp | undefined, notHere: RegExp | undefined): Post {
  const { reading, draft } = sight
  const portrait = looker.of(reading)
  const mentioned = new Map<RegExp, boolean>()
  const barred = new Map<Passage, boolean>()
  const answers = new Map<Cue, Map<Passage, boolean>>()
  const mentions = (words: RegExp) => kept(mentioned, words, () => words.test(draft.text))
  const about = { sight, portrait, lists: looker.lists, mentions }

  function ask({ where }: Cue, passage: Passage, at: number): { is: boolean; placed: boolean } {
    let placed = false
    const asked: Asked = {
      ...about,
      passage,
      get from() {
        placed = true
        return at
      },
    }
    return { is: where?.(asked) !== false, placed }
  }

  return {
    passages: portrait.passages,
    aside: portrait.genre.elsewhere || not?.test(reading.code) === true,
    holds(cue, passage, from) {
      const bars = () => notHere?.test(reading.code.slice(passage.from, passage.to)) === true
      if (kept(barred, passage, bars)) return false
      if (cue.where === undefined) return true
      const known = kept(answers, cue, () => new Map<Passage, boolean>())
      const before = known.get(passage)
      if (before !== undefined) return before
      const { is, placed } = ask(cue, passage, from)
      // What depends on the place is asked at each.
      if (!placed) known.set(passage, is)
      return is
    },
  }
}

function kept<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  let value = all.get(key)
  if (value === undefined) {
    value = make()
    all.set(key, value)
  }
  return value
}

/** A few words without a verb, which stand under a picture: "Upper lids, one month out." */
export const isCaption = ({ passage, lists }: Asked): boolean =>
  (passage.b & lists.b('be', 'have', 'modal', 'story.offer', 'story.pitch')) === 0 &&
  (passage.a & lists.a('you')) === 0 &&
  !passage.asked
const PRICE = /\$/
/** Nothing is sold here. */
export const isQuiet = ({ passage, lists, mentions }: Asked): boolean =>
  (passage.b & lists.b('story.offer')) === 0 && !mentions(PRICE)
