import type { Practice } from '../../bot/practice.ts'
import { type BlockDraft, firstInSight, type ReplyDraft } from '../../bot/reply.ts'
import type { SkillContext } from '../../bot/skill.ts'
import type { Deadline } from '../../knowledge/clocks/deadline.ts'
import type { StateLaw } from '../../knowledge/state-law.ts'
import * as copy from './copy.ts'
import { lines } from './report/overview.ts'
import { localOf } from './report/when.ts'
import { ACTS, type ActName } from './ticket/acts.ts'
import { type Almanac, clocksOf } from './ticket/clocks.ts'
import { type Entry, FACTORS, TASKS, type Task } from './ticket/entries.ts'
import { openFactors, type Ticket } from './ticket/ticket.ts'
import { isOfficer, nameOf, type Sight } from './who.ts'

const { SHOW } = copy
/** What one text block may hold (see reply.ts). */
const MOST_TEXT = 12_000
/** What one row of buttons may hold. */
const MOST_LISTED = 25

const text = (words: string): BlockDraft => ({ type: 'text', text: words.slice(0, MOST_TEXT) })
const heading = (words: string): BlockDraft => ({ type: 'heading', text: words.slice(0, 150) })
const note = (words: string): BlockDraft => ({ type: 'note', text: words.slice(0, 3000) })

export function moment(at: number, zone: string): string {
  const { day, time } = localOf(at, zone)
  return `${day} ${time} (${zone})`
}

export function statusOf({ status, taken }: Ticket, practice: Practice): string {
  return status === 'taken' && taken
    ? `${copy.STATUS.taken}: ${nameOf(taken.by, practice)}`
    : copy.STATUS[status]
}

/** The clocks as text, the nearest first. `brief`: without the reasons, for a list and a first message. */
export function clockLines(ticket: Ticket, almanac: Almanac, brief = true): string {
  const clocks = clocksOf(ticket, almanac)
  if (!clocks) return SHOW.noClocks + ticket.facts.discovered
  const one = ({ what, state, due, actBy, basis }: Deadline) => {
    const name = `${copy.CLOCK_NAMES[what]}${state ? ` (${state})` : ''}`
    return SHOW.clock(name, due, actBy) + (brief ? '' : `\n${basis}`)
  }
  return [SHOW.discovered(clocks.discovered, ticket.zone), ...clocks.deadlines.map(one)].join('\n')
}

export const almanacOf = (
  law: StateLaw,
  { ports, practice }: Pick<SkillContext, 'ports' | 'practice'>,
): Almanac => ({
  law,
  states: practice.states,
  now: ports.clock.now(),
})

export interface Seeing {
  context: SkillContext
  law: StateLaw
}

/** A ticket as far as this person may see it. */
export function showTicket(ticket: Ticket, sight: Sight, { context, law }: Seeing): ReplyDraft {
  const { practice } = context
  const almanac = almanacOf(law, context)
  const { number } = ticket
  const head = heading(`${number}: ${statusOf(ticket, practice)}`)
  const refresh = { action: 'incident/show', value: number }
  if (sight === 'counts') {
    const blocks = [head, text(SHOW.counts(copy.STATUS[ticket.status])), text(clockLines(ticket, almanac))]
    return { blocks, summary: number, refresh }
  }
  if (sight === 'own') return { blocks: [head, ...ownReport(ticket, context)], summary: number, refresh }
  // What can be done stands first: whoever comes back to a long history need not go through it.
  const blocks = [head, ...buttonsOf(ticket, context), ...wholeOf(ticket, practice, almanac)]
  return { blocks, summary: number, refresh }
}

function ownReport(ticket: Ticket, { practice, event }: SkillContext): BlockDraft[] {
  const me = nameOf(`${event.surface}:${event.person.id}`, practice)
  const mine = ticket.reports.filter(({ by }) => nameOf(by, practice) === me)
  return [
    ...mine.map(({ answers, at, told }) =>
      text(
        [`${SHOW.own}, ${moment(at, ticket.zone)}`, lines(answers), toldLine(told)]
          .filter(Boolean)
          .join('\n'),
      ),
    ),
    text(SHOW.ownNext),
  ]
}

