import { type Model, NO_MODEL } from '../../bot/model/model.ts'
import { factsOf } from '../../bot/practice.ts'
import { lookUp, withForm } from '../../bot/records/signed.ts'
import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { PracticeFacts } from '../../rules/facts.ts'
import type { Draft, Engine, Result } from '../../rules/verdict.ts'
import { BUTTONS, HELP, LINES, NOT_A_PROBLEM, OVERRIDE, PICTURE_NOTE, SHARE, WELCOME } from './copy.ts'
import { type Correction, readCorrection } from './correction.ts'
import { readDraft, unreadable } from './draft.ts'
import { draftForm } from './form.ts'
import { HOME } from './home/copy.ts'
import { home } from './home/home.ts'
import { type Kept, keep, lastOf, noteLast, recall } from './kept.ts'
import { overheard } from './overheard.ts'
import { ownNotes } from './own.ts'
import { askReason, askWhy, canOverride, type Disputed, noteNotAProblem, noteOverride } from './remark.ts'
import { keepNoticed, noticedBefore } from './second/kept.ts'
import { type Second, secondLook, withSecond } from './second/look.ts'
import { canShare, sharedAdvice } from './share.ts'
import { showVerdict } from './show.ts'

/** Reads a draft as the engine does, wherever. */
export type Read = (draft: Draft, facts: PracticeFacts) => Promise<Result>

const REMARKS: readonly string[] = ['dispute', 'not-a-problem', 'insist', 'override']
/** What a button may carry (see Button in reply.ts). */
const MOST_COPIED = 2000
/** Longer than any code of a form. */
const MOST_CODE = 100

