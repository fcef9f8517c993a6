import type { Paragraph } from '../../../bot/outside/paper.ts'
import type { Practice } from '../../../bot/practice.ts'
import type { Deadline } from '../../../knowledge/clocks/deadline.ts'
import { holdOf } from '../../../knowledge/clocks/hold.ts'
import type { Reckoning } from '../../../knowledge/clocks/reckon.ts'
import { known } from '../../../skills/incident/report/answers.ts'
import { FORMS, PLATFORMS } from '../../../skills/incident/report/lists.ts'
import { type Almanac, breachOf, clocksOf } from '../../../skills/incident/ticket/clocks.ts'
import type { Ticket } from '../../../skills/incident/ticket/ticket.ts'
import { doneBy, hhsTypes, kindsIn, stepsFor } from './kinds.ts'

/** Words that somebody still has to finish, and the rule that says what has to stand in them. */
export interface Draft {
  /** Stable, for the JSON. */
  id: string
  title: string
  /** Who gets it, by when, and what the rule asks for. */
  about: string
  paragraphs: readonly Paragraph[]
}

/** In square brackets stands what a person fills in. */
const OPEN = (what: string) => `[${what}]`

/**
 * Drafts of every notice that the clocks ask for. They take days, places and kinds from the ticket, and none of
 * the words that somebody typed there: those were written for the practice, not for patients.
 */
export function draftsOf(ticket: Ticket, practice: Practice, almanac: Almanac): Draft[] {
  if (!needsNotice(ticket)) return []
  const clocks = clocksOf(ticket, almanac)
  // A duty that stands from an earlier count keeps its clock; words for it would be for nobody.
  const now = clocksOf({ ...ticket, versions: [ticket.facts] }, almanac)
  const needed = new Set((now ?? clocks)?.deadlines.map(({ id }) => id))
  const story = storyOf(ticket, practice, clocks)
  const due = (what: string) =>
    clocks?.deadlines.filter((deadline) => deadline.what === what && needed.has(deadline.id)) ?? []
  const [letters] = due('individual-notice')
  const hold = holdOf(breachOf(ticket.facts, practice.states).hold)
  const wait = hold ? ` NOT BEFORE LAW ENFORCEMENT ALLOWS IT: ${hold.why}` : ''
  const drafts = [
    individual(story, letters),
    ...((ticket.facts.unreachable ?? 0) >= 10 ? [substitute(story, due('substitute-notice')[0])] : []),
    hhs(story, ticket, due('hhs-notice')[0]),
    ...due('media-notice').map((deadline) => media(story, deadline)),
    ...[...due('state-attorney-general'), ...due('state-agency')].map((deadline) =>
      authority(story, ticket, deadline),
    ),
  ]
  return drafts.map((draft) => ({ ...draft, about: draft.about + wait }))
}

/** A breach until the contrary is concluded and signed, and nothing was learned since. */
export function needsNotice({ conclusion, closed }: Ticket): boolean {
  if (closed && (closed.finding === 'mistaken' || closed.finding === 'not_ours')) return false
  return !(conclusion && !conclusion.stale && conclusion.outcome !== 'breach')
}

interface Story {
  practice: string
  reach: string
  /** "On 2026-11-20" */
  when: string
  discovered: string
  what: string
  kinds: readonly string[]
  theirs: readonly string[]
  steps: readonly string[]
  done: readonly string[]
  people: string
  ticket: Ticket
}