const toldLine = (told: readonly string[]) => (told.length > 0 ? `${SHOW.told}: ${told.join(' · ')}` : '')

/** Everything, as the privacy officer sees it and as it stands in the packet. */
export function wholeOf(ticket: Ticket, practice: Practice, almanac: Almanac): BlockDraft[] {
  const reports = ticket.reports.map(({ answers, at, by, told }, index) =>
    [SHOW.report(index + 1, moment(at, ticket.zone), nameOf(by, practice)), lines(answers), toldLine(told)]
      .filter(Boolean)
      .join('\n'),
  )
  return [
    text(reports.join('\n\n')),
    heading(SHOW.times),
    text(timesOf(ticket, clocksOf(ticket, almanac)?.discovered)),
    heading(SHOW.clocks),
    text(clockLines(ticket, almanac, false)),
    ...(clocksOf(ticket, almanac)?.assumptions ?? []).map(note),
    heading(SHOW.assessment),
    text(assessment(ticket, practice)),
    note(SHOW.standing),
    heading(SHOW.tasks),
    text(TASKS.map((task) => `${copy.TASK_NAMES[task]}: ${taskLine(ticket, task, practice)}`).join('\n')),
    ...seenBy(ticket, practice),
    heading(SHOW.history),
    // The latest stand last and are what somebody looks for: of a long history the beginning gives way.
    text(
      ticket.entries
        .map(
          (entry) =>
            `${moment(entry.at, ticket.zone)} ${nameOf(entry.by, practice)} ${happened(entry, practice)}`,
        )
        .join('\n')
        .slice(-MOST_TEXT),
    ),
  ]
}

/** Began, noticed, reported and discovered are four times, and none stands for another. */
export function timesOf({ facts, zone, openedAt }: Ticket, discovered: string | undefined): string {
  const at = (day: string | null, time: string | null) =>
    day === null ? SHOW.unknownTime : `${[day, time].filter(Boolean).join(' ')} (${zone})`
  return [
    `${SHOW.began}: ${at(facts.startedDay, facts.startedTime)}`,
    `${SHOW.noticed}: ${at(facts.noticedDay, facts.noticedTime)}`,
    `${SHOW.reported}: ${moment(openedAt, zone)}`,
    `${SHOW.counted}: ${discovered ?? facts.discovered} (${zone})`,
  ].join('\n')
}

export function taskLine({ tasks, assigned }: Ticket, task: Task, practice: Practice): string {
  const ended = tasks[task]
  if (ended)
    return `${ended.end === 'done' ? '' : SHOW.notNeeded}${ended.happened} (${nameOf(ended.by, practice)})`
  const asked = assigned[task]
  return asked === undefined ? SHOW.openTask : SHOW.askedOf(nameOf(asked, practice))
}

function seenBy({ added }: Ticket, practice: Practice): BlockDraft[] {
  const names = [...new Set(added.map((ref) => nameOf(ref, practice)))]
  return names.length > 0 ? [note(SHOW.seenBy(names.join(', ')))] : []
}

function assessment({ factors, exception, conclusion }: Ticket, practice: Practice): string {
  const asked = FACTORS.map((factor) => {
    const found = factors[factor]
    const fact = found
      ? `${copy.WEIGHT_NAMES[found.weighs]}. ${found.fact} (${nameOf(found.by, practice)})`
      : SHOW.noFact
    return `${copy.FACTOR_NAMES[factor]}: ${fact}`
  })
  const excepted = exception ? [`${copy.EXCEPTION_NAMES[exception.exception]}. ${exception.fact}`] : []
  const concluded = conclusion
    ? `${copy.OUTCOME_NAMES[conclusion.outcome]}. ${conclusion.reason} (${nameOf(conclusion.by, practice)})${conclusion.stale ? ` ${SHOW.stale}` : ''}`
    : SHOW.notConcluded
  return [...asked, ...excepted, concluded].join('\n')
}

