import { fillTemplate, type Templates, type TemplateTone } from '../../knowledge/templates.ts'
import type { PracticeFacts } from '../../rules/facts.ts'
import type { Checker, Draft, Result } from '../../rules/verdict.ts'
import type { Kind } from '../../rules/vocabulary.ts'
import { trimmed } from './edit.ts'
import { situationsFor, subjectOf, writtenAs } from './situation.ts'

/** Words that pass the same check. */
export interface Version {
  text: string
  /** `edit`: the draft with less in it. `template`: kept ready for this situation. `written`: by a model, for this one. */
  how: 'edit' | 'template' | 'written'
  /** Id of the template's situation. */
  situation?: string
  tone?: TemplateTone
  kind: Kind
  removed: readonly string[]
}

export interface Wish {
  /** Asked for just now: ready-made words in it come before the draft's own. */
  tone?: TemplateTone | undefined
  /** How the practice sounds otherwise. */
  usual?: TemplateTone
  /** Which of the versions comes first: "other". */
  turn?: number
  /** The shortest first. */
  shorter?: boolean
}

export interface Rewritten {
  /** Of the draft as it came. */
  result: Result
  /** Each is clear under the same rules; empty where there is none. */
  versions: readonly Version[]
  /** A model should have written some, and was not there. */
  unavailable?: boolean
}

const MOST = 3
const SITUATIONS = 2

/** Pure, and never shows what does not pass: each version is checked as what it would be posted as. */
export function rewrite(
  engine: Checker,
  templates: Templates,
  draft: Draft,
  practice: PracticeFacts | undefined,
  wish: Wish = {},
): Rewritten {
  const result = engine.check(draft, practice)
  if (result.verdict === 'clear') return { result, versions: [] }
  const kind = writtenAs(result.kind)
  // What a visitor wrote is what our reply answers, not a draft of it.
  const own = kind === result.kind
  const context = result.kind === 'visitor_comment' ? draft.text : draft.context
  const look = (text: string) => engine.check({ ...draft, text, kind, context }, practice)

  const edit = own && draft.text.length < LONG ? trimmed(draft.text, look) : undefined
  const edits: Version[] = edit ? [{ ...edit, how: 'edit', kind }] : []
  const ready = fromTemplates(draft, result, templates, practice, wish)
    .map((version) => ({ ...version, kind }))
    .filter(({ text }) => look(text).verdict === 'clear')
  const all = rotated([...(wish.tone ? [...ready, ...edits] : [...edits, ...ready])], wish.turn ?? 0)
  const chosen = wish.shorter ? all.toSorted((a, b) => a.text.length - b.text.length) : all
  return { result, versions: chosen.slice(0, MOST) }
}

/** A draft that long is trimmed by hand. */
const LONG = 4000

function fromTemplates(
  draft: Draft,
  result: Result,
  templates: Templates,
  practice: PracticeFacts | undefined,
  { usual = 'warm', tone = usual }: Wish,
): Omit<Version, 'kind'>[] {
  const known = { phone: practice?.phones?.[0], subject: subjectOf(draft, templates) }
  const start = sum(draft.text)
  return situationsFor(draft, result, templates)
    .slice(0, SITUATIONS + 1)
    .flatMap(({ id, texts }) => {
      const wanted = texts.filter((text) => text.tone === tone)
      const others = texts.filter((text) => text.tone !== tone)
      return [...rotated(wanted, start), ...others].flatMap(({ text, tone: sound }) => {
        const filled = fillTemplate(text, known)
        return filled === undefined
          ? []
          : [{ text: filled, how: 'template' as const, situation: id, tone: sound, removed: [] }]
      })
    })
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const at = list.length === 0 ? 0 : by % list.length
  return [...list.slice(at), ...list.slice(0, at)]
}

/** Drafts begin with different versions, so that a page does not look canned; one draft always with the same. */
function sum(text: string): number {
  let total = 0
  for (const letter of text.slice(0, 200)) total = (total * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return total
}