function storyOf(ticket: Ticket, practice: Practice, clocks: Reckoning | undefined): Story {
  const wheres = ticket.reports
    .map(({ answers }) => known(answers.where))
    .filter((where) => where !== undefined)
  const where = wheres[0]
  const platform =
    where && where.platform !== 'unknown' && where.platform !== 'other'
      ? label(PLATFORMS, where.platform)
      : OPEN('where: name of the platform or website')
  const form =
    where && where.form !== 'unknown' && where.form !== 'other'
      ? label(FORMS, where.form).toLowerCase()
      : 'a post'
  const kinds = kindsIn(ticket)
  const { startedDay, people } = ticket.facts
  return {
    practice: practice.name ?? OPEN('name of the practice'),
    reach: [
      `Toll-free telephone: ${OPEN('number')}`,
      `Telephone: ${practice.phones[0] ?? OPEN('number')}`,
      `E-mail: ${practice.emails[0] ?? OPEN('address')}`,
      `Website: ${practice.urls[0] ?? OPEN('address')}`,
      `Mail: ${practice.addresses[0] ?? OPEN('postal address')}`,
    ].join('\n'),
    when: `On ${startedDay === null ? OPEN('day of the post') : longDay(startedDay)}`,
    discovered: longDay(clocks?.discovered ?? ticket.facts.discovered),
    what: `${form} on ${platform}`,
    kinds: kinds.length > 0 ? kinds.map(({ letter }) => letter) : [OPEN('kinds of information')],
    theirs: kinds.length > 0 ? kinds.map(({ theirs }) => theirs) : [OPEN('kinds of information')],
    steps: stepsFor(ticket),
    done: doneBy(ticket),
    people:
      people === null ? OPEN('number of people; an estimate is allowed and can be amended') : String(people),
    ticket,
  }
}

const label = (list: Readonly<Record<string, string>>, value: string) => list[value] ?? value
const by = (deadline: Deadline | undefined) =>
  deadline ? `Due ${deadline.due}, act by ${deadline.actBy}.` : 'See the clocks for the day it is due.'
const say = (text: string): Paragraph => ({ text })
const under = (lead: string, text: string): Paragraph => ({ lead, text })
const listed = (lead: string, items: readonly string[]): Paragraph => ({ lead, items })

/** "November 18, 2026": letters go to people, not to machines. */
function longDay(day: string): string {
  const shape = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-US', shape).format(Date.parse(day))
}

function happened({ when, what, discovered, practice }: Story): string {
  return `${when}, ${what} by or for ${practice} made information about you visible to people who should not have seen it. We learned of it on ${discovered}. It was taken down on ${OPEN('day')}.`
}

function individual(story: Story, deadline: Deadline | undefined): Draft {
  return {
    id: 'individuals',
    title: 'Letter to each patient',
    about: `45 CFR 164.404(c) says what has to stand in it: what happened with both days, the kinds of information, what the person can do, what the practice does, and how to reach it, in plain language. By first-class mail to the last known address; by e-mail only to whoever agreed to that. For a child it goes to the parent or other personal representative, for somebody who died to the next of kin or personal representative whose address is known. ${by(deadline)}`,
    paragraphs: [
      say(`${story.practice}\n${OPEN('date')}`),
      say(OPEN('name and last known address')),
      say(`Dear ${OPEN('name')},`),
      say(
        'We write to tell you about something that happened with information about you, and we are sorry that it did.',
      ),
      under('What happened', happened(story)),
      listed('What information it was', story.kinds),
      listed('What you can do', story.steps),
      listed('What we are doing', [
        ...story.done,
        OPEN('what else was done to look into it, to reduce harm, and so that it does not happen again'),
      ]),
      under('How to reach us', `Please ask us anything about this.\n${story.reach}`),
      say(`Sincerely,\n${OPEN('name and office of whoever signs')}`),
    ],
  }
}

function substitute(story: Story, deadline: Deadline | undefined): Draft {
  return {
    id: 'substitute',
    title: 'Substitute notice',
    about: `For 10 or more people whom letters do not reach (45 CFR 164.404(d)(2)(ii)): on the home page for 90 days, or in major print or broadcast media where they likely live, with a toll-free number that works for at least 90 days. It names nobody. ${by(deadline)}`,
    paragraphs: [
      under(`Notice about patients’ information at ${story.practice}`, told(story, 'some of our patients')),
      listed('What could be seen', story.theirs),
      under(
        'Are you one of them?',
        `Call ${OPEN('toll-free number')}, at least until ${OPEN('day, 90 days from the posting')}.`,
      ),
      listed('What you can do', story.steps),
      under('How to reach us', story.reach),
    ],
  }
}

const told = ({ when, what, practice, discovered }: Story, whom: string) =>
  `${when}, ${what} by or for ${practice} made information about ${whom} visible to people who should not have seen it. The practice learned of it on ${discovered}, and it was taken down on ${OPEN('day')}.`

