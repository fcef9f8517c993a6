import type { Trouble } from '../../knowledge/clocks/facts.ts'

/** One line for each thing that keeps the clocks from being reckoned. */
export const TROUBLES: Readonly<Record<Trouble, string>> = {
  day_not_real: 'a day lies further off than any clock runs; look at the year',
  before_the_rule: 'the breach was discovered before 2009-09-23, when these clocks began; look at the year',
  discovered_in_future: '--discovered is still to come; give the day on which somebody first knew',
  agent_in_future: '--agent-discovered is still to come; give the day on which the agent first knew',
  people_not_counted: '--people wants 1 or more; write "unknown" as long as nobody has an estimate',
  residents_not_counted: '--state wants 1 or more for each State; leave a State out that nobody lives in',
  residents_exceed_people: '--state adds up to more than --people; each person lives in one State',
  unreachable_exceed_people: 'more people cannot be reached than are affected',
  hold_before_discovery:
    'the hold lies before the discovery; give the day until which law enforcement asked to wait',
  hold_in_future: '--oral-hold is still to come; give the day on which law enforcement asked',
  told_before_discovery: 'a notice was sent before the breach was discovered',
}
