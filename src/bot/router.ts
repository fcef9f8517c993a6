import type { Body, Event } from './event.ts'
import { isAccident } from './reading/accident.ts'
import { isLink } from './reading/link.ts'
import { isAll, LOOKED_AT, plainOf, wordsOf } from './reading/phrases.ts'
import { isQuestion, isUrgent, maybeAsked, maybeUrgent, quotedDraft } from './reading/question.ts'
import { asksSecondEyes } from './reading/second-eyes.ts'
import { BEFORE_COLON, COMMANDS, OWN_COMMAND, WHOLE } from './reading/words.ts'
import { unwrap } from './reading/wrapping.ts'
import type { Intent } from './skill.ts'

/** Why there is no work to do; traffic/orientation.ts has the words for each. */
export type About =
  | 'greeting'
  | 'thanks'
  | 'nonsense'
  | 'empty'
  | 'paste'
  | 'link'
  | 'file'
  | 'unknown'
  | 'command'

export type Route =
  /** `also`: what came along and is answered as well, if there is a skill for it. */
  | { to: 'skill'; intent: Intent; also?: Intent }
  /**
   * `text`: the few words that came, when they are from a closed list and might be meant as a draft; of a command,
   * the skill that it leads to.
   */
  | { to: 'orientation'; about: About; text?: string }

type Values = Intent['values']

/**
 * What somebody wants, from what reached us: pure, and without knowing which skills there are. In doubt a text
 * is a draft: checking too much costs a moment, checking too little costs a disclosure.
 */
