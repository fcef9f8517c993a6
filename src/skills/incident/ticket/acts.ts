import type { BlockDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { ACT_WORDS, FACTOR_ASKS, FORMS, TASK_NAMES } from '../copy.ts'
import { choice, isProblem, type Raw, type Read, words } from '../report/read.ts'
import { localOf } from '../report/when.ts'
import { TASKS } from './entries.ts'
import { factsFields, readFacts } from './facts-form.ts'
import { type Fields, labelsFor, line, longtext, peopleOf, pick } from './fields.ts'
import * as judge from './judge.ts'
import { openFactors, type Ticket } from './ticket.ts'
import { needed, type Written } from './written.ts'

/** Something that somebody entitled can do to a ticket. */
export interface Act {
  /** `officer`: nobody else; `whole`: everybody who may see all of it. */
  who: 'officer' | 'whole'
  /** Whether it can be done now. */
  open(ticket: Ticket): boolean
  /** Left out: the button does it at once. */
  ask?(ticket: Ticket, context: SkillContext): { text: string; fields: Fields; submit?: string }
  read(raw: Raw, ticket: Ticket, context: SkillContext, mask: (text: string) => string): Read<Written>
}
export type ActName = keyof typeof ACT_WORDS

const live = ({ status }: Ticket) => status !== 'closed'
const always = () => true

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
    read: (raw, _ticket, _context, mask) => judge.readFactor(raw, mask),
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
    read: (raw, _ticket, _context, mask) => judge.readException(raw, mask),
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
    read: (raw, ticket, _context, mask) => judge.readConclusion(raw, ticket, mask),
  },
  task: {
    who: 'whole',
    open: live,
    ask: ({ tasks }) => {
      const open = TASKS.filter((task) => !tasks[task])
      const labels = Object.fromEntries(
        (open.length > 0 ? open : TASKS).map((task) => [task, TASK_NAMES[task]]),
      )
      return {
        text: ACT_WORDS.task,
        fields: [pick('task', FORMS.which, labels), longtext('happened', FORMS.happened, FORMS.noNames)],
      }
    },
    read(raw, _ticket, _context, mask) {
      const task = TASKS.find((one) => one === words(raw, 'task'))
      if (!task) return { problem: FORMS.missingChoice }
      const happened = needed(raw, 'happened', mask)
      return isProblem(happened)
        ? happened
        : { value: { what: 'task', details: { task, happened: happened.value } } }
    },
  },
  facts: {
    who: 'officer',
    open: always,
    ask: ({ facts }) => ({ text: ACT_WORDS.facts, fields: factsFields(facts) }),
    read(raw, _ticket, { ports, practice }, mask) {
      return readFacts(raw, localOf(ports.clock.now(), practice.timeZone).day, mask)
    },
  },
  note: {
    who: 'whole',
    open: always,
    ask: () => ({ text: ACT_WORDS.note, fields: [longtext('words', FORMS.words, FORMS.noNames)] }),
    read(raw, _ticket, _context, mask) {
      const text = needed(raw, 'words', mask)
      return isProblem(text) ? text : { value: { what: 'note', details: { words: text.value } } }
    },
  },
  add: {
    who: 'officer',
    open: always,
    ask: (_ticket, { practice }) => ({
      text: ACT_WORDS.add,
      fields: [pick('person', FORMS.person, peopleOf(practice))],
    }),
    read(raw, _ticket, { practice }) {
      const person = choice(raw, 'person', peopleOf(practice))
      return person === 'unknown'
        ? { problem: FORMS.missingChoice }
        : { value: { what: 'added', details: { person } } }
    },
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
    read: (raw, ticket, _context, mask) => judge.readClosing(raw, ticket, mask),
  },
  reopen: {
    who: 'officer',
    open: ({ status }) => status === 'closed',
    ask: () => ({ text: ACT_WORDS.reopen, fields: [longtext('reason', FORMS.why, FORMS.noNames)] }),
    read(raw, _ticket, _context, mask) {
      const reason = needed(raw, 'reason', mask)
      return isProblem(reason) ? reason : { value: { what: 'reopened', details: { reason: reason.value } } }
    },
  },
}

/** The question of an act, as a form that carries the number and the act. */
export function formOf(name: ActName, ticket: Ticket, context: SkillContext, problem?: string): BlockDraft[] {
  const {
    text,
    fields,
    submit = FORMS.submit,
  } = ACTS[name].ask?.(ticket, context) ?? { text: '', fields: [] }
  const form = `incident/did#${ticket.number}.${name}`
  return [
    ...(problem ? [line(problem)] : []),
    line(text),
    { type: 'form', form, title: `${ticket.number}: ${ACT_WORDS[name]}`, submit, fields: [...fields] },
  ]
}

export const isAct = (name: string): name is ActName => Object.hasOwn(ACTS, name)