export function happened(entry: Entry, practice: Practice): string {
  const { HISTORY } = copy
  switch (entry.what) {
    case 'told':
      return entry.details.reached.length > 0 ? HISTORY.told : HISTORY.untold
    case 'reported':
    case 'reminded':
    case 'taken':
      return HISTORY[entry.what]
    case 'added':
      return HISTORY.added(nameOf(entry.details.person, practice))
    case 'removed':
      return HISTORY.removed(nameOf(entry.details.person, practice))
    case 'assigned': {
      const { person, task } = entry.details
      return HISTORY.assigned(nameOf(person, practice), task === null ? HISTORY.whole : copy.TASK_NAMES[task])
    }
    case 'note':
      return HISTORY.note(entry.details.words)
    case 'facts':
      return HISTORY.facts(entry.details.why)
    case 'factor': {
      const { factor, weighs, fact } = entry.details
      return HISTORY.factor(copy.FACTOR_NAMES[factor], copy.WEIGHT_NAMES[weighs], fact)
    }
    case 'exception':
      return HISTORY.exception(copy.EXCEPTION_NAMES[entry.details.exception], entry.details.fact)
    case 'concluded':
      return HISTORY.concluded(copy.OUTCOME_NAMES[entry.details.outcome], entry.details.reason)
    case 'task':
      return HISTORY.task(
        copy.TASK_NAMES[entry.details.task],
        entry.details.happened,
        entry.details.end === 'done',
      )
    case 'closed':
      return HISTORY.closed(copy.FINDING_NAMES[entry.details.finding], entry.details.reason)
    case 'reopened':
      return HISTORY.reopened(entry.details.reason)
  }
}

function buttonsOf(ticket: Ticket, context: SkillContext): BlockDraft[] {
  const can = inOrder(ticket).filter(
    (name) => ACTS[name].open(ticket) && (ACTS[name].who === 'whole' || isOfficer(context)),
  )
  const buttons = can.map((name) => ({
    action: 'incident/act',
    label: copy.ACT_WORDS[name],
    value: `${ticket.number}.${name}`,
    ...(name === 'take' ? { style: 'primary' as const } : {}),
  }))
  return buttons.length > 0 ? [{ type: 'buttons', buttons: firstInSight(buttons) }] : []
}

/** The next steps first: what comes up in every incident, and of its assessment the part that is due. */
function inOrder(ticket: Ticket): ActName[] {
  const { conclusion } = ticket
  const step =
    openFactors(ticket).length > 0 ? 'factor' : conclusion && !conclusion.stale ? 'close' : 'conclude'
  const first: ActName[] = ['take', 'reopen', step, 'task', 'note']
  return [...first, ...(Object.keys(ACTS) as ActName[]).filter((name) => !first.includes(name))]
}

/** Those that nobody has taken come first. */
export function showList(
  seen: readonly { ticket: Ticket; sight: Sight }[],
  { context, law }: Seeing,
): ReplyDraft {
  if (seen.length === 0) {
    const words = context.roles.has('manager') ? SHOW.none : SHOW.noneOwn
    return { blocks: [text(words)], summary: words }
  }
  const almanac = almanacOf(law, context)
  const rank = { open: 0, taken: 1, closed: 2 }
  const sorted = seen.toSorted((a, b) => rank[a.ticket.status] - rank[b.ticket.status])
  const shown = sorted.slice(0, MOST_LISTED)
  const blocks = shown.map(({ ticket, sight }) => {
    const clock = sight === 'own' ? [] : [clockLines(ticket, almanac).split('\n').slice(0, 2).join('\n')]
    return text([`${ticket.number}: ${statusOf(ticket, context.practice)}`, ...clock].join('\n'))
  })
  const buttons = shown.map(({ ticket: { number } }) => ({
    action: 'incident/show',
    label: number,
    value: number,
  }))
  return {
    blocks: [heading(`${SHOW.list}: ${seen.length}`), ...blocks, { type: 'buttons', buttons }],
    summary: `${SHOW.list}: ${seen.length}`,
  }
}