export function route({ body }: Event): Route {
  switch (body.type) {
    case 'message':
      return ofMessage(body.text, body.files ?? [])
    case 'command':
      return ofCommand(body.name.replace(/^\//, '').toLowerCase(), body.text)
    case 'button':
      return ofAction(body.action, body.value, {})
    case 'form':
      return ofForm(body)
    case 'overheard':
      return to('check', 'overheard', body.text)
    case 'tick':
      return ofAction(body.job, '', {})
    case 'opened':
      return to('check', 'home')
  }
}

function to(skill: string, name: string, text = '', values: Values = {}): Route {
  return { to: 'skill', intent: { skill, name, text, values } }
}

/** "skill/intent", and behind a "#" what the form has to bring back (the turn of a dialog). */
function ofAction(action: string, text: string, values: Values): Route {
  const [, skill, name, turn] = /^([a-z-]+)\/([a-z-]+)(?:#([\w.:-]{1,100}))?$/.exec(action) ?? []
  if (skill === undefined || name === undefined) return { to: 'orientation', about: 'unknown' }
  return to(skill, name, text, turn === undefined ? values : { ...values, turn })
}

function ofCommand(name: string, text: string): Route {
  if (name === OWN_COMMAND) return text.trim() === '' ? to('check', 'open') : ofMessage(text, [])
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return { to: 'orientation', about: 'unknown' }
  const [skill, words, bare] = command
  if (text.trim() === '') return to(skill, bare)
  if (asksWhatFor(text) || (words === 'draft' && asksHelp(text)))
    return skill === 'check' ? to('check', 'help') : { to: 'orientation', about: 'command', text: skill }
  return words === 'draft' ? ofDraft(skill, text) : to(skill, words, text)
}

/** "/check help" is no draft, and neither is "/check how does this work?". */
const asksHelp = (text: string) => text.length <= LONGEST_HELP && help(wordsOf(plainOf(text)))
/** "/incident help" wants to know; "/incident help me" is in trouble, and "/incident start" has begun. */
const asksWhatFor = (text: string) => text.length <= LONGEST_HELP && explain(wordsOf(plainOf(text)))
/** Nobody asks for help in more characters. */
const LONGEST_HELP = 60

/** A draft with photos beside it is a matter of the photos: they are read together. */
function ofForm({ form, values, files = [] }: Body & { type: 'form' }): Route {
  const text = typeof values.text === 'string' ? values.text : ''
  if (form === 'check/draft' && files.some(isPicture)) return to('photo', 'check', text, values)
  if (form === 'check/draft' && files.length === 0 && asksHelp(text)) return to('check', 'help')
  if (form === 'ask/question' && asksWhatFor(text))
    return { to: 'orientation', about: 'command', text: 'ask' }
  return ofAction(form, text, values)
}

const isPicture = ({ mime }: { mime: string }) => mime.startsWith('image/') || mime.startsWith('video/')

/** What somebody explicitly wants checked: whatever it looks like, it is a draft. */
function ofDraft(skill: string, given: string): Route {
  const { text, values } = unwrap(given)
  return to(skill, 'draft', text === '' ? given : text, values)
}

/** Words around a draft from which they ask something of their own: "is it okay to reply" only wants the check. */
const ASKS_MORE = 7
const greeting = isAll(WHOLE.greeting)
const thanks = isAll(WHOLE.thanks)
const help = isAll(WHOLE.help)
const explain = isAll(WHOLE.explain)
const nonsense = isAll(WHOLE.nonsense)
const TYPED_COMMAND = /^\s*\/([a-z]{2,20})(?:\s+|$)/i
const COLON_COMMAND = new RegExp(`^\\s*(${BEFORE_COLON.join('|')})\\s{0,2}:\\s*`, 'i')

function ofMessage(given: string, files: NonNullable<(Body & { type: 'message' })['files']>): Route {
  const command = TYPED_COMMAND.exec(given) ?? COLON_COMMAND.exec(given)
  if (command) {
    const name = (command[1] as string).toLowerCase()
    const rest = given.slice(command[0].length)
    return files.some(isPicture) && isDraft(name) ? ofPicture(rest) : ofCommand(name, rest)
  }
  if (files.some(isPicture)) return ofPicture(given)

  // Whoever pastes pages pastes a draft; only its beginning would be looked at below.
  if (given.trim().length > LOOKED_AT) return ofDraft('check', given)

  const plain = plainOf(given)
  const words = wordsOf(plain)
  if (words === '') {
    if (files.length > 0) return { to: 'orientation', about: 'file' }
    return { to: 'orientation', about: plain === '' ? 'empty' : 'nonsense' }
  }
  if (help(words)) return to('check', 'help')
  if (isUrgent(plain)) return to('ask', 'question', given.trim())
  if (isAccident(plain)) return to('incident', 'start', given)
  if (isLink(plain)) return { to: 'orientation', about: 'link' }

  const forEyes = asksSecondEyes(given)
  if (forEyes !== undefined) return forEyes === '' ? to('approve', 'last') : to('approve', 'draft', forEyes)

  const unwrapped = unwrap(given)
  const asks = unwrapped.asked ? unwrapped.text === '' : isQuestion(plain)
  if (unwrapped.asked)
    return asks
      ? { to: 'orientation', about: 'paste' }
      : to('check', 'draft', unwrapped.text, unwrapped.values)
  if (asks) {
    const draft = quotedDraft(plain, given)
    if (draft === undefined) return to('ask', 'question', given.trim())
    const checked = { skill: 'check', name: 'draft', text: draft, values: {} }
    if (!asksMore(plain)) return { to: 'skill', intent: checked }
    return {
      to: 'skill',
      intent: checked,
      also: { ...checked, skill: 'ask', name: 'question', text: given.trim() },
    }
  }
  if (greeting(words)) return { to: 'orientation', about: 'greeting' }
  if (thanks(words)) return { to: 'orientation', about: 'thanks', text: given.trim() }
  if (nonsense(words)) return { to: 'orientation', about: 'nonsense' }
  const draft = { skill: 'check', name: 'draft', text: given, values: {} }
  const asked = { ...draft, skill: 'ask', name: 'maybe', text: given.trim() }
  // Where somebody may be in danger, that comes first.
  if (maybeUrgent(plain)) return { to: 'skill', intent: asked, also: draft }
  if (!maybeAsked(plain)) return { to: 'skill', intent: draft }
  return { to: 'skill', intent: draft, also: asked }
}

const asksMore = (plain: string) =>
  wordsOf(plain.replace(/"[^"]{1,2000}"/g, ' ')).split(' ').length >= ASKS_MORE

/** Commands that bring a draft: with a picture, it is the picture's caption. */
function isDraft(name: string): boolean {
  return name === OWN_COMMAND || (Object.hasOwn(COMMANDS, name) && COMMANDS[name]?.[1] === 'draft')
}

/**
 * A picture with words goes where both are read. Words that only ask, or only greet, are no caption; a question
 * about the rules is answered beside it.
 */
function ofPicture(given: string): Route {
  const plain = given.trim().length > LOOKED_AT ? undefined : plainOf(given)
  if (plain === undefined) return to('photo', 'check', given)
  if (isUrgent(plain)) return to('ask', 'question', given.trim())
  if (isAccident(plain)) return to('incident', 'start', given)
  const words = wordsOf(plain)
  const unwrapped = unwrap(given)
  if (words === '' || greeting(words) || thanks(words) || nonsense(words) || help(words))
    return to('photo', 'check')
  if (unwrapped.asked) return to('photo', 'check', unwrapped.text, unwrapped.values)
  if (!isQuestion(plain)) return to('photo', 'check', given)
  const check = { skill: 'photo', name: 'check', text: quotedDraft(plain, given) ?? '', values: {} }
  if (!asksMore(plain)) return { to: 'skill', intent: check }
  const also = { skill: 'ask', name: 'question', text: given.trim(), values: {} }
  return { to: 'skill', intent: check, also }
}
