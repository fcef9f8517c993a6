import type { Draft } from '../verdict.ts'
import type { Kind, Platform } from '../vocabulary.ts'
import type { Vocabulary } from './lexicon.ts'
import { compilePhrases } from './pattern.ts'
import type { Reading } from './reading.ts'

const REVIEW_SITES: ReadonlySet<string> = new Set(['google', 'yelp', 'healthgrades', 'realself'])

/** Openings of somebody who answers one person. */
const ANSWERS = [
  '^ (thanks|thank you) ..2 (for|{comma}) ..4 (your|you|the|this|taking|sharing|writing|letting|being|leaving|{come.ing|choose.ing})',
  '^ (thank you|thanks|hi|hello|hey|dear) {comma}? {name}',
  '^ (we|i)? {be}? {soft}*2 {sorry} ..3 (you|your|that|to hear|this|about|for)',
  '^ (we|i) {be}? {soft}*2 {glad} ..3 (you|your)',
  '^ {soft}*2 {glad} ..3 (you|your)',
  '^ {handle} ',
  '^ you are {soft}*2 welcome',
  '(your|this) {soft}*1 (review|feedback|comment|rating)',
  'we ..1 (no|not) ..2 record ..1 (of|you)',
  '(contact|call|email|reach) ..3 (office|us) ..3 (directly|offline|privately)',
  '^ you ({past}|{be} {soft}*2 (late|rude|wrong|welcome|early|scheduled|dismissed))',
  '(you|u) {soft}*2 (were|came|arrived|missed|cancelled|canceled|signed|refused|declined|agreed|yelled|left|told us|asked us|called us|skipped|walked in|brought|showed up)',
  '(if|when|because|since|although) you (had|were|came|did|have been)',
  '(see|seeing) you ({soft}|{when}|{weekday}|in|on|next|at|back|again|then|there|soon|for)',
  '(treating|treated|saw|seeing|having|serving|helping|remember|called|told|explained to|refunded|dismissed) you !(can|may|will|with)',
  '(welcome back|come back (and|to) see|hope your|glad your|your (recovery|refund|chart|bill|file|balance|prescription|lab|labs|biopsy|surgery|procedure|treatment|visit|appointment) (is|was|went|has|shows|did))',
  'we (would|will)? ..2 (like|love|want) to (learn|hear|know|understand) more about your (experience|concerns|feedback)',
  'we (take|appreciate|value) (all|every|your|this|the)? {soft}*1 (feedback|concerns|reviews|comments)',
]
const EVERYBODY = [
  '(thank you|thanks) ..1 to (all|everyone|everybody|our|each)',
  '^ your {soft}*2 (smile|skin|body|health|face|teeth|confidence|feet|eyes)',
]

export interface Guess {
  kind: Kind
  platform: Platform | null
  guessed: { kind: boolean; platform: boolean }
}

export function guesser(vocabulary: Vocabulary): (draft: Draft, reading: Reading) => Guess {
  const answers = compilePhrases(ANSWERS, vocabulary, '')
  const everybody = compilePhrases(EVERYBODY, vocabulary, '')
  return (draft, reading) => {
    const platform = draft.platform ?? null
    const guessed = { kind: draft.kind === undefined, platform: draft.platform === undefined }
    if (draft.kind !== undefined) return { kind: draft.kind, platform, guessed }
    if (draft.context !== undefined && draft.context.trim() !== '')
      return { kind: 'review_reply', platform, guessed }
    if (draft.account === 'personal') return { kind: 'caption', platform, guessed }
    if (platform !== null && REVIEW_SITES.has(platform)) return { kind: 'review_reply', platform, guessed }
    const reply = answers.test(reading.code) && !everybody.test(reading.code)
    return { kind: reply ? 'review_reply' : 'caption', platform, guessed }
  }
}
