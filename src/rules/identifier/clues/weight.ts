import type { Draft } from '../../verdict.ts'
import type { Kind, Severity } from '../../vocabulary.ts'

/**
 * No post needs a number, an address or an account of somebody: that is `stop`. What visitors write about
 * themselves is theirs to tell; the practice only should not leave it standing unnoticed.
 */
export function grave({ kind }: Draft & { kind: Kind }): Severity {
  return kind === 'visitor_comment' ? 'caution' : 'stop'
}

/** What could be posted with that person's valid form: an authorization in posts, never in a reply. */
export function withForm({ kind, account }: Draft & { kind: Kind }): Severity {
  if (kind === 'visitor_comment') return 'caution'
  return kind.endsWith('_reply') || account === 'personal' ? 'stop' : 'needs_authorization'
}
