import type { Box, Looked, Metadata, Sighting } from '../../bot/pictures.ts'
import type { Finding } from '../../rules/verdict.ts'
import { type RuleId, ruleOf } from './copy/rules.ts'
import { BLIND_WORDS, HIDDEN_WORDS, METADATA_WORDS, notLooked, sentence } from './copy/words.ts'
import { mostlyIn } from './text/rows.ts'

/** A finding in a picture. `start` and `end` count in `quote`, which is what was read there, or empty. */
export interface PhotoFinding extends Finding {
  box?: Box
  /** Of a video: in milliseconds from its start. */
  at?: number
}

/** What is known of photos whose authorization ended; see `Register`. */
export type Register = (fingerprint: readonly string[]) => Promise<'revoked' | 'ask' | undefined>

/** Where there is no register of forms, no photo is known. */
export const NO_REGISTER: Register = async () => undefined

export function finding(rule: RuleId, more: Partial<PhotoFinding> = {}): PhotoFinding {
  const { citations, ...said } = ruleOf(rule)
  const quote = more.quote ?? ''
  return { rule, ...said, citations, start: 0, end: quote.length, quote, ...more }
}

/** All that the picture shows and the file tells, but for the words; worst first, box by box. */
export function pictureFindings(looked: Looked, register: 'revoked' | 'ask' | undefined): PhotoFinding[] {
  const { faces, people, screens, barred } = looked
  const shown = (rule: RuleId, sightings: readonly Sighting[]) =>
    sightings.map(({ box, at }) => finding(rule, { box, ...(at === undefined ? {} : { at }) }))
  const bare = faces.filter(({ box, at }) => !barred.some((one) => one.at === at && overlap(one.box, box)))
  const heads = [...faces, ...barred]
  const faceless = people.filter(
    ({ box, at }) => !heads.some((head) => head.at === at && mostlyIn(head.box, box)),
  )
  return [
    ...(register === 'revoked' ? [finding('photo/revoked')] : []),
    ...(register === 'ask' ? [finding('photo/maybe-revoked')] : []),
    ...(looked.pair ? [finding('photo/before-after')] : []),
    ...shown('photo/barred', barred),
    ...shown('photo/face', bare),
    ...shown('photo/person', faceless),
    ...shown('photo/screen', screens),
    ...metadataFindings(looked.metadata),
    ...(looked.hidden.length > 0
      ? [
          finding('photo/hidden', {
            message: sentence(
              'The file also holds',
              looked.hidden.map((one) => HIDDEN_WORDS[one]),
            ),
          }),
        ]
      : []),
    ...(looked.blind.length > 0
      ? [finding('photo/not-looked', { message: notLooked(looked.blind.map((one) => BLIND_WORDS[one])) })]
      : []),
  ]
}

function metadataFindings({ gps, taken, device, person }: Metadata): PhotoFinding[] {
  const told = Object.entries({ gps, taken, device, person }).flatMap(([what, is]) =>
    is ? METADATA_WORDS[what as keyof typeof METADATA_WORDS] : [],
  )
  return told.length > 0
    ? [finding('photo/metadata', { message: sentence('The file itself tells', told) })]
    : []
}

function overlap(a: Box, b: Box): boolean {
  return mostlyIn(a, b) || mostlyIn(b, a)
}
