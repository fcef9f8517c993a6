import { givenAgain } from '../../bot/flow/again.ts'
import { factsOf } from '../../bot/practice.ts'
import { type Act, type Approval, OPEN, type Refusal } from '../../bot/records/approval.ts'
import { isDay } from '../../bot/records/authorization.ts'
import { holds } from '../../bot/records/people.ts'
import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Intent, SkillContext } from '../../bot/skill.ts'
import { line, meOf } from './ask.ts'
import { type Around, bind, goingOf, leadsTo, linkOf, lookAt, sameWords } from './bind.ts'
import { BUTTONS, DEATHS, DONE, FORMS, REFUSALS, SHOW } from './copy.ts'
import { act, byOf, find, maySee, type Outcome, sightOf, type Wish } from './desk.ts'
import { tellAll } from './notices.ts'
import { say, showApproval, whereIs, wordsOf } from './show.ts'
import { atWall, timeIn } from './when.ts'

/** The buttons of a request, the question behind each, and what becomes of the answer. */

export const ACTS = [
  'grant',
  'propose',
  'decline',
  'accept',
  'withdraw',
  'rework',
  'plan',
  'publish',
  'online',
  'down',
] as const
export type ActName = (typeof ACTS)[number]
const MOST_WORDS = 1000

/** What somebody typed or chose with it. */
export type Answers = Readonly<Record<string, string>>

type Ready = { wish: Pick<Wish, 'act' | 'words'> } | { problem: string; words?: BlockDraft[] }

