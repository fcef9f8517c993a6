import { SIGNED } from '../../bot/records/signed.ts'
import type { BlockDraft, Mark, ReplyDraft } from '../../bot/reply.ts'
import type { Draft, Finding, Result } from '../../rules/verdict.ts'
import { type Severity, VERDICTS, type Verdict } from '../../rules/vocabulary.ts'
import { BUTTONS, clearText, moreFindings, summary, takenFor, VERDICT_TEXTS, VERDICT_TITLES } from './copy.ts'
import { type Correction, likelyInstead, writeCorrection } from './correction.ts'

/** More than this helps nobody at once; a chat message has room for about as many. */
export const MOST_FINDINGS = 20
/** What a button may carry (see Button in reply.ts). */
const MOST_COPIED = 2000

type Tone = Mark['tone']
const TONES: Record<Severity, Tone> = {
  stop: 'stop',
  needs_authorization: 'needs',
  caution: 'caution',
  unchecked: 'unchecked',
}

/** Buttons that not everybody gets: to post all the same, to tell the place without the words. */
export interface Allowed {
  override?: boolean
  share?: boolean
}

/**
 * A result as a reply. `correction` names the check for the buttons that correct it; without it (a one-off
 * on the command line, where nobody can press) the reply has no buttons.
 */
export function showVerdict(
  draft: Draft,
  result: Result,
  correction?: Correction,
  can: Allowed = {},
): ReplyDraft {
  const shown = mostSerious(result.findings)
  const left = result.findings.length - shown.length
  const blocks: BlockDraft[] = [
    {
      type: 'verdict',
      tone: result.verdict === 'clear' ? 'clear' : TONES[result.verdict],
      title: VERDICT_TITLES[result.verdict],
      text: verdictText(result),
    },
    {
      type: 'marked',
      text: draft.text,
      marks: shown.map(markOf).filter((mark) => !(mark.tone === 'unchecked' && wholeDraft(mark, draft))),
    },
    ...shown.map((finding, index) => findingBlock(finding, index, draft)),
  ]
  if (left > 0) blocks.push({ type: 'note', text: moreFindings(left) })
  for (const note of result.notes) blocks.push({ type: 'note', text: note })
  const guessed = result.guessed.kind
  blocks.push({ type: 'note', text: takenFor(result.kind, result.platform, guessed) })
  if (correction) blocks.push(...buttons(draft, result, correction, can))
  return { audience: 'private', blocks, summary: summary(result.verdict, result.findings.length) }
}

function verdictText(result: Result): string {
  return result.verdict === 'clear' ? clearText(result.checked.rules) : VERDICT_TEXTS[result.verdict]
}

/** The worst ones where there are too many, always in the order in which they stand in the draft. */
function mostSerious(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  const weight = (finding: Finding) => VERDICTS.indexOf(finding.severity satisfies Verdict)
  const worst = new Set(findings.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_FINDINGS))
  return findings.filter((finding) => worst.has(finding))
}

function markOf(finding: Finding, index: number): Mark {
  return { start: finding.start, end: finding.end, finding: index + 1, tone: TONES[finding.severity] }
}

/** "I cannot read this language" is about everything: marking all of it would hide the marks that matter. */
function wholeDraft(span: { start: number; end: number }, draft: Draft): boolean {
  return span.start === 0 && span.end >= draft.text.trimEnd().length
}

function findingBlock(finding: Finding, index: number, draft: Draft): BlockDraft {
  return {
    type: 'finding',
    number: index + 1,
    tone: TONES[finding.severity],
    quote: finding.severity === 'unchecked' && wholeDraft(finding, draft) ? '' : finding.quote,
    says: finding.message,
    why: finding.why,
    instead: finding.instead,
    law: [...new Set(finding.citations.map((citation) => citation.source))],
  }
}

function buttons(draft: Draft, result: Result, correction: Correction, can: Allowed): BlockDraft[] {
  const send = (label: string, change: Partial<Correction>) => ({
    action: 'check/correct',
    label,
    value: writeCorrection({ ...correction, ...change }),
  })
  // Once somebody has said what it is, one way to change it is enough.
  const kinds = result.guessed.kind ? likelyInstead(result.kind) : []
  const correct = kinds.map((kind) => send(BUTTONS.itIs(kind), { kind }))
  const { check } = correction
  const change = { action: 'check/change', label: BUTTONS.change, value: writeCorrection({ check }) }
  const found = result.findings.some(({ severity }) => severity !== 'unchecked')
  const mistaken = { action: 'check/dispute', label: BUTTONS.notAProblem, value: check }
  const anyway = { action: 'check/insist', label: BUTTONS.override, value: check }
  const share = { action: 'check/share', label: BUTTONS.share, value: check }
  // The draft itself stays where it was kept: the button only says which one.
  const write = { action: 'rewrite/again', label: BUTTONS.write, value: `draft=check.${check}&turn=0` }
  // Which one, and whether it is written down, the register asks.
  const signed = { action: 'authorization/pick', label: SIGNED.have, value: check }
  const needs = result.findings.some(({ severity }) => severity === 'needs_authorization')
  const wentOut = { action: 'incident/start', label: BUTTONS.wentOut, value: result.platform ?? '' }
  // What must not go out nobody can let out.
  const eyes = { action: 'approve/ask', label: BUTTONS.secondEyes, value: check }
  const another = { action: 'check/open', label: BUTTONS.another }
  return [
    { type: 'buttons', buttons: [...correct, change] },
    {
      type: 'buttons',
      buttons: [
        ...copyButton(draft, result),
        ...(needs ? [signed] : []),
        ...(result.verdict === 'clear' ? [] : [write]),
        ...(found ? [mistaken] : []),
        ...(can.override ? [anyway] : []),
        ...(can.share ? [share] : []),
        ...(result.verdict === 'stop' ? [] : [eyes]),
        wentOut,
        another,
      ],
    },
  ]
}

/** Words that must not go out are not put on the clipboard; the advice about them is. */
function copyButton(draft: Draft, result: Result) {
  const words = result.verdict !== 'stop' && result.verdict !== 'unchecked'
  const value = words ? draft.text : advice(result)
  if (value === '' || value.length > MOST_COPIED) return []
  const label = words ? BUTTONS.copyDraft : BUTTONS.copyAdvice
  return [{ action: 'check/copy', label, value, does: 'copy' as const }]
}

/** For a colleague: the rules' own sentences, each once, as many as fit, and no words of the draft. */
function advice(result: Result): string {
  const lines = new Set(result.findings.map(({ message, why, instead }) => `${message} ${why} ${instead}`))
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > MOST_COPIED) break
    text += text ? `\n${line}` : line
  }
  return text
}
