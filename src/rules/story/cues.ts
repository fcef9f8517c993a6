import {
  compilePhrases,
  type Finder,
  type Hit,
  type Matcher,
  type Sight,
  spanOf,
  triggersOf,
} from '../kit.ts'
import type { Passage } from './passages.ts'
import { type Looker, type Portrait, passageAt, portraits } from './portrait.ts'
import { switchboards } from './switchboard.ts'

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
  const key = {}
  return (vocabulary) => {
    const looks = portraits(vocabulary)
    const made = list.flatMap((cue) =>
      cue.say.map((say) => ({
        cue,
        find: compilePhrases([say], vocabulary),
        needs: triggersOf([say], vocabulary),
      })),
    )
    const fitting = switchboards(vocabulary).join(
      key,
      made.map(({ needs }) => needs),
    )
    const not = unless.length === 0 ? undefined : compilePhrases(unless, vocabulary, '')
    const notHere = unlessHere.length === 0 ? undefined : compilePhrases(unlessHere, vocabulary, '')
    const finder: Finder = (sight) => {
      const { code } = sight.reading
      const hits: Hit[] = []
      let post: Post | undefined
      for (const i of fitting(sight.reading)) {
        const { cue, find } = made[i] as (typeof made)[number]
        find.lastIndex = 0
        for (let m = find.exec(code); m !== null; m = find.exec(code)) {
          if (m[0] === '') {
            find.lastIndex++
            continue
          }
          post ??= postOf(sight, looks(), not)
          if (post.aside) return []
          const passage = post.portrait.passages[passageAt(post.portrait.passages, m.index)]
          if (passage === undefined || notHere?.test(code.slice(passage.from, passage.to)) === true) continue
          if (cue.where?.({ ...post, passage, from: m.index }) === false) continue
          const span = spanOf(sight.reading, m.index, m.index + m[0].length)
          hits.push(cue.severity === undefined ? span : { ...span, severity: cue.severity })
        }
      }
      return hits
    }
    if (made.every(({ needs }) => needs !== undefined))
      finder.triggers = new Set(made.flatMap(({ needs }) => [...(needs ?? [])]))
    return finder
  }
}

type Post = Omit<Asked, 'passage' | 'from'> & { aside: boolean }

function postOf(sight: Sight, looker: Looker, not: RegExp | undefined): Post {
  const portrait = looker.of(sight.reading)
  const asked = new Map<RegExp, boolean>()
  return {
    sight,
    portrait,
    lists: looker.lists,
    aside: portrait.genre.elsewhere || not?.test(sight.reading.code) === true,
    mentions(words) {
      let is = asked.get(words)
      if (is === undefined) {
        is = words.test(sight.draft.text)
        asked.set(words, is)
      }
      return is
    },
  }
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
