import type { Paper, Part } from '../../bot/outside/paper.ts'
import { CLOCK_NAMES, FINDING_NAMES, OUTCOME_NAMES, STATUS, TASK_NAMES } from '../../skills/incident/copy.ts'
import { TASKS } from '../../skills/incident/ticket/entries.ts'
import type { Gathered } from './gather.ts'

type Index = Omit<Gathered, 'trail'> & {
  trail: { entries: number; file: string }
  proof: { whole: boolean; entries: number; head: string; firstBad: { record: string; says: string } | null }
}

const heading = (text: string, level: 1 | 2 = 1): Part => ({ type: 'heading', level, text })
const text = (words: string): Part => ({ type: 'text', text: words })
const counts = (head: string, numbers: Readonly<Record<string, number>>): Part => {
  const rows = Object.entries(numbers).map(([name, number]) => [name, number.toLocaleString('en-US')])
  return {
    type: 'table',
    widths: [3, 2],
    rows: [[head, 'How many'], ...(rows.length > 0 ? rows : [['none', '0']])],
  }
}

/** What the packet holds, for somebody who reads it without Chaperone. */
export function indexOf(index: Index, now: number): Paper {
  const { practice, period, checks, register, incidents, remarks, training, inUse, proof, trail } = index
  const name = practice ?? 'the practice'
  const span = `${period.from} to ${period.to}`
  const kept = Object.values(register).reduce((sum, states) => sum + Object.values(states).length, 0)
  return {
    title: `Records of ${span}`,
    subtitle: `${name}. Both days counted, in the time zone ${period.timeZone}. Written ${index.written} by Chaperone.`,
    foot: `${name} · ${span} · confidential: for those alone who need it`,
    author: name,
    madeAt: now,
    parts: [
      text(
        'Chaperone reads what staff are about to post and says what in it would disclose a patient. This packet shows how it was used: how many drafts were checked, what was reported, who decided what and when, and who looked at which record. It holds no words of any draft.',
      ),
      {
        type: 'table',
        widths: [2, 5],
        rows: [
          ['File', 'What it is'],
          ['index.pdf', 'This overview.'],
          [
            'packet.json',
            'The same and more, for machines: each incident with its clocks and tasks, remarks, rules and knowledge in use.',
          ],
          [trail.file, `The audit trail of these days, ${trail.entries} entries, one JSON object a line.`],
        ],
      },
      heading('Is the record whole?'),
      text(
        proof.whole
          ? `Yes: all ${proof.entries} entries of the audit trail were proved when this was written. Each is tied to the one before it by a keyed hash (HMAC-SHA-256), so an entry that is changed, taken out or put in shows.`
          : `NO. First: ${proof.firstBad?.record} ${proof.firstBad?.says}. What comes before was proved.`,
      ),
      { type: 'note', text: `Head of the trail: ${proof.head}` },
      heading('Drafts that were checked'),
      text(`${checks.total.toLocaleString('en-US')} in all.`),
      counts('Verdict', checks.byVerdict),
      heading('Incidents'),
      text(
        incidents.length === 0
          ? 'None was reported or open in these days.'
          : `${incidents.length} reported in these days or still open from before.`,
      ),
      ...incidents.flatMap(incidentPart),
      heading('Records made in these days'),
      kept === 0
        ? text('None.')
        : counts(
            'Kind and state',
            Object.fromEntries(
              Object.entries(register).flatMap(([kind, states]) =>
                Object.entries(states).map(([state, count]) => [`${kind}, ${state}`, count]),
              ),
            ),
          ),
      heading('Training taken in these days'),
      training.length === 0
        ? text('None is written down.')
        : {
            type: 'table',
            widths: [2, 2, 3, 5],
            rows: [
              ['Number', 'Day', 'Who', 'What about'],
              ...training.map(({ number, on, who, topic }) => [number, on, who, topic]),
            ],
          },
      heading('What staff said about findings'),
      counts('Remark', countBy(remarks.map(({ sort }) => SORTS[sort]))),
      heading('What was in use'),
      {
        type: 'table',
        widths: [2, 5],
        rows: [
          ['What', 'Which'],
          ['Chaperone', inUse.chaperone],
          ['Rules', String(inUse.rules)],
          ['State law as of', inUse.stateLawAsOf],
          [
            'Files of knowledge',
            `${Object.keys(inUse.knowledge).length}, each with its SHA-256 in packet.json`,
          ],
          [
            'Kept for',
            Object.entries(inUse.retentionYears)
              .map(([kind, years]) => `${kind} ${years} years`)
              .join(', '),
          ],
        ],
      },
      heading('Rules turned up, down or off', 2),
      inUse.strictness.length === 0
        ? text('None.')
        : {
            type: 'table',
            widths: [3, 2, 4, 2],
            rows: [
              ['Rule', 'Level', 'Reason', 'By'],
              ...inUse.strictness.map(({ rule, level, reason, by }) => [rule, level, reason, by]),
            ],
          },
      heading('Who may do what', 2),
      inUse.roles.length === 0
        ? text('Nobody is entered with a role.')
        : {
            type: 'table',
            widths: [3, 4],
            rows: [
              ['Who', 'Roles'],
              ...inUse.roles.map(({ who, roles }) => [who, roles.join(', ') || 'staff']),
            ],
          },
    ],
  }
}

const SORTS = {
  not_a_problem: 'Not a problem',
  override: 'Posted all the same',
  unanswered: 'A question without an answer',
  not_helpful: 'An answer that did not help',
  asked: 'A question with an answer',
} as const

const countBy = (words: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))

function incidentPart(one: Index['incidents'][number]): Part[] {
  const { number, opened, status, people, discovered, clocks, conclusion, closed, tasks } = one
  const open = TASKS.filter((task) => tasks[task] === null)
  return [
    heading(number, 2),
    {
      type: 'table',
      widths: [2, 5],
      rows: [
        ['What', 'How it stands'],
        ['Reported', opened],
        ['Discovered', discovered],
        ['Status', STATUS[status]],
        ['People', people === null ? 'not known' : String(people)],
        [
          'Conclusion',
          conclusion
            ? `${OUTCOME_NAMES[conclusion.outcome]} (${conclusion.by}, ${conclusion.at})${conclusion.stale ? '; something was learned since' : ''}`
            : 'none yet',
        ],
        ...(closed ? [['Closed', `${FINDING_NAMES[closed.finding]} (${closed.by}, ${closed.at})`]] : []),
        [
          'Clocks',
          (clocks ?? [])
            .map(({ what, state, due }) => `${CLOCK_NAMES[what]}${state ? ` (${state})` : ''}: ${due}`)
            .join('\n') || 'cannot be reckoned',
        ],
        ['Open tasks', open.map((task) => TASK_NAMES[task]).join('; ') || 'none'],
      ],
    },
  ]
}
