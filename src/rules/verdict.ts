import type { PracticeFacts } from './facts.ts'
import type { Account, Category, Kind, Platform, Severity, Verdict } from './vocabulary.ts'

/** What somebody is about to post. */
export interface Draft {
  text: string
  kind?: Kind | undefined
  platform?: Platform | undefined
  account?: Account | undefined
  /** The review or comment that is being answered. */
  context?: string | undefined
}

export interface Citation {
  /** Id of the article in knowledge/articles. */
  article: string
  /** "45 CFR 164.502(a)". */
  source: string
}

export interface Finding {
  /** "group/name". */
  rule: string
  category: Category
  severity: Severity
  /** UTF-16 offsets into the draft as given; `quote` is the text between them. */
  start: number
  end: number
  quote: string
  /** What it says. */
  message: string
  /** Why that is a risk. */
  why: string
  /** What to write instead. */
  instead: string
  citations: readonly Citation[]
}

export interface Result {
  verdict: Verdict
  /** What the draft was taken for. */
  kind: Kind
  platform: Platform | null
  /** Which of the two Chaperone worked out by itself. */
  guessed: { kind: boolean; platform: boolean }
  /** In the order in which they stand in the draft. */
  findings: readonly Finding[]
  /** Advice that never changes the verdict. */
  notes: readonly string[]
  /**
   * `model`: `on` where one read along, `unavailable` where it should have and did not. `ms`: wall time of the rules
   * in milliseconds.
   */
  checked: { rules: number; model: 'off' | 'on' | 'unavailable'; ms: number }
}

export interface Checker {
  /** Pure and synchronous; never throws for any string. */
  check(draft: Draft, practice?: PracticeFacts): Result
}

/** A text without the words that say who, and the way back. */
export interface Masked {
  text: string
  /** Where a place of the masked text stands in the text as given. What was taken out is there whole. */
  back(start: number, end: number): { start: number; end: number }
}

export interface Masker {
  /** For what goes to somebody else: stricter than `mask`. */
  masked(text: string, practice?: PracticeFacts): Masked
}

export interface Engine extends Checker {
  /** The text without the words that say who; see mask.ts. */
  mask(text: string, practice?: PracticeFacts): string
  /** Ids of rules that nobody may turn down or pass over. */
  redLines: ReadonlySet<string>
}
