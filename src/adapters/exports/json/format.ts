import { type Entry, LONGEST_ITEM, type Source } from '../published.ts'
import type { Survey } from '../survey.ts'
import { createPieces, type Piece } from './pieces.ts'

/** An entry without its place, which the reader knows. */
export type Taken = Entry extends infer E ? (E extends { at: number } ? Omit<E, 'at'> : never) : never

/** A kind of file that Chaperone can read. */
export interface Format {
  /** As the report calls it: "Instagram export". */
  name: string
  claims(survey: Survey): boolean
  /** It needs the beginning of the file once more when it reads; otherwise that is forgotten. */
  keepsHead?: boolean
  /** In the order of the file, the same for every reading. Throws where the file cannot be read to its end. */
  read(source: Source, survey: Survey): AsyncIterable<Entry>
}

/** A format whose items are elements of a JSON array. `take` returns nothing for what is no post at all. */
export function jsonFormat(parts: {
  name: string
  claims(survey: Survey): boolean
  keepsHead?: boolean
  take(value: unknown, key: string, survey: Survey): Taken | undefined
}): Format {
  return {
    name: parts.name,
    claims: parts.claims,
    ...(parts.keepsHead && { keepsHead: true }),
    async *read(source, survey) {
      const pieces = createPieces(LONGEST_ITEM)
      let last = 0
      for await (const chunk of source.open()) {
        for (const piece of pieces.push(chunk)) {
          last = piece.at
          const entry = entryOf(piece, (value) => parts.take(value, piece.key, survey))
          if (entry !== undefined) yield entry
        }
      }
      const ending = pieces.ending()
      if (ending === 'cut') yield { at: last + 1, unread: 'cut_off' }
      if (ending === 'broken') yield { at: last + 1, unread: 'not_json' }
    },
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })
function entryOf({ at, bytes }: Piece, take: (value: unknown) => Taken | undefined): Entry | undefined {
  if (bytes === undefined) return { at, unread: 'too_long' }
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { at, unread: 'not_utf8' }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { at, unread: 'not_json' }
  }
  const taken = take(value)
  return taken && { at, ...taken }
}