/** `approve/act` with "NUMBER.act.revision", or the form `approve/did#NUMBER.act.revision`. */
export async function press(
  intent: Intent,
  context: SkillContext,
  around: Around,
): Promise<readonly ReplyDraft[]> {
  const { turn } = intent.values
  const filled = intent.name === 'did'
  const [number = '', wanted = '', before = ''] = (
    filled && typeof turn === 'string' ? turn : intent.text
  ).split('.')
  const name = ACTS.find((one) => one === wanted)
  const me = meOf(context)
  const approval = await find(number, around)
  if (!approval || !name || !maySee(byOf(me, approval, around.practice), approval))
    return [line(SHOW.notYours)]
  // A button without it is none of ours: it is about no words at all.
  const revision = /^\d{1,6}$/.test(before) ? Number(before) : 0
  const stale = revision !== approval.revision && OPEN.includes(approval.status)
  const ask = !filled && !stale && question(name, approval, around)
  if (ask) return [ask]
  const answers = Object.fromEntries(
    Object.entries(intent.values).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const ready = await prepare(name, approval, answers, around)
  const again = (refused: Omit<Refused, 'answers'>, now = approval) =>
    question(name, now, around, { ...refused, answers })
  if ('problem' in ready) return [again(ready) ?? line(ready.problem)]
  const outcome = await act(number, { ...ready.wish, by: me, id: context.event.id, revision }, around)
  // What only one answer stands in the way of is asked again, with all the others.
  if (filled && outcome.is === 'refused' && MENDABLE.includes(outcome.why)) {
    const asked = again({ problem: saidOf(name, outcome) }, outcome.approval)
    if (asked) return [asked]
  }
  return [await answer(name, outcome, me, around)]
}

const MENDABLE: readonly string[] = ['planPast', 'planLate', 'unlooked'] satisfies Refusal[]

/** What was given to a form and could not be taken. */
interface Refused {
  problem: string
  words?: BlockDraft[]
  answers: Answers
}

/** Turns what somebody answered into an act. Shared with the command line. */
export async function prepare(
  name: ActName,
  approval: Approval,
  answers: Answers,
  around: Around,
): Promise<Ready> {
  const { practice, engine } = around
  const mask = (text = '') => engine.mask(text.trim().slice(0, MOST_WORDS), factsOf(practice))
  const looked = answers.looked === 'yes'
  const { words, bound, proposal, offered } = approval
  switch (name) {
    case 'grant':
      return { wish: { act: { act: 'grant', looked } } }
    case 'decline':
      return /\p{L}{2}/u.test(answers.reason ?? '')
        ? { wish: { act: { act: 'decline', reason: mask(answers.reason) } } }
        : { problem: FORMS.noReason }
    case 'propose':
    case 'rework': {
      if (!words) return { problem: REFUSALS.noWords }
      const text = answers.words ?? ''
      const changed = text.trim() !== '' && !sameWords(text, words.text)
      const note = mask(answers.say)
      if (!changed && (name === 'rework' || !/\p{L}{2}/u.test(note))) return { problem: FORMS.noChange }
      const going = goingOf(bound, words)
      if (!changed) {
        const none: Act = { act: 'propose', bound: null, look: undefined, note, looked }
        return { wish: { act: none } }
      }
      const made = await bind({ ...going, draft: { ...going.draft, text } }, around)
      if (made.looked.stop) return { problem: REFUSALS.stop, words: wordsOf(text, made.looked.result) }
      const kept = { [made.bound.words]: made.words }
      const look = made.looked
      return name === 'rework'
        ? { wish: { act: { act: 'rework', bound: made.bound, look }, words: kept } }
        : { wish: { act: { act: 'propose', bound: made.bound, look, note, looked }, words: kept } }
    }
    case 'accept': {
      const look = proposal?.bound && offered ? lookAt(goingOf(proposal.bound, offered), around) : undefined
      const proposer = proposal !== undefined && holds(proposal.by, 'reviewer', practice)
      return { wish: { act: { act: 'accept', look, proposer } } }
    }
    case 'plan': {
      const day = answers.day?.trim() ?? ''
      const time = timeIn(answers.time ?? '')
      if (!isDay(day) || !time) return { problem: FORMS.noDay }
      return { wish: { act: { act: 'plan', at: atWall(day, time, practice.timeZone) } } }
    }
    case 'publish':
    case 'online': {
      const url = linkOf(answers.link ?? '')
      if (!url) return { problem: FORMS.noLink }
      const { platform } = bound
      const common = { url: url.href, platform }
      if (name === 'online') {
        const text = answers.words?.trim() || words?.text
        const look = text
          ? lookAt({ ...goingOf(bound, { text, context: words?.context ?? null }) }, around)
          : undefined
        return { wish: { act: { act: 'online', ...common, verdict: look?.verdict ?? 'unchecked' } } }
      }
      if (!leadsTo(url, platform)) return { problem: FORMS.otherPlace(whereIs(approval)) }
      const written = answers.words?.trim() ?? ''
      const same = written === '' || (words !== undefined && sameWords(written, words.text))
      const exact = same && answers.pictures !== 'other'
      return { wish: { act: { act: 'publish', ...common, exact } } }
    }
    default:
      return { wish: { act: { act: name } } }
  }
}

/** Undefined: nothing has to be asked, the button does it at once. */
function question(
  name: ActName,
  approval: Approval,
  around: Around,
  refused?: Refused,
): ReplyDraft | undefined {
  const empty = fieldsOf(name, approval, around)
  if (empty.length === 0) return undefined
  const fields = refused ? givenAgain(empty, refused.answers) : empty
  const { number, revision } = approval
  const title = BUTTONS[name]
  const text = name === 'grant' ? FORMS.lookedText : undefined
  return {
    blocks: [
      ...(refused ? [say(refused.problem)] : []),
      ...(refused?.words ?? []),
      ...(text ? [say(text)] : []),
      {
        type: 'form',
        form: `approve/did#${number}.${name}.${revision}`,
        title: `${number}: ${title}`,
        submit: FORMS.submit,
        fields,
      },
    ],
    summary: `${number}: ${title}`,
  }
}

type Fields = Extract<BlockDraft, { type: 'form' }>['fields']

const PICTURES: Fields = [
  {
    name: 'pictures',
    label: FORMS.pictures,
    type: 'choice',
    options: [
      { value: 'same', label: FORMS.samePictures },
      { value: 'other', label: FORMS.otherPictures },
    ],
    initial: 'same',
  },
]

function fieldsOf(name: ActName, { words, bound }: Approval, around: Around): Fields {
  const now = words && lookAt(goingOf(bound, words), around)
  const looked: Fields = [
    {
      name: 'looked',
      label: FORMS.looked,
      type: 'choice',
      options: [
        { value: 'no', label: FORMS.lookedNo },
        { value: 'yes', label: FORMS.lookedYes },
      ],
      initial: 'no',
    },
  ]
  switch (name) {
    case 'grant':
      return now?.blind ? looked : []
    case 'propose':
      return [
        {
          name: 'words',
          label: FORMS.words,
          hint: FORMS.wordsHint,
          type: 'longtext',
          initial: words?.text ?? '',
        },
        { name: 'say', label: FORMS.say, type: 'text' },
        ...(now?.blind ? looked : []),
      ]
    case 'rework':
      return [
        {
          name: 'words',
          label: FORMS.newWords,
          type: 'longtext',
          initial: words?.text ?? '',
          required: true,
        },
      ]
    case 'decline':
      return [{ name: 'reason', label: FORMS.reason, type: 'longtext', required: true }]
    case 'plan':
      return [
        { name: 'day', label: FORMS.day, type: 'date', required: true },
        { name: 'time', label: FORMS.time, hint: FORMS.timeHint, type: 'text', required: true },
      ]
    case 'publish':
    case 'online':
      return [
        { name: 'link', label: FORMS.link, type: 'text', required: true },
        { name: 'words', label: FORMS.changed, type: 'longtext' },
        ...(name === 'publish' && (bound.picture || bound.photos.length > 0) ? PICTURES : []),
      ]
    default:
      return []
  }
}

/** One clear line before how it stands now, whatever came of it. */
async function answer(name: ActName, outcome: Outcome, me: string, around: Around): Promise<ReplyDraft> {
  if (outcome.is === 'absent') return line(SHOW.notYours)
  const told = outcome.is === 'refused' ? outcome.approval : await tellAll(outcome.approval, around)
  const sight = await sightOf(told, around)
  return showApproval(sight, byOf(me, told, around.practice), around.practice, saidOf(name, outcome))
}

export function saidOf(name: ActName, outcome: Exclude<Outcome, { is: 'absent' }>): string {
  if (outcome.is === 'refused') return REFUSALS[outcome.why satisfies Refusal | 'otherWords']
  if (outcome.is === 'died') {
    const dead = `${DONE.dead} ${DEATHS[outcome.why]}`
    return name === 'publish' ? `${dead} ${DONE.deadOnline}` : dead
  }
  return name === 'accept' && outcome.approval.status === 'waiting' ? DONE.acceptLook : DONE[name]
}
