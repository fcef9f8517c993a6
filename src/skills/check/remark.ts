import { givenAgain } from '../../bot/flow/again.ts'
import type { Remark } from '../../bot/ports.ts'
import { factsOf } from '../../bot/practice.ts'
import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Intent, SkillContext } from '../../bot/skill.ts'
import type { Engine, Result } from '../../rules/verdict.ts'
import { FORM, NOT_A_PROBLEM, OVERRIDE } from './copy.ts'
import { oneOf } from './draft.ts'
import type { Kept } from './kept.ts'
import { whichOnes } from './which.ts'

type Fields = Extract<BlockDraft, { type: 'form' }>['fields']

/** UTF-16 units that are kept of a draft as an example, and of a reason. */
const MOST_KEPT = 2000

/** What a dispute is about: the draft as it was kept, and what the rules say of it now. */
export interface Disputed {
  check: string
  kept: Kept
  result: Result
}

/** Whether people may post this although something was found: never across a red line. */
export function canOverride({ verdict, findings }: Result, redLines: ReadonlySet<string>): boolean {
  return verdict !== 'clear' && !findings.some(({ rule }) => redLines.has(rule))
}

/** @param given with what was answered before, where it could not be taken. */
export function askWhy({ check, kept, result }: Disputed, given?: Intent['values']): ReplyDraft {
  const options = whichOnes(result, kept.draft)
  const reasons = Object.entries(NOT_A_PROBLEM.reasons).map(([value, label]) => ({ value, label }))
  const fields: Fields = [
    { name: 'rule', label: NOT_A_PROBLEM.which, type: 'choice', options, initial: options[0]?.value ?? '' },
    {
      name: 'because',
      label: NOT_A_PROBLEM.because,
      type: 'choice',
      options: reasons,
      initial: 'not_patient',
    },
    { name: 'words', label: NOT_A_PROBLEM.words, hint: FORM.noNames, type: 'text' },
  ]
  return ask(NOT_A_PROBLEM.text, {
    type: 'form',
    form: `check/not-a-problem#${check}`,
    title: NOT_A_PROBLEM.title,
    submit: NOT_A_PROBLEM.submit,
    fields: given ? givenAgain(fields, given) : fields,
  })
}

/** @param given what was written before, where it was too little. */
export function askReason({ check }: Disputed, given?: string): ReplyDraft {
  const before = given ? { initial: given } : {}
  return ask(given === undefined ? OVERRIDE.text : OVERRIDE.missing, {
    type: 'form',
    form: `check/override#${check}`,
    title: OVERRIDE.title,
    submit: OVERRIDE.submit,
    fields: [
      {
        name: 'reason',
        label: OVERRIDE.reason,
        hint: FORM.noNames,
        type: 'longtext',
        required: true,
        ...before,
      },
    ],
  })
}

/** Keeps a masked example and the reason. The verdict stands: one mistaken finding does not free the rest. */
export async function noteNotAProblem(
  { kept, result }: Disputed,
  { values }: Intent,
  context: SkillContext,
  engine: Engine,
): Promise<boolean> {
  const rule = result.findings.find((finding) => finding.rule === values.rule)?.rule
  const because = oneOf(Object.keys(NOT_A_PROBLEM.reasons), values.because)
  if (rule === undefined || because === undefined) return false
  const words = typeof values.words === 'string' ? values.words.trim() : ''
  const reason = [because, words].filter((part) => part !== '').join(': ')
  await add('not_a_problem', [rule], reason, kept.draft.text, result, context, engine, kept)
  return true
}

/** Written down first, and only then do the words come out. */
export async function noteOverride(
  { kept, result }: Disputed,
  reason: string,
  context: SkillContext,
  engine: Engine,
): Promise<void> {
  const rules = [...new Set(result.findings.map((finding) => finding.rule))]
  await add('override', rules, reason, '', result, context, engine, kept)
}

async function add(
  sort: Remark['sort'],
  rules: readonly string[],
  reason: string,
  example: string,
  result: Result,
  { event, ports, practice }: SkillContext,
  engine: Engine,
  { draft }: Kept,
): Promise<void> {
  const masked = (text: string) => engine.mask(text, factsOf(practice)).slice(0, MOST_KEPT)
  await ports.store.remarks.add({
    id: ports.ids.next(),
    at: ports.clock.now(),
    surface: event.surface,
    person: event.person.id,
    sort,
    draftHash: ports.hasher.hash(draft.text),
    verdict: result.verdict,
    platform: result.platform,
    rules,
    example: masked(example),
    reason: masked(reason),
  })
}

function ask(text: string, form: BlockDraft): ReplyDraft {
  return { blocks: [{ type: 'text', text }, form], summary: text }
}
