import type { Paper, Part } from '../../../bot/outside/paper.ts'
import * as copy from '../../../skills/incident/copy.ts'
import { happened, moment, statusOf, taskLine, timesOf } from '../../../skills/incident/show.ts'
import { FACTORS, TASKS } from '../../../skills/incident/ticket/entries.ts'
import type { Ticket } from '../../../skills/incident/ticket/ticket.ts'
import { nameOf } from '../../../skills/incident/who.ts'
import type { Around, Packet } from './model.ts'

const heading = (text: string, level: 1 | 2 = 1, onNewPage = false): Part => ({
  type: 'heading',
  level,
  text,
  onNewPage,
})
const text = (words: string): Part => ({ type: 'text', text: words })
const note = (words: string): Part => ({ type: 'note', text: words })

/** "Label: value" lines as two columns; a value may hold colons. */
function pairs(lines: string, head: readonly [string, string]): Part {
  const rows = lines.split('\n').map((line) => {
    const at = line.indexOf(': ')
    return at === -1 ? ['', line] : [line.slice(0, at), line.slice(at + 2)]
  })
  return { type: 'table', widths: [2, 5], rows: [head, ...rows] }
}

/** The packet to read and to print: what happened first, the drafts of letters last. */
export function paperOf(ticket: Ticket, around: Around, packet: Packet): Paper {
  const { practice, almanac } = around
  const { number, zone } = ticket
  const name = practice.name ?? 'the practice'
  return {
    title: `Incident ${number}`,
    subtitle: `${name}. ${statusOf(ticket, practice)}. Written ${moment(almanac.now, zone)} by Chaperone from its register.`,
    foot: `${number} · ${name} · confidential: for those alone who need it`,
    author: name,
    madeAt: almanac.now,
    parts: [
      text(
        'This is everything that is on record about one possible disclosure of patients’ information: who reported what and when, the days by which the law asks for notices, the assessment, the tasks, drafts of the notices, and who saw the record. Names and numbers of patients were never asked for; what people typed was masked before it was kept. Keep it for six years (45 CFR 164.530(j)).',
      ),
      heading('In short'),
      { type: 'table', widths: [2, 5], rows: shortOf(ticket, around, packet) },
      heading('Times'),
      pairs(timesOf(ticket, packet.clocks?.discovered), ['What', 'When']),
      note(
        'When it began, when somebody noticed, and when it was reported are three times. The clocks run from discovery: the first day on which anybody in the workforce or an agent, other than whoever did it, knew or should have known.',
      ),
      ...reportsOf(ticket, around, packet),
      ...clocksPart(packet),
      ...assessmentOf(ticket, around),
      heading(copy.SHOW.tasks),
      pairs(TASKS.map((task) => `${copy.TASK_NAMES[task]}: ${taskLine(ticket, task, practice)}`).join('\n'), [
        'Task',
        'What happened',
      ]),
      heading('Timeline'),
      ...ticket.entries.map(
        (entry): Part => ({
          type: 'entry',
          lead: `${moment(entry.at, zone)} · ${nameOf(entry.by, practice)}`,
          text: happened(entry, practice),
        }),
      ),
      ...draftsPart(packet),
      ...auditPart(packet, zone),
    ],
  }
}

function shortOf(ticket: Ticket, { practice }: Around, { clocks }: Packet): string[][] {
  const { facts, conclusion, closed } = ticket
  const states = Object.entries(facts.states).map(([code, count]) =>
    count === null ? code : `${code} ${count}`,
  )
  const next = clocks?.deadlines.find(({ what }) => what !== 'substitute-notice')
  return [
    ['What', 'How it stands'],
    ['Status', statusOf(ticket, practice)],
    ['People', `${facts.people ?? 'not known yet'}${states.length > 0 ? ` (${states.join(', ')})` : ''}`],
    ['Found by', copy.SOURCE_NAMES[facts.source]],
    [
      'Conclusion',
      conclusion
        ? `${copy.OUTCOME_NAMES[conclusion.outcome]}${conclusion.stale ? ` (${copy.SHOW.stale})` : ''}`
        : copy.SHOW.notConcluded,
    ],
    ...(closed
      ? [
          [
            'Closed',
            `${copy.FINDING_NAMES[closed.finding]}. ${closed.reason} (${nameOf(closed.by, practice)})`,
          ],
        ]
      : []),
    ...(next
      ? [
          [
            'First day to keep',
            `${copy.CLOCK_NAMES[next.what]}${next.state ? ` (${next.state})` : ''}: by ${next.due}, act by ${next.actBy}`,
          ],
        ]
      : []),
  ]
}

