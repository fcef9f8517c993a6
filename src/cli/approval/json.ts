import type { Approval } from '../../bot/records/approval.ts'

const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())

/** A request for scripts. Its words are there as long as they are kept. */
export function jsonOf({
  number,
  status,
  author,
  askedAt,
  note,
  bound,
  revision,
  until,
  proposal,
  grant,
  planned,
  end,
  publication,
  passed,
  words,
  offered,
}: Approval) {
  const { hash, kind, platform, account, handle, forms, verdict, rules, blind, photos, picture } = bound
  return {
    number,
    status,
    author,
    asked: iso(askedAt),
    note,
    about: {
      hash,
      kind,
      platform,
      account,
      handle,
      authorizations: forms.map(({ code }) => code),
      photos: photos.length,
      pictureUnseen: picture,
      verdict,
      rules,
      couldNotCheck: blind,
    },
    revision,
    until: iso(until),
    text: words?.text ?? null,
    proposed: proposal
      ? { by: proposal.by, at: iso(proposal.at), note: proposal.note, text: offered?.text ?? null }
      : null,
    given: grant
      ? { by: grant.by, at: iso(grant.at), alone: grant.alone, lookedAtUnchecked: grant.looked }
      : null,
    planned: iso(planned),
    ended: end ? { by: end.by, at: iso(end.at), how: end.what, why: end.reason } : null,
    published: publication
      ? {
          by: publication.by,
          at: iso(publication.at),
          url: publication.url,
          platform: publication.platform,
          withoutGoAhead: publication.ahead,
          down: iso(publication.down),
        }
      : null,
    told: passed.filter(({ reached }) => reached).map(({ to, at }) => ({ to, at: iso(at) })),
  }
}