function hhs(story: Story, { facts, zone }: Ticket, deadline: Deadline | undefined): Draft {
  const many = (facts.people ?? 500) >= 500
  return {
    id: 'hhs',
    title: 'Report to HHS: what the form asks',
    about: `45 CFR 164.408. The form is at ocrportal.hhs.gov; each breach is reported by itself. Its questions change now and then: the portal prevails. ${by(deadline)}`,
    paragraphs: [
      under('How many people', `${many ? '500 or more' : 'Fewer than 500'}: ${story.people}`),
      under('Report', `${OPEN('first report, or an addition to one that was made')}`),
      under(
        'Covered entity',
        `${story.practice}, health care provider\n${story.reach}\nContact: ${OPEN('name, telephone, e-mail')}`,
      ),
      under(
        'Business associate involved',
        facts.source === 'us'
          ? `No ${OPEN('look again: did somebody else post for the practice?')}`
          : `Yes: ${OPEN('name, address and contact of the business associate')}${facts.associateDiscovered ? `; it found out on ${facts.associateDiscovered}` : ''}`,
      ),
      under(
        'Date of the breach',
        `From ${facts.startedDay ?? OPEN('day')} to ${OPEN('day on which the last copy was gone')} (${zone})`,
      ),
      under('Date of discovery', story.discovered),
      under('Type of breach', 'Unauthorized access or disclosure'),
      under('Where the information was', `Other: ${story.what}`),
      under('Type of information', hhsTypes(story.ticket)),
      under(
        'What happened',
        `${OPEN('a few sentences without any name: what was posted, how long it was up, who could see it, how it was found')}`,
      ),
      under('Safeguards before', `${OPEN('policies, training, review of posts before they go out')}`),
      under(
        'Letters',
        facts.lettersSent === null ? `Planned for ${OPEN('day')}` : `Sent on ${facts.lettersSent}`,
      ),
      under(
        'Substitute notice',
        facts.unreachable === null
          ? OPEN('not known yet')
          : facts.unreachable > 0
            ? `Needed: letters do not reach ${facts.unreachable}`
            : 'Not needed',
      ),
      under('Media', OPEN('whether and when')),
      listed('What was done', [...story.done, OPEN('sanctions, training, changed procedures')]),
      under('Attestation', OPEN('name of whoever is entitled to sign')),
    ],
  }
}

function media(story: Story, deadline: Deadline): Draft {
  return {
    id: `media${deadline.state ? `-${deadline.state}` : ''}`,
    title: `Notice to the media${deadline.state ? `, ${deadline.state}` : ''}`,
    about: `45 CFR 164.406: prominent media of the State, with the same content as the letters, and in addition to them. Naming no patient. ${by(deadline)}`,
    paragraphs: [
      say(`For release on ${OPEN('date')}`),
      under(
        `${story.practice} tells its patients about a disclosure of information`,
        told(story, `${story.people} patients`),
      ),
      listed('What could be seen', story.theirs),
      listed('What patients can do', story.steps),
      listed('What the practice is doing', [...story.done, OPEN('what else')]),
      under('How to reach it', story.reach),
    ],
  }
}

function authority(story: Story, { facts }: Ticket, deadline: Deadline): Draft {
  const state = deadline.state ?? ''
  const residents = facts.states[state]
  return {
    id: deadline.id.replaceAll('/', '-'),
    title: `${deadline.what === 'state-agency' ? 'State agency' : 'State attorney general'}, ${state} (${deadline.basis.split(': ')[0]})`,
    about: `${deadline.basis} ${by(deadline)} Many States have a form of their own: that form prevails.`,
    paragraphs: [
      say(`${OPEN('office and address')}\n${OPEN('date')}`),
      say(`${story.practice} reports a breach of information about patients.`),
      under(
        'How many people',
        `${residents ?? OPEN('number or estimate')} residents of ${state}; ${story.people} in all.`,
      ),
      under('What happened', told(story, 'patients')),
      listed('What could be seen', story.theirs),
      under(
        'Letters to the people affected',
        `${facts.lettersSent === null ? `Planned for ${OPEN('day')}` : `Sent on ${longDay(facts.lettersSent)}`}. A sample is enclosed.`,
      ),
      listed('Done so far', [...story.done, OPEN('what else')]),
      under('How to reach us', story.reach),
    ],
  }
}