function reportsOf({ reports, zone }: Ticket, { practice }: Around, packet: Packet): Part[] {
  return reports.flatMap(({ at, by, told }, index): Part[] => [
    heading(copy.SHOW.report(index + 1, moment(at, zone), nameOf(by, practice))),
    pairs(packet.reports[index]?.said ?? '', ['Asked', 'Answered']),
    ...(told.length > 0 ? [text(`${copy.SHOW.told}: ${told.join(' · ')}`)] : []),
  ])
}

function clocksPart({ clocks }: Packet): Part[] {
  if (!clocks) return [heading(copy.SHOW.clocks), text(`${copy.SHOW.noClocks}`)]
  const name = ({ what, state }: (typeof clocks.deadlines)[number]) =>
    `${copy.CLOCK_NAMES[what]}${state ? ` (${state})` : ''}`
  return [
    heading(copy.SHOW.clocks),
    {
      type: 'table',
      widths: [5, 2, 2],
      rows: [['What', 'Due', 'Act by'], ...clocks.deadlines.map((one) => [name(one), one.due, one.actBy])],
    },
    heading('Why these days', 2),
    ...clocks.deadlines.map(
      (one): Part => ({ type: 'entry', lead: `${one.due} · ${name(one)}`, text: one.basis }),
    ),
    heading('What is taken for granted', 2),
    { type: 'list', items: clocks.assumptions },
  ]
}

function assessmentOf({ factors, exception, conclusion, zone }: Ticket, { practice }: Around): Part[] {
  const signed = ({ by, at }: { by: string; at: number }) => `${nameOf(by, practice)}, ${moment(at, zone)}`
  return [
    heading(copy.SHOW.assessment),
    note(copy.SHOW.standing),
    ...FACTORS.map((factor, index): Part => {
      const found = factors[factor]
      const lead = `${index + 1}. ${copy.FACTOR_NAMES[factor]} · 45 CFR 164.402(2)(${['i', 'ii', 'iii', 'iv'][index]})`
      return found
        ? {
            type: 'entry',
            lead: `${lead} · ${signed(found)}`,
            text: `${copy.WEIGHT_NAMES[found.weighs]}. ${found.fact}`,
          }
        : { type: 'entry', lead, text: copy.SHOW.noFact }
    }),
    {
      type: 'entry',
      lead: `Exceptions · 45 CFR 164.402(1)${exception ? ` · ${signed(exception)}` : ''}`,
      text: exception ? `${copy.EXCEPTION_NAMES[exception.exception]}. ${exception.fact}` : 'Not looked at.',
    },
    {
      type: 'entry',
      lead: `Conclusion${conclusion ? ` · signed by ${signed(conclusion)}` : ''}`,
      text: conclusion
        ? `${copy.OUTCOME_NAMES[conclusion.outcome]}. ${conclusion.reason}${conclusion.stale ? ` ${copy.SHOW.stale}` : ''}`
        : copy.SHOW.notConcluded,
    },
  ]
}

function draftsPart({ drafts }: Packet): Part[] {
  if (drafts.length === 0)
    return [
      heading('Drafts of notices'),
      text(
        'None: it was concluded that no notice is due. If something is learned that changes this, the assessment is open again.',
      ),
    ]
  return drafts.flatMap(({ title, about, paragraphs }, index): Part[] => [
    heading(`Draft: ${title}`, 1, true),
    ...(index === 0
      ? [
          note(
            'DRAFTS. Nobody has been sent any of these. A person fills in what stands in [brackets], strikes what does not fit, and the privacy officer decides.',
          ),
        ]
      : []),
    note(about),
    { type: 'letter', paragraphs },
  ])
}

function auditPart({ audit }: Packet, zone: string): Part[] {
  const rows = audit.entries.map(({ seq, at, who, act, version, state }) => [
    String(seq),
    moment(Date.parse(at), zone).replace(` (${zone})`, ''),
    who,
    act,
    version > 0 ? `${version}${state ? `, ${state}` : ''}` : '',
  ])
  return [
    heading('Audit excerpt', 1, true),
    text(
      `Who did and saw what with this record, from the audit trail of the installation (times of ${zone}). Each entry is tied to the one before it by a keyed hash; “verify-audit” proves the whole.`,
    ),
    { type: 'table', widths: [1, 3, 4, 2, 2], rows: [['Entry', 'When', 'Who', 'Did', 'Version'], ...rows] },
    note(`Head of the trail when this was written: ${audit.head}`),
  ]
}
