import { factsOf } from '../../bot/practice.ts'
import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { Draft, Engine, Result } from '../../rules/verdict.ts'
import { BUTTONS, HELP, LINES, PICTURE_NOTE, WELCOME } from './copy.ts'
import { type Correction, readCorrection } from './correction.ts'
import { readDraft, unreadable } from './draft.ts'
import { draftForm } from './form.ts'
import { keep, recall } from './kept.ts'
import { ownNotes } from './own.ts'
import { showVerdict } from './show.ts'

export function createCheck(engine: Engine): Skill {
  /** Checks, writes the ledger row, and shows. The row is written first: no answer without its trace. */
  async function answer(draft: Draft, picture: boolean, correction: Correction, context: SkillContext) {
    const { event, ports, practice } = context
    const facts = factsOf(practice)
    const checked = withPicture(engine.check(draft, facts), picture)
    const result = { ...checked, notes: [...checked.notes, ...ownNotes(checked, facts)] }
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
    return [showVerdict(draft, result, correction)]
  }

  async function check(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { event, ports } = context
    const draft = readDraft(intent.text, intent.values)
    const picture = event.body.type === 'message' && (event.body.files?.length ?? 0) > 0
    const reason = unreadable(draft)
    if (reason) return [line(picture && reason !== 'tooLong' ? LINES.pictureOnly : LINES[reason])]
    const id = ports.ids.next()
    const { kind, platform, account } = draft
    await keep(ports.store.dialogs, event.person.id, id, { draft, picture })
    return answer(draft, picture, { check: id, kind, platform, account }, context)
  }

  async function correct(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const correction = readCorrection(intent.text)
    const { event, ports } = context
    const kept = await recall(ports.store.dialogs, event.person.id, correction.check)
    if (!kept) return [line(LINES.expired, draftForm())]
    const { kind, platform, account } = correction
    if (!kind) return [{ blocks: [draftForm(kept.draft)], summary: WELCOME.summary }]
    return answer({ ...kept.draft, kind, platform, account }, kept.picture, correction, context)
  }

  return {
    name: 'check',
    about: 'Reads a draft before it goes out and says what in it could give away a patient.',
    needs: 'staff',
    intents: ['open', 'draft', 'correct', 'help'],
    async run(intent, context) {
      if (intent.name === 'draft') return check(intent, context)
      if (intent.name === 'correct') return correct(intent, context)
      return [intent.name === 'help' ? help() : welcome()]
    },
  }
}

function welcome(): ReplyDraft {
  return {
    blocks: [{ type: 'heading', text: WELCOME.title }, { type: 'text', text: WELCOME.text }, draftForm()],
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

function line(text: string, ...more: BlockDraft[]): ReplyDraft {
  return { blocks: [{ type: 'text', text }, ...more], summary: text }
}

/** Words that pass say nothing of the picture beside them: what was not looked at is never clear. */
function withPicture(result: Result, picture: boolean): Result {
  if (!picture) return result
  const verdict = result.verdict === 'clear' ? 'unchecked' : result.verdict
  return { ...result, verdict, notes: [PICTURE_NOTE, ...result.notes] }
}
