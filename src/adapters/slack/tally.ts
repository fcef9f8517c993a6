/** Why something that Slack sent led to nothing. */
export type Refusal =
  /** For an installation that is not ours. */
  | 'wrong_workspace'
  /** Our own words, other apps, what Slack itself writes, edits, and what we know nothing of. */
  | 'left_alone'

/** A number for /metrics; its labels come from closed lists. */
export interface Count {
  name: string
  help: string
  type: 'counter'
  labels: Readonly<Record<string, string>>
  value: number
}

const EVENTS = { name: 'chaperone_events_total', help: 'Events by outcome.' }
const REFUSED = { name: 'chaperone_slack_refused_total', help: 'Payloads of Slack that led to nothing.' }
const UNDELIVERED = {
  name: 'chaperone_slack_undelivered_total',
  help: 'Answers and notices that reached nobody on Slack.',
}

/** What happened on Slack since the start, for whoever runs Chaperone. */
export function createTally() {
  const events = new Map<string, number>()
  const refused = new Map<string, number>()
  const undelivered = new Map<string, number>()
  const add = (counts: Map<string, number>, word: string) => {
    // Words of our own; the pattern holds even if that ever changes.
    const safe = /^[a-z_]{1,40}$/.test(word) ? word : 'other'
    counts.set(safe, (counts.get(safe) ?? 0) + 1)
  }
  const drawn = (of: { name: string; help: string }, counts: Map<string, number>, label: string) =>
    [...counts].map(
      ([word, value]): Count => ({
        ...of,
        type: 'counter',
        labels: { surface: 'slack', [label]: word },
        value,
      }),
    )

  return {
    event: (outcome: string) => add(events, outcome),
    refused: (why: Refusal) => add(refused, why),
    /** @param code what Slack said no with, or our own word. */
    undelivered: (code: string) => add(undelivered, code),
    samples: (): Count[] => [
      ...drawn(EVENTS, events, 'outcome'),
      ...drawn(REFUSED, refused, 'reason'),
      ...drawn(UNDELIVERED, undelivered, 'code'),
    ],
  }
}
