import type { Verdict } from '../../rules/vocabulary.ts'

/** Every word of the digest. The reader runs a practice and has one minute, on a phone, before the first patient. */
export const COPY = {
  title: (day: string) => `Good morning. ${day}`,
  titleOf: (day: string) => `How things stand. ${day}`,
  covers: (days: readonly string[]) => `I could not send this on time. It covers ${days.join(', ')}.`,
  late: 'I could not send this at its usual hour, so it comes late.',
  needs: 'What needs you today',
  nothing: 'Nothing waits for you.',
  quiet: 'A quiet day: nothing waits for you, and nothing was checked yesterday.',
  more: (count: number) => `… and ${count} more. Each record lists what waits in it.`,
  numbers: 'Yesterday in numbers',
  none: 'Nothing was checked yesterday.',
  yesterday: 'Yesterday',
  weekEarlier: 'A week earlier',
  chart: (now: number, before: number) =>
    `${checks(now)} yesterday, ${before === 0 ? 'none' : before} on the same day a week earlier.`,
  overrides: (count: number) =>
    `${count === 1 ? 'One draft was' : `${count} drafts were`} posted although something was found. Staff said why; "remarks" lists it.`,
  notAProblem: (count: number) =>
    `${count === 1 ? 'One finding was' : `${count} findings were`} called "not a problem".`,
  unanswered: (count: number) =>
    `${count === 1 ? 'One question had' : `${count} questions had`} no answer in the knowledge base.`,
  frequent: 'Found most in the last seven days',
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  hint: 'To tell the team: ',
  roll: { week: 'Last week', month: 'Last month' },
  rollLine: (now: number, before: number) => `${checks(now)}; ${before === 0 ? 'none' : before} before that.`,
  head: (head: string) => `End of the audit trail: ${head}`,
  headNote: 'Keep this message: with that line anybody can show later that nothing was cut from the trail.',
  days: (left: number) =>
    left < 0
      ? `${-left} ${left === -1 ? 'day' : 'days'} late`
      : left === 0
        ? 'today'
        : left === 1
          ? 'tomorrow'
          : `in ${left} days`,
  summary: (needs: number, day: string) =>
    needs === 0
      ? `${day}: nothing waits for you`
      : `${day}: ${needs} ${needs === 1 ? 'thing needs' : 'things need'} you`,
  unread: (skill: string) =>
    `What waits in “${skill}” could not be read just now, so it is missing here. Tell whoever runs Chaperone.`,
  unreached: (count: number) =>
    `The digest has not reached ${count === 1 ? 'one person' : `${count} people`} since yesterday. Look at who gets it in the practice file.`,
  undelivered: (count: number) =>
    `${count === 1 ? 'One answer' : `${count} answers`} could not be delivered yesterday. The log of the machine says why.`,
} as const

export const VERDICT_NAMES: Record<Verdict, string> = {
  stop: 'Do not post this',
  needs_authorization: 'Only with a form',
  caution: 'Take another look',
  unchecked: 'Not checked',
  clear: 'Nothing found',
}

function checks(count: number): string {
  return count === 0 ? 'No drafts checked' : count === 1 ? 'One draft checked' : `${count} drafts checked`
}
