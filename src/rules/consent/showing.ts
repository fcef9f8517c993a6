import { CODE } from '../reading/lexicon.ts'
import { type Asked, isCaption, isQuiet } from '../story/cues.ts'
import type { Portrait } from '../story/portrait.ts'
import { CAMERA, CHAIR, GUEST, HIRED, LEARNING, SMILES } from './around.ts'

const memory = new WeakMap<
  Portrait,
  { patient: boolean; somebody: boolean; staff: boolean; staffOnly: boolean }
>()

/** Who stands in the post, asked once for each post: a phrase may fit in a thousand places. */
export function cast({ portrait, lists, sight }: Pick<Asked, 'portrait' | 'lists' | 'sight'>) {
  let found = memory.get(portrait)
  if (found === undefined) {
    const others = portrait.figures.filter(({ as, staff }) => !staff && as !== 'handle' && as !== 'ward')
    found = {
      patient: others.some(({ weight, as }) => weight > 1 || as === 'pronoun'),
      somebody: others.length > 0,
      staffOnly: portrait.figures.length > 0 && portrait.figures.every((figure) => figure.staff === true),
      staff:
        (portrait.a & lists.a('staffword')) !== 0 ||
        sight.reading.code.includes(String.fromCharCode(CODE.staff)),
    }
    memory.set(portrait, found)
  }
  return found
}

const LESSON =
  /\b(?:avoid|aftercare|instructions|what to expect|most (?:people|patients|clients)|usually|typically|expect|day 1:|do not|don't|skip|may|might|countdown|(?:days|weeks) (?:left|until)|results (?:vary|appear|last)|no (?:gym|alcohol|straws)|how (?:to|long|many|often|does|do|it works|they work)|explains?|tips?|look for|ask to see|what's the difference|signs of|did you know|normal)\b/i
/** "See how aligners work" */
const WORKS = /\b(?:how|why|what) (?:\w{1,20} ){1,3}(?:works?|means?|moves?|does|do)\b/i

/** Teaches, instead of showing somebody. */
export function teaches({ lists, mentions, sight, from }: Asked): boolean {
  // "Settles about two weeks later"
  if (from > 0 && lists.third(sight.reading.code.charCodeAt(from - 1)) & lists.c('about')) return true
  return mentions(LESSON) || mentions(WORKS)
}

/** Teaches, or speaks of the reader and of nobody else. */
export const instructs = (asked: Asked): boolean =>
  teaches(asked) || ((asked.portrait.a & asked.lists.a('you')) !== 0 && !cast(asked).somebody)

const HOUSE =
  /\b(?:lobby|waiting room|office|parking|building|renovat\w{0,12}|remodel\w{0,12}|paint\w{0,12}|walls?|floors?|garden|website|logo|van|kitchen|break ?room|storage|closet|shelf|shelves|desk|suite|puppy|dog|cat|sunset|sunrise|flowers?|view|cake|cookies|lunch|costumes?|decor\w{0,12}|trees?|pumpkins?|bench|playground|mural|sign)\b/i

/** The house, its garden or its cake got the makeover. */
export const ofHouse = ({ portrait, lists, mentions }: Asked): boolean =>
  (portrait.a & lists.a('procedure', 'condition', 'body', 'product')) === 0 && mentions(HOUSE)

/** "New face alert": somebody was hired. */
export const ofTeam = (asked: Asked): boolean => cast(asked).staff

/** The words under a picture of what was done. */
export const underPicture = (asked: Asked): boolean =>
  isCaption(asked) && isQuiet(asked) && !instructs(asked) && !ofHouse(asked)

/** Something medical is in the post. */
export const ofCare = ({ portrait, lists }: Asked): boolean =>
  (portrait.a & lists.a('procedure', 'condition', 'body', 'story.care', 'product', 'outcome')) !== 0

/** Nobody is asked or taught anything, and it is neither the house nor somebody hired who is shown. */
export const shows = (asked: Asked): boolean =>
  !asked.passage.asked && !teaches(asked) && !ofHouse(asked) && !(ofTeam(asked) && asked.mentions(HIRED))

/** A patient may well be in the picture: there is care or somebody, and not only the team or a machine. */
export const theirs = (asked: Asked): boolean => {
  const { portrait, passage, lists, mentions } = asked
  const machine = (passage.b & lists.b('story.device')) !== 0 && !mentions(CHAIR)
  const somebody = cast(asked).somebody || (portrait.a & lists.a('patient.one')) !== 0
  return (
    isQuiet(asked) &&
    !passage.asked &&
    !machine &&
    !cast(asked).staffOnly &&
    (somebody || ofCare(asked) || mentions(CHAIR)) &&
    !ofHouse(asked)
  )
}

/** Caught by the picture without being what it was taken for. */
export const unposed = ({ passage, lists, mentions, sight }: Asked): boolean =>
  sight.draft.kind !== 'repost' &&
  (passage.b & lists.b('story.offer')) === 0 &&
  (passage.a & lists.a('staffword')) === 0 &&
  !mentions(GUEST)

/** Everybody who sits there is in the picture. */
export const crowded = ({ mentions, passage, sight }: Asked): boolean =>
  mentions(CAMERA) && !mentions(GUEST) && !passage.asked && sight.draft.kind !== 'repost'

/** Patients are what is voted on. */
export const rivals = ({ passage, portrait, lists, mentions }: Asked): boolean =>
  portrait.figures.some((figure) => figure.as === 'name') ||
  (passage.a & lists.a('procedure', 'outcome', 'body', 'story.care', 'patient.one')) !== 0 ||
  mentions(SMILES)

/** Staff under treatment, not staff who learn or sell it. */
export const treated = ({ passage, lists, mentions }: Asked): boolean =>
  !mentions(LEARNING) && ((passage.b & lists.b('story.offer')) === 0 || (passage.a & lists.a('she')) !== 0)

/** Told quietly: nothing is sold, taught or asked. */
export const calm = (asked: Asked): boolean => isQuiet(asked) && !instructs(asked) && !asked.passage.asked
