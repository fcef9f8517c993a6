import { factsOf, PRACTICE_PLATFORMS } from '../../bot/practice.ts'
import { platformName } from '../../bot/records/authorization.ts'
import { holds, reviewersFor } from '../../bot/records/people.ts'
import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Intent, SkillContext } from '../../bot/skill.ts'
import { KINDS } from '../../rules/vocabulary.ts'
import { type Around, bind, type Going, lookAt } from './bind.ts'
import { ASK, BUTTONS, KIND_NAMES, REFUSALS } from './copy.ts'
import { byOf, open, sightOf } from './desk.ts'
import { codesIn } from './forms.ts'
import { goingIn, keep, last, recall } from './kept.ts'
import { reachedIn, tellAll } from './notices.ts'
import { formLines, say, showApproval, wordsOf } from './show.ts'
import { moment } from './when.ts'

export const meOf = ({ event }: Pick<SkillContext, 'event'>) => `${event.surface}:${event.person.id}`
const MOST_WORDS = 1000
const wordOf = (values: Intent['values'], name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** From a verdict's button, from a command with the words behind it, from "can somebody approve this?". */
export async function ask(
  intent: Intent,
  context: SkillContext,
  around: Around,
): Promise<readonly ReplyDraft[]> {
  const { event, ports } = context
  const { dialogs } = ports.store
  if (intent.name === 'draft') {
    const going = goingIn({ ...intent.values, text: intent.text })
    if ('files' in event.body && (event.body.files?.length ?? 0) > 0) return [line(ASK.picture)]
    if (!going || !/[\p{L}\p{N}]/u.test(going.draft.text)) return [line(ASK.empty)]
    const name = `check.${ports.ids.next()}`
    await keep(dialogs, event.person.id, name, going)
    return begin(name, going, context, around)
  }
  const name = intent.name === 'last' ? await last(dialogs, event) : `check.${intent.text}`
  const going = name && (await recall(dialogs, event.person.id, name))
  if (!name || !going) return [line(intent.name === 'last' ? ASK.nothing : ASK.gone)]
  return begin(name, going, context, around)
}

/** What is clear is not asked: most requests are one press. */
async function begin(
  name: string,
  going: Going,
  context: SkillContext,
  around: Around,
): Promise<readonly ReplyDraft[]> {
  const looked = lookAt(going, around)
  if (looked.stop) return [stopped(name, going, around)]
  const where = going.draft.platform ?? looked.result.platform
  const handles = context.practice.handles.length > 1 && going.handle === null
  if (where && !handles && (!looked.needsForm || going.codes.length > 0))
    return send(name, going, '', context, around)
  const { kind } = looked.result
  return [askMore(name, { ...going, draft: { ...going.draft, kind, platform: where ?? undefined } }, context)]
}

/** The form that came back. */
export async function answered(
  intent: Intent,
  context: SkillContext,
  around: Around,
): Promise<readonly ReplyDraft[]> {
  const { values } = intent
  const name = wordOf(values, 'turn')
  const going = await recall(context.ports.store.dialogs, context.event.person.id, name)
  if (!going) return [line(ASK.gone)]
  const platform = PRACTICE_PLATFORMS.find((one) => one === values.platform) ?? going.draft.platform
  const codes = 'codes' in values ? codesIn(wordOf(values, 'codes')) : going.codes
  const handle = context.practice.handles.find((one) => one === values.handle) ?? going.handle
  const kind = KINDS.find((one) => one === values.kind) ?? going.draft.kind
  const full: Going = { ...going, codes, handle, draft: { ...going.draft, platform, kind } }
  const note = wordOf(values, 'note')
  if (!platform) return [askMore(name, full, context, { note })]
  const looked = lookAt(full, around)
  if (looked.stop) return [stopped(name, full, around)]
  if (looked.needsForm && codes.length === 0)
    return [askMore(name, full, context, { note, problem: REFUSALS.needsForm })]
  return send(name, full, note, context, around)
}

async function send(
  name: string,
  going: Going,
  words: string,
  context: SkillContext,
  around: Around,
): Promise<readonly ReplyDraft[]> {
  const { practice, event } = context
  const me = meOf(context)
  if (reviewersFor(me, practice).length === 0 && !holds(me, 'reviewer', practice)) return [line(ASK.nobody)]
  const binding = await bind(going, around)
  const missing = binding.forms.filter(({ coverage }) => !coverage?.covered)
  if (missing.length > 0) {
    const says = missing.flatMap((form) => (form.form ? formLines(form) : [ASK.unknownForm(form.code)]))
    return [askMore(name, going, context, { note: words, problem: [ASK.uncovered, ...says].join('\n') })]
  }
  const note = around.engine.mask(words.slice(0, MOST_WORDS), factsOf(practice))
  const { approval, isNew } = await open(binding, { by: me, note, id: event.id }, around)
  const told = await tellAll(approval, around)
  const sight = await sightOf(told, around)
  const names = reachedIn(told, practice)
  const cooled = moment(told.since + sight.world.coolingMs, practice.timeZone)
  const said = sight.world.alone
    ? ASK.sentAlone(cooled)
    : names.length > 0
      ? ASK.sent(names.join(', '))
      : ASK.sentNobody
  return [showApproval(sight, byOf(me, told, practice), practice, isNew ? said : ASK.already)]
}

/** What the check found, without which nobody would know what to change. */
function stopped(name: string, going: Going, around: Around): ReplyDraft {
  const { result } = lookAt(going, around)
  // The draft itself stays where it was kept: the buttons only say which one.
  const buttons = [
    { action: 'rewrite/again', label: BUTTONS.write, value: `draft=${name}&turn=0` },
    { action: 'check/change', label: BUTTONS.check, value: name.replace('.', '=') },
  ]
  return {
    blocks: [say(REFUSALS.stop), ...wordsOf(going.draft.text, result), { type: 'buttons', buttons }],
    summary: REFUSALS.stop.slice(0, 300),
  }
}

function askMore(
  name: string,
  going: Going,
  { practice }: SkillContext,
  { problem, note = '' }: { problem?: string; note?: string } = {},
): ReplyDraft {
  const platforms = practice.platforms.length > 0 ? practice.platforms : PRACTICE_PLATFORMS
  const { platform } = going.draft
  const all = platform && !platforms.includes(platform) ? [platform, ...platforms] : platforms
  const form: BlockDraft = {
    type: 'form',
    form: `approve/send#${name}`,
    title: ASK.title,
    submit: ASK.submit,
    fields: [
      {
        name: 'platform',
        label: ASK.platform,
        type: 'choice',
        options: all.map((value) => ({ value, label: platformName(value) })),
        ...(platform ? { initial: platform } : {}),
        required: true,
      },
      {
        name: 'kind',
        label: ASK.kind,
        type: 'choice',
        options: KINDS.map((value) => ({ value, label: KIND_NAMES[value] })),
        ...(going.draft.kind ? { initial: going.draft.kind } : {}),
      },
      ...(practice.handles.length > 1
        ? [
            {
              name: 'handle',
              label: ASK.handle,
              type: 'choice' as const,
              options: practice.handles.slice(0, 50).map((value) => ({ value, label: value })),
              initial: going.handle ?? practice.handles[0] ?? '',
            },
          ]
        : []),
      {
        name: 'codes',
        label: ASK.codes,
        hint: ASK.codesHint,
        type: 'text',
        ...(going.codes.length > 0 ? { initial: going.codes.join(', ') } : {}),
      },
      { name: 'note', label: ASK.note, hint: ASK.noNames, type: 'text', ...(note ? { initial: note } : {}) },
    ],
  }
  return {
    blocks: [...(problem ? [say(problem)] : []), say(ASK.text), form],
    summary: (problem ?? ASK.text).slice(0, 300),
  }
}

export function line(text: string): ReplyDraft {
  return { blocks: [say(text)], summary: text.slice(0, 300) }
}