export function createCheck(
  engine: Engine,
  model: Model = NO_MODEL,
  read: Read = async (draft, facts) => engine.check(draft, facts),
): Skill {
  /** What the rules found, with what comes beside it: a second reader, a signed form, a picture, what was not told. */
  async function whole(
    found: Result,
    { draft, picture, authorization, second }: Kept & { second: Second },
    context: SkillContext,
  ): Promise<Result> {
    const read = withSecond(draft, second)(found)
    const signed = authorization ? withForm(read, draft, await lookUp(authorization, context)) : read
    const result = withPicture(signed, picture)
    return { ...result, notes: [...result.notes, ...ownNotes(result, factsOf(context.practice))] }
  }

  /** The draft that a button or form about a verdict means; undefined: its hour is over, or it is not theirs. */
  async function disputed(check: string, context: SkillContext): Promise<Disputed | undefined> {
    const { event, ports, practice } = context
    const kept = await recall(ports.store.dialogs, event.person.id, check)
    if (!kept) return undefined
    const second = await noticedBefore(ports.store.dialogs, event.person.id, check)
    const found = engine.check(kept.draft, factsOf(practice))
    return { check, kept, result: await whole(found, { ...kept, second }, context) }
  }

  /** "Not a problem" and "Post it all the same": first the question, then what was answered. */
  async function remark(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { turn } = intent.values
    const about = await disputed(typeof turn === 'string' ? turn : intent.text, context)
    if (!about) return [line(LINES.expired, draftForm())]
    if (intent.name === 'dispute') return [askWhy(about)]
    if (intent.name === 'not-a-problem') {
      const noted = await noteNotAProblem(about, intent, context, engine)
      return [noted ? line(NOT_A_PROBLEM.thanks) : askWhy(about, intent.values)]
    }
    if (!canOverride(about.result, engine.redLines)) return [line(OVERRIDE.redLine)]
    const { reason } = intent.values
    const words = typeof reason === 'string' ? reason.trim() : ''
    if (intent.name === 'insist') return [askReason(about)]
    if (!/\p{L}{2}/u.test(words)) return [askReason(about, words)]
    await noteOverride(about, words, context, engine)
    return [withCopy(OVERRIDE.done, about.kept.draft)]
  }

  /** Checks, writes the ledger row, and shows. The row is written first: no answer without its trace. */
  async function answer(kept: Kept, correction: Correction, context: SkillContext) {
    const { event, ports, practice } = context
    const { draft } = kept
    const found = await read(draft, factsOf(practice))
    const second = await secondLook(model, found, draft)
    await keepNoticed(ports.store.dialogs, event.person.id, correction.check, second)
    const result = await whole(found, { ...kept, second }, context)
    await ports.store.record({
      id: ports.ids.next(),
      at: ports.clock.now(),
      surface: event.surface,
      person: event.person.id,
      draftHash: ports.hasher.hash(draft.text),
      verdict: result.verdict,
      kind: result.kind,
      platform: result.platform,
      rules: [...new Set(result.findings.map((finding) => finding.rule))],
    })
    const override = canOverride(result, engine.redLines)
    // Where nobody else reads along there is nobody to share with.
    const share = !event.place.private && canShare(result)
    return [showVerdict(draft, result, correction, { override, share })]
  }

  async function share(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const about = await disputed(intent.text, context)
    if (!about || !canShare(about.result)) return [line(SHARE.gone)]
    return [sharedAdvice(about.result)]
  }

  /**
   * "Can I repost this?", "it's an ad": what this person showed before it in the same talk; or the same with a
   * signed form.
   */
  async function again(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { event, ports } = context
    const { check, authorization } = formGiven(intent)
    const last = check ?? (await lastOf(ports.store.dialogs, event))
    const before = last && (await recall(ports.store.dialogs, event.person.id, last))
    if (!before) return [line(LINES.expired, draftForm())]
    const told = readDraft(before.draft.text, intent.values)
    const draft = {
      ...before.draft,
      kind: told.kind ?? before.draft.kind,
      platform: told.platform ?? before.draft.platform,
      account: told.account ?? before.draft.account,
    }
    const kept = { ...before, draft, ...(authorization ? { authorization } : {}) }
    await keep(ports.store.dialogs, event.person.id, last, kept)
    const { kind, platform, account } = draft
    return answer(kept, { check: last, kind, platform, account }, context)
  }

  async function check(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { event, ports } = context
    const draft = readDraft(intent.text, intent.values)
    const picture = 'files' in event.body && (event.body.files?.length ?? 0) > 0
    const reason = unreadable(draft)
    if (reason) {
      const says = picture && reason !== 'tooLong' ? LINES.pictureOnly : LINES[reason]
      // A form comes back with everything else that was filled in.
      return [event.body.type === 'form' && reason !== 'tooLong' ? line(says, draftForm(draft)) : line(says)]
    }
    const id = ports.ids.next()
    const { kind, platform, account } = draft
    const { authorization } = formGiven(intent)
    const kept = { draft, picture, ...(authorization ? { authorization } : {}) }
    // Written down together: a disk confirms three rows as fast as one.
    const [replies] = await Promise.all([
      answer(kept, { check: id, kind, platform, account }, context),
      keep(ports.store.dialogs, event.person.id, id, kept),
      noteLast(ports.store.dialogs, event, id),
    ])
    return replies
  }

  async function correct(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const correction = readCorrection(intent.text)
    const { event, ports } = context
    const kept = await recall(ports.store.dialogs, event.person.id, correction.check)
    if (!kept) return [line(LINES.expired, draftForm())]
    const { kind, platform, account } = correction
    if (!kind) return [{ blocks: [draftForm(kept.draft)], summary: WELCOME.summary }]
    const corrected = { ...kept, draft: { ...kept.draft, kind, platform, account } }
    // What is said about the verdict later is about the draft as it was corrected.
    await keep(ports.store.dialogs, event.person.id, correction.check, corrected)
    return answer(corrected, correction, context)
  }

  return {
    name: 'check',
    about: 'Reads a draft before it goes out and says what in it could give away a patient.',
    needs: 'staff',
    intents: [
      'open',
      'home',
      'draft',
      'again',
      'correct',
      'change',
      'help',
      'overheard',
      'dispute',
      'not-a-problem',
      'insist',
      'override',
      'share',
    ],
    async run(intent, context) {
      if (intent.name === 'draft') return check(intent, context)
      if (intent.name === 'correct' || intent.name === 'change') return correct(intent, context)
      if (REMARKS.includes(intent.name)) return remark(intent, context)
      if (intent.name === 'again') return again(intent, context)
      if (intent.name === 'share') return share(intent, context)
      if (intent.name === 'home') return [await opening(context)]
      if (intent.name === 'overheard') return overheard(engine, intent.text, context)
      return [intent.name === 'help' ? help() : welcome(context.event.surface)]
    },
  }
}

