import type { BlockDraft, Mark, ReplyDraft } from '../../bot/reply.ts'
import type { Draft, Finding, Result } from '../../rules/verdict.ts'
import { type Severity, VERDICTS, type Verdict } from '../../rules/vocabulary.ts'
import { type Allowed, buttonsOf } from './buttons.ts'
import { clearText, moreFindings, summary, takenFor, VERDICT_TEXTS, VERDICT_TITLES } from './copy.ts'
import type { Correction } from './correction.ts'

/** More than this helps nobody at once; a chat message has room for about as many. */
export const MOST_FINDINGS = 20

type Tone = Mark['tone']
const TONES: Record<Severity, Tone> = {
  stop: 'stop',
  needs_authorization: 'needs',
  caution: 'caution',
  unchecked: 'unchecked',
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
  if (correction) blocks.push({ type: 'buttons', buttons: buttonsOf(draft, result, correction, can) })
  return { audience: 'private', blocks, summary: summary(result.verdict, result.findings.length) }
}

function verdictText(result: Result): string {
  return result.verdict === 'clear' ? clearText(result.checked.rules) : VERDICT_TEXTS[result.verdict]
}

/** The worst ones where there are too many, always in the order in which they stand in the draft. */
export function mostSerious(findings: readonly Finding[]): readonly Finding[] {
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

/** Nothing where it is about everything. */
export function quoteOf(finding: Finding, draft: Draft): string {
  return finding.severity === 'unchecked' && wholeDraft(finding, draft) ? '' : finding.quote
}

function findingBlock(finding: Finding, index: number, draft: Draft): BlockDraft {
  return {
    type: 'finding',
    number: index + 1,
    tone: TONES[finding.severity],
    quote: quoteOf(finding, draft),
    says: finding.message,
    why: finding.why,
    instead: finding.instead,
    law: [...new Set(finding.citations.map((citation) => citation.source))],
  }
}
