import { z } from 'zod'

/** Who we are to Slack, as far as it has told us. */
export interface Self {
  /** Our own user id, to know our own words and name. */
  user: string
  /** The workspace that we were installed in. */
  team?: string | undefined
  /** The organization that the workspace belongs to (Enterprise Grid). */
  enterprise?: string | undefined
}

/**
 * `ours`: from somebody of our workspace, or of another one of our organization. `outside`: from somebody of another
 * company, in a place that both share (Slack Connect). `elsewhere`: meant for an installation that is not ours.
 */
export type Whence = 'ours' | 'outside' | 'elsewhere'

const Id = z.string().nullish().catch(undefined)
const Named = z.object({ id: Id, team_id: Id, enterprise_id: Id }).nullish().catch(undefined)
const Installed = z.object({ team_id: Id, enterprise_id: Id })
const Marks = z.object({
  type: Id,
  team_id: Id,
  enterprise_id: Id,
  team: Named,
  enterprise: Named,
  user: Named,
  // Commands have neither: what is missing is no error to be made and caught.
  is_ext_shared_channel: z.boolean().default(false).catch(false),
  authorizations: z.array(Installed).default([]).catch([]),
  event: z.object({ user_team: Id, source_team: Id, team: Id }).nullish().catch(undefined),
})

/**
 * Looks at nothing but ids of workspaces. What Slack did not say counts as ours: the signature is checked already,
 * and whoever has only one workspace is told of no other.
 * https://docs.slack.dev/apis/slack-connect/using-slack-connect-api-methods
 */
export function whenceOf(payload: unknown, self: Self): Whence {
  const found = Marks.safeParse(payload)
  if (!found.success || self.team === undefined) return 'ours'
  const marks = found.data
  const ours = (...ids: (string | null | undefined)[]) => {
    const said = ids.filter((id) => typeof id === 'string')
    return said.length === 0 || said.some((id) => id === self.team || id === self.enterprise)
  }
  if (marks.type === 'event_callback') {
    const { authorizations, event, is_ext_shared_channel: shared } = marks
    const installed = authorizations.flatMap(({ team_id, enterprise_id }) => [team_id, enterprise_id])
    // Without them the envelope names the workspace; in a shared channel that can be the other company's.
    if (
      !ours(...installed) ||
      (installed.length === 0 && !shared && !ours(marks.team_id, marks.enterprise_id))
    )
      return 'elsewhere'
    const theirs = event?.user_team ?? event?.source_team ?? event?.team
    const colleague = self.enterprise !== undefined && !shared
    return ours(theirs) || colleague ? 'ours' : 'outside'
  }
  const place = [marks.team?.id ?? marks.team_id, marks.enterprise?.id ?? marks.enterprise_id]
  const { team_id: team, enterprise_id: enterprise = marks.enterprise?.id } = marks.user ?? {}
  // Who it is decides: in a channel that another company hosts the place is theirs, and the person may be ours.
  if (team) return ours(team, enterprise) ? 'ours' : ours(...place) ? 'outside' : 'elsewhere'
  return ours(...place) ? 'ours' : 'elsewhere'
}
