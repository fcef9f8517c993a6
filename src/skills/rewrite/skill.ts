import { type Model, NO_MODEL } from '../../bot/model/model.ts'
import { factsOf } from '../../bot/practice.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { Templates } from '../../knowledge/templates.ts'
import type { Checker } from '../../rules/verdict.ts'
import { LINES } from './copy.ts'
import { draftOf, keep, noticedIn, readWanted, recall, type Wanted } from './kept.ts'
import { line, showVersions } from './show.ts'
import { rewriteWith } from './written.ts'

/** UTF-16 units of draft and context together, as with the check. */
const LONGEST = 100_000

export function createRewrite(engine: Checker, templates: Templates, model: Model = NO_MODEL): Skill {
  async function fresh({ text, values }: Intent, context: SkillContext): Promise<ReplyDraft> {
    const { event, ports } = context
    const draft = draftOf({ ...values, text: text || values.text })
    if (!draft) return line(LINES.open)
    if (draft.text.length + (draft.context?.length ?? 0) > LONGEST) return line(LINES.tooLong)
    const name = `rewrite.${ports.ids.next()}`
    await keep(ports.store.dialogs, event.person.id, name, draft)
    return again({ draft: name, turn: 0, shorter: false }, context)
  }

  async function again(wanted: Wanted, { event, ports, practice }: SkillContext): Promise<ReplyDraft> {
    const draft = await recall(ports.store.dialogs, event.person.id, wanted.draft)
    if (!draft) return line(LINES.expired)
    const { tone, turn, shorter } = wanted
    const wish = { tone, turn, shorter, usual: practice.tone }
    const noticed = await noticedIn(ports.store.dialogs, event.person.id, wanted.draft)
    const found = await rewriteWith(model, engine, templates, draft, factsOf(practice), wish, noticed)
    return showVersions(found, wanted)
  }

  return {
    name: 'rewrite',
    about: 'Writes words that pass the same check: your own with less in them, or ready-made ones.',
    needs: 'staff',
    intents: ['open', 'draft', 'again'],
    async run(intent, context) {
      if (intent.name === 'again') return [await again(readWanted(intent.text), context)]
      return [intent.name === 'open' ? line(LINES.open) : await fresh(intent, context)]
    },
  }
}
