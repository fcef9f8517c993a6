import { factsOf } from '../../bot/practice.ts'
import type { Approval } from '../../bot/records/approval.ts'
import { holds, reviewersFor } from '../../bot/records/people.ts'
import { type ActName, prepare, saidOf } from '../../skills/approve/acts.ts'
import { bind, type Going, lookAt } from '../../skills/approve/bind.ts'
import { ASK, REFUSALS } from '../../skills/approve/copy.ts'
import { act, open } from '../../skills/approve/desk.ts'
import { codesIn } from '../../skills/approve/forms.ts'
import { formLines } from '../../skills/approve/show.ts'
import { wordsOf } from '../check/check.ts'
import { DONE, FOUND, type Io, Refused } from '../io.ts'
import { type Action, type Came, type Desk, hashOfFile, type Turned } from './approval.ts'
import type { ApprovalOptions } from './options.ts'

const STOP = 'something in these words must not go out, whoever says so; `check` shows what'

export async function askFor(
  given: string | undefined,
  options: ApprovalOptions,
  { around, me }: Desk,
  io: Io,
): Promise<Came | Turned> {
  const text = await wordsOf(given, io)
  const { kind, platform, account, handle, replyingTo, authorization = [], photo = [], note = '' } = options
  const going: Going = {
    draft: { text, kind, platform, account, context: replyingTo },
    handle: handle ?? null,
    photos: photo.map(hashOfFile),
    picture: false,
    codes: codesIn(authorization.join(',')),
  }
  const { practice, engine, ports } = around
  const looked = lookAt(going, around)
  if (!platform && !looked.result.platform) throw new Refused('--platform is missing: say where it goes')
  if (reviewersFor(me, practice).length === 0 && !holds(me, 'reviewer', practice))
    return { turned: ASK.nobody }
  if (looked.stop) return { turned: `${STOP} (${looked.rules.join(', ')})` }
  if (looked.needsForm && going.codes.length === 0) return { turned: REFUSALS.needsForm }
  const binding = await bind(going, around)
  const missing = binding.forms.filter(({ coverage }) => !coverage?.covered)
  if (missing.length > 0) {
    const says = missing.flatMap((form) => (form.form ? formLines(form) : [ASK.unknownForm(form.code)]))
    return { turned: says.join(' ') }
  }
  const masked = engine.mask(note.slice(0, 1000), factsOf(practice))
  const { approval, isNew } = await open(binding, { by: me, note: masked, id: ports.ids.next() }, around)
  return { approval, says: isNew ? '' : ASK.already, code: DONE, outcome: isNew ? 'asked' : 'already' }
}

const ACT_OF: Readonly<Record<Exclude<Action, 'list' | 'show' | 'ask'>, ActName>> = {
  approve: 'grant',
  changes: 'propose',
  accept: 'accept',
  decline: 'decline',
  withdraw: 'withdraw',
  rework: 'rework',
  plan: 'plan',
  publish: 'publish',
  online: 'online',
  down: 'down',
}

export async function change(
  action: keyof typeof ACT_OF,
  approval: Approval,
  options: ApprovalOptions,
  { around, me }: Desk,
  io: Io,
): Promise<Came | Turned> {
  const name = ACT_OF[action]
  const text = options.text === undefined ? '' : await wordsOf(options.text, io)
  const [day = '', time = ''] = timesIn(options.at)
  const answers = {
    looked: options.looked ? 'yes' : 'no',
    reason: options.reason ?? '',
    say: options.note ?? '',
    words: text,
    link: options.url ?? '',
    day,
    time,
    pictures: options.photo && !samePhotos(options.photo.map(hashOfFile), approval) ? 'other' : 'same',
  }
  const ready = await prepare(name, approval, answers, around)
  if ('problem' in ready && ready.words) return { turned: STOP }
  if ('problem' in ready) throw new Refused(ready.problem)
  const id = around.ports.ids.next()
  const revision = revisionIn(options.revision)
  const outcome = await act(approval.number, { ...ready.wish, by: me, id, revision }, around)
  if (outcome.is === 'absent') return { turned: `there is no ${approval.number} for you here` }
  const code = outcome.is === 'done' ? DONE : FOUND
  const word = outcome.is === 'done' ? 'done' : `${outcome.is}:${outcome.why}`
  return { approval: outcome.approval, says: saidOf(name, outcome), code, outcome: word }
}

/** The very same bytes, in whatever order. */
function samePhotos(given: readonly (readonly string[])[], { bound }: Approval): boolean {
  const names = (all: readonly (readonly string[])[]) =>
    all
      .map((one) => one.join())
      .sort()
      .join(' ')
  return names(given) === names(bound.photos)
}

function revisionIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,6}$/.test(text)) throw new Refused('--revision wants the number that show --json says')
  return Number(text)
}

/** "2026-11-23 09:30", in the practice's own time. */
function timesIn(at: string | undefined): (string | undefined)[] {
  if (at === undefined) return []
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})$/.exec(at.trim())
  if (!found) throw new Refused('--at wants a day and a time of the practice, like "2026-11-23 09:30"')
  return [found[1], found[2]]
}
