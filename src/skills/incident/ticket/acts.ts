import { givenAgain } from '../../../bot/flow/again.ts'
import type { BlockDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import type { Reckoning } from '../../../knowledge/clocks/reckon.ts'
import { ACT_WORDS, FACTOR_ASKS, FORMS } from '../copy.ts'
import { isProblem, type Raw, type Read } from '../report/read.ts'
import { localOf } from '../report/when.ts'
import { type FactsNow, factsFields, readFacts, readSent, sentFields } from './facts-form.ts'
import { type Fields, labelsFor, line, longtext, pick } from './fields.ts'
import * as judge from './judge.ts'
import * as people from './people.ts'
import { readTask, taskFields } from './task.ts'
import { openFactors, type Ticket } from './ticket.ts'
import { needed, type Written } from './written.ts'

/** What an act goes by besides the ticket. */
export interface Around {
  context: SkillContext
  /** Takes names and numbers out of what somebody typed. */
  mask: (text: string) => string
  /** Undefined: they cannot be reckoned from the facts. */
  clocks: Reckoning | undefined
}

/** Something that somebody entitled can do to a ticket. */
export interface Act {
  /** `officer`: nobody else; `whole`: everybody who may see all of it. */
  who: 'officer' | 'whole'
  /** Whether it can be done now. */
  open(ticket: Ticket): boolean
  /** Left out: the button does it at once. */
  ask?(ticket: Ticket, context: SkillContext): { text: string; fields: Fields; submit?: string }
  read(raw: Raw, ticket: Ticket, around: Around): Read<Written>
}
export type ActName = keyof typeof ACT_WORDS

const live = ({ status }: Ticket) => status !== 'closed'
const always = () => true
const factsNow = ({ facts }: Ticket, { context: { ports, practice }, mask }: Around): FactsNow => ({
  facts,
  practiceStates: practice.states,
  today: localOf(ports.clock.now(), practice.timeZone).day,
  mask,
})

export const ACTS: Readonly<Record<ActName, Act>> = {
  take: {
    who: 'officer',
    open: ({ status }) => status === 'open',
    read: () => ({ value: { what: 'taken', details: {} } }),
  },
  factor: {
    who: 'officer',
    open: live,
    ask(ticket) {
      const factor = openFactors(ticket)[0]
      return {
        text: factor ? FACTOR_ASKS[factor] : judge.ALL_ASKED,
        fields: [
          judge.factorField(factor),
          pick('weighs', FORMS.weighs, labelsFor.weights),
          longtext('fact', FORMS.fact, FORMS.noNames),
        ],
      }
    },
    read: (raw, _ticket, { mask }) => judge.readFactor(raw, mask),
  },
  exception: {
    who: 'officer',
    open: live,
    ask: () => ({
      text: judge.EXCEPTION_TEXT,
      fields: [
        pick('exception', FORMS.which, labelsFor.exceptions),
        longtext('fact', FORMS.fact, FORMS.noNames),
      ],
    }),
    read: (raw, _ticket, { mask }) => judge.readException(raw, mask),
  },
  conclude: {
    who: 'officer',
    open: live,
    ask: () => ({
      text: judge.CONCLUDE_TEXT,
      fields: [
        pick('outcome', FORMS.which, labelsFor.outcomes),
        longtext('reason', FORMS.why, FORMS.noNames),
      ],
      submit: FORMS.sign,
    }),
    read: (raw, ticket, { mask }) => judge.readConclusion(raw, ticket, mask),
  },
  task: {
    who: 'whole',
    open: live,
    ask: (ticket) => ({ text: ACT_WORDS.task, fields: taskFields(ticket) }),
    read: (raw, _ticket, { mask }) => readTask(raw, mask),
  },
  facts: {
    who: 'officer',
    open: always,
    ask: ({ facts }) => ({ text: ACT_WORDS.facts, fields: factsFields(facts) }),
    read: (raw, ticket, around) => readFacts(raw, factsNow(ticket, around)),
  },
  sent: {
    who: 'officer',
    open: always,
    ask: ({ facts }) => ({ text: ACT_WORDS.sent, fields: sentFields(facts) }),
    read: (raw, ticket, around) => readSent(raw, factsNow(ticket, around)),
  },
  note: {
    who: 'whole',
    open: always,
    ask: () => ({ text: ACT_WORDS.note, fields: [longtext('words', FORMS.words, FORMS.noNames)] }),
    read(raw, _ticket, { mask }) {
      const text = needed(raw, 'words', mask)
      return isProblem(text) ? text : { value: { what: 'note', details: { words: text.value } } }
    },
  },
  assign: {
    who: 'officer',
    open: live,
    ask: (ticket, { practice }) => ({
      text: ACT_WORDS.assign,
      fields: people.assignFields(ticket, practice),
    }),
    read: (raw, ticket, { context }) => people.readAssigned(raw, ticket, context.practice),
  },
  add: {
    who: 'officer',
    open: always,
    ask: (_ticket, { practice }) => ({ text: ACT_WORDS.add, fields: people.addFields(practice) }),
    read: (raw, _ticket, { context }) => people.readAdded(raw, context.practice),
  },
  remove: {
    who: 'officer',
    open: ({ added }) => added.length > 0,
    ask: (ticket, { practice }) => ({
      text: ACT_WORDS.remove,
      fields: people.removeFields(ticket, practice),
    }),
    read: (raw, ticket, { context }) => people.readRemoved(raw, ticket, context.practice),
  },
  close: {
    who: 'officer',
    open: live,
    ask: () => ({
      text: ACT_WORDS.close,
      fields: [
        pick('finding', FORMS.which, labelsFor.findings),
        longtext('reason', FORMS.why, FORMS.noNames),
      ],
      submit: FORMS.sign,
    }),
    read: (raw, ticket, around) => judge.readClosing(raw, ticket, around),
  },
  reopen: {
    who: 'officer',
    open: ({ status }) => status === 'closed',
    ask: () => ({ text: ACT_WORDS.reopen, fields: [longtext('reason', FORMS.why, FORMS.noNames)] }),
    read(raw, _ticket, { mask }) {
      const reason = needed(raw, 'reason', mask)
      return isProblem(reason) ? reason : { value: { what: 'reopened', details: { reason: reason.value } } }
    },
  },
}

/** What was given to a form and could not be taken. */
export interface Refused {
  problem: string
  raw: Raw
  mask: (text: string) => string
}

/** The question of an act, as a form that carries the number and the act. */
export function formOf(
  name: ActName,
  ticket: Ticket,
  context: SkillContext,
  refused?: Refused,
): BlockDraft[] {
  const {
    text,
    fields,
    submit = FORMS.submit,
  } = ACTS[name].ask?.(ticket, context) ?? { text: '', fields: [] }
  const form = `incident/did#${ticket.number}.${name}`
  return [
    ...(refused ? [line(refused.problem)] : []),
    line(text),
    {
      type: 'form',
      form,
      title: `${ticket.number}: ${ACT_WORDS[name]}`,
      submit,
      fields: refused ? anew(fields, refused) : [...fields],
    },
  ]
}

/** Asked once more with all that was given; what somebody told in their own words waits without the names in it. */
function anew(fields: Fields, { raw, mask }: Refused): Fields {
  const told = fields.filter(({ type, name }) => type === 'longtext' && typeof raw[name] === 'string')
  const masked = told.map(({ name }) => [name, mask(String(raw[name]))] as const)
  return givenAgain(fields, { ...raw, ...Object.fromEntries(masked) })
}

export const isAct = (name: string): name is ActName => Object.hasOwn(ACTS, name)
