import { readWhen } from '../dates.ts'
import { type Fields, listOf, textOf } from '../json/fields.ts'
import type { Taken } from '../json/format.ts'
import type { PostKind, Whereabouts } from '../published.ts'
import { repair } from './mojibake.ts'

/** Labels that hold own words, best first. */
const WORDS = ['Message', 'Comment', 'Reply', 'Review', 'Caption', 'Text', 'Post', 'Description', 'Title']

/**
 * The youngest layout of both platforms: { timestamp, label_values: [{ label, value }], fbid }. It is used for what
 * others wrote and for what was only seen or liked just the same, so the name of the file decides.
 */
export function isOwnWords(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    /post|comment|repl|review|reel|stor/.test(name) &&
    !/lik|saved|view|seen|edit|hid|interact|reaction|repost/.test(name)
  )
}

export function takeLabelled(value: Fields, path: string): Taken {
  const labels = listOf(value.label_values)
  const label = WORDS.find((word) =>
    labels.some((each) => each.label === word && textOf(each.value).trim() !== ''),
  )
  const words = textOf(labels.find((each) => each.label === label)?.value)
  const link = labels.find((each) => textOf(each.href) !== '')
  const when = readWhen(value.timestamp)
  const where: Whereabouts = {
    kind: kindOf(path),
    ...(when && { when }),
    ...(link && { url: textOf(link.href) }),
    ...(value.fbid !== undefined && { id: String(value.fbid) }),
  }
  const text = label === undefined ? '' : repair(words).trim()
  return text === '' ? { silent: 'no_words', where } : { post: { ...where, text } }
}

function kindOf(path: string): PostKind {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/review|recommend/.test(name)) return 'review_reply'
  return /comment|repl/.test(name) ? 'comment_reply' : /stor/.test(name) ? 'story' : 'caption'
}
