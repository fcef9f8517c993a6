import { known } from '../../../skills/incident/report/answers.ts'
import type { KINDS } from '../../../skills/incident/report/lists.ts'
import type { Ticket } from '../../../skills/incident/ticket/ticket.ts'

/** How a kind of information is called in a letter, and on the form of HHS. */
interface Kind {
  letter: string
  /** Where it is said of several people, to others. */
  theirs: string
  hhs: 'Clinical' | 'Demographic' | 'Financial' | 'Other'
}

const CALLED: Record<Exclude<keyof typeof KINDS, 'unknown'>, Kind> = {
  name: { letter: 'your name or user name', theirs: 'names or user names', hhs: 'Demographic' },
  face: {
    letter: 'your face, your voice, or a picture of you',
    theirs: 'faces, voices, or pictures of people',
    hhs: 'Other',
  },
  visit: {
    letter: 'that you are or were our patient, or had a visit',
    theirs: 'that somebody is or was a patient, or had a visit',
    hhs: 'Clinical',
  },
  treatment: {
    letter: 'what was done for you, or was planned',
    theirs: 'what was done for somebody, or was planned',
    hhs: 'Clinical',
  },
  health: {
    letter: 'something about your health',
    theirs: 'something about somebody’s health',
    hhs: 'Clinical',
  },
  picture: {
    letter: 'a picture, a chart or papers from your record',
    theirs: 'pictures, charts or papers from records',
    hhs: 'Clinical',
  },
  contact: {
    letter: 'your telephone number, address or e-mail address',
    theirs: 'telephone numbers, addresses or e-mail addresses',
    hhs: 'Demographic',
  },
  dates: {
    letter: 'a date, such as your birthday or the day of a visit',
    theirs: 'dates, such as birthdays or days of visits',
    hhs: 'Demographic',
  },
  money: {
    letter: 'something about payment or insurance',
    theirs: 'something about payment or insurance',
    hhs: 'Financial',
  },
  numbers: {
    letter: 'a number, such as your Social Security, record or card number',
    theirs: 'numbers, such as Social Security, record or card numbers',
    hhs: 'Demographic',
  },
}

const ticked = ({ reports }: Ticket) => new Set(reports.flatMap(({ answers }) => known(answers.kinds) ?? []))

/** Of all reports together, in the order of the list. */
export function kindsIn(ticket: Ticket): Kind[] {
  const found = ticked(ticket)
  return Object.entries(CALLED).flatMap(([name, kind]) => (found.has(name) ? [kind] : []))
}

export function hhsTypes(ticket: Ticket): string {
  const types = [...new Set(kindsIn(ticket).map(({ hhs }) => hhs))]
  return types.length > 0 ? types.join(', ') : '[Clinical, Demographic, Financial, Other]'
}

/** 45 CFR 164.404(c)(1)(C): what somebody can do to protect themselves from what may come of it. */
export function stepsFor(ticket: Ticket): string[] {
  const found = ticked(ticket)
  return [
    'If you see a copy of it anywhere, tell us where. We ask for its removal; you need not answer it.',
    'If somebody writes or calls you because of it, you need not reply; tell us if you like.',
    ...(found.has('numbers')
      ? [
          'Look at your bank and card statements, and think about a fraud alert or a security freeze at the credit bureaus (both are free). IdentityTheft.gov of the Federal Trade Commission helps step by step.',
        ]
      : []),
    ...(found.has('money') || found.has('numbers')
      ? ['Read what your health insurer sends you, and ask about any visit or treatment that was not yours.']
      : []),
    'You can complain to us, or to the Office for Civil Rights of the US Department of Health and Human Services (hhs.gov/ocr/complaints). Nobody may treat you worse for it.',
  ]
}

/** What the ticket itself knows to have been done. */
export function doneBy({ reports, tasks }: Ticket): string[] {
  const acted = new Set(reports.flatMap(({ answers }) => known(answers.acted)?.steps ?? []))
  const took = tasks.takedown?.end === 'done' || acted.has('down')
  return [
    ...(took ? ['We took it down.'] : ['[It was taken down.]']),
    ...(acted.has('platform') ? ['We asked the platform to remove it.'] : []),
    ...(acted.has('asked') ? ['We asked for copies of it to be deleted.'] : []),
    ...(acted.has('access') ? ['We changed who can post for us.'] : []),
    ...(tasks.sanctions?.end === 'done' ? ['We trained our staff again.'] : []),
  ]
}