/** Which check, and with which signed form: from a button ("check=…&form=…"), or from a form. */
function formGiven({ name, text, values }: Intent): { check?: string; authorization?: string } {
  const given =
    typeof values.authorization === 'string' ? values.authorization.trim().slice(0, MOST_CODE) : ''
  const { turn } = values
  if (name !== 'again' || typeof turn === 'string')
    return {
      ...(typeof turn === 'string' ? { check: turn } : {}),
      ...(given ? { authorization: given } : {}),
    }
  const fields = new URLSearchParams(text)
  const [check, form] = [fields.get('check'), fields.get('form')]
  return { ...(check ? { check } : {}), ...(form ? { authorization: form.slice(0, MOST_CODE) } : {}) }
}

/** Surfaces whose forms can carry pictures. */
const PHOTO_FORMS: readonly string[] = ['slack', 'web']

/** The chat page opens with the form, and below it what waits: whoever comes there comes to paste, or because something went out. */
async function opening(context: SkillContext): Promise<ReplyDraft> {
  const { surface, body } = context.event
  if (surface === 'web' && body.type === 'opened') {
    const { blocks, summary } = welcome(surface)
    return { blocks: [...blocks, ...((await context.homeParts?.()) ?? []), elsewhere(context)], summary }
  }
  return home(draftForm({}, PHOTO_FORMS.includes(surface)), context)
}

/** Where else people go from the chat page. */
const elsewhere = ({ roles }: SkillContext): BlockDraft => ({
  type: 'buttons',
  buttons: [
    { action: 'incident/start', label: HOME.accidentButton },
    { action: 'incident/list', label: HOME.reports },
    { action: 'authorization/list', label: HOME.forms },
    ...(roles.has('manager') ? [{ action: 'digest/show', label: HOME.stands }] : []),
  ],
})

function welcome(surface: string): ReplyDraft {
  const form = draftForm({}, PHOTO_FORMS.includes(surface))
  return {
    blocks: [{ type: 'heading', text: WELCOME.title }, { type: 'text', text: WELCOME.text }, form],
    summary: WELCOME.summary,
  }
}

function help(): ReplyDraft {
  return {
    blocks: [
      { type: 'heading', text: HELP.title },
      { type: 'text', text: HELP.text },
      { type: 'buttons', buttons: [{ action: 'check/open', label: BUTTONS.start, style: 'primary' }] },
    ],
    summary: HELP.summary,
  }
}

function withCopy(text: string, { text: words }: Draft): ReplyDraft {
  if (words.length > MOST_COPIED) return line(text)
  const copy = { action: 'check/copy', label: BUTTONS.copyDraft, value: words, does: 'copy' as const }
  return line(text, { type: 'buttons', buttons: [copy] })
}

function line(text: string, ...more: BlockDraft[]): ReplyDraft {
  return { blocks: [{ type: 'text', text }, ...more], summary: text }
}

/** Words that pass say nothing of the picture beside them: what was not looked at is never clear. */
function withPicture(result: Result, picture: boolean): Result {
  if (!picture) return result
  const verdict = result.verdict === 'clear' ? 'unchecked' : result.verdict
  return { ...result, verdict, notes: [PICTURE_NOTE, ...result.notes] }
}
