import type { ErrorCode } from '../errors.ts'
import type { BlockDraft, ReplyDraft } from '../reply.ts'
import type { Role } from '../roles.ts'
import type { About } from '../router.ts'
import { explained, isExplained } from './commands.ts'

/**
 * What the hall itself says: short, friendly, private, and never with a word that somebody typed. The reader is
 * at the front desk and in a hurry, perhaps frightened.
 */
const LINES: Readonly<Record<Exclude<About, 'command'>, string>> = {
  greeting:
    'Hello! Paste a post, a reply or a message before it goes out, and I read it for anything about patients.',
  thanks: 'Gladly. Show me the next one whenever you like.',
  nonsense: 'I did not get that. Paste the words that you are about to post, and I read them first.',
  empty: 'There are no words here yet. Paste what you are about to post, and I read it first.',
  paste:
    'Gladly. Paste the words here, just as they would go out. For a reply, add the review that you answer.',
  link: 'I cannot open links. Paste the words that stand there, and I read them. A picture you can send me right here.',
  file: 'I cannot open this kind of file. Paste the words from it, or send it as a photo.',
  unknown: 'I do not know that one. This is what I can do:',
}

/** A skill that is not there yet; the words are as honest as a colleague's. */
const MISSING: Readonly<Record<string, string>> = {
  ask: 'I cannot answer questions about the rules here yet. Ask your privacy officer before you post.',
  photo:
    'I cannot look at pictures here yet. Paste the words that go with it, and let a colleague look at the picture: faces, tattoos, charts, screens.',
  incident:
    'I cannot take a report here yet. Tell your privacy officer now, even when you are not sure. Take a picture of the post with its date and time before anybody takes it down. Asking for help early is right.',
  digest: 'I write no daily digest here yet. Managers find today’s numbers on my home page.',
}
const MISSING_OTHER = 'I cannot do that here yet. Ask your privacy officer.'

const WHO: Readonly<Record<Role, string>> = {
  staff: 'people at your practice',
  reviewer: 'reviewers',
  manager: 'managers',
  'privacy officer': 'the privacy officer',
  admin: 'whoever runs Chaperone',
}

const OFFERS: readonly { action: string; label: string }[] = [
  { action: 'check/open', label: 'Check a post' },
  { action: 'ask/open', label: 'Ask about the rules' },
  { action: 'incident/start', label: 'Something went out by accident' },
  { action: 'check/help', label: 'How this works' },
]

/** Whether a skill has this intent: offers lead somewhere or are not made. */
export type Offered = (skill: string, intent: string) => boolean

export function orientation(about: About, offered: Offered, text?: string): ReplyDraft {
  if (about === 'command')
    return line(isExplained(text ?? '') ? explained(text as string) : LINES.unknown, offers(offered))
  // "Thanks!" is said to a colleague, and it is also a whole reply to a review.
  const check = text !== undefined && offered('check', 'draft')
  return line(
    LINES[about],
    offers(offered),
    check ? [{ action: 'check/draft', label: 'Check these words', value: text }] : [],
  )
}

export function notThereYet(skill: string, offered: Offered): ReplyDraft {
  return line((Object.hasOwn(MISSING, skill) && MISSING[skill]) || MISSING_OTHER, offers(offered))
}

export function notForYou(needs: Role): ReplyDraft {
  return line(`That is for ${WHO[needs]}. If you need it, ask them.`)
}

/** For somebody of another company, in a channel that both share. */
export function notOneOfUs(): ReplyDraft {
  return line(
    'I help the people of one practice only, so I cannot read this for you. Please ask your own team.',
  )
}

export function slowDown(): ReplyDraft {
  return line(
    'That was a lot at once, so I have not read the last ones. Give me a minute, then send those again.',
  )
}

/** Below the first words of an answer that another run gives whole. */
export function elsewhere(): ReplyDraft {
  return line('I was held up here. The whole answer is in a message of its own.')
}

/** One clear line; the code is for whoever runs Chaperone. */
export function failure(code: ErrorCode): ReplyDraft {
  const slow = code === 'skill_slow'
  const reply = line(
    slow
      ? 'That took too long, so I stopped. Nothing was posted and nothing was found to be fine. Please try again.'
      : 'Something went wrong on my side. Nothing was posted, and nothing was found to be fine. Please try again.',
  )
  return {
    ...reply,
    blocks: [
      ...reply.blocks,
      { type: 'note', text: `If it happens again, tell whoever runs Chaperone: ${code}` },
    ],
  }
}

type ButtonDraft = { action: string; label: string; value?: string }

function offers(offered: Offered): ButtonDraft[] {
  return OFFERS.filter(({ action }) => {
    const [skill = '', intent = ''] = action.split('/')
    return offered(skill, intent)
  })
}

function line(text: string, ...rows: readonly (readonly ButtonDraft[])[]): ReplyDraft {
  const buttons = rows.flat()
  const row: BlockDraft[] = buttons.length > 0 ? [{ type: 'buttons', buttons }] : []
  return { audience: 'private', blocks: [{ type: 'text', text }, ...row], summary: text.slice(0, 300) }
}
