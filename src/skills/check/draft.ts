import type { Draft } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'

/** UTF-16 units of draft and context together; far above any platform's limit, far below what could stall. */
export const LONGEST = 100_000

type Values = Readonly<Record<string, string | readonly string[] | boolean>>

/** Reads form values (or what the router worked out) into a draft. An unknown choice counts as none. */
export function readDraft(text: string, values: Values): Draft {
  const replyingTo = word(values.replying_to)
  return {
    text: text || word(values.text),
    kind: oneOf(KINDS, values.kind),
    platform: oneOf(PLATFORMS, values.platform),
    account: oneOf(ACCOUNTS, values.account),
    context: replyingTo.trim() ? replyingTo : undefined,
  }
}

/** Why there is nothing to check, if so. */
export function unreadable(draft: Draft): 'empty' | 'wordless' | 'tooLong' | undefined {
  if (draft.text.length + (draft.context?.length ?? 0) > LONGEST) return 'tooLong'
  if (!/[\p{L}\p{N}]/u.test(draft.text)) return /[^\s\p{Cf}\p{Cc}]/u.test(draft.text) ? 'wordless' : 'empty'
  return undefined
}

export function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((item) => item === value)
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
